"""A list of figures as a slide or a sheet has room for it: a point and a line of text each, evenly spaced."""

from __future__ import annotations

from lib.charts import spec
from lib.charts.spec import Chart
from lib.draw.model import Axis, Drawing, Label, Lines, Mark, Panel, Points, Run
from lib.draw.native.axes import real
from lib.draw.text import plain, runs, width

_ROOM = 62.0  # squares of the usual size that go into a line beside its point
_LARGEST, _SPARE = 1.35, 1.1


def listing(chart: Chart) -> Drawing:
    """How is a list drawn? The screen breaks its texts for a phone and makes room for that; here each is one line."""
    marks = [mark for mark in chart.marks if isinstance(mark, spec.Points)]
    texts = [one_line(runs(label.text)) for label in chart.labels]
    size = min(_LARGEST, _ROOM / (max(width(plain(text), 1.0) for text in texts) * _SPARE))
    lines = tuple(
        _item(mark, Label(text, label.colour, "right", size=size), len(marks) - place - 0.5)
        for place, (mark, label, text) in enumerate(zip(marks, chart.labels, texts, strict=True))
    )
    ends = chart.panels[0].x.ends
    assert ends
    low, high = (real(end) for end in ends)
    x, y = (
        Axis(first, last, step=1.0, shown=False) for first, last in ((low, high), (0.0, float(len(marks))))
    )
    return Drawing(panels=(Panel(0.0, 1.0, 0.0, 1.0, x=x, y=y, points=lines),), notes=())


def _item(mark: spec.Points, label: Label, slot: float) -> Points:
    symbol, (point,) = mark.symbol, mark.points
    assert symbol
    shown = Mark(symbol.shape, symbol.size * label.size, symbol.colour, open=symbol.open)
    return Points(mark.name, (real(point.x),), (slot,), mark=shown, labels=(label,))


def one_line(lines: Lines) -> Lines:
    """What is a text of several lines on one?

    >>> [run.text for line in one_line(runs("Services<br><b>5</b> (2021)")) for run in line]
    ['Services', ' ', '5', ' (2021)']
    >>> [run.text for line in one_line(runs("Municipal-<br>level parks")) for run in line]
    ['Municipal-', 'level parks']
    """
    said = list(lines[0])
    for line in lines[1:]:
        said += line if said[-1].text.endswith("-") else (Run(" "), *line)
    return (tuple(said),)
