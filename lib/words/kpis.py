"""The KPI cards: which figure each shows, and what stands under it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from lib.calc.share import against_threshold
from lib.facts import enterprises
from lib.facts.convert import in_currency
from lib.facts.emerging import HALF
from lib.facts.fact import Fact
from lib.facts.record import Record
from lib.words.numbers import Parts, parts
from lib.words.origins import mark
from lib.words.speak import Words

Line = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Kpi:
    """A KPI card: label, the figure in pieces, its unit, lines under it with a style each, and its rows."""

    label: str
    parts: Parts
    unit: str
    lines: tuple[Line, ...]
    rows: tuple[tuple[str, Fact], ...]


def services_trade_total(record: Record, words: Words, currency: str) -> Kpi:
    """How large is Chongqing's trade in services?"""
    total = record.latest("services_trade_total", basis="services_trade_cny")
    rank = record.latest(
        "services_trade_rank",
        basis="services_trade_cny",
        category="central_west",
        period_end=total.period.end,
    )
    shown = in_currency(total, currency, record)
    label = words("kpi.services_trade_total.label")
    return _kpi(
        words,
        label,
        shown,
        lines=(
            (words.period(total.period), ""),
            (words("kpi.rank_central_west", rank=rank), ""),
        ),
        rows=((label, shown), (record.name("indicators", rank.indicator, words.lang), rank)),
    )


def offshore_outsourcing_executed(record: Record, words: Words, _currency: str) -> Kpi:
    """How much offshore outsourcing was executed in the newest period, and how fast did it grow?"""
    executed = record.latest("offshore_outsourcing_executed")
    growth = record.growth(executed)
    label = words("kpi.offshore_outsourcing_executed.label")
    return _kpi(
        words,
        label,
        executed,
        lines=((words.period(executed.period), ""), _change(growth, words)),
        rows=((label, executed), (words("kpi.growth_label"), growth)),
    )


def emerging_services_share(record: Record, words: Words, _currency: str) -> Kpi:
    """What share of services trade is emerging sectors, and on which side of the line?"""
    share = record.latest("emerging_services_share", category="emerging")
    side = against_threshold(share=share.bounds, threshold=HALF)
    label = words("kpi.emerging_services_share.label")
    return _kpi(
        words,
        label,
        share,
        lines=(
            (words.period(share.period), ""),
            (words(f"kpi.threshold.{side}", half=words.constant(HALF)), ""),
        ),
        rows=((label, share),),
    )


def services_trade_enterprises(record: Record, words: Words, _currency: str) -> Kpi:
    """How many enterprises trade in services?"""
    count = record.latest("services_trade_enterprises")
    label = words("kpi.services_trade_enterprises.label")
    return _kpi(
        words,
        label,
        count,
        lines=((words.period(count.period), ""), (words("kpi.leading_enterprises"), "")),
        rows=((label, count),),
    )


def talent_training_bases(record: Record, words: Words, _currency: str) -> Kpi:
    """How many talent training bases are there, of how many planned?"""
    bases = record.latest("talent_training_bases")
    plan = record.latest("talent_training_bases", kind="target")
    label = words("kpi.talent_training_bases.label")
    return _kpi(
        words,
        label,
        bases,
        lines=((words.period(bases.period), ""), (words("kpi.of_planned", plan=plan), "")),
        rows=((label, bases), (words("kpi.plan_label"), plan)),
    )


def value_per_enterprise(record: Record, words: Words, _currency: str) -> Kpi:
    """How much services trade is there for each enterprise? Two scopes and dates: for orientation only."""
    total = record.latest("services_trade_total", basis="services_trade_cny")
    count = record.latest("services_trade_enterprises")
    each = enterprises.value_per_enterprise(record)
    label = words("kpi.value_per_enterprise.label")
    return _kpi(
        words,
        label,
        each,
        lines=((words("kpi.value_per_enterprise.basis", total=total, count=count), ""),),
        rows=(
            (label, each),
            (words("kpi.services_trade_total.label"), total),
            (words("kpi.count_label"), count),
        ),
    )


def _change(growth: Fact, words: Words) -> Line:
    if growth.is_missing:
        return words("kpi.growth_unknown"), ""
    arrow, style = ("▲", "up") if growth.value > 0 else ("▼", "down") if growth.value < 0 else ("", "")
    return f"{arrow} {words.change(growth)}".strip(), style


def _kpi(
    words: Words, label: str, fact: Fact, *, lines: tuple[Line, ...], rows: tuple[tuple[str, Fact], ...]
) -> Kpi:
    said = parts(fact, words.lang)
    return Kpi(label=label, parts=said, unit=f"{said.currency}{said.unit}".strip(), lines=lines, rows=rows)


def _with_origin(build: Callable[[Record, Words, str], Kpi]) -> Callable[[Record, Words, str], Kpi]:
    """A card that rests on rows which were not published says so in its first line."""

    def kpi(record: Record, words: Words, currency: str) -> Kpi:
        made = build(record, words, currency)
        said = mark(record.origin_of(fact for _, fact in made.rows), words)
        return replace(made, lines=((said, "own"), *made.lines)) if said else made

    return kpi


KPIS: Mapping[str, Callable[[Record, Words, str], Kpi]] = MappingProxyType(
    {
        build.__name__: _with_origin(build)
        for build in (
            services_trade_total,
            offshore_outsourcing_executed,
            emerging_services_share,
            services_trade_enterprises,
            talent_training_bases,
            value_per_enterprise,
        )
    }
)
