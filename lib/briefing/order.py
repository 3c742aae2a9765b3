"""What somebody asks a briefing to be: which charts, in which language, currency and period, under which title."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from lib.charts.card import Look
from lib.charts.registry import CHARTS, PAGES
from lib.facts.errors import RecordError
from lib.facts.outsourcing import period_codes
from lib.facts.record import Record
from lib.words.speak import Words

MOST_CHARTS = 40
CURRENCIES = ("CNY", "USD")

# What the overview shows; every other page shows its charts in the order of the registry.
OVERVIEW_KPIS = (
    "services_trade_total",
    "offshore_outsourcing_executed",
    "emerging_services_share",
    "services_trade_enterprises",
    "talent_training_bases",
)
OVERVIEW_CHARTS = ("goal_path", "growth_base", "emerging_threshold", "enterprise_counts", "talent_progress")
PAGE_OF: Mapping[str, str] = MappingProxyType({name: page for page, found in PAGES.items() for name in found})


@dataclass(frozen=True, slots=True)
class Order:
    """A briefing as asked for.

    `title` "" is the usual one; `base` is where the dashboard is served. A chart that nothing was published
    for is refused, or left out where whole pages are asked for (`leave_out`).
    """

    lang: str
    charts: tuple[str, ...]
    look: Look = field(default_factory=Look)
    title: str = ""
    base: str = "http://localhost:8501"
    leave_out: bool = False


class RefusedOrder(Exception):
    """A briefing that cannot be made; says in the reader's language what was asked and what there is."""


def charts_of(page: str) -> tuple[str, ...]:
    """Which charts stand on a page? `all` is every chart of the site, page by page, each once."""
    if page == "overview":
        return OVERVIEW_CHARTS
    return tuple(CHARTS) if page == "all" else tuple(PAGES.get(page, ()))


def titles(record: Record, words: Words, look: Look) -> dict[str, str]:
    """What does each chart say that can be drawn, by its name?"""
    found = {}
    for name, draw in CHARTS.items():
        try:
            found[name] = draw(record, words, look).title
        except RecordError:
            continue
    return found


def check(order: Order, record: Record) -> None:
    """Can this be made? Raises RefusedOrder with one sentence that says what is allowed."""
    words = Words(order.lang)
    unknown = [name for name in order.charts if name not in CHARTS]
    if unknown:
        raise RefusedOrder(
            words("briefing.refused.chart", names=words.list(unknown), known=", ".join(CHARTS))
        )
    if not order.charts:
        raise RefusedOrder(words("briefing.refused.none"))
    if len(order.charts) > MOST_CHARTS:
        raise RefusedOrder(
            words(
                "briefing.refused.many", asked=words.count(len(order.charts)), most=words.count(MOST_CHARTS)
            )
        )
    periods = period_codes(record)
    if order.look.period and order.look.period not in periods:
        raise RefusedOrder(
            words("briefing.refused.period", asked=order.look.period, known=", ".join(periods))
        )
    if order.look.currency not in CURRENCIES:
        raise RefusedOrder(
            words("briefing.refused.currency", asked=order.look.currency, known=", ".join(CURRENCIES))
        )
