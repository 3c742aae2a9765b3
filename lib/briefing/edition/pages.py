"""The pages of the edition as a table of contents: the same as on the live site, in the same order.

Without the two whose content is a reader's choices: `/explore` and `/briefing`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from types import MappingProxyType

from lib.briefing.edition.cards import chart, charts, kpis, pair
from lib.briefing.edition.data import data_blocks
from lib.briefing.edition.findings import finding_blocks
from lib.briefing.edition.opening import answer, picker
from lib.briefing.edition.panels import bases, five_facts, sectors, statements
from lib.briefing.edition.scene import NO_CHOICE, Block, Choice, Scene, blocks
from lib.briefing.left_out import attempt
from lib.charts.card import CURRENCIES, Look
from lib.facts.outsourcing_periods import period_codes
from lib.facts.record import Record
from lib.site.pages import OVERVIEW, register_rows

BLOCKS: Mapping[str, tuple[Block, ...]] = MappingProxyType(
    {
        "overview": (
            kpis(*OVERVIEW.kpis),
            charts("goal_path", "growth_base", "emerging_threshold", "enterprise_counts"),
            pair(chart("talent_progress"), five_facts),
        ),
        "trade_volume": (
            picker,
            charts("goal_path", "goal_path_later", "goals_printed", "usd_series", "tourism_receipts"),
            charts("national_total", "national_months", "national_sides", "district_figures"),
        ),
        "outsourcing": (
            picker,
            charts("growth_base", "rest_of_year"),
            charts("contract_executed", "growth_against_nation"),
            charts("offshore_annual", "share_of_nation"),
            charts("plan_total", "offshore_types"),
            charts("offshore_markets", "first_half_segments"),
            charts("national_offshore", "national_offshore_types"),
        ),
        "emerging_sectors": (
            pair(chart("emerging_threshold"), sectors),
            charts("emerging_comparators", "knowledge_intensive_share"),
            charts("digital_outsourcing", "digitally_deliverable", "digital_goals"),
        ),
        "enterprises": (
            kpis("services_trade_enterprises", "value_per_enterprise"),
            charts("enterprise_counts", "national_outsourcing_enterprises"),
            pair(chart("value_per_enterprise"), statements("enterprises")),
        ),
        "talent": (
            charts("talent_progress", "years_needed"),
            pair(chart("bases_by_focus"), bases),
            statements("talent"),
        ),
        "comparison": (charts("cities_offshore", "city_lead", "ranks", "peers_since", "cities_share"),),
        "reconciliation": finding_blocks,
        "data": data_blocks,
    }
)


def page_html(name: str, scene: Scene) -> str:
    """What does a page show, from its answer to its last table?"""
    choice = attempt("part", "part_of_page", partial(choice_of, name, scene.record), scene.left)
    here = replace(scene, choice=choice or NO_CHOICE)
    more = tuple(charts(*row) for row in register_rows(name, scene.record))
    return answer(name, here) + "".join(blocks((*BLOCKS[name], *more), here))


def choice_of(page: str, record: Record) -> Choice:
    """What can a reader choose on a page? The first is what they see unless they do."""
    if page == "trade_volume":
        return Choice("currency", CURRENCIES, tuple(Look(currency=code) for code in CURRENCIES))
    codes = period_codes(record) if page == "outsourcing" else ()
    return Choice("period", codes, tuple(Look(period=code) for code in codes)) if codes else NO_CHOICE
