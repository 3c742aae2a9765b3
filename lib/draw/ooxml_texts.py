"""Texts beside the marks as labels of a chart, so that they move and grow with the charts in front of it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from lib.draw.area import Area
from lib.draw.held import hold_points, hold_texts
from lib.draw.model import Axis, Drawing, Label, Note, Points
from lib.draw.ooxml_parts import Inside, chart_space
from lib.draw.ooxml_scatter import Series, scatter
from lib.draw.ooxml_series import label_series, line_series
from lib.draw.style import Style
from lib.draw.table import Table
from lib.draw.text import plain
from lib.draw.xml import Element
from lib.words.speak import Words

_GAP, _LINE = (
    4.0,
    1.3,
)  # pixels that Excel leaves between a point and its label; a line's height beside its type
_SIDE = {
    "left": "right",
    "right": "left",
    "center": "centre",
}  # a text that begins at a point lies right of it
_WHOLE = Axis(0.0, 1.0, 1.0, shown=False)


def texts_chart(shown: Drawing, places: Area, table: Table, words: Words, style: Style) -> Element:
    """Which chart has the texts beside marks at its points, and nothing else to be seen but lines across all panels?

    Places are in pixels.
    """
    series: list[Series] = []
    if texts := [_settled(note, places, style) for note in shown.notes]:
        said = [plain(note.lines, "\n") for note in texts]
        held = hold_texts(table, [note.x for note in texts], [1 - note.y for note in texts], said, words)
        found = [Label(note.lines, note.colour, _SIDE[note.across], note.ground, note.size) for note in texts]
        series.append((len(texts), partial(label_series, found=found, held=held, table=table, style=style)))
    for rule in shown.rules:
        up = 1 - (places.y(rule.y) - places.whole.top) / places.whole.height
        line = Points(words("briefing.native.line"), (0.0, 1.0), (up, up), stroke=rule.stroke)
        held = hold_points(table, line, words, pixel=0.0)
        series.append((2, partial(line_series, points=line, held=held, table=table, style=style)))
    return chart_space(scatter(Inside(0.0, 0.0, 1.0, 1.0), series, _WHOLE, _WHOLE, style))


def _settled(note: Note, places: Area, style: Style) -> Note:
    """The same text as a part of the whole room, with its shifts and the half of its height in its place."""
    half = len(note.lines) * style.label / style.point * _LINE * note.size / 2
    down = note.dy + {"top": half, "middle": 0.0, "bottom": -half}[note.along]
    side = note.dx + {"left": -_GAP, "center": 0.0, "right": _GAP}[note.across]
    return replace(
        note,
        x=(places.x(note.x) + side - places.whole.left) / places.whole.width,
        y=(places.y(note.y) + down - places.whole.top) / places.whole.height,
    )
