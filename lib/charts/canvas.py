"""What a chart is drawn on: plain data until the drawing is finished, then one Plotly figure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import plotly.graph_objects as go

from lib.charts.fitting import fit
from lib.charts.placing import place

Piece = dict[str, Any]


class Canvas:
    """Collects marks, texts and axes in Plotly's words.

    Plotly checks and copies whatever it holds with each piece that is added: of a chart with a dozen labels
    that was most of the time. Here it is told everything at once.
    """

    def __init__(self, layout: Mapping[str, Any], traces: list[Piece] | None = None) -> None:
        self.layout: Piece = dict(layout)
        self.traces: list[Piece] = traces or []
        self.annotations: list[Piece] = list(self.layout.pop("annotations", ()))
        self.shapes: list[Piece] = list(self.layout.pop("shapes", ()))

    def add_bar(self, **bar: Any) -> None:
        """Draws bars."""
        self.traces.append({"type": "bar", **bar})

    def add_scatter(self, **points: Any) -> None:
        """Draws points, lines or both."""
        self.traces.append({"type": "scatter", **points})

    def add_annotation(self, **text: Any) -> None:
        """Writes a text."""
        self.annotations.append(text)

    def add_shape(self, **shape: Any) -> None:
        """Draws a line or a box that is no mark of a figure."""
        self.shapes.append(shape)

    def add_hline(self, *, y: float, line: Piece, yref: str = "y") -> None:
        """Draws a line across the chart."""
        xref = "x domain" if yref == "y" else "paper"
        self.add_shape(type="line", x0=0, x1=1, xref=xref, y0=y, y1=y, yref=yref, line=line)

    def add_vline(self, *, x: float, line: Piece) -> None:
        """Draws an upright line."""
        self.add_shape(type="line", x0=x, x1=x, xref="x", y0=0, y1=1, yref="y domain", line=line)

    def update_layout(self, layout: Mapping[str, Any] | None = None, **more: Any) -> None:
        """Says more of the layout; what was said of an axis before stays."""
        for name, value in {**(layout or {}), **more}.items():
            held = self.layout.get(name)
            both = isinstance(held, dict) and isinstance(value, dict)
            self.layout[name] = {**held, **value} if both and held else value

    def update_xaxes(self, **axis: Any) -> None:
        """Says something of every horizontal axis."""
        self._update("xaxis", axis)

    def update_yaxes(self, **axis: Any) -> None:
        """Says something of every upright axis."""
        self._update("yaxis", axis)

    def drawn(self) -> go.Figure:
        """Which figure is it, once everything is on it and has its place?"""
        fit(self.layout, self.traces, self.annotations)
        place(self.layout, self.traces, self.annotations)
        layout = {**self.layout, "annotations": self.annotations, "shapes": self.shapes}
        return go.Figure(data=self.traces, layout=layout)

    def _update(self, kind: str, axis: Mapping[str, Any]) -> None:
        for name in {kind, *(name for name in self.layout if name.startswith(kind))}:
            self.update_layout({name: dict(axis)})
