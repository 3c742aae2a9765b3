"""The chart around its axes and series: clear ground, no title, the plot just where it is to be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lib.charts.tokens import LIGHT
from lib.draw.area import Box
from lib.draw.style import Style
from lib.draw.typeface import Type, chart_text
from lib.draw.xml import Element, line, node, val


@dataclass(frozen=True, slots=True)
class Inside:
    """Which part of a frame is the plot itself: left, top, width, height between 0 and 1."""

    left: float
    top: float
    width: float
    height: float


def inside(plot: Box, frame: Box) -> Inside:
    """Which part of its frame is a plot?"""
    return Inside(
        (plot.left - frame.left) / frame.width,
        (plot.top - frame.top) / frame.height,
        plot.width / frame.width,
        plot.height / frame.height,
    )


def chart_space(plot: Element, *, legend: Element | None = None) -> Element:
    """Which chart has this plot? The page that it stands on has its title."""
    return node(
        "c:chartSpace",
        val("c:date1904", 0),
        val("c:roundedCorners", 0),
        node(
            "c:chart",
            val("c:autoTitleDeleted", 1),
            plot,
            legend,
            val("c:plotVisOnly", 1),
            val("c:dispBlanksAs", "gap"),
        ),
        clear(),
    )


def plot_area(place: Inside, *parts: Element) -> Element:
    """Which plot lies just there in its frame?"""
    return node(
        "c:plotArea",
        node(
            "c:layout",
            node(
                "c:manualLayout",
                val("c:layoutTarget", "inner"),
                val("c:xMode", "edge"),
                val("c:yMode", "edge"),
                val("c:x", round(place.left, 6)),
                val("c:y", round(place.top, 6)),
                val("c:w", round(place.width, 6)),
                val("c:h", round(place.height, 6)),
            ),
        ),
        *parts,
        clear(),
    )


def legend_of(style: Style, without: Iterable[int]) -> Element:
    """How is a legend drawn, `without` the series of these numbers?"""
    return node(
        "c:legend",
        val("c:legendPos", "t"),
        *(node("c:legendEntry", val("c:idx", place), val("c:delete", 1)) for place in without),
        val("c:overlay", 0),
        chart_text(Type(style.lang, style.tick, LIGHT.quiet)),
    )


def clear() -> Element:
    """How is something drawn that is not to be seen?"""
    return node("c:spPr", node("a:noFill"), line())
