"""The lines and points of a plot as XY series."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from lib.draw.model import Label, Mark, Number, Points, Stroke
from lib.draw.text import runs

_PAPER = 255.0
_TICK = "line-ns"

Place = Callable[[Any], Number]


def points(trace: Mapping[str, Any], across: Place, along: Place) -> Points:
    """What does a scatter trace draw? `across` and `along` place its coordinates on the axes of the panel."""
    marker, mode = trace.get("marker") or {}, trace["mode"]
    fade = trace.get("opacity", 1.0)
    error = trace.get("error_y") or {}
    has_marks = "markers" in mode
    upright = has_marks and marker.get("symbol", "") == _TICK
    return Points(
        name=trace.get("name", ""),
        x=tuple(across(value) for value in trace["x"]),
        y=tuple(along(value) for value in trace["y"]),
        stroke=stroke(trace["line"], fade) if "lines" in mode else None,
        mark=_mark(marker, fade) if has_marks and not upright else None,
        labels=tuple(_labels(trace)),
        less=tuple(error.get("arrayminus") or ()),
        more=tuple(error.get("array") or ()),
        whisker=Stroke(error["color"].upper(), error["thickness"]) if error else _upright(marker, upright),
        tick=float(marker["size"]) if upright else 0.0,
    )


def stroke(line: Mapping[str, Any], fade: float = 1.0) -> Stroke:
    """How is a line drawn? One that is faded gets the colour that it has on white."""
    return Stroke(faded(line["color"], fade), float(line.get("width", 1.0)), line.get("dash", "solid"))


def _upright(marker: Mapping[str, Any], upright: bool) -> Stroke | None:
    return stroke(marker["line"]) if upright else None


def _mark(marker: Mapping[str, Any], fade: float) -> Mark:
    symbol = marker.get("symbol", "circle")
    return Mark(
        symbol=symbol.split("-")[0],
        size=float(marker["size"]),
        colour=faded(marker["color"], fade),
        open=symbol.endswith("-open"),
    )


def _labels(trace: Mapping[str, Any]) -> list[Label | None]:
    if "text" not in trace["mode"]:
        return []
    colour = trace["textfont"]["color"].upper()
    return [Label(runs(text), colour, "right") if text else None for text in trace["text"]]


def faded(colour: str, fade: float) -> str:
    """Which colour has something faded on white?"""
    if fade == 1.0:
        return colour.upper()
    parts = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return "#" + "".join(f"{round(_PAPER - (_PAPER - part) * fade):02X}" for part in parts)
