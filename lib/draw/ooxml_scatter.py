"""Series of lines, points and texts on two axes of numbers."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from lib.draw.model import Axis
from lib.draw.ooxml_axes import value_axis
from lib.draw.ooxml_parts import Inside, plot_area
from lib.draw.style import Style
from lib.draw.xml import Element, node, val

Series: TypeAlias = tuple[int, Callable[[int], Element]]
"""How many points it has, and what draws it, given its place among the others."""
_X, _Y = 121, 122  # ids of the axes


def scatter(
    inside: Inside,
    series: list[Series],
    x: Axis,
    y: Axis,
    style: Style,
    *,
    free: tuple[bool, bool] = (False, False),
) -> Element:
    """Which plot has these series? The longest come first: LibreOffice drops the series before a longer one.

    `free` says of x and y whether they end where the numbers ask for it.
    """
    ordered = [draw for _, draw in sorted(series, key=lambda one: -one[0])]
    return plot_area(
        inside,
        node(
            "c:scatterChart",
            val("c:scatterStyle", "lineMarker"),
            val("c:varyColors", 0),
            *(draw(order) for order, draw in enumerate(ordered)),
            val("c:axId", _X),
            val("c:axId", _Y),
        ),
        value_axis(
            x,
            style,
            own=_X,
            other=_Y,
            at="b",
            crosses="max" if y.backwards else "min",
            between="midCat",
            free=free[0],
        ),
        value_axis(y, style, own=_Y, other=_X, at="l", crosses="min", between="midCat", free=free[1]),
    )
