"""Moves texts that would lie over each other or over the edge, on a phone or on a wide screen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from lib.charts.extent import LINE, SIZE, height_of, width_of
from lib.charts.fitting import NARROWEST, WIDEST, left_of, plot_width

Piece = dict[str, Any]
OPTIONAL = "optional"
"""What a text is marked with that may be left out."""
STEPS = (0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6, 7, -7, 8, -8)
"""How many half lines up or down a text may move, the nearest first."""
TOP, BOTTOM, APART, BESIDE = 12, 26, 3, 2
"""Around the plot, between texts, and how far a text may stand out of its panel, in pixels."""


class Box(NamedTuple):
    """A text on a chart of one width, in pixels from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float

    def over(self, other: Box) -> bool:
        """Do two texts lie over each other?"""
        return (
            self.left < other.right + APART
            and other.left < self.right + APART
            and self.top < other.bottom + APART
            and other.top < self.bottom + APART
        )


def place(layout: Mapping[str, Any], traces: list[Piece], annotations: list[Piece]) -> None:
    """Gives each text the nearest place where nothing that was written before is in its way.

    One that may be left out, since it is told elsewhere as well, is where there is no such place.
    """
    widths = (NARROWEST, WIDEST)
    taken: dict[int, list[Box]] = {width: list(_bar_texts(layout, traces, width)) for width in widths}
    for note in list(annotations):
        may_go = note.pop(OPTIONAL, False)
        if "font-size" in note["text"]:
            continue  # of two sizes: its chart has made room for it
        cost, move = _best(note, taken, layout)
        if cost and may_go:
            annotations.remove(note)
            continue
        note.update(move)
        for width in widths:
            box = box_of(note, layout, width)
            if box:
                taken[width].append(box)


def _best(note: Piece, taken: Mapping[int, list[Box]], layout: Mapping[str, Any]) -> tuple[int, Piece]:
    """The first place where nothing is in the way, or else the first of those where the least is; and how much."""
    least: tuple[int, Piece] | None = None
    for move in _moves(note):
        cost = _cost(note, move, taken, layout)
        if least is None or cost < least[0]:
            least = cost, move
        if not cost:
            break
    assert least, "a text may always stay where it is"
    return least


def _moves(note: Piece) -> Iterator[Piece]:
    """Where else may a text stand? Anchored otherwise, or some half lines up or down."""
    size, shift = note.get("font", {}).get("size", SIZE), note.get("yshift", 0)
    anchors = [note.get("xanchor", "center")]
    if note.get("xanchor", "center") == "center":
        anchors += ["left", "right"]
    for step in STEPS:
        for anchor in anchors:
            yield {"xanchor": anchor, "yshift": shift + step * size * LINE / 2}


def _cost(note: Piece, move: Piece, taken: Mapping[int, list[Box]], layout: Mapping[str, Any]) -> int:
    """How many texts are in the way, and how far does it reach over the edge, in all widths?"""
    cost = 0
    for width, boxes in taken.items():
        box = box_of(note | move, layout, width)
        if box is None:
            continue
        panel = _panel(note, layout, width)
        cost += 2 * sum(map(box.over, boxes))
        cost += (box.left < panel.left) + (box.right > width) + (box.top < 0) + (box.bottom > panel.bottom)
    return cost


def box_of(note: Mapping[str, Any], layout: Mapping[str, Any], width: float) -> Box | None:
    """Where does a text stand on a chart of this width? None where that is not known beforehand."""
    x = _across(note.get("x"), note.get("xref", "x"), layout, width)
    y = _down(note.get("y"), note.get("yref", "y"), layout)
    if x is None or y is None:
        return None
    size = note.get("font", {}).get("size", SIZE)
    wide, high = width_of(note["text"], size), height_of(note["text"], size)
    if note.get("textangle") == -90:
        wide, high = high, wide
    left = x + note.get("xshift", 0) - wide * {"left": 0.0, "right": 1.0}.get(note.get("xanchor", ""), 0.5)
    top = y - note.get("yshift", 0) - high * {"top": 0.0, "bottom": 1.0}.get(note.get("yanchor", ""), 0.5)
    return Box(left, top, left + wide, top + high)


def _panel(note: Mapping[str, Any], layout: Mapping[str, Any], width: float) -> Box:
    """What may a text not leave? To the left and below stand the numbers of its axes."""
    xref, yref = (note.get(f"{kind}ref", kind).removesuffix(" domain") for kind in ("x", "y"))
    low, _ = layout.get(f"xaxis{xref[1:]}", {}).get("domain", (0.0, 1.0))
    left = _across(low, "paper", layout, width) or 0.0
    across, down = layout.get("xaxis", {}), layout.get("yaxis", {})
    hidden = down.get("visible") is False
    if yref == "paper" or across.get("visible") is False:
        bottom = float(layout.get("height", 250))
    else:
        floor, _ = layout.get(f"yaxis{yref[1:]}", {}).get("domain", (0.0, 1.0))
        bottom = _down(floor, "paper", layout) or 0.0
    return Box(0.0 if hidden else left - BESIDE, 0.0, width, bottom + 2)


def _bar_texts(layout: Mapping[str, Any], traces: list[Piece], width: float) -> Iterator[Box]:
    """The labels of bars, over upright ones and at the ends of lying ones."""
    for trace in traces:
        texts = trace.get("text")
        if trace["type"] != "bar" or not texts or trace.get("textposition") != "outside":
            continue
        lying = trace.get("orientation") == "h"
        for x, y, text in zip(trace["x"], trace["y"], texts, strict=True):
            where = {"xanchor": "left", "xshift": 3} if lying else {"yanchor": "bottom", "yshift": 3}
            note = {"text": str(text), "x": x, "y": y, **where}
            for kind in ("x", "y"):
                note[f"{kind}ref"] = trace.get(f"{kind}axis", kind)
            box = box_of(note, layout, width) if text else None
            if box:
                yield box


def _across(x: Any, ref: str, layout: Mapping[str, Any], width: float) -> float | None:
    left = 8 + left_of(layout)
    found = _along(x, ref, layout, "x")
    return None if found is None else left + found * plot_width(layout, width)


def _down(y: Any, ref: str, layout: Mapping[str, Any]) -> float | None:
    margin, axis = layout.get("margin", {}), layout.get("xaxis", {})
    top = margin.get("t", TOP)
    bottom = margin.get("b", 8) if axis.get("visible") is False else BOTTOM
    found = _along(y, ref, layout, "y")
    return None if found is None else top + (1 - found) * (layout.get("height", 250) - top - bottom)


def _along(value: Any, ref: str, layout: Mapping[str, Any], kind: str) -> float | None:
    """Which part of the plot lies before a value, from the left or from below?"""
    if ref == "paper":
        return float(value)
    axis = layout.get(f"{kind}axis{ref.removesuffix(' domain')[1:]}", {})
    first, last = axis.get("domain", (0.0, 1.0))
    if ref.endswith(" domain"):
        return float(first + value * (last - first))
    if "range" not in axis or axis.get("type") == "category":
        return None
    low, high, at = (_number(number) for number in (*axis["range"], value))
    if low is None or high is None or at is None or low == high:
        return None
    return float(first + (at - low) / (high - low) * (last - first))


def _number(value: Any) -> float | None:
    if isinstance(value, date):
        return float(value.toordinal())
    return float(value) if isinstance(value, int | float) else None
