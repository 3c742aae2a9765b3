"""Numbers of a sheet beside those of the screen: what was printed to the digit, what was worked out to three."""

from __future__ import annotations

import math
from collections.abc import Sequence
from decimal import Decimal

from lib.charts.card import Card
from lib.draw.plotly import figure_of

Number = float | None


def lengths_of_bars(card: Card) -> list[float]:
    """How long is each bar of a chart as the page draws it?"""
    return [
        value
        for trace in figure_of(card).data
        if trace.type == "bar"
        for value in (trace.x if trace.orientation == "h" else trace.y)
        if value is not None
    ]


def are_as_typed(shown: Sequence[Number], wanted: Sequence[Number]) -> bool:
    """Are these the same numbers, as a person would type them? No figure of the record has more than six digits."""
    return len(shown) == len(wanted) and all(map(is_as_typed, shown, wanted))


def is_as_typed(shown: Number, wanted: Number) -> bool:
    if shown is None or wanted is None:
        return shown is wanted
    if _digits(wanted) <= 6:
        return shown == wanted
    return _digits(shown) <= 6 and math.isclose(shown, wanted, rel_tol=0.005)


def _digits(value: float) -> int:
    return len(Decimal(repr(value)).normalize().as_tuple().digits)
