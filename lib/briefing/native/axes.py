"""An axis of a figure as numbers: from where to where, with which ticks."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from lib.draw.model import Axis

_EPOCH = date(1899, 12, 30)  # where Excel's days begin


def number(value: Any) -> float | None:
    """Which number is a coordinate? A day is counted as Excel counts days; None where there is none.

    >>> number(67.53), number("2020-12-31"), number(None)
    (67.53, 44196.0, None)
    """
    if value is None:
        return None
    if isinstance(value, (str, date)):
        day = value if isinstance(value, date) else date.fromisoformat(value)
        return float((day - _EPOCH).days)
    return None if math.isnan(value) else float(value)


def axis(found: Mapping[str, Any], values: Iterable[float], *, grid: bool) -> Axis:
    """How is an axis of numbers or days drawn? Ticks that the figure leaves open are 1, 2 or 5 apart.

    Both programs count ticks from the lower end. So an axis of amounts begins at a tick, and one whose ticks
    cannot be counted so is not shown: they are written under it (`tick_texts`).
    """
    given = found.get("range")
    if given:
        first, last = (number(end) or 0.0 for end in given)
    else:
        first, last = 0.0, max(values, default=1.0) * 1.05
    low, high = min(first, last), max(first, last)
    step = float(found.get("dtick") or nice(high - low, int(found.get("nticks", 6))))
    visible = found.get("visible", True)
    if grid:
        low = math.floor(low / step) * step
    return Axis(
        low=low,
        high=high,
        step=step,
        shown=visible
        and found.get("showticklabels", True)
        and not found.get("tickvals")
        and math.isclose(low / step, round(low / step)),
        grid=visible and found.get("showgrid", grid),
        form=_form(found),
        backwards=first > last,
        line=found.get("linecolor", "").upper() if found.get("showline") else "",
    )


def tick_texts(found: Mapping[str, Any], shown: Axis) -> list[tuple[float, str]]:
    """Which ticks are written one by one, those that the figure names or else whole steps?"""
    first = math.ceil(shown.low / shown.step)
    steps = range(first, math.floor(shown.high / shown.step) + 1)
    places = found.get("tickvals") or [step * shown.step for step in steps]
    named = found.get("ticktext") or [f"{place:g}" for place in places]
    return [(number(place) or 0.0, text) for place, text in zip(places, named, strict=True)]


def nice(span: float, most: int) -> float:
    """Which distance of ticks gives at most so many?

    >>> nice(1.38, 5), nice(104, 5)
    (0.5, 50.0)
    """
    least = span / most
    power = 10.0 ** math.floor(math.log10(least))
    return next(float(f"{times * power:.12g}") for times in (1, 2, 5, 10) if times * power >= least)


def _form(found: Mapping[str, Any]) -> str:
    suffix = found.get("ticksuffix", "")
    if suffix:
        return f'0"{suffix}"'
    return {",d": "#,##0", "d": "0"}.get(found.get("tickformat", ""), "General")
