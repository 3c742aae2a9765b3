"""A choice that has something to show, what else could be chosen, and how many figures each option has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lib.explore.choice import OF_DIMENSION, TOTAL, Choice
from lib.explore.forms import Barred
from lib.explore.pool import Option
from lib.explore.series import Series, is_part
from lib.facts.observation import Row


@dataclass(frozen=True, slots=True)
class Offer:
    """A choice that has something, what else could be chosen, and what was asked for in vain.

    `options` are by the names of an address. `refused` are the names and values of an address that there is nothing
    of; `barred` are forms that would not be honest, with the reason. `series` is what is shown.
    """

    choice: Choice
    options: Mapping[str, tuple[Option, ...]]
    refused: tuple[tuple[str, str], ...]
    barred: tuple[Barred, ...]
    series: tuple[Series, ...]
    elsewhere: int = 0
    """How many figures of the same are printed in the other currency."""


def option_of(code: str, rows: Sequence[Row]) -> Option:
    """How many figures remain with a code?"""
    return Option(code, len(rows), len({row["period_end"].year for row in rows}))


def option_of_series(code: str, found: Sequence[Series]) -> Option:
    """How many figures do these series show?"""
    facts = [fact for one in found for fact in one.facts]
    return Option(code, len(facts), len({fact.period.end.year for fact in facts}))


def of_dimensions(rows: Sequence[Row], dimensions: Mapping[str, str]) -> tuple[Option, ...]:
    """Which dimensions have several parts, and are not all that there is?"""
    parts = {str(row["category"]) for row in rows} - {TOTAL}
    held = Counter(dimensions.get(part, "") for part in parts)
    if len(held) < 2:
        return ()
    return tuple(
        option_of(code, [row for row in rows if is_part(row["category"], code, dimensions)])
        for code in sorted(f"{OF_DIMENSION}{name}" for name, many in held.items() if name and many > 1)
    )
