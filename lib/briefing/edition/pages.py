"""The pages of the edition: what stands on each is what the table of pages says, as on the live site."""

from __future__ import annotations

from collections.abc import Mapping
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
from lib.site.pages import NAMED, Grid, Kpis, Page, register_rows

OWN: Mapping[str, tuple[Block, ...]] = MappingProxyType(
    {"reconciliation": finding_blocks, "data": data_blocks}
)
"""The pages on which a script of the edition chooses among many."""


def page_html(name: str, scene: Scene) -> str:
    """What does a page show, from its answer to its last table?"""
    choice = attempt("part", "part_of_page", partial(choice_of, name, scene.record), scene.left)
    here = replace(scene, choice=choice or NO_CHOICE)
    return answer(name, here) + "".join(blocks(_blocks(NAMED[name], scene.record), here))


def choice_of(page: str, record: Record) -> Choice:
    """What can a reader choose on a page? The first is what they see unless they do."""
    if page == "trade_volume":
        return Choice("currency", CURRENCIES, tuple(Look(currency=code) for code in CURRENCIES))
    codes = period_codes(record) if page == "outsourcing" else ()
    return Choice("period", codes, tuple(Look(period=code) for code in codes)) if codes else NO_CHOICE


def _blocks(page: Page, record: Record) -> tuple[Block, ...]:
    first = (picker,) if page.choice else ()
    shown = tuple(
        kpis(*block.names) if isinstance(block, Kpis) else grid(block, page.name) for block in page.blocks
    )
    more = tuple(grid(Grid(row[0], row), page.name) for row in register_rows(page.name, record))
    return (*first, *shown, *OWN.get(page.name, ()), *more)
