"""The sentence that opens a page with the answer to its question, and the line below it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from markupsafe import Markup

from lib.facts.record import Record
from lib.site.blocks.page_menu import page_menu
from lib.site.blocks.taking import titled
from lib.site.here import Here
from lib.site.markup.tags import NOTHING, tag
from lib.site.pieces import Text
from lib.site.shared import shared
from lib.site.states import fault
from lib.words.address import address
from lib.words.answers import ANSWERS
from lib.words.answers.since import beside_answer
from lib.words.origins import as_of_line
from lib.words.quoted import behind_sentence
from lib.words.speak import Words


def answer(page: str, here: Here, asked: Mapping[str, str]) -> Text:
    """What opens a page: its answer as the first heading, what is known since, then how new and of which version?

    `asked` is what the address asks for: the menu beside it keeps the choices.
    """
    first, new = opening(page, here), how_new(page, here)
    under = tag("div", (new.markup, page_menu(page, here, asked)), "under")
    return Text(first.markup + under, error=first.error or new.error)


def opening(page: str, here: Here) -> Text:
    """What is the answer of a page, or else its question, with what is known since?"""
    question = tag("h1", here.words(f"site.question.{page}"), "lead")
    first = _or_fault(heading, page, here, instead=question) if page in ANSWERS else Text(question)
    after = _or_fault(since, page, here)
    return Text(first.markup + after.markup, error=first.error or after.error)


def how_new(page: str, here: Here) -> Text:
    """What says how new the record is, or why that cannot be said?"""
    return _or_fault(as_of, page, here)


@shared
def heading(page: str, here: Here) -> Markup:
    """What is the answer of a page? Raises what keeps the record from answering."""
    return _titled("h1", "lead", ANSWERS[page], page, here)


@shared
def since(page: str, here: Here) -> Markup:
    """What is said under the answer of what has become known since? Blank on most pages."""
    return _titled("p", "since", partial(beside_answer, page), page, here)


@shared
def as_of(_page: str, here: Here) -> Markup:
    """How new is it, and of which version?"""
    return tag("p", as_of_line(here.record, here.words), "asof")


def _titled(name: str, kind: str, say: Callable[[Record, Words], str], page: str, here: Here) -> Markup:
    """A sentence with the button that takes it along, but on slides and paper, where nothing can be pressed."""
    words, said = here.words, say(here.record, here.words)
    markup = tag(name, said, kind)
    if here.view != "screen" or not said:
        return markup if said else Markup()
    source = behind_sentence(say, here.record, words)
    return titled(markup, source, address(page, lang=words.lang), words, kind=kind)


def _or_fault(
    make: Callable[[str, Here], Markup], page: str, here: Here, *, instead: Markup = NOTHING
) -> Text:
    try:
        return Text(make(page, here))
    except Exception as error:
        return Text(instead + fault(error, here.words).markup, error=error)
