"""Which of many years are named on an axis, and which of many marks carry a label."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

Thing = TypeVar("Thing")
MOST_TICKS = 6
"""As many years as stand side by side on a phone."""


def every(things: Sequence[Thing], most: int = MOST_TICKS) -> list[Thing]:
    """Which of these are named, at one distance from each other? The last, and the first too where it can be.

    >>> every(range(2020, 2026)), every(range(2020, 2030))
    ([2020, 2021, 2022, 2023, 2024, 2025], [2020, 2023, 2026, 2029])
    >>> every(range(2012, 2026))
    [2013, 2016, 2019, 2022, 2025]
    """
    least = -(-len(things) // most)
    both_ends = (step for step in range(least, least * 3 // 2 + 1) if (len(things) - 1) % step == 0)
    return list(things[:: -next(both_ends, least)][::-1]) if things else []


def sparse(things: Sequence[Thing], most: int) -> list[Thing]:
    """Which of these carry a label? All, or the first, the last and some between at even distances.

    >>> sparse("abcdefghi", 3), sparse("ab", 3)
    (['a', 'e', 'i'], ['a', 'b'])
    """
    if len(things) <= most:
        return list(things)
    return [things[round(place * (len(things) - 1) / (most - 1))] for place in range(most)]
