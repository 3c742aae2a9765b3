"""A chart in the words of Plotly, for browsers."""

from __future__ import annotations

import json
from datetime import date
from typing import Any, TypeAlias

import plotly.graph_objects as go

from lib.charts.card import Card
from lib.charts.spec import Axis, Band, Chart, Label, Margins, Panel, Part, Rule, Spot, Whole
from lib.charts.tokens import THEMES
from lib.draw.fitted import fitted
from lib.draw.template import template
from lib.draw.traces import line, traces

Piece = dict[str, Any]
Figure: TypeAlias = go.Figure


def figure_of(card: Card) -> Figure:
    """Which Plotly figure is a card's chart?"""
    return go.Figure(drawn(card.chart))


def as_json(card: Card) -> str:
    """What is sent of a card's chart? Its traces and its layout, with the look of its theme."""
    return json.dumps(drawn(card.chart), ensure_ascii=False, default=date.isoformat)


def drawn(chart: Chart) -> Piece:
    """What are the traces and the layout of a chart?"""
    found = fitted(chart)
    layout: Piece = {"template": template(found.theme), "height": found.height, "barmode": "overlay"}
    for number, panel in enumerate(found.panels):
        layout |= _axes(number, panel)
    if found.legend:
        layout["showlegend"] = True
    if found.margins != Margins():
        sides = {
            "l": found.margins.left,
            "t": found.margins.top,
            "r": found.margins.right,
            "b": found.margins.bottom,
        }
        layout["margin"] = sides
    layout["annotations"] = [_annotation(label) for label in found.labels] + _origin(found)
    layout["shapes"] = [_shape(mark) for mark in found.marks if isinstance(mark, Rule | Band)]
    return {"data": traces(found), "layout": layout}


def key(panel: int) -> str:
    """What does Plotly put behind the name of an axis?

    >>> key(0), key(2)
    ('', '3')
    """
    return str(panel + 1) if panel else ""


def _axes(number: int, panel: Panel) -> Piece:
    ordinal = key(number)
    x, y = _axis(panel.x, "x"), _axis(panel.y, "y")
    x |= {"anchor": f"y{ordinal}", "domain": [panel.left, panel.right]}
    y |= {"anchor": f"x{ordinal}", "domain": [panel.bottom, panel.top]}
    return {f"xaxis{ordinal}": x, f"yaxis{ordinal}": y}


def _axis(axis: Axis, kind: str) -> Piece:
    found: Piece = {}
    if axis.ends:
        found["range"] = list(axis.ends)
    if not axis.shown:
        return found | {"visible": False}
    if axis.categories:
        found |= {"type": "category", "categoryorder": "array", "categoryarray": list(axis.categories)}
        if kind == "y":
            found |= {"autorange": "reversed", "ticklabelstandoff": 6}
    if axis.ticks:
        found |= {"tickmode": "array", "tickvals": list(axis.ticks)}
        if axis.names:
            found["ticktext"] = list(axis.names)
    said = {
        "dtick": axis.step,
        "nticks": axis.most,
        "tickformat": axis.form,
        "ticksuffix": axis.suffix,
        "showgrid": axis.grid,
        "linecolor": axis.line,
    }
    found |= {name: value for name, value in said.items() if value not in (None, "")}
    if axis.line:
        found["showline"] = True
    if not axis.named:
        found["showticklabels"] = False
    if axis.suffix and kind == "x":
        found["ticklabeloverflow"] = "allow"
    if axis.ticks and isinstance(axis.ticks[0], date):
        found["tickangle"] = 0
    if axis.size:
        found["tickfont"] = {"size": axis.size, "color": axis.colour}
    return found


def _place(spot: Spot, kind: str, panel: int) -> tuple[Any, str]:
    """Where on which axis is a place?"""
    match spot:
        case Whole(of):
            return of, "paper"
        case Part(of):
            return of, f"{kind}{key(panel)} domain"
        case _:
            return spot, f"{kind}{key(panel)}"


def _annotation(label: Label) -> Piece:
    x, xref = _place(label.x, "x", label.panel)
    y, yref = _place(label.y, "y", label.panel)
    found = {
        "text": label.text,
        "x": x,
        "xref": xref,
        "y": y,
        "yref": yref,
        "showarrow": False,
        "font": {"color": label.colour, "size": label.size},
        "xanchor": label.across,
        "xshift": label.dx,
        "yshift": label.up,
    }
    if label.along != "middle" or isinstance(label.y, Whole):
        found["yanchor"] = label.along
    if label.ground:
        found |= {"bgcolor": label.ground} | ({"borderpad": label.pad} if label.pad else {})
    if label.align:
        found["align"] = label.align
    if label.upright:
        found["textangle"] = -90
    return found


def _origin(chart: Chart) -> list[Piece]:
    """The mark of data that was not published: within the picture, over the plot and not over its labels."""
    if not chart.origin:
        return []
    red = THEMES["light"].contradiction
    mark = Label(
        f"<b>{chart.origin}</b>", Whole(1), Whole(1), red, across="right", along="bottom", up=6, size=12
    )
    return [_annotation(mark) | {"bgcolor": "#FFFFFF", "bordercolor": red, "borderwidth": 1, "borderpad": 3}]


def _shape(mark: Rule | Band) -> Piece:
    ends: Piece = {}
    for kind, spots in (("x", mark.x), ("y", mark.y)):
        (first, ref), (last, _) = (_place(spot, kind, mark.panel) for spot in spots)
        ends |= {f"{kind}0": first, f"{kind}1": last, f"{kind}ref": ref}
    if isinstance(mark, Rule):
        return {"type": "line", "line": line(mark.stroke)} | ends
    return {
        "type": "rect",
        "fillcolor": mark.colour,
        "opacity": mark.opacity,
        "line": {"width": mark.edge, "color": mark.colour},
        "layer": "below",
    } | ends
