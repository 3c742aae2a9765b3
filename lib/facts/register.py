"""What a contract register laid over the record says: in its own scope, in place of no published figure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from lib.facts.errors import NoSuchFigure, NotInRegister
from lib.facts.fact import Fact
from lib.facts.period import Period
from lib.facts.record import Record
from lib.facts.register_scope import REGISTER_BASES

EXECUTED, ENTERPRISES, SHARE = "outsourcing_executed", "outsourcing_enterprises", "emerging_services_share"
MONTHS_SHOWN = 24
Asked = ParamSpec("Asked")
Told = TypeVar("Told")


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of what was carried out in a period, the largest first, and the codes that are not published.

    Those have no contract in it, or are withheld because they would tell of single enterprises; which of the two
    nobody is told.
    """

    whole: Fact
    parts: tuple[Fact, ...]
    absent: tuple[str, ...]


def _of_register(
    ask: Callable[Concatenate[Record, Asked], Told],
) -> Callable[Concatenate[Record, Asked], Told]:
    """Which function says of what is missing that it is the register that does not tell?"""

    @wraps(ask)
    def asked(record: Record, /, *how: Asked.args, **named: Asked.kwargs) -> Told:
        try:
            return ask(record, *how, **named)
        except NoSuchFigure as error:
            raise NotInRegister(str(error), error.missing) from error

    return asked


def has_register(record: Record) -> bool:
    """Does the record hold figures of a contract register?"""
    return any(basis in REGISTER_BASES for basis in _bases(record))


@_of_register
def newest(record: Record) -> Fact:
    """What was carried out from January to the newest month? Raises NotInRegister where none says."""
    return record.latest(EXECUTED, basis=REGISTER_BASES)


@_of_register
def by_month(record: Record) -> tuple[Fact, ...]:
    """What was carried out in each month, up to the newest? The last two years of them."""
    found = record.all(EXECUTED, basis=REGISTER_BASES, category="total", kind="outcome")
    return _months(found) or (newest(record),)


@_of_register
def by_category(record: Record, dimension: str) -> Parts:
    """How is what was carried out to be parted by sector, type or district? All of them, the largest first."""
    whole = newest(record)
    table = record.frame("categories")
    codes = tuple(str(code) for code in table.loc[table["dimension"] == dimension, "category"])
    ever = record.all(EXECUTED, basis=REGISTER_BASES, category=codes, kind="outcome")
    known = {fact.category for fact in ever} - {"emerging"}
    parts = _of(ever, whole.period)
    shown = {fact.category: fact for fact in parts if fact.category in known}
    if not shown:
        raise record.missing(EXECUTED, whole.period, category=codes)
    return Parts(whole, _largest_first(shown), tuple(sorted(known - set(shown))))


@_of_register
def by_market(record: Record) -> Parts:
    """Where do the clients come from, the largest market first?"""
    whole = newest(record)
    table = record.frame("areas")
    codes = tuple(str(code) for code in table["ref_area"])
    ever = record.all(EXECUTED, basis=REGISTER_BASES, category="total", counterpart=codes, kind="outcome")
    shown = {
        fact.counterpart: fact for fact in _of(ever, whole.period) if fact.counterpart != whole.counterpart
    }
    known = {fact.counterpart for fact in ever} - {whole.counterpart}
    if not shown:
        raise record.missing(EXECUTED, whole.period, counterpart=codes)
    return Parts(whole, _largest_first(shown), tuple(sorted(known - set(shown))))


@_of_register
def enterprises(record: Record) -> tuple[Fact, tuple[Fact, ...]]:
    """How many different enterprises had a contract from January to the newest month, and in each month?"""
    whole = record.latest(ENTERPRISES, basis=REGISTER_BASES)
    months = _months(record.all(ENTERPRISES, basis=REGISTER_BASES, category="total", kind="outcome"))
    return whole, months or (whole,)


@_of_register
def share(record: Record) -> Fact:
    """Which share of what was carried out is of the emerging sectors? Of outsourcing, not of services trade."""
    return record.latest(SHARE, basis=REGISTER_BASES, category="emerging")


def _bases(record: Record) -> set[str]:
    if "bases" in record.faults:
        return set()
    return {str(row["basis"]) for row in record.lines("bases")}


def _months(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    return tuple(fact for fact in facts if fact.period.months == 1)[-MONTHS_SHOWN:]


def _of(facts: tuple[Fact, ...], period: Period) -> tuple[Fact, ...]:
    return tuple(fact for fact in facts if fact.period == period)


def _largest_first(shown: dict[str, Fact]) -> tuple[Fact, ...]:
    return tuple(sorted((fact for fact in shown.values() if fact.value > 0), key=lambda fact: -fact.value))
