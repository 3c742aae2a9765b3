"""An axis as numbers: from where to where, with which ticks."""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import date

from lib.charts import spec
from lib.draw.model import Axis

_EPOCH = date(1899, 12, 30)  # where Excel's days begin
NEAR = 1e-9
"""Places that are no further apart are one: they are sums of what was rounded for drawing."""
_FORMS = {",d": "#,##0", "d": "0"}


def number(value: spec.Value | None) -> float | None:
    """Which number is a place? A day is counted as Excel counts days; None where there is none.

    >>> number(67.53), number(date(2020, 12, 31)), number(None)
    (67.53, 44196.0, None)
    """
    if isinstance(value, date):
        return float((value - _EPOCH).days)
    return None if value is None or isinstance(value, str) else float(value)


def real(value: spec.Value | None) -> float:
    """Which number is a place that must be one?"""
    found = number(value)
    assert found is not None, f"{value} is no number"
    return found


def axis(found: spec.Axis, values: Iterable[float], *, grid: bool) -> Axis:
    """How is an axis of numbers or days drawn? Ticks that the chart leaves open are 1, 2 or 5 apart.

    Both programs count ticks from the lower end. So an axis of amounts begins at a tick, and one whose ticks
    cannot be counted so is not shown: they are written under it (`tick_texts`).
    """
    if found.ends:
        first, last = (number(end) or 0.0 for end in found.ends)
    else:
        first, last = 0.0, max(values, default=1.0) * 1.05
    low, high = min(first, last), max(first, last)
    step = float(found.step or nice(high - low, found.most or 6))
    if grid:
        low = math.floor(low / step) * step
    counted = not found.ticks and math.isclose(low / step, round(low / step))
    return Axis(
        low=low,
        high=high,
        step=step,
        shown=found.shown and found.named and counted,
        grid=found.shown and (grid if found.grid is None else found.grid),
        form=f'0"{found.suffix}"' if found.suffix else _FORMS.get(found.form, "General"),
        backwards=first > last,
        line=found.line,
    )


def tick_texts(found: spec.Axis, shown: Axis) -> list[tuple[float, str]]:
    """Which ticks are written one by one, those that the chart names or else whole steps?"""
    first = math.ceil(shown.low / shown.step)
    steps = range(first, math.floor(shown.high / shown.step) + 1)
    places = found.ticks or [step * shown.step for step in steps]
    named = found.names or [f"{place:g}" for place in places]
    return [(number(place) or 0.0, text) for place, text in zip(places, named, strict=True)]


def nice(span: float, most: int) -> float:
    """Which distance of ticks gives at most so many?

    >>> nice(1.38, 5), nice(104, 5)
    (0.5, 50.0)
    """
    least = span / most
    power = 10.0 ** math.floor(math.log10(least))
    return next(float(f"{times * power:.12g}") for times in (1, 2, 5, 10) if times * power >= least)
