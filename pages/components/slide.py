"""A page or one chart as a slide: exactly 16:9, no interface, and it says when nothing moves any more."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import streamlit as st

from lib.briefing.content import sheet
from lib.briefing.order import Order, RefusedOrder, check
from lib.charts.card import Card, Look
from lib.charts.fit import fit, room_alone
from lib.draw.fitted import height_of
from lib.draw.sent import sent
from lib.explore.by_name import drawn
from lib.explore.card import explore_card
from lib.explore.choice import NAMES
from lib.explore.offered import parse
from lib.facts.reconcile import findings_of
from lib.site.blocks.kpi_card import kpi_row
from lib.site.here import Here
from lib.site.pages import NAMED, charts_of
from lib.site.pieces import Chart
from lib.site.places import page_of
from lib.words.address import address
from lib.words.answers import ANSWERS
from lib.words.answers.since import beside_answer
from lib.words.dataset_list import dataset_head, dataset_rows
from lib.words.findings import summary_head, summary_rows
from lib.words.origins import as_of_line
from lib.words.provenance import source_line
from pages.components import html
from pages.components.sheet import show
from pages.components.states import in_its_place, show_fault, show_notice

_CSS = Path(__file__).with_name("slide.css").read_text(encoding="utf-8")
_ALONE, _BESIDE, _UNDER_KPIS, _UNDER_TITLE = 1200, (556, 350), (556, 150), 400


def slide(page: str, here: Here) -> None:
    """Draws the slide that the address asks for: of one chart, or of a page with its answer as the title."""
    html.show(f"<style>{_CSS}</style>")
    with st.container(key="slide"):
        order = _order(page, here)
        if len(order.charts) == 1 and st.query_params.get("chart"):
            _chart_slide(order, here)
        else:
            _page_slide(page, order, here)


def _order(page: str, here: Here) -> Order:
    """What does the address ask for? What there is none of is said on the slide, and the default shown."""
    asked, words = st.query_params, here.words
    parts = urlsplit(st.context.url or "")
    order = Order(
        lang=words.lang,
        charts=charts_of(page)[:2],
        look=Look(currency=asked.get("currency", "CNY"), period=asked.get("period", "")),
        base=f"{parts.scheme}://{parts.netloc}" if parts.netloc else "",
    )
    wish = replace(order, charts=(asked["chart"],)) if asked.get("chart") else order
    try:
        if wish.charts:
            check(wish, here.record)
    except RefusedOrder as refused:
        show_notice(str(refused))
        return replace(order, look=Look())
    return wish


def _chart_slide(order: Order, here: Here) -> None:
    (name,) = order.charts
    try:
        shown = sheet(name, order, here.record)
    except Exception as error:
        html.show(html.tag("h1", name, "lead"))
        show_fault(error, here.words)
        _foot("", "", order.base + address(page_of(name), lang=order.lang), here)
        return
    card = shown.card
    html.show(html.tag("h1", card.title, "lead") + html.tag("p", card.subtitle, "card-sub"))
    height = room_alone(card.title, card.subtitle, card.notes, (shown.source, shown.link))
    _plot(name, order, here, (_ALONE, height))
    notes = "".join(html.tag("p", note, "card-note") for note in card.notes)
    _foot(notes, shown.source, shown.link, here)


def _page_slide(page: str, order: Order, here: Here) -> None:
    words, record = here.words, here.record
    try:
        said = ANSWERS[page](record, words) if page in ANSWERS else words(f"site.question.{page}")
        html.show(html.tag("h1", said, "lead answer"))
    except Exception as error:
        html.show(html.tag("h1", words(f"site.question.{page}"), "lead"))
        show_fault(error, words)
    with in_its_place(words):
        if since := beside_answer(page, record, words):
            html.show(html.tag("p", since, "since"))
    kpis = NAMED[page].kpis
    if kpis:
        show("kpis", kpi_row(kpis, here))
    if page == "reconciliation":
        with in_its_place(words):
            rows = summary_rows(findings_of(record), words)
            html.show(html.table(summary_head(words), rows, numeric=(1, 2, 3, 4, 5)))
    elif page == "data":
        with in_its_place(words):
            html.show(html.table(dataset_head(words), dataset_rows(record, words), numeric=(1, 2)))
    elif page == "explore":
        with in_its_place(words):
            _explored(here)
    elif order.charts:
        for name, column in zip(order.charts, st.columns(2, gap="small"), strict=True):
            with column, st.container(key=f"chart_{name}"):
                _small(name, order, here, _UNDER_KPIS if kpis else _BESIDE)
    line = ""
    with in_its_place(words):
        line = as_of_line(record, words)
    asked = {"currency": order.look.currency.replace("CNY", ""), "period": order.look.period}
    if page == "explore":
        asked = {name: st.query_params.get(name, "") for name in NAMES}
    _foot("", line, order.base + address(page, lang=words.lang, **asked), here)


def _explored(here: Here) -> None:
    """The chart of the choice that the address makes."""
    offer = parse(st.query_params.to_dict(), here.record)
    card = explore_card(offer, here.record, here.words, here.look)
    html.show(html.tag("h2", card.title, "card-title") + html.tag("p", card.subtitle, "card-sub"))
    _frame(card, here, (_ALONE, _UNDER_TITLE))
    html.show(html.tag("p", source_line(card.facts, here.record, here.words), "source"))


def _small(name: str, order: Order, here: Here, room: tuple[int, int]) -> None:
    try:
        shown = sheet(name, order, here.record)
    except Exception as error:
        show_fault(error, here.words)
        return
    html.show(html.tag("h2", shown.card.title, "card-title") + html.tag("p", shown.card.subtitle, "card-sub"))
    _plot(name, order, here, room)
    html.show(html.tag("p", shown.source, "source"))


def _plot(name: str, order: Order, here: Here, room: tuple[int, float]) -> None:
    _frame(drawn(name, here.record, here.words, order.look), here, room)


def _frame(card: Card, here: Here, room: tuple[int, float]) -> None:
    name = card.name
    size = fit(height=height_of(card), room_width=room[0], room_height=room[1])
    html.show(
        f"<style>.st-key-frame_{name} {{ width: {size.width}px !important; height: {size.height}px;"
        f" --scale: {size.scale}; margin-bottom: {size.growth}px; }}</style>"
    )
    with st.container(key=f"frame_{name}"):
        show(name, Chart(card, sent(card, here.words, still=True), here.words.lang, still=True))


def _foot(notes: str, source: str, link: str, here: Here) -> None:
    words = here.words
    with st.container(key="slide_foot"):
        html.show(
            notes
            + html.tag("p", source, "source")
            + '<p class="source">'
            + html.tag("span", words("briefing.slide.version", version=here.record.version))
            + " · "
            + html.tag("span", words("briefing.slide.reopen", link=link))
            + "</p>"
        )
