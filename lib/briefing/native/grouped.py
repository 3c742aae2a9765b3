"""The traces and axes of a figure, grouped into the plots that they share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

Dict = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Plot:
    """The traces of one pair of axes. `domain` is left, right, bottom, top in parts of the figure; `heaped`
    says that bars of one place stand on each other.
    """

    x: str
    y: str
    xaxis: Dict
    yaxis: Dict
    traces: tuple[Dict, ...]
    domain: tuple[float, float, float, float]
    heaped: bool

    @property
    def bars(self) -> tuple[Dict, ...]:
        """Which traces are bars?"""
        return tuple(trace for trace in self.traces if trace["type"] == "bar")

    @property
    def lines(self) -> tuple[Dict, ...]:
        """Which traces are lines or points?"""
        return tuple(trace for trace in self.traces if trace["type"] == "scatter")

    @property
    def horizontal(self) -> bool:
        """Do the bars lie?"""
        return bool(self.bars) and self.bars[0].get("orientation") == "h"


def plots(figure: Dict) -> list[Plot]:
    """Which plots does a figure have? Plots that lie over each other come apart, one above the other."""
    layout = figure["layout"]
    keys = list(dict.fromkeys((trace.get("xaxis", "x"), trace.get("yaxis", "y")) for trace in figure["data"]))
    found = [_plot(figure["data"], layout, x, y) for x, y in keys]
    over = {plot.y for plot in found if plot.xaxis.get("overlaying")}
    return [
        piece
        for y in dict.fromkeys(plot.y for plot in found)
        for piece in (
            _apart([plot for plot in found if plot.y == y])
            if y in over
            else [plot for plot in found if plot.y == y]
        )
    ]


def axis_key(name: str) -> str:
    """Under which key of the layout is an axis described?

    >>> axis_key("x"), axis_key("y2")
    ('xaxis', 'yaxis2')
    """
    return f"{name[0]}axis{name[1:]}"


def _plot(traces: list[Dict], layout: Dict, x: str, y: str) -> Plot:
    across, along = layout.get(axis_key(x), {}), layout.get(axis_key(y), {})
    own = tuple(t for t in traces if (t.get("xaxis", "x"), t.get("yaxis", "y")) == (x, y))
    domain = (*across.get("domain", (0.0, 1.0)), *along.get("domain", (0.0, 1.0)))
    return Plot(x, y, across, along, own, domain, heaped=layout.get("barmode") == "stack")


def _apart(found: list[Plot]) -> list[Plot]:
    """Each plot gets the part of the common axis that its bars lie in."""
    low, high = found[0].yaxis["range"]
    left, right, bottom, top = found[0].domain
    ordered = sorted(found, key=lambda plot: -plot.bars[0]["y"][0])
    places = [plot.bars[0]["y"][0] for plot in ordered]
    ends = [high, *((one + other) / 2 for one, other in pairwise(places)), low]

    def part(y: float) -> float:
        return float(bottom + (top - bottom) * (y - low) / (high - low))

    return [
        replace(
            plot,
            yaxis={**plot.yaxis, "range": [lower, upper]},
            domain=(left, right, part(lower), part(upper)),
        )
        for plot, upper, lower in zip(ordered, ends[:-1], ends[1:], strict=True)
    ]
