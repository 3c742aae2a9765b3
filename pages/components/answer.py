"""The sentence that opens a page with the answer to its question, and the line below it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from lib.facts.record import Record
from lib.words.address import address
from lib.words.answers import ANSWERS
from lib.words.answers.since import beside_answer
from lib.words.origins import as_of_line
from lib.words.quoted import behind_sentence
from lib.words.speak import Words
from pages.components import html
from pages.components.context import Reader
from pages.components.page_menu import page_menu
from pages.components.pieces import Text
from pages.components.shared import shared
from pages.components.states import fault
from pages.components.taking import titled


def answer(page: str, reader: Reader) -> Text:
    """What opens a page: its answer as the first heading, what is known since, then how new and of which version?"""
    words = reader.words
    try:
        first = heading(page, reader)
    except Exception as error:
        first = html.tag("h1", words(f"site.question.{page}"), "lead") + fault(error, words).markup
    under = f'<div class="under">{_or_fault(as_of, page, reader)}{page_menu(page, reader)}</div>'
    return Text(first + _or_fault(since, page, reader) + under)


@shared
def heading(page: str, reader: Reader) -> str:
    """What is the answer of a page, as HTML? Raises what keeps the record from answering."""
    return _titled("h1", "lead", ANSWERS[page], page, reader)


@shared
def since(page: str, reader: Reader) -> str:
    """What is said under the answer of what has become known since? Blank on most pages."""
    return _titled("p", "since", partial(beside_answer, page), page, reader)


@shared
def as_of(_page: str, reader: Reader) -> str:
    """How new is it, and of which version?"""
    return html.tag("p", as_of_line(reader.record, reader.words), "asof")


def _titled(name: str, kind: str, say: Callable[[Record, Words], str], page: str, reader: Reader) -> str:
    """A sentence with the button that takes it along, but on paper, where nothing can be pressed."""
    words, said = reader.words, say(reader.record, reader.words)
    markup = html.tag(name, said, kind)
    if reader.view == "print" or not said:
        return markup if said else ""
    source = behind_sentence(say, reader.record, words)
    return titled(markup, source, address(page, lang=words.lang), words, kind=kind)


def _or_fault(make: Callable[[str, Reader], str], page: str, reader: Reader) -> str:
    try:
        return make(page, reader)
    except Exception as error:
        return fault(error, reader.words).markup
