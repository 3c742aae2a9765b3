"""A page as a slide or on paper: a document of the site, with nothing of Streamlit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from lib.briefing.order import Order, RefusedOrder, check
from lib.charts.card import Look
from lib.site.here import VIEWS, Here
from lib.site.html import markup
from lib.site.markup.states import local_fault_html, notice_html
from lib.site.markup.tags import tag
from lib.site.pages import charts_of
from lib.site.pieces import Box, Piece, Text
from lib.site.states import fault
from lib.site.still.paper import page_on_paper, unknown
from lib.site.still.slide import slide_of_chart, slide_of_page, stage
from lib.site.still.still import still
from lib.words.messages import LANGUAGES
from lib.words.origins import banner
from pages.components.closing import closing_html
from pages.server.first.document import about, title

_STATIC = "./app/static/"
_LONGEST = 500
"""An address may be longer than a page: what it asks for is quoted up to here."""


def still_view(page: str, here: Here, asked: Mapping[str, str]) -> bytes:
    """Which document answers an address that asks for a slide or for paper?"""
    words, on_slide = here.words, here.view == "slide"
    try:
        pieces = on_stage(page, here, asked) if on_slide else sheets(page, here, asked)
    except Exception as error:
        pieces = (Text(tag("h1", words(f"site.question.{page}"), "lead")), fault(error, words))
    kind = "of-chart" if asked.get("chart") else "of-page"
    return still(
        pieces,
        kind="filled" if on_slide else "paper",
        lang=words.lang,
        title=title(page, words),
        about={"description": about(page, words)},
        body=f"<main>{stage(pieces, kind=kind) if on_slide else markup(pieces)}</main>",
        static=_STATIC,
    )


def on_stage(page: str, here: Here, asked: Mapping[str, str]) -> tuple[Piece, ...]:
    """What stands on the slide that the address asks for: of one chart, or of a page? What there is none of is said."""
    look = Look(currency=asked.get("currency", "CNY"), period=asked.get("period", ""))
    one, usual = asked.get("chart", ""), charts_of(page)[:2]
    order = Order(lang=here.words.lang, charts=(one,) if one else usual, look=look, base=here.base)
    told: tuple[Piece, ...] = ()
    try:
        if order.charts:
            check(order, here.record)
    except RefusedOrder as refused:
        said = str(refused)
        told = (Text(notice_html(said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…")),)
        one, look = "", Look()
    here = replace(here, look=look)
    made = slide_of_chart(one, here) if one else slide_of_page(page, usual, here, asked)
    return (*_unknown(here, asked), *told, *made)


def sheets(page: str, here: Here, asked: Mapping[str, str]) -> tuple[Piece, ...]:
    """What stands on a page for paper, from what is said of the reader's own data to the closing lines?"""
    closing = Text(closing_html(here.words))
    return *_unknown(here, asked), *_own_data(here), *page_on_paper(page, here, asked), closing


def _unknown(here: Here, asked: Mapping[str, str]) -> Iterator[Piece]:
    known = {"lang": LANGUAGES, "view": VIEWS}
    return (
        unknown(name, asked[name], here.words)
        for name, values in known.items()
        if name in asked and asked[name] not in values
    )


def _own_data(here: Here) -> Iterator[Piece]:
    """What is not only what was published says so first."""
    if said := banner(here.record, here.words):
        yield Box("own_data", (Text(f'<div class="state own" role="status">{tag("b", said)}</div>'),))
    for error in here.record.local_faults:
        yield Text(local_fault_html(error, here.words))
