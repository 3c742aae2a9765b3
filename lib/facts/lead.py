"""One area's figure against another's: by how much it is ahead, and in which words."""

from __future__ import annotations

from typing import Literal, TypeAlias

from lib.facts.fact import Fact

Standing: TypeAlias = Literal["behind", "just_behind", "level", "just_ahead", "ahead"]
STANDINGS: tuple[Standing, ...] = ("behind", "just_behind", "level", "just_ahead", "ahead")
TOUCHING = STANDINGS[1:-1]
"""Where what rounding allows for the two meets, so that they may be equal."""


def standing(*, own: Fact, other: Fact) -> Standing:
    """Where does one area stand against another: behind, just_behind, level, just_ahead or ahead?

    Just: one printed figure is larger, but what rounding allows for the two meets, so that they may be equal.
    """
    if own.at(0) == other.at(0):
        return "level"
    may_be_equal = own.interval_at(0).meets(other.interval_at(0))
    if own.at(0) < other.at(0):
        return "just_behind" if may_be_equal else "behind"
    return "just_ahead" if may_be_equal else "ahead"


def size_of(difference: Fact) -> Fact:
    """How large is a lead without its sign, for a sentence that says more or less?"""
    if difference.value >= 0:
        return difference
    return difference.opposite()
