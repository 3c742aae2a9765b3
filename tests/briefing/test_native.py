"""A figure translated into what PowerPoint and Excel can draw."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from lib.charts import spec
from lib.charts.card import Card, Look
from lib.charts.registry import CHARTS
from lib.charts.spec import Axis, Bar, Fill
from lib.charts.theme import frame
from lib.charts.tokens import LIGHT
from lib.draw.area import Box, area
from lib.draw.fixed import why_fixed
from lib.draw.hollow import with_clear
from lib.draw.layers import layers
from lib.draw.model import Apart, Bars, Drawing, Label, Mark, Panel, Points, Run
from lib.draw.native import drawing
from lib.draw.ooxml_labels import labels
from lib.draw.plotly import figure_of
from lib.draw.style import Style, of_document, of_sheet, of_slide
from lib.draw.table import Table
from lib.draw.text import plain, width
from lib.facts.outsourcing_periods import period_codes
from lib.facts.record import Record
from lib.words.speak import Words
from tests.briefing.test_deck_drawn import lines_of
from tests.facts.test_emerging import CONSTRUCTED, with_mix

_ROUNDING = 0.02
"""Which part of its axis has a whisker at most that a label stands over."""
DRAWN = sorted(set(CHARTS) - {"emerging_mix"})  # no source prints the split


def card_of(name: str, record: Record, words: Words) -> Card:
    return CHARTS[name](record, words, Look())


def drawn(name: str, record: Record, words: Words) -> Drawing:
    return drawing(card_of(name, record, words).chart, words)


def bars_of(found: Drawing) -> Bars:
    bars = found.panels[0].bars
    assert bars is not None
    return bars


def values(bars: Bars, series: int = 0) -> list[float | None]:
    return [bar and bar.value for bar in bars.series[series].bars]


def texts(found: Drawing) -> list[str]:
    """Every text of a drawing: notes, labels on bars and points, names of categories."""
    said = [plain(note.lines) for note in found.notes]
    for panel in found.panels:
        said += [plain(label.lines) for points in panel.points for label in points.labels if label]
        if panel.bars:
            said += panel.bars.categories
            said += [
                plain(bar.label.lines)
                for series in panel.bars.series
                for bar in series.bars
                if bar and bar.label
            ]
            said += [plain(end.label.lines) for end in panel.bars.ends if end and end.label]
            said += [plain(call.label.lines) for call in panel.bars.calls]
    return said


def lengths(figure: Any) -> list[float]:
    """How long is every bar of a figure?"""
    return sorted(
        value
        for trace in figure.data
        if trace.type == "bar"
        for value in (trace.x if trace.orientation == "h" else trace.y)
        if value is not None
    )


def reaches(figure: Any) -> list[float]:
    """How far does every whisker of a figure reach, down and up?"""
    found = []
    for trace in figure.data:
        for error in (trace.error_x if trace.type == "bar" else None, trace.error_y):
            if error is not None and error.array is not None:
                found += [*error.array, *error.arrayminus]
    return sorted(found)


@pytest.mark.parametrize("name", DRAWN)
def test_every_bar_keeps_its_number_to_the_digit(name: str, record: Record, words: Words) -> None:
    card = card_of(name, record, words)
    found = [
        bar
        for panel in drawing(card.chart, words).panels
        if panel.bars
        for series in panel.bars.series
        for bar in series.bars
        if bar and bar.value is not None
    ]
    assert sorted(bar.value for bar in found if bar.value is not None) == lengths(figure_of(card))


@pytest.mark.parametrize("name", DRAWN)
def test_every_whisker_keeps_its_reach_to_the_digit(name: str, record: Record, words: Words) -> None:
    card = card_of(name, record, words)
    found: list[float | None] = []
    for panel in drawing(card.chart, words).panels:
        for points in panel.points:
            found += [*points.less, *points.more]
        for series in panel.bars.series if panel.bars else ():
            found += [end for bar in series.bars if bar for end in (bar.less, bar.more)]
    assert sorted(end for end in found if end is not None) == reaches(figure_of(card))


@pytest.mark.parametrize("name", DRAWN)
def test_every_line_keeps_its_points_to_the_digit(name: str, record: Record, words: Words) -> None:
    """Across bars a line stands at slots; along them, and where there are no bars, at the figure's numbers.

    A line that leads to a label over or under a bar is no longer one: it stands in the row of that label. One at zero
    across bars is the axis that they have.
    """
    card = card_of(name, record, words)
    traces, heights = lines_of_figure(card), heights_of(card)
    lines = [(panel, points) for panel in drawing(card.chart, words).panels for points in panel.points]
    barred = any(trace.type == "bar" for trace in figure_of(card).data)
    shapes = [one for one in figure_of(card).layout.shapes if one.yref != "paper"]
    drawn = [one for one in shapes if not barred or {one.y0, one.y1} != {0}]
    assert len(lines) == len(traces) + len(drawn)
    for trace, height in zip(traces, heights, strict=True):
        assert any(_same(panel, points, trace, height) for panel, points in lines)


def _same(panel: Panel, points: Any, trace: Any, heights: Any) -> bool:
    x = (panel.bars is not None and not panel.bars.horizontal) or points.x == coordinates(trace.x)
    y = (panel.bars is not None and panel.bars.horizontal) or points.y == coordinates(heights)
    return bool(x and y)


def lines_of_figure(card: Card) -> list[Any]:
    """The lines of the screen, without those that lead to a label."""
    traces = [trace for trace in figure_of(card).data if trace.type == "scatter"]
    marks = [mark for mark in card.chart.marks if isinstance(mark, spec.Points | spec.Interval)]
    return [
        trace
        for trace, mark in zip(traces, marks, strict=True)
        if not (isinstance(mark, spec.Points) and mark.leads)
    ]


def heights_of(card: Card) -> list[Any]:
    """The y of each line; in a list, whose places are no numbers, the middle of its slot, counted from the bottom."""
    traces = lines_of_figure(card)
    if card.chart.is_list:
        return [(len(traces) - place - 0.5,) for place in range(len(traces))]
    return [trace.y for trace in traces]


def coordinates(values: Any) -> tuple[float | str | None, ...]:
    """Days as Excel counts them, from the last but one of 1899 on; all else as it stands."""
    return tuple((value - date(1899, 12, 30)).days if isinstance(value, date) else value for value in values)


def in_one_line(text: str) -> str:
    """A text of several lines, a word that is parted at its hyphen whole again."""
    return re.sub(r"(?<=\w)- ", "-", " ".join(lines_of(text)).strip())


@pytest.mark.parametrize("name", DRAWN)
def test_no_text_is_lost(name: str, record: Record, words: Words) -> None:
    card = card_of(name, record, words)
    said = texts(drawing(card.chart, words))
    wanted = [in_one_line(note.text) for note in figure_of(card).layout.annotations]
    for trace in figure_of(card).data:
        wanted += [in_one_line(text) for text in trace.text or () if text]
    for text in wanted:
        assert text in said
        said.remove(text)


@pytest.mark.parametrize("name", DRAWN)
def test_every_series_has_a_name(name: str, record: Record, words: Words) -> None:
    for panel in drawn(name, record, words).panels:
        assert all(points.name for points in panel.points)
        assert panel.bars is None or all(series.name for series in panel.bars.series)


def test_growth_stands_in_two_series_over_the_named_periods(record: Record, zh: Words) -> None:
    bars = bars_of(drawn("growth_base", record, zh))
    assert (bars.horizontal, bars.stacked, bars.categories) == (False, False, ("上半年", "1—8月"))
    implied, printed = bars.series
    assert printed.name == "2021年"
    assert values(bars, 1) == [5.2, 12.1]
    # 5.2 ÷ 1.4489 = 3.5889, 12.1 ÷ 1.787 = 6.7711
    assert values(bars, 0) == pytest.approx([3.5889, 6.7711], abs=1e-4)
    assert all(bar and bar.fill and bar.fill.hatched for bar in implied.bars)
    assert [bar and bar.fill and bar.fill.colour for bar in printed.bars] == [LIGHT.chongqing] * 2
    # 12.15 ÷ 1.7865 = 6.80101, so the whisker reaches 0.02988 up from 6.77112
    assert implied.bars[1] is not None
    assert implied.bars[1].more == pytest.approx(0.02988, abs=1e-5)


def test_a_year_without_a_figure_is_an_empty_category(record: Record, zh: Words) -> None:
    bars = bars_of(drawn("tourism_receipts", record, zh))
    assert bars.categories == tuple(str(year) for year in range(1998, 2015))
    empty = [year for year, value in zip(bars.categories, values(bars), strict=True) if value is None]
    assert empty == ["2010", "2012", "2013"]
    assert bars.every == 4  # 1998, 2002, …, 2014


def test_over_is_a_solid_part_and_a_hatched_one_on_it(record: Record, en: Words) -> None:
    bars = bars_of(drawn("enterprise_counts", record, en))
    assert bars.stacked
    assert bars.categories[:2] == (
        "Chongqing · services trade · Sep 2021",
        "Chengdu · services trade · Nov 2017",
    )
    assert values(bars, 0) == [1800, 2600, 1403, 1288, 130]
    assert [value is not None for value in values(bars, 1)] == [False, True, False, False, True]
    first = bars.series[0].bars[0]
    assert first is not None
    assert (first.less, first.more) == (50, 0)  # nearly 1,800 may be 1,750


def test_a_threshold_is_a_line_over_the_whole_panel(record: Record, zh: Words) -> None:
    found = drawn("emerging_threshold", record, zh)
    (line,) = found.panels[0].points
    assert (line.x, line.y, line.name) == ((50, 50), (0, 1), "50%线")
    assert line.stroke is not None
    assert line.stroke.colour == LIGHT.goal


def test_a_text_beside_a_mark_is_its_label_and_stands_where_it_stood(record: Record, zh: Words) -> None:
    (rule,) = (
        points
        for points in drawn("emerging_threshold", record, zh).panels[0].points
        for label in points.labels
        if label and plain(label.lines) == "50%线"
    )
    assert rule.labels[1]
    assert rule.labels[1].apart == Apart(0.0, 0.0, dx=6, dy=0, across="left", along="top")  # at its upper end


def test_a_label_at_the_end_of_a_stack_stands_on_a_clear_bar_behind_its_whisker(
    record: Record, zh: Words
) -> None:
    ends = {
        plain(end.label.lines): (end.value, end.label.place, end.label.apart)
        for end in bars_of(drawn("enterprise_counts", record, zh)).ends
        if end and end.label
    }
    # nearly 1,800 may be 1,800 at most, so its whisker reaches down only; over 2,600 stands behind what is possible
    assert ends["近1800"] == (0, "base", None)
    assert ends["超2600"] == (None, "base", None)


def test_a_label_over_a_narrow_part_stands_in_a_row_of_its_own_at_a_line(record: Record, zh: Words) -> None:
    found = drawn("offshore_types", record, zh).panels[0]
    assert found.bars
    assert found.bars.categories == ("", "", "")
    assert [(call.part, call.over, plain(call.label.lines)) for call in found.bars.calls] == [
        (1, True, "ITO 2.4  +6.1%"),
        (2, False, "BPO 2.24  +36.9%"),
    ]
    assert not found.points  # the lines of the screen


def test_a_label_that_is_moved_keeps_its_distance_from_its_point(record: Record, words: Words) -> None:
    """So it goes with it, whatever is edited: in pixels, over what rounding allows, or along years or rows.

    No place of a point's label is as far from it as these are: two at one point, or at the end of a line.
    """
    moved = set()
    for name in DRAWN:
        shown = drawn(name, record, words)
        for panel in shown.panels:
            of_bars = [bar for series in panel.bars.series for bar in series.bars] if panel.bars else []
            assert not [bar for bar in of_bars if bar and bar.label and bar.label.apart], name
            for label in (label for points in panel.points for label in points.labels):
                if label and label.apart:
                    moved.add(name)
                    for side, part in (("x", label.apart.x), ("y", label.apart.y)):
                        assert abs(part) < _ROUNDING or why_fixed(panel, shown, side) == "places", (
                            name,
                            label,
                        )  # type: ignore[arg-type]
    assert moved == {
        "emerging_threshold", "goal_path", "goal_path_later", "knowledge_intensive_share", "ranks",
        "value_per_enterprise",
    }  # fmt: skip


def test_a_label_apart_from_its_mark_is_moved_by_parts_of_its_chart() -> None:
    apart = Apart(0.1, 0.5, dx=8, dy=-4, across="center", along="middle")
    label = Label(((Run("78.7%"),),), "#1A2733", "centre", apart=apart)
    made = labels([label], of_slide("en").of_chart((0.8, 0.6), (400, 200)), Table("Data"), None)
    moved = {found.tag.split("}")[1]: found.get("val") for found in made.iter() if found.get("val")}
    # 0.1 × 0.8 + 8 × 0.95 / 400 = 0.099; 0.5 × 0.6 − 4 × 0.95 / 200 = 0.281
    assert (moved["x"], moved["y"]) == ("0.099", "0.281")


def test_pairs_keep_their_distance(record: Record, en: Words) -> None:
    bars = bars_of(drawn("growth_against_nation", record, en))
    assert values(bars) == [10.5, 9.2, None, 44.89, 25.9, None, 68.7, 26.7]
    assert [place for place, name in enumerate(bars.categories) if name] == [0, 3, 6]


def test_two_scopes_are_two_panels_with_a_line_between(record: Record, en: Words) -> None:
    found = drawn("usd_series", record, en)
    earlier, current = found.panels
    assert earlier.bottom < found.rules[0].y < current.top
    assert earlier.bars is not None
    assert earlier.bars.categories == (
        "2011", "Jan–Sep 2014", "2015 target", "Jan–Aug 2019", "2020 target", "2022 target",
    )  # fmt: skip
    assert values(earlier.bars) == [6.1, 9.7, 17.0, 16.35, 30.0, 50.0]
    assert not earlier.points  # no chart behind that of the bars


def test_rows_with_scales_of_their_own_are_panels_of_their_own(record: Record, zh: Words) -> None:
    found = drawn("talent_progress", record, zh)
    assert [panel.bars and panel.bars.categories for panel in found.panels] == [
        ("人才培训基地", ""), ("对接企业", ""), ("培养高端人才", ""),
    ]  # fmt: skip
    assert [panel.x.high for panel in found.panels] == pytest.approx([23, 230, 6900])
    assert found.panels[0].bottom < found.panels[1].top


def test_what_is_not_published_is_said_where_its_bar_would_begin(record: Record, zh: Words) -> None:
    """The upper of the two bars of a row, the second and the third."""
    found = drawn("talent_progress", record, zh)
    said = [note for note in found.notes if plain(note.lines) == "未见公布"]
    for note, panel in zip(said, found.panels[1:], strict=True):
        assert note.x == panel.left
        assert note.y == pytest.approx(panel.top + (panel.bottom - panel.top) / 4)
        assert panel.bars
        assert [bar.value if bar else None for series in panel.bars.series for bar in series.bars] in (
            [None, 100],
            [None, 3000],
        )


def test_first_place_stays_at_the_top_where_the_axis_runs_down(record: Record, zh: Words) -> None:
    (panel,) = drawn("ranks", record, zh).panels
    assert panel.y.backwards
    assert not panel.x.backwards


def test_bars_that_are_heaped_stand_on_each_other(record: Record, zh: Words) -> None:
    """Constructed: no source prints the split of the emerging sectors."""
    chart = CHARTS["emerging_mix"](with_mix(record, CONSTRUCTED), zh, Look()).chart
    bars = bars_of(drawing(chart, zh))
    assert (bars.stacked, bars.horizontal) == (True, False)
    assert [values(bars, layer) for layer in range(5)] == [[12.4], [18.1], [9.7], [8.3], [3.2]]


def test_a_bar_that_begins_in_the_air_stands_on_a_clear_one(zh: Words) -> None:
    canvas = frame("light")
    canvas.bars([Bar(0, 3.0, Fill(LIGHT.others), base=2.0)], width=0.5, lying=True)
    canvas.axes(x=Axis(ends=(0, 6)), y=Axis(ends=(-0.5, 0.5), shown=False))
    bars = bars_of(drawing(canvas.chart, zh))
    assert [(bar.value, bar.fill is None) for series in bars.series for bar in series.bars if bar] == [
        (2.0, True), (3.0, False),
    ]  # fmt: skip


def test_ticks_begin_where_both_programs_count_from(record: Record, words: Words) -> None:
    for name in DRAWN:
        for panel in drawn(name, record, words).panels:
            for axis in (panel.x, panel.y):
                steps = axis.low / axis.step
                assert not axis.shown or math.isclose(steps, round(steps), abs_tol=1e-9)


@pytest.mark.parametrize("name", ["goals_printed", "peers_since"])
def test_a_list_is_a_line_of_text_each_of_one_size_that_fits(name: str, record: Record, words: Words) -> None:
    card = card_of(name, record, words)
    (panel,) = drawing(card.chart, words).panels
    labels = [label for points in panel.points for label in points.labels if label]
    assert len(labels) == len(card.chart.marks)
    assert {len(label.lines) for label in labels} == {1}
    assert len({label.size for label in labels}) == 1
    assert max(width(plain(label.lines), label.size) for label in labels) < 63
    assert sorted(points.y[0] for points in panel.points) == [slot + 0.5 for slot in range(len(labels))]


def test_an_open_mark_has_a_clear_one_in_it_that_hides_no_point() -> None:
    line, ring, filled = (
        Points("", (1.0, 2.0, 3.0), (1.0, 2.0, 3.0), mark=Mark("circle", 7.0, LIGHT.others)),
        Points("", (2.0,), (2.0,), mark=Mark("circle", 12.0, LIGHT.others, open=True)),
        Points("", (5.0,), (5.0,), mark=Mark("diamond", 9.0, LIGHT.goal)),
    )
    drawn = with_clear((ring, line, filled))
    assert [place for place, _ in drawn] == [0, 0, 1, 2]
    assert [points for _, points in drawn if points in (line, ring, filled)] == [ring, line, filled]
    clear = drawn[0][1].mark
    assert clear is not None
    assert (clear.clear, clear.colour, drawn[0][1].x) == (True, LIGHT.card, ring.x)
    assert 7.0 < clear.size < 12.0


def test_the_name_of_a_panel_stays_near_its_upper_edge(record: Record, words: Words) -> None:
    found = drawn("national_sides", record, words)
    names = [note for note in found.notes if note.across == "left"]
    assert [(note.dy, note.along) for note in names] == [(10.0, "bottom")] * 3
    assert [note.y for note in names] == pytest.approx([panel.top for panel in found.panels])


def test_every_period_that_can_be_chosen_is_drawn(record: Record, words: Words) -> None:
    for code in period_codes(record):
        for name in ("growth_base", "rest_of_year"):
            assert drawing(CHARTS[name](record, words, Look(period=code)).chart, words).panels


@pytest.mark.parametrize("make", [of_sheet, of_document])
def test_names_stay_on_one_line_where_their_axis_has_room(
    make: Callable[[str], Style], record: Record, zh: Words
) -> None:
    """The room beside a plot is measured by the longest name; one that is too long is parted at its dots."""
    style = make("zh")
    for name, parted in (("bases_by_focus", False), ("enterprise_counts", True)):
        shown = drawn(name, record, zh)
        places = area(shown, Box(0.0, 0.0, 442.0 / style.point, 300.0), size=style.label / style.point)
        [made] = layers(shown, places, lambda: Table("Data"), zh, style)[-1:]
        names = [str(cell) for cell in made.table.columns[0][1]]
        assert any("\n" in one for one in names) == parted
        assert not [one for one in names if re.search(r"\d\n", one)]
