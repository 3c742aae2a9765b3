"""The pages of the edition: what stands on each is what the table of pages says, as on the live site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from types import MappingProxyType

from lib.briefing.edition.cards import kpis
from lib.briefing.edition.data import data_blocks
from lib.briefing.edition.findings import finding_blocks
from lib.briefing.edition.opening import answer, picker
from lib.briefing.edition.panels import grid
from lib.briefing.edition.scene import NO_CHOICE, Block, Choice, Scene, blocks
from lib.briefing.left_out import attempt
from lib.charts.card import CURRENCIES, Look
from lib.facts.outsourcing_periods import period_codes
from lib.facts.record import Record
from lib.site.pages import NAMED, Grid, Kpis, Page, Section, register_rows

SECTIONS: Mapping[str, tuple[Block, ...]] = MappingProxyType(
    {"findings": finding_blocks, "data": data_blocks}
)
"""Where a script of the edition chooses among many."""


def page_html(name: str, scene: Scene) -> str:
    """What does a page show, from its answer to its last table?"""
    choice = attempt("part", "part_of_page", partial(choice_of, name, scene.record), scene.left)
    here = replace(scene, choice=choice or NO_CHOICE)
    return answer(name, here) + "".join(blocks(tuple(_blocks(NAMED[name], scene.record)), here))


def choice_of(page: str, record: Record) -> Choice:
    """What can a reader choose on a page? The first is what they see unless they do."""
    if page == "trade_volume":
        return Choice("currency", CURRENCIES, tuple(Look(currency=code) for code in CURRENCIES))
    codes = period_codes(record) if page == "outsourcing" else ()
    return Choice("period", codes, tuple(Look(period=code) for code in codes)) if codes else NO_CHOICE


def _blocks(page: Page, record: Record) -> Iterator[Block]:
    if page.choice:
        yield picker
    for block in page.blocks:
        match block:
            case Kpis(names):
                yield kpis(*names)
            case Grid():
                yield grid(block, page.name)
            case Section(name):
                yield from SECTIONS[name]
    for row in register_rows(page.name, record):
        yield grid(Grid(row[0], row), page.name)
