"""The axes of a chart: one of numbers, and that of the categories of bars."""

from __future__ import annotations

import math

from lib.charts.tokens import LIGHT
from lib.draw.model import Axis
from lib.draw.style import Style
from lib.draw.typeface import Type, chart_text
from lib.draw.xml import Element, line, node, val

_BEFORE, _NEAR = 0.95, 1e-9
_UNSEEN = 20


def value_axis(
    found: Axis,
    style: Style,
    *,
    own: int,
    other: int,
    at: str,
    crosses: str = "autoZero",
    between: str = "between",
    free: bool = False,
) -> Element:
    """How is an axis of numbers drawn? `at` is its side (l or b); a `free` one ends where the numbers ask for it, and
    begins there where bars go below zero.
    """
    below = found.low < 0 and between == "between"
    return node(
        "c:valAx",
        val("c:axId", own),
        node(
            "c:scaling",
            val("c:orientation", "maxMin" if found.backwards else "minMax"),
            None if free else val("c:max", repr(found.high)),
            None if free and below else val("c:min", repr(found.low)),
        ),
        val("c:delete", int(not _is_seen(found))),
        val("c:axPos", at),
        node("c:majorGridlines", node("c:spPr", line(LIGHT.rule, 0.75))) if found.grid else None,
        node("c:numFmt", formatCode=found.form, sourceLinked=0),
        val("c:majorTickMark", "none"),
        val("c:minorTickMark", "none"),
        val("c:tickLblPos", "nextTo" if found.shown else "none"),
        node("c:spPr", line(found.line)),
        chart_text(Type(style.lang, style.tick, LIGHT.text)),
        val("c:crossAx", other),
        val("c:crosses", crosses),
        val("c:crossBetween", between),
        val("c:majorUnit", repr(unit)) if (unit := _unit(found, free=free)) else None,
    )


def _unit(found: Axis, *, free: bool) -> float:
    """How far are the ticks of an axis apart? 0 where programs choose. They end an automatic one at a tick: where it
    is not seen, ticks are close, so that it ends about where it is drawn to end.
    """
    if not free:
        return found.step
    return 0.0 if _is_seen(found) else (found.high - found.low) / _UNSEEN


def _is_seen(found: Axis) -> bool:
    return bool(found.shown or found.grid or found.line)


def category_axis(
    found: Axis, style: Style, *, own: int, other: int, horizontal: bool, every: int
) -> Element:
    """How is the axis of the bars drawn? Lying bars begin at the top."""
    return node(
        "c:catAx",
        val("c:axId", own),
        node("c:scaling", val("c:orientation", "maxMin" if horizontal else "minMax")),
        val("c:delete", 0),
        val("c:axPos", "l" if horizontal else "b"),
        val("c:majorTickMark", "none"),
        val("c:minorTickMark", "none"),
        val("c:tickLblPos", "low" if found.shown else "none"),
        node("c:spPr", line(found.line, 0.75)),
        chart_text(Type(style.lang, style.category, LIGHT.text)),
        val("c:crossAx", other),
        val("c:crosses", "autoZero"),
        val("c:auto", 0),
        val("c:lblAlgn", "ctr"),
        val("c:lblOffset", 60),
        val("c:tickLblSkip", every),
        val("c:noMultiLvlLbl", 1),
    )


def reach_of(found: Axis, *, alike: bool = False) -> float:
    """Up to where must the numbers of an automatic axis go, so that it ends about where it is drawn to end?

    Programs go on by a twentieth at least, and then to the next tick. Panels that end `alike` all have a number there.
    """
    ticks = (found.shown or found.grid) and not alike
    end = math.floor(found.high / found.step + _NEAR) * found.step if ticks else found.high
    return end * _BEFORE
