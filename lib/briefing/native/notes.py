"""Annotations: those that name a row or stand on a mark are taken up by it, the others are notes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lib.draw.model import Label, Note
from lib.draw.text import runs

Dict = Mapping[str, Any]
_LABEL = 12.5  # pixels: the size of labels on the screen
_HEADING = 10.0  # pixels under the upper edge of its panel: with less height than on the screen it would lie on labels
_BESIDE = 8  # pixels; closer is on the mark, not over or under it


def is_free(annotation: Dict, axis: str) -> bool:
    """Is an annotation placed on this axis ("x" or "y") by a part of the paper, not by a value?"""
    ref = annotation.get(f"{axis}ref", axis)
    return bool(ref == "paper" or ref.endswith("domain"))


def is_name(annotation: Dict) -> bool:
    """Does an annotation name the horizontal bar under it? It begins at zero and stands on its place."""
    return (
        annotation["x"] == 0
        and annotation.get("xanchor") == "left"
        and annotation.get("yanchor") == "bottom"
        and not is_free(annotation, "x")
        and not is_free(annotation, "y")
    )


def is_heading(annotation: Dict) -> bool:
    """Does an annotation hang under the upper edge of its panel, as the name of the panel does?"""
    return (
        str(annotation.get("yref", "")).endswith(" domain")
        and annotation["y"] == 1
        and annotation.get("yanchor") == "bottom"
        and annotation.get("yshift", 0) < 0
    )


def colour_of(annotation: Dict) -> str:
    """In which colour is an annotation written?"""
    return str(annotation["font"]["color"]).upper()


def on_bar(annotation: Dict, place: str) -> Label:
    """Which label of a bar is an annotation?"""
    ground = annotation.get("bgcolor", "").upper()
    return Label(runs(annotation["text"]), colour_of(annotation), place, ground)


def on_point(annotation: Dict) -> Label | None:
    """Which label of a point is an annotation? None where it is not right above or below it."""
    up = annotation.get("yshift", 0)
    centred = annotation.get("xanchor", "center") == "center" and not annotation.get("xshift")
    if not centred or abs(up) < _BESIDE or "yanchor" in annotation:
        return None
    return Label(runs(annotation["text"]), colour_of(annotation), "above" if up > 0 else "below")


def note(annotation: Dict, *, x: float, y: float) -> Note:
    """Which text stands at a place of the drawing?"""
    return Note(
        x=x,
        y=y,
        lines=runs(annotation["text"]),
        colour=colour_of(annotation),
        dx=float(annotation.get("xshift", 0)),
        dy=_HEADING if is_heading(annotation) else -float(annotation.get("yshift", 0)),
        across=annotation.get("xanchor", "center"),
        along=annotation.get("yanchor", "middle"),
        ground=annotation.get("bgcolor", "").upper(),
        size=annotation["font"]["size"] / _LABEL,
    )
