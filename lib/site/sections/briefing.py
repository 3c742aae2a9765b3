"""What opens the page on which briefings are made, and what can be taken along before one can."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from markupsafe import Markup

from lib.charts.registry import EVERY
from lib.explore.by_name import asked_of, drawn, in_vain, is_choice
from lib.site.blocks.chart_card import files_html
from lib.site.choices import currencies, periods
from lib.site.here import Here
from lib.site.markup.states import fault_html
from lib.site.markup.tags import led, tag
from lib.site.pages import OVERVIEW
from lib.site.part import Live, Part, Sheet
from lib.site.pieces import Box, Text
from lib.site.places import place_of
from lib.words.answers import ANSWERS
from lib.words.origins import as_of_line


def briefing(here: Here, asked: Mapping[str, str]) -> Iterator[Part]:
    """What stands on the page? Making needs the open page; until that is there, the files of each chart do not."""
    words = here.words
    title, about = (
        tag("h1", words("site.question.briefing"), "lead"),
        tag("p", words("briefing.page.about"), "asof"),
    )
    yield Sheet("about", (Text(title), Text(about)))
    yield Live("briefing", (Box("panel", (Text(_files(here, asked)),)), Text(_opening(here))))


def _files(here: Here, asked: Mapping[str, str]) -> Markup:
    words = here.words
    for choice in currencies(here, asked):
        here = here.in_currency(choice.chosen)
    for choice in periods(here, asked):
        here = here.for_period(choice.chosen)
    named = asked.get("charts", "").split(",")
    names = [name for name in dict.fromkeys(named) if _is_known(name, here)] or OVERVIEW.charts
    items = (tag("li", _chart_html(name, here)) for name in names)
    return tag("p", words("briefing.page.meanwhile"), "card-sub") + tag("ol", items, "parts")


def _opening(here: Here) -> Markup:
    """What a briefing begins with, as its cover has it: one right sentence, there before the page can make a file."""
    words = here.words
    try:
        lead = ANSWERS["overview"](here.record, words)
    except Exception as error:
        return fault_html(error, words)
    said = (tag("h2", words("briefing.title"), "preview-title"), tag("p", lead, "preview-lead"))
    return tag("div", (*said, tag("p", as_of_line(here.record, words), "source")), "st-key-preview")


def _is_known(name: str, here: Here) -> bool:
    return not in_vain(asked_of(name), here.record) if is_choice(name) else name in EVERY


def _chart_html(name: str, here: Here) -> Markup:
    """What a chart says, and its files by address."""
    words = here.words
    place = place_of(name, words.lang, here.look)
    try:
        title = drawn(name, here.record, words, here.look).title
    except Exception as error:
        return fault_html(error, words)
    return led(title, f".{place.page}") + files_html(place, words)
