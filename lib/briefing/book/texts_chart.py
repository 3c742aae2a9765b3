"""Texts beside the marks as labels of a chart, so that they move and grow with the charts in front of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from lib.briefing.book.block import Block
from lib.briefing.book.charts import TEXT, bare_chart, stroked
from lib.briefing.native.columns import Column
from lib.charts.tokens import LIGHT
from lib.draw.area import Area
from lib.draw.model import Drawing, Label, Note, Panel, Points, Rule
from lib.draw.text import plain
from lib.words.speak import Words

_HIGH = TEXT * 96 / 72 * 1.3  # pixels of a line
_GAP = 4.0  # pixels that Excel leaves between a point and its label
_SIDE = {
    "left": "right",
    "right": "left",
    "center": "center",
}  # a text that begins at a point lies right of it


def all_texts(shown: Drawing, places: Area) -> list[Note]:
    """Which texts stand beside marks, the drawing's own and those of points, and where is their middle line?"""
    of_points = [
        _on_point(panel, points, order, label)
        for panel in shown.panels
        for points in panel.points
        for order, label in enumerate(points.labels)
        if label
    ]
    return [_settled(note, places) for note in (*shown.notes, *of_points)]


def text_columns(texts: list[Note], rules: tuple[Rule, ...], places: Area, words: Words) -> list[Column]:
    """Which columns say where texts, and lines across all panels, are, as parts of the room?"""
    columns: list[Column] = [
        (words("briefing.book.across"), [note.x for note in texts]),
        (words("briefing.book.up"), [1 - note.y for note in texts]),
        (words("briefing.book.text"), [plain(note.lines) for note in texts]),
    ]
    for rule in rules:
        columns.append((words("briefing.book.across"), [0.0, 1.0]))
        columns.append(
            (
                words("briefing.native.line"),
                [1 - (places.y(rule.y) - places.whole.top) / places.whole.height] * 2,
            )
        )
    return columns


def texts_chart(book: Any, texts: list[Note], rules: tuple[Rule, ...], block: Block, font: str) -> Any:
    """Which chart has these texts at its points, and nothing else to be seen but the lines?"""
    chart = bare_chart(book)
    for side in dict.fromkeys(note.across for note in texts):
        chart.add_series(
            {
                "name": block.name(1),
                "categories": block.cells(0),
                "values": block.cells(1),
                "line": {"none": True},
                "marker": {"type": "none"},
                "data_labels": {
                    "value": True,
                    "position": _SIDE[side],
                    "custom": [
                        _said(note, font) if note.across == side else {"delete": True} for note in texts
                    ],
                },
            }
        )
    for order, rule in enumerate(rules):
        chart.add_series(
            {
                "name": block.name(4 + 2 * order),
                "categories": block.cells(3 + 2 * order),
                "values": block.cells(4 + 2 * order),
                "line": stroked(rule.stroke),
                "marker": {"type": "none"},
            }
        )
    return chart


def _said(note: Note, font: str) -> dict[str, Any]:
    return {
        "value": plain(note.lines, "\n"),
        "font": {
            "name": font,
            "size": round(TEXT * note.size, 1),
            "color": note.colour,
            "bold": all(run.bold for line in note.lines for run in line),
        },
        "fill": {"color": LIGHT.card} if note.ground else {"none": True},
    }


def _settled(note: Note, places: Area) -> Note:
    """The same text as a part of the whole room, with its shifts and the half of its height in its place."""
    half = len(note.lines) * _HIGH * note.size / 2
    down = note.dy + {"top": half, "middle": 0.0, "bottom": -half}[note.along]
    side = note.dx + {"left": -_GAP, "center": 0.0, "right": _GAP}[note.across]
    return replace(
        note,
        x=(places.x(note.x) + side - places.whole.left) / places.whole.width,
        y=(places.y(note.y) + down - places.whole.top) / places.whole.height,
        dx=0.0,
        dy=0.0,
        along="middle",
    )


def _on_point(panel: Panel, points: Points, order: int, label: Label) -> Note:
    x = ((points.x[order] or 0.0) - panel.x.low) / (panel.x.high - panel.x.low)
    y = ((points.y[order] or 0.0) - panel.y.low) / (panel.y.high - panel.y.low)
    dx, dy = {"above": (0.0, -12.0), "below": (0.0, 12.0), "right": (9.0, 0.0)}[label.place]
    return Note(
        x=panel.left + (panel.right - panel.left) * x,
        y=panel.bottom - (panel.bottom - panel.top) * y,
        lines=label.lines,
        colour=label.colour,
        dx=dx,
        dy=dy,
        across="left" if label.place == "right" else "center",
        size=label.size,
    )
