"""A list of figures as a slide or a sheet has room for it: a point and a line of text each, evenly spaced."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from lib.briefing.native.notes import colour_of
from lib.briefing.native.points import points
from lib.draw.model import Axis, Drawing, Label, Lines, Panel, Points, Run
from lib.draw.text import plain, runs, width

_ROOM = 62.0  # squares of the usual size that go into a line beside its point
_LARGEST, _SPARE = 1.35, 1.1

Dict = Mapping[str, Any]


def is_list(figure: Dict) -> bool:
    """Is a figure a list? Its places are the order of its texts and no numbers."""
    return bool(figure["layout"].get("meta") == "list")


def listing(figure: Dict) -> Drawing:
    """How is a list drawn? The screen breaks its texts for a phone and makes room for that; here each is one line."""
    notes, count = figure["layout"]["annotations"], len(figure["data"])
    texts = [_one_line(runs(note["text"])) for note in notes]
    size = min(_LARGEST, _ROOM / (max(width(plain(text), 1.0) for text in texts) * _SPARE))
    lines = [
        _item(trace, Label(text, colour_of(note), "right", size=size), count - place - 0.5)
        for place, (trace, note, text) in enumerate(zip(figure["data"], notes, texts, strict=True))
    ]
    low, high = figure["layout"]["xaxis"]["range"]
    hidden = Axis(float(low), float(high), step=1.0, shown=False)
    panel = Panel(
        0.0, 1.0, 0.0, 1.0, x=hidden, y=replace(hidden, low=0.0, high=float(count)), points=tuple(lines)
    )
    return Drawing(panels=(panel,), notes=())


def _item(trace: Dict, label: Label, slot: float) -> Points:
    found = points(trace, float, float)
    assert found.mark is not None
    mark = replace(found.mark, size=found.mark.size * label.size)
    return replace(found, y=(slot,), mark=mark, labels=(label,))


def _one_line(lines: Lines) -> Lines:
    """
    >>> [run.text for line in _one_line(runs("Services<br><b>5</b> (2021)")) for run in line]
    ['Services', ' ', '5', ' (2021)']
    """
    said = list(lines[0])
    for line in lines[1:]:
        said += [Run(" "), *line]
    return (tuple(said),)
