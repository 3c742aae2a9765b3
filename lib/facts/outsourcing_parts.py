"""What Chongqing's offshore outsourcing is made of: its three types, and the segments of one of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lib.calc.accounts import sum_of_types
from lib.calc.interval import Interval
from lib.calc.share import share_pct
from lib.facts.derive import derive
from lib.facts.errors import NoSuchFigure
from lib.facts.fact import Fact
from lib.facts.outsourcing import EXECUTED, less
from lib.facts.period import Period
from lib.facts.record import Record

TYPES = ("kpo", "ito", "bpo")


@dataclass(frozen=True, slots=True)
class Types:
    """The types of one period with their growth, their sum, the printed total, and the first one's share."""

    levels: tuple[Fact, ...]
    growths: tuple[Fact, ...]
    sum: Fact
    total: Fact
    share: Fact

    @property
    def add_up(self) -> bool:
        """Can the sum and the printed total stand for one amount, as far as rounding tells?"""
        mult = max(self.sum.unit_mult, self.total.unit_mult)
        return Interval(*self.sum.bounds_at(mult)).meets(Interval(*self.total.bounds_at(mult)))


@dataclass(frozen=True, slots=True)
class Parts:
    """A printed whole, the parts of it that are printed with their growth, and the rest."""

    whole: Fact
    parts: tuple[Fact, ...]
    growths: tuple[Fact, ...]
    rest: Fact
    steps: tuple[Fact, ...]


def types(record: Record) -> Types:
    """How is the executed value split by type, in the newest period that has all types printed?"""
    by_type = [{fact.period: fact for fact in record.all(EXECUTED, category=code)} for code in TYPES]
    common = sorted(set.intersection(*(set(facts) for facts in by_type)), key=_newest_and_longest)
    if not common:
        raise NoSuchFigure(f"no period of {EXECUTED} with all of {', '.join(TYPES)}")
    levels = tuple(facts[common[-1]] for facts in by_type)
    whole = record.one(EXECUTED, period=common[-1], kind="outcome", basis=levels[0].basis)
    summed = derive(sum_of_types, like=whole, decimals=2, kpo=levels[0], ito=levels[1], bpo=levels[2])
    share = derive(share_pct, like=levels[0], unit="PERCENT", part=levels[0], whole=whole)
    return Types(levels, tuple(map(record.growth, levels)), summed, whole, share)


def _newest_and_longest(period: Period) -> tuple[date, int]:
    return period.end, period.months


def segments(record: Record, *, of: str = "kpo") -> Parts:
    """Which parts of one type are printed for its newest period, and what is left of it?"""
    whole = record.latest(EXECUTED, category=of)
    table = record.frame("categories")
    codes = tuple(table.loc[table["parent"] == of, "category"])
    found = record.all(
        EXECUTED,
        category=codes,
        period_start=whole.period.start,
        period_end=whole.period.end,
        basis=whole.basis,
    )
    parts = tuple(sorted(found, key=lambda part: part.at(0), reverse=True))
    if not parts:
        raise NoSuchFigure(f"no part of {of} for {whole.period.code}")
    steps: list[Fact] = []
    for part in parts:
        steps.append(less(steps[-1] if steps else whole, part, whole, "parts_do_not_overlap"))
    return Parts(whole, parts, tuple(map(record.growth, parts)), steps[-1], tuple(steps))
