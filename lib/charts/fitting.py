"""Makes a drawing hold whatever comes: as many years, as long names, on a phone as on a wide screen.

A drawing is made once and shown in any width, so what it writes has to fit the narrowest. Marks all stay; of their
labels, and of the years on an axis, only as many as have room.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lib.charts.extent import SIZE, height_of, width_of, wrapped
from lib.charts.years import every

Piece = dict[str, Any]
NARROWEST, WIDEST = 318, 560
"""How wide a chart is on a phone and on a card beside another, in pixels."""
EDGE, TICKS, APART, BETWEEN = 12, 12.5, 7, 2


def fit(layout: Piece, traces: list[Piece], annotations: list[Piece]) -> None:
    """Thins labels and ticks, wraps names, and makes room for labels at the ends of bars.

    Panels of one scale keep one scale.
    """
    scales: dict[tuple[Any, ...], list[Piece]] = {}
    for name in [name for name in layout if name.startswith("xaxis")] or ["xaxis"]:
        axis = layout.setdefault(name, {})
        room = plot_width(layout, NARROWEST) * _part(axis)
        of_axis = [trace for trace in traces if f"xaxis{trace.get('xaxis', 'x')[1:]}" == name]
        _thin_ticks(axis, of_axis, room)
        _thin_bars([bar for bar in of_axis if _is_upright(bar)], axis, room)
        _wrap_names(layout, annotations, name, room)
        if "range" in axis:
            scales.setdefault(tuple(axis["range"]), []).append(axis)
        _make_room(axis, name, of_axis, annotations, room)
    for panels in scales.values():
        widest = max((axis["range"] for axis in panels), key=lambda ends: ends[1])
        for axis in panels:
            axis["range"] = list(widest)
    _wrap_categories(layout)


def plot_width(layout: Mapping[str, Any], width: float) -> float:
    """How wide is what lies between the axes of a chart of this width?"""
    margin = layout.get("margin", {})
    return float(width - 8 - margin.get("r", EDGE) - left_of(layout))


def left_of(layout: Mapping[str, Any]) -> float:
    """How much room take the labels of the upright axis?"""
    axis = layout.get("yaxis", {})
    if axis.get("visible") is False or axis.get("showticklabels") is False:
        return 0.0
    names = axis.get("categoryarray") or axis.get("ticktext")
    if names:
        return max(width_of(str(name), TICKS) for name in names) + 6
    return 32.0


def _part(axis: Mapping[str, Any]) -> float:
    first, last = axis.get("domain", (0.0, 1.0))
    return float(last - first)


def _is_upright(trace: Piece) -> bool:
    return trace["type"] == "bar" and trace.get("orientation") != "h"


def _thin_ticks(axis: Piece, traces: list[Piece], room: float) -> None:
    """Names years evenly skipped, the last one always."""
    if axis.get("visible") is False or axis.get("showticklabels") is False:
        return
    if axis.get("type") == "category" and "tickvals" not in axis:
        values: list[Any] = list(dict.fromkeys(x for trace in traces for x in trace["x"]))
    elif axis.get("dtick") == 1 and "range" in axis:
        first, last = axis["range"]
        values = [year for year in range(round(first), round(last) + 1) if first <= year <= last]
    elif "tickvals" in axis:
        values = list(axis["tickvals"])
    else:
        return
    texts = dict(zip(values, axis.get("ticktext", values), strict=True))
    if not values:
        return
    widest = max(width_of(str(text), TICKS) for text in texts.values()) + APART
    most = max(int(room // widest), 1)
    kept = [value for value in every(values, most) if _is_inside(value, values, axis, room, widest)]
    if kept == values:
        return
    axis.update(tickmode="array", tickvals=kept)
    if "ticktext" in axis:
        axis["ticktext"] = [str(texts[value]) for value in kept]


def _is_inside(value: Any, values: list[Any], axis: Piece, room: float, widest: float) -> bool:
    """Does the name of a tick stand clear of the upright axis and its numbers?"""
    if "range" in axis and isinstance(value, int | float):
        first, last = axis["range"]
        at = (value - first) / (last - first)
    else:
        at = (values.index(value) + 0.5) / len(values)
    return float(at) * room > widest / 2 - APART


def _thin_bars(bars: list[Piece], axis: Piece, room: float) -> None:
    """Leaves as many bars their label as have room, the last one always."""
    for bar in bars:
        texts = bar.get("text")
        if not texts or isinstance(texts, str) or "base" in bar:
            continue
        left, size = float("inf"), bar.get("textfont", {}).get("size", SIZE)
        kept: set[int] = set()
        for place in reversed(range(len(texts))):
            half = width_of(str(texts[place]), size) / 2
            middle = _middle(bar, place, axis, room)
            if texts[place] and middle + half + BETWEEN <= left:
                left, kept = middle - half, kept | {place}
        bar["text"] = [text if place in kept else "" for place, text in enumerate(texts)]


def _middle(bar: Piece, place: int, axis: Piece, room: float) -> float:
    """Where does a bar stand, in pixels from the upright axis?"""
    x = bar["x"][place]
    if "range" in axis and isinstance(x, int | float):
        first, last = axis["range"]
        return float((x - first) / (last - first) * room)
    return (place + 0.5) / len(bar["x"]) * room


def _wrap_names(layout: Piece, annotations: list[Piece], axis: str, room: float) -> None:
    """Breaks what is too long for a phone into lines, and makes the chart higher by as many."""
    more = 0.0
    for note in annotations:
        if (
            f"xaxis{note.get('xref', 'x')[1:].removesuffix(' domain')}" != axis
            and note.get("xref") != "paper"
        ):
            continue
        size = note.get("font", {}).get("size", SIZE)
        if "font-size" in note["text"] or "textangle" in note:
            continue  # of two sizes, so that its chart has broken it; or upright
        text = wrapped(note["text"], room - abs(note.get("xshift", 0)) - 4, size)
        more += height_of(text, size) - height_of(note["text"], size)
        if text != note["text"]:
            note.update(
                text=text, align=note.get("align", "left" if note.get("xanchor") == "left" else "center")
            )
    layout["height"] = round(layout.get("height", 250) + more)


def _make_room(axis: Piece, name: str, traces: list[Piece], annotations: list[Piece], room: float) -> None:
    """Ends a hidden axis far enough to the right for what stands at the ends of bars."""
    if axis.get("visible") is not False or "range" not in axis:
        return
    first, last = axis["range"]
    ends = [
        (note["x"], width_of(note["text"], note.get("font", {}).get("size", SIZE)) + note.get("xshift", 0))
        for note in annotations
        if note.get("xanchor") == "left" and f"xaxis{note.get('xref', 'x')[1:]}" == name
    ]
    for trace in traces:
        lying = trace.get("orientation") == "h" and trace.get("textposition") == "outside"
        if trace.get("text") and (lying or trace.get("textposition") == "middle right"):
            ends += [
                (x, width_of(str(text), 12.5) + 14)
                for x, text in zip(trace["x"], trace["text"], strict=True)
                if x is not None and text
            ]
    for x, wide in ends:
        if isinstance(x, int | float) and first < x and wide < room * 0.75:
            last = max(last, first + (x - first) * room / (room - wide))
    axis["range"] = [first, last]


def _wrap_categories(layout: Piece) -> None:
    """Breaks long names beside bars into lines of at most a third of a phone."""
    for name, axis in layout.items():
        names = axis.get("categoryarray") if name.startswith("yaxis") else None
        if names and any(width_of(str(one), TICKS) > NARROWEST / 3 for one in names):
            axis.update(
                tickmode="array",
                tickvals=list(names),
                ticktext=[wrapped(str(one), NARROWEST / 3, TICKS) for one in names],
            )
