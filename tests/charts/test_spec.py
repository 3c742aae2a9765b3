"""A chart is what it consists of: labels belong to marks, marks hold figures, and drawing changes neither."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lib.charts.card import Card, Look
from lib.charts.registry import CHARTS
from lib.charts.spec import Bars, Chart, Interval, Label, Part, Points, Whole
from lib.draw.fitted import fitted
from lib.draw.fixed import SIDES, is_shared, why_fixed
from lib.draw.model import Drawing, Note
from lib.draw.native import drawing
from lib.draw.text import plain
from lib.facts.fact import Fact
from lib.facts.record import Record
from lib.words.speak import Words

NAMES = sorted(set(CHARTS) - {"emerging_mix"})  # no source prints the split


def of(name: str, record: Record, words: Words, **look: str) -> Card:
    return CHARTS[name](record, words, Look(**look))


def is_heading(label: Label) -> bool:
    """Does a label stand at a corner of its panel, or of the whole chart?"""
    return isinstance(label.x, Part | Whole) and isinstance(label.y, Part | Whole)


def moved(chart: Chart, by: float) -> Chart:
    """The chart with each label of numbers somewhere else."""
    return replace(
        chart,
        labels=tuple(replace(one, y=one.y + by) if isinstance(one.y, float) else one for one in chart.labels),
    )


@pytest.mark.parametrize("name", NAMES)
def test_every_label_belongs_to_a_mark_but_for_headings_and_gaps(
    name: str, record: Record, words: Words
) -> None:
    chart = of(name, record, words).chart
    assert all(label.of or is_heading(label) or label.optional for label in chart.labels)
    for label in chart.labels:
        if label.of:
            mark = chart.marks[label.of.mark]
            items = (
                mark.bars if isinstance(mark, Bars) else mark.points if isinstance(mark, Points) else (mark,)
            )
            assert label.of.item < len(items)


def fact_of(label: Label, chart: Chart) -> Fact | None:
    """Which figure does a label say: its own, or that of the mark that it belongs to?"""
    if label.fact or label.of is None:
        return label.fact
    match chart.marks[label.of.mark]:
        case Bars(bars=bars):
            return bars[label.of.item].fact
        case Points(points=points):
            return points[label.of.item].fact
        case Interval(fact=fact):
            return fact
        case _:
            return None


@pytest.mark.parametrize("name", NAMES)
def test_a_figure_travels_with_its_bar_its_point_and_its_label(
    name: str, record: Record, words: Words
) -> None:
    card = of(name, record, words)
    known = {fact for row in card.rows for fact in [row.fact]}
    drawn = [
        bar
        for mark in card.chart.marks
        if isinstance(mark, Bars)
        for bar in mark.bars
        if bar.length is not None
    ]
    assert all(bar.fact in known for bar in drawn if bar.fact)
    assert all(bar.fact for bar in drawn)
    for label in card.chart.labels:
        if label.role in ("end", "over", "under"):
            assert fact_of(label, card.chart) is not None


def test_a_label_that_is_moved_stays_on_its_bar(record: Record, words: Words) -> None:
    chart = of("growth_base", record, words).chart
    (panel,), (other,) = drawing(chart, words).panels, drawing(moved(chart, 0.05), words).panels
    assert panel.bars
    labels = [bar.label for series in panel.bars.series for bar in series.bars if bar]
    assert all(labels)
    assert panel == other


@pytest.mark.parametrize("name", NAMES)
def test_fitting_moves_and_thins_what_is_written_and_leaves_every_mark(
    name: str, record: Record, words: Words
) -> None:
    chart = of(name, record, words).chart
    found = fitted(chart)
    assert len(found.marks) == len(chart.marks)
    for before, after in zip(chart.marks, found.marks, strict=True):
        if isinstance(before, Bars) and isinstance(after, Bars):
            assert [replace(bar, text="") for bar in before.bars] == [
                replace(bar, text="") for bar in after.bars
            ]
        else:
            assert before == after
    assert {label.of for label in found.labels} <= {label.of for label in chart.labels}
    assert fitted(chart) is found


APART = {
    "tourism_receipts": "years without a figure",
    "cities_share": "years as headings",
}
"""Charts with texts that hold a number and that no element of a chart in PowerPoint can hold, and why."""


def test_no_text_with_a_number_stands_loose_but_for_those_that_no_element_holds(
    record: Record, words: Words
) -> None:
    loose = {
        name
        for name in NAMES
        for note in drawing(of(name, record, words).chart, words).notes
        if any(sign.isdigit() for sign in plain(note.lines)) and not is_tick(note)
    }
    assert loose == set(APART)


def is_tick(note: Note) -> bool:
    """Is a text the name of a tick under its axis?"""
    return (note.along, note.dy) == ("top", 5.0)


FIXED = {
    "emerging_threshold": {"share"},
    "emerging_comparators": {"share"},
}
"""Charts with axes of figures that end where they say, and why (`lib/draw/fixed.py`): all others are automatic, so that
no edit cuts a bar. Figures as points behind lying bars would be `behind`, and are drawn as bars instead.
"""


def test_an_axis_of_figures_is_automatic_unless_something_goes_by_its_end(
    record: Record, words: Words
) -> None:
    found = {name: reasons(drawing(of(name, record, words).chart, words)) for name in NAMES}
    assert {name: why for name, why in found.items() if why} == FIXED


def reasons(shown: Drawing) -> set[str]:
    return {why_fixed(panel, shown, side) for panel in shown.panels for side in SIDES} - {"", "places"}


def test_of_panels_that_end_alike_all_axes_are_automatic_or_none(shipped: Record, words: Words) -> None:
    for name in NAMES:
        shown = drawing(of(name, shipped, words).chart, words)
        ends: dict[tuple[float, float], set[bool]] = {}
        for panel in shown.panels:
            for side in SIDES:
                if is_shared(panel, shown, side):
                    axis = panel.x if side == "x" else panel.y
                    ends.setdefault((axis.low, axis.high), set()).add(bool(why_fixed(panel, shown, side)))
        assert all(len(found) == 1 for found in ends.values()), name
