"""The KPI cards: which figure each shows, and what stands under it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from lib.calc.share import against_threshold
from lib.facts import enterprises
from lib.facts.convert import in_currency
from lib.facts.emerging import HALF
from lib.facts.errors import maybe
from lib.facts.fact import Fact
from lib.facts.headline import headline
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
    total = headline(record, "services_trade_total")
    rank = maybe(record.latest, "services_trade_rank", basis=total.basis, category="central_west")
    shown = in_currency(total, currency, record)
    label = words("kpi.services_trade_total.label")
    lines = [_period(total, words)]
    rows = [(label, shown)]
    if rank:
        same = rank.period == total.period
        lines.append(
            (words("kpi.rank_central_west" if same else "kpi.rank_central_west_older", rank=rank), "")
        )
        rows.append((record.name("indicators", rank.indicator, words.lang), rank))
    return _kpi(words, label, shown, lines=tuple(lines), rows=tuple(rows))


def offshore_outsourcing_executed(record: Record, words: Words, _currency: str) -> Kpi:
    """How much offshore outsourcing was executed in the newest period, and how fast did it grow?"""
    executed = headline(record, "offshore_outsourcing_executed")
    growth = record.growth(executed)
    label = words("kpi.offshore_outsourcing_executed.label")
    grown = () if growth.is_missing else ((words("kpi.growth_label"), growth),)
    return _kpi(
        words,
        label,
        executed,
        lines=(_period(executed, words), _change(growth, words)),
        rows=((label, executed), *grown),
    )


def emerging_services_share(record: Record, words: Words, _currency: str) -> Kpi:
    """What share of services trade is emerging sectors, and on which side of the line?"""
    share = headline(record, "emerging_services_share")
    side = against_threshold(share=share.bounds, threshold=HALF)
    label = words("kpi.emerging_services_share.label")
    said = words("kpi.of_services_trade", side=words(f"kpi.threshold.{side}", half=words.constant(HALF)))
    return _kpi(words, label, share, lines=(_period(share, words), (said, "")), rows=((label, share),))


def services_trade_enterprises(record: Record, words: Words, _currency: str) -> Kpi:
    """How many enterprises trade in services?"""
    count = headline(record, "services_trade_enterprises")
    label = words("kpi.services_trade_enterprises.label")
    return _kpi(words, label, count, lines=(_period(count, words),), rows=((label, count),))


def talent_training_bases(record: Record, words: Words, _currency: str) -> Kpi:
    """How many talent training bases are there, of how many planned?"""
    bases = headline(record, "talent_training_bases")
    plan = maybe(headline, record, "talent_training_bases", kind="target")
    label = words("kpi.talent_training_bases.label")
    lines, rows = [_period(bases, words)], [(label, bases)]
    if plan:
        same = plan.period == bases.period
        lines.append((words("kpi.of_planned" if same else "kpi.of_planned_older", plan=plan), ""))
        rows.append((words("kpi.plan_label"), plan))
    return _kpi(words, label, bases, lines=tuple(lines), rows=tuple(rows))


def value_per_enterprise(record: Record, words: Words, _currency: str) -> Kpi:
    """How much services trade is there for each enterprise? Two scopes and dates: for orientation only."""
    found = enterprises.value_per_enterprise(record)
    total, count = found.total, found.count
    label = words("kpi.value_per_enterprise.label")
    return _kpi(
        words,
        label,
        found.said,
        lines=((words("kpi.value_per_enterprise.basis", total=total, count=count), ""),),
        rows=(
            (label, found.each),
            (words("kpi.services_trade_total.label"), total),
            (words("kpi.count_label"), count),
        ),
    )


def _period(fact: Fact, words: Words) -> Line:
    return words(
        "kpi.as_of" if fact.period.is_point else "kpi.in_period", period=words.period(fact.period)
    ), ""


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
