"""A page as a slide or on paper: a document of the site, with nothing of Streamlit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lib.briefing.order import Order, RefusedOrder, check
from lib.charts.card import Look
from lib.site.blocks.told import unknown, unknown_values
from lib.site.here import Here
from lib.site.html import markup
from lib.site.markup.states import notice_html
from lib.site.markup.tags import tag
from lib.site.pages import charts_of
from lib.site.pieces import Piece, Text
from lib.site.states import fault
from lib.site.still.paper import page_on_paper
from lib.site.still.slide import slide_of_chart, slide_of_page, stage
from lib.site.still.still import still
from pages.components.closing import closing_html
from pages.server.first.document import about, title

_STATIC = "./app/static/"


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
        body=tag("main", stage(pieces, kind=kind) if on_slide else markup(pieces)),
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
        told = (Text(notice_html(str(refused))),)
        one, look = "", Look()
    here = replace(here, look=look)
    made = slide_of_chart(one, here) if one else slide_of_page(page, usual, here, asked)
    return (
        *(unknown(name, value, here.words) for name, value in unknown_values(asked).items()),
        *told,
        *made,
    )


def sheets(page: str, here: Here, asked: Mapping[str, str]) -> tuple[Piece, ...]:
    """What stands on a page for paper, down to the closing lines?"""
    return *page_on_paper(page, here, asked), Text(closing_html(here.words))
