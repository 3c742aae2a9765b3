"""A page or one chart as a slide, by address, in a PDF and as a picture alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from markupsafe import Markup

from lib.charts.card import Card
from lib.draw.columns import in_rows
from lib.explore.by_name import drawn, settled
from lib.explore.card import NAME as EXPLORE
from lib.explore.card import explore_card
from lib.explore.choice import NAMES
from lib.explore.offered import parse
from lib.facts.reconcile import findings_of
from lib.site.blocks.answer import opening
from lib.site.blocks.chart_card import still_chart
from lib.site.blocks.kpi_card import kpi_row
from lib.site.here import Here
from lib.site.html import markup
from lib.site.markup.chart import notes_html
from lib.site.markup.tags import table, tag
from lib.site.pages import NAMED
from lib.site.pieces import Box, Piece, Text
from lib.site.places import page_of, place_of
from lib.site.states import fault
from lib.words.address import address
from lib.words.dataset_list import dataset_head, dataset_rows
from lib.words.findings import summary_head, summary_rows
from lib.words.origins import as_of_line
from lib.words.provenance import source_line
from lib.words.speak import Words

STAGE = (1280, 720)


def stage(pieces: tuple[Piece, ...], *, kind: str = "of-chart") -> Markup:
    """What is a slide of these pieces?"""
    return tag("section", markup(pieces), f"stage {kind}")


def chart_slide(card: Card, link: str, here: Here, *, heading: str = "h1") -> tuple[Piece, ...]:
    """What stands on the slide of one chart? `link` is the address that reopens it."""
    head = tag(heading, card.title, "lead") + tag("p", card.subtitle, "card-sub")
    notes = tuple(Text(told) for told in (notes_html(card),) if told)
    source = source_line(card.facts, here.record, here.words)
    wide = replace(card, chart=in_rows(card.chart))
    return Text(head), still_chart(wide, here.words), *notes, _foot(source, link, here)


def slide_of_chart(name: str, here: Here) -> tuple[Piece, ...]:
    """What stands on the slide of a chart of this name? Where it cannot be made, why."""
    words = here.words
    try:
        card = drawn(name, here.record, words, here.look)
        link = here.base + place_of(settled(name, here.record), words.lang, here.look).page
        return chart_slide(card, link, here)
    except Exception as error:
        link = here.base + address(page_of(name), lang=words.lang)
        return Text(tag("h1", name, "lead")), fault(error, words), _foot("", link, here)


def slide_of_page(
    page: str, charts: tuple[str, ...], here: Here, asked: Mapping[str, str]
) -> tuple[Piece, ...]:
    """What stands on the slide of a page? Its answer as the title, its figures, and of its charts these two."""
    return tuple(_of_page(page, charts, here, asked))


def version_html(link: str, version: str, words: Words) -> Markup:
    """Of which version is a sheet, and which address reopens it?"""
    told = words("briefing.slide.version", version=version), words("briefing.slide.reopen", link=link)
    return tag("p", " · ".join(told), "source")


def _of_page(page: str, charts: tuple[str, ...], here: Here, asked: Mapping[str, str]) -> Iterator[Piece]:
    words, record, look = here.words, here.record, here.look
    yield opening(page, here)
    if kpis := NAMED[page].kpis:
        yield kpi_row(kpis, here)
    if page in _MIDDLES:
        try:
            yield from _MIDDLES[page](here, asked)
        except Exception as error:
            yield fault(error, words)
    elif charts:
        yield Box("pair", tuple(_small(name, here) for name in charts))
    line = ""
    try:
        line = as_of_line(record, words)
    except Exception as error:
        yield fault(error, words)
    kept = {"currency": look.currency.replace("CNY", ""), "period": look.period}
    if page == EXPLORE:
        kept = {name: asked.get(name, "") for name in NAMES}
    yield _foot(line, here.base + address(page, lang=words.lang, **kept), here)


def _small(name: str, here: Here) -> Box:
    try:
        inside = _card(drawn(name, here.record, here.words, here.look), here)
    except Exception as error:
        inside = (fault(error, here.words),)
    return Box(f"chart_{name}", inside)


def _card(card: Card, here: Here) -> tuple[Piece, ...]:
    head = tag("h2", card.title, "card-title") + tag("p", card.subtitle, "card-sub")
    source = tag("p", source_line(card.facts, here.record, here.words), "source")
    return Text(head), still_chart(card, here.words), Text(source)


def _explored(here: Here, asked: Mapping[str, str]) -> tuple[Piece, ...]:
    """The chart of the choice that the address makes."""
    card = explore_card(parse(asked, here.record), here.record, here.words, here.look)
    return _card(replace(card, chart=in_rows(card.chart)), here)


def _findings(here: Here, _asked: Mapping[str, str]) -> tuple[Piece, ...]:
    rows = summary_rows(findings_of(here.record), here.words)
    return (Text(table(summary_head(here.words), rows, numeric=(1, 2, 3, 4, 5))),)


def _datasets(here: Here, _asked: Mapping[str, str]) -> tuple[Piece, ...]:
    rows = dataset_rows(here.record, here.words)
    return (Text(table(dataset_head(here.words), rows, numeric=(1, 2))),)


_MIDDLES: Mapping[str, Callable[[Here, Mapping[str, str]], tuple[Piece, ...]]] = {
    EXPLORE: _explored,
    "reconciliation": _findings,
    "data": _datasets,
}
"""What a page shows in place of two charts."""


def _foot(source: str, link: str, here: Here) -> Text:
    said = tag("p", source, "source") if source else ""
    return Text(tag("div", (said, version_html(link, here.record.version, here.words)), "foot"))
