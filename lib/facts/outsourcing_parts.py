"""What Chongqing's offshore outsourcing is made of: its three types, and the segments of one of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from lib.calc.accounts import sum_of_types
from lib.calc.share import share_pct
from lib.facts.derive import derive
from lib.facts.errors import maybe
from lib.facts.fact import Fact
from lib.facts.outsourcing import EXECUTED, less
from lib.facts.period import Period
from lib.facts.record import Record
from lib.facts.register_scope import published

TYPES = ("kpo", "ito", "bpo")


@dataclass(frozen=True, slots=True)
class Types:
    """The types of one period with their growth, their sum, the printed total, and the first one's share.

    `total` is None where none is printed: the share is then one of the sum.
    """

    levels: tuple[Fact, ...]
    growths: tuple[Fact, ...]
    sum: Fact
    total: Fact | None
    share: Fact

    @property
    def add_up(self) -> bool:
        """Can the sum and the printed total stand for one amount, as far as rounding tells?"""
        if self.total is None:
            return True
        mult = max(self.sum.unit_mult, self.total.unit_mult)
        return self.sum.interval_at(mult).meets(self.total.interval_at(mult))


@dataclass(frozen=True, slots=True)
class Parts:
    """A printed whole, the parts of it that are printed with their growth, and the rest."""

    whole: Fact
    parts: tuple[Fact, ...]
    growths: tuple[Fact, ...]
    rest: Fact
    steps: tuple[Fact, ...]


def types(record: Record) -> Types:
    """How is the executed value split by type, in the newest period that has all types printed?

    A register of one's own takes no published period's place: it is split where nothing else is.
    """
    found = [record.all(EXECUTED, category=code) for code in TYPES]
    by_type = _by_period(map(published, found))
    if not set.intersection(*map(set, by_type)):
        by_type = _by_period(found)
    common = sorted(set.intersection(*map(set, by_type)), key=_newest_and_longest)
    if not common:
        lacking = next((code for code, facts in zip(TYPES, by_type, strict=True) if not facts), TYPES[0])
        raise record.missing(EXECUTED, category=lacking)
    levels = tuple(facts[common[-1]] for facts in by_type)
    whole = maybe(record.one, EXECUTED, period=common[-1], kind="outcome", basis=levels[0].basis)
    like = whole or replace(levels[0], category="total")
    summed = derive(sum_of_types, like=like, decimals=2, kpo=levels[0], ito=levels[1], bpo=levels[2])
    share = derive(share_pct, like=levels[0], unit="PERCENT", part=levels[0], whole=whole or summed)
    return Types(levels, tuple(map(record.growth, levels)), summed, whole, share)


def _by_period(types_of: Iterable[tuple[Fact, ...]]) -> list[dict[Period, Fact]]:
    return [{fact.period: fact for fact in facts} for facts in types_of]


def _newest_and_longest(period: Period) -> tuple[date, int]:
    return period.end, period.months


def segments(record: Record, *, of: str = "kpo") -> Parts:
    """Which parts of one type are printed for its newest period that has any, and what is left of it?

    Of a register of one's own only where nothing is printed.
    """
    table = record.frame("categories")
    codes = tuple(table.loc[table["parent"] == of, "category"])
    found = record.all(EXECUTED, category=codes, kind="outcome")
    wholes = record.all(EXECUTED, category=of, kind="outcome")
    with_parts = tuple(whole for whole in wholes if any(_is_of(part, whole) for part in found))
    split = published(with_parts) or with_parts
    if not split:
        raise record.missing(EXECUTED, category=codes[0] if wholes and codes else of)
    whole = record.one(EXECUTED, period=split[-1].period, category=of, basis=split[-1].basis)
    parts = tuple(sorted((part for part in found if _is_of(part, whole)), key=lambda part: -part.at(0)))
    steps: list[Fact] = []
    for part in parts:
        steps.append(less(steps[-1] if steps else whole, part, whole, "parts_do_not_overlap"))
    return Parts(whole, parts, tuple(map(record.growth, parts)), steps[-1], tuple(steps))


def _is_of(part: Fact, whole: Fact) -> bool:
    return (part.period, part.basis, part.unit) == (whole.period, whole.basis, whole.unit)
