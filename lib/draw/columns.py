"""Many panels on slides: two in a row, since half a slide is wider than a phone; few on one that can be edited."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from lib.charts.spec import Chart, Label, Mark, Panel, Rule, Whole
from lib.draw.fitted import as_fitted, fitted

_MANY, _ACROSS = 5, 2
"""From how many panels on are they laid anew, and how many stand in a row?"""
_LEAST, _TIGHT, _SQUEEZED = 2, 1.25, 1.6
"""How many panels a slide has at least, and by how much more than there is of room they may ask for; few of them, which
are left as they are where they may, by more.
"""
_BETWEEN = 0.1
"""Which part of the whole width is left between two panels, for the numbers beside the right one?"""
_UNDER, _TICKS = 34.0, 26.0
"""Pixels under a panel before the next heading, and under the last."""


def is_wide(chart: Chart) -> bool:
    """Has a chart so many panels, each with all that belongs to it, that a slide shows them in rows?"""
    return len(chart.panels) >= _MANY and _can_part(chart)


def _can_part(chart: Chart) -> bool:
    own = all(not panel.y.categories for panel in chart.panels)
    return own and not any(map(_is_whole, (*chart.labels, *chart.marks)))


def in_rows(chart: Chart) -> Chart:
    """How does a chart of many panels stand on one slide? Any other stays as it is."""
    return _in_rows(fitted(chart), range(len(chart.panels)), _ACROSS) if is_wide(chart) else chart


def on_slides(chart: Chart, high: float) -> tuple[Chart, ...]:
    """Which charts show a chart of many panels on slides so `high`, in pixels of the screen's? Any other is one, and so
    is one of few panels, but where they would lie on each other.

    As many stand in a row as on the screen, since labels move less on slides that can be edited, and two at least on
    each.
    """
    if len(chart.panels) <= _LEAST or not _can_part(chart):
        return (chart,)
    whole, count, across = fitted(chart), len(chart.panels), 1 + (chart.panels[1].left > 0)
    if count < _MANY and whole.height <= high * _SQUEEZED:
        return (chart,)
    found: tuple[Chart, ...] = ()
    for slides in range(1, -(-count // _LEAST) + 1):
        each = -(-count // slides)
        parts = [range(first, min(count, first + each)) for first in range(0, count, each)]
        found = tuple(_in_rows(whole, part, across) for part in parts)
        if max(part.height for part in found) <= high * _TIGHT:
            break
    return found


def _is_whole(part: Label | Mark) -> bool:
    """Is a text or a line placed on all panels together?"""
    spots = (
        (part.x, part.y) if isinstance(part, Label) else (*part.x, *part.y) if isinstance(part, Rule) else ()
    )
    return any(isinstance(spot, Whole) for spot in spots)


def _in_rows(chart: Chart, kept: range, across: int) -> Chart:
    """These panels in rows, each as high as it was, those of a row with their feet on one line."""
    pixels = chart.height - chart.margins.top - _TICKS
    heads = [head * pixels - _UNDER for head in _heads(chart.panels, pixels)][kept.start : kept.stop]
    only = _only(chart, kept)
    plots = [(panel.top - panel.bottom) * pixels for panel in only.panels]
    rows = [range(len(plots))[first : first + across] for first in range(0, len(plots), across)]
    feet, foot = list[float](), -_UNDER
    for row in rows:
        foot += _UNDER + max(heads[panel] for panel in row) + max(plots[panel] for panel in row)
        feet += [foot] * len(row)
    width = (1 - _BETWEEN * (across - 1)) / across
    panels = tuple(
        replace(
            panel,
            left=number % across * (width + _BETWEEN),
            right=min(1.0, number % across * (width + _BETWEEN) + width),
            top=min(1.0, 1 - (feet[number] - plots[number]) / foot),
            bottom=max(0.0, 1 - feet[number] / foot),
        )
        for number, panel in enumerate(only.panels)
    )
    return as_fitted(replace(only, panels=panels, height=round(chart.height - pixels + foot)))


def _only(chart: Chart, kept: range) -> Chart:
    """The same chart with none but these panels, where they are."""
    marks = [(number, mark) for number, mark in enumerate(chart.marks) if mark.panel in kept]
    at = {number: place for place, (number, _) in enumerate(marks)}
    labels = [label for label in chart.labels if label.panel in kept]
    return replace(
        chart,
        panels=chart.panels[kept.start : kept.stop],
        marks=tuple(replace(mark, panel=mark.panel - kept.start) for _, mark in marks),
        labels=tuple(
            replace(
                label,
                panel=label.panel - kept.start,
                of=label.of and replace(label.of, mark=at[label.of.mark]),
            )
            for label in labels
        ),
    )


def _heads(panels: tuple[Panel, ...], pixels: float) -> Iterator[float]:
    """How far is each panel from what stands over it, as a part of the whole? The first has nothing under its edge."""
    before = 1 + _UNDER / pixels
    for top, row in groupby(panels, key=lambda panel: round(panel.top, 6)):
        own = list(row)
        yield from [before - top] * len(own)
        before = min(panel.bottom for panel in own)
