"""The table of pages: which there are, at which address, and what stands on each, in this order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain
from types import MappingProxyType
from typing import TypeAlias

from lib.facts.headline import HEADLINES
from lib.facts.record import Record
from lib.facts.register import has_register


@dataclass(frozen=True, slots=True)
class Kpis:
    """A row of KPI cards, by their names in `lib.words.kpis`."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """A block that is no chart (`lib.site.blocks.panels`). One shows a chart instead where a source prints it."""

    name: str
    where_printed: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """Cards two in a row, an odd one by itself: charts by their names, and panels. `key` names the grid."""

    key: str
    cards: tuple[str | Panel, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page with choices of its own (`lib.site.sections.chosen`)."""

    name: str


Block: TypeAlias = Kpis | Grid | Section


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its name in messages, its address, its choice (`currency`, `period`), and its blocks.

    `register` are the charts that a contract register adds, row by row; what stands in a row is as high.
    What a reader makes on a page of their own is not `in_edition`.
    """

    name: str
    path: str
    blocks: tuple[Block, ...] = ()
    choice: str = ""
    register: tuple[tuple[str, ...], ...] = ()
    in_edition: bool = True

    @property
    def kpis(self) -> tuple[str, ...]:
        """Which KPI cards stand on it?"""
        return tuple(name for block in self.blocks if isinstance(block, Kpis) for name in block.names)

    @property
    def charts(self) -> tuple[str, ...]:
        """Which charts stand on it, whatever the record holds, in this order?"""
        cards = chain.from_iterable(block.cards for block in self.blocks if isinstance(block, Grid))
        named = (card.where_printed if isinstance(card, Panel) else card for card in cards)
        return tuple(name for name in named if name)


def _rows(*rows: tuple[str, ...]) -> tuple[Grid, ...]:
    """Each row under the name of its first chart."""
    return tuple(Grid(row[0], row) for row in rows)


PAGES = (
    Page(
        "overview",
        "",
        (
            Kpis(tuple(HEADLINES)),
            Grid(
                "overview",
                (
                    "goal_path",
                    "growth_base",
                    "emerging_threshold",
                    "enterprise_counts",
                    "talent_progress",
                    Panel("five_facts"),
                ),
            ),
        ),
    ),
    Page(
        "trade_volume",
        "trade-volume",
        (
            Grid(
                "trade_volume",
                (
                    "goal_path",
                    "goal_path_later",
                    "goals_printed",
                    "usd_series",
                    "tourism_receipts",
                    "national_total",
                    "national_months",
                    "national_sides",
                    "district_figures",
                ),
            ),
        ),
        choice="currency",
    ),
    Page(
        "outsourcing",
        "outsourcing",
        _rows(
            ("growth_base", "rest_of_year"),
            ("contract_executed", "growth_against_nation"),
            ("offshore_annual", "share_of_nation"),
            ("plan_total", "offshore_types"),
            ("offshore_markets", "first_half_segments"),
            ("national_offshore", "national_offshore_types"),
        ),
        choice="period",
        register=(("register_months",), ("register_districts", "register_markets")),
    ),
    Page(
        "emerging_sectors",
        "emerging-sectors",
        (
            Grid(
                "emerging_sectors",
                (
                    "emerging_threshold",
                    Panel("sectors", where_printed="emerging_mix"),
                    "emerging_comparators",
                    "knowledge_intensive_share",
                    "digital_outsourcing",
                    "digitally_deliverable",
                    "digital_goals",
                ),
            ),
        ),
        register=(("register_share",), ("register_sectors",)),
    ),
    Page(
        "enterprises",
        "enterprises",
        (
            Kpis(("services_trade_enterprises", "value_per_enterprise")),
            Grid(
                "enterprises",
                (
                    "enterprise_counts",
                    "national_outsourcing_enterprises",
                    "value_per_enterprise",
                    Panel("statements"),
                ),
            ),
        ),
        register=(("register_enterprises",),),
    ),
    Page(
        "talent",
        "talent",
        (
            Grid(
                "talent",
                (
                    "talent_progress",
                    "years_needed",
                    "bases_by_focus",
                    Panel("bases"),
                    Panel("statements"),
                ),
            ),
        ),
    ),
    Page(
        "comparison",
        "comparison",
        (Grid("comparison", ("cities_offshore", "city_lead", "ranks", "peers_since", "cities_share")),),
    ),
    Page("explore", "explore", (Section("explore"),), in_edition=False),
    Page("reconciliation", "reconciliation", (Section("findings"),)),
    Page("data", "data", (Section("data"),)),
    Page("briefing", "briefing", (Section("briefing"),), in_edition=False),
)
HIDDEN = (Page("search", "search", (Section("search"),), in_edition=False),)
"""Pages that answer a question of the reader's: in no menu, slide, briefing or edition."""
OVERVIEW = PAGES[0]
"""The page that shows charts of others."""
NAMED: Mapping[str, Page] = MappingProxyType({page.name: page for page in (*PAGES, *HIDDEN)})
EDITION = tuple(page.name for page in PAGES if page.in_edition)
"""The pages of the file that holds the whole site."""
PATHS: Mapping[str, Page] = MappingProxyType({page.path: page for page in NAMED.values()})

WHERE_PRINTED = frozenset(
    card.where_printed
    for page in PAGES
    for block in page.blocks
    if isinstance(block, Grid)
    for card in block.cards
    if isinstance(card, Panel) and card.where_printed
)
"""Charts whose place on their page something else takes until a source prints what they show."""
CHARTS = tuple(name for page in PAGES if page is not OVERVIEW for name in page.charts)
"""Every chart of the published record, each once, in the order of the pages."""
PAGE_OF: Mapping[str, str] = MappingProxyType(
    {
        name: page.name
        for page in PAGES
        if page is not OVERVIEW
        for name in (*page.charts, *chain.from_iterable(page.register))
    }
)


def register_rows(page: str, record: Record) -> tuple[tuple[str, ...], ...]:
    """Which charts does a contract register add to a page, row by row? None where there is no register."""
    return NAMED[page].register if has_register(record) else ()


def charts_of(page: str, record: Record | None = None) -> tuple[str, ...]:
    """Which charts stand on a page? `all` is every chart of the site, page by page, each once.

    With a record, those of a contract register come after them where it holds one.

    >>> charts_of("comparison")[:2]
    ('cities_offshore', 'city_lead')
    """
    asked = tuple(NAMED) if page == "all" else (page,)
    rows = () if record is None else [row for found in asked for row in register_rows(found, record)]
    return (*(CHARTS if page == "all" else NAMED[page].charts), *chain.from_iterable(rows))


def stands(record: Record) -> dict[str, str]:
    """On which page does each chart of a record stand, in the order of the pages?"""
    return {name: PAGE_OF[name] for name in charts_of("all", record)}
