"""Several panels stand two in a row where their names and marks leave room, so that a slide shows them larger."""

from __future__ import annotations

import pytest

from lib.charts.card import Look
from lib.charts.extent import NARROWEST, WIDEST
from lib.charts.registry import CHARTS
from lib.charts.spec import Bars, Chart, Points
from lib.draw.columns import in_rows, on_slides
from lib.draw.fitted import fitted
from lib.draw.placing import box_of
from lib.explore.card import explore_card
from lib.explore.offered import parse
from lib.explore.starts import STARTS
from lib.facts.fact import Fact
from lib.facts.national import to_digits
from lib.facts.period import Period
from lib.facts.record import Record
from lib.words.speak import Words


def test_four_cities_stand_two_in_a_row_on_one_scale(record: Record, words: Words) -> None:
    chart = explore_card(parse(STARTS["four_cities"], record), record, words, Look()).chart
    places = [(panel.left, round(panel.top, 6)) for panel in chart.panels]
    (left, first), (right, _), (_, second), _ = places
    assert left == 0 < right < 1
    assert places == [(left, first), (right, first), (left, second), (right, second)]
    assert len({panel.y.ends for panel in chart.panels}) == 1
    assert all(panel.left < panel.right <= 1 and 0 <= panel.bottom < panel.top <= 1 for panel in chart.panels)


def test_what_is_long_of_name_or_of_many_years_stands_one_below_the_other(
    shipped: Record, words: Words
) -> None:
    for name in ("nation_years", "nation_exports"):
        chart = explore_card(parse(STARTS[name], shipped), shipped, words, Look()).chart
        assert {(panel.left, panel.right) for panel in chart.panels} == {(0.0, 1.0)}


@pytest.mark.parametrize("span", ["year", "months"])
def test_headings_of_several_lines_have_room(shipped: Record, words: Words, span: str) -> None:
    asked = {"indicator": "services_trade_total", "area": "each", "span": span}
    chart = fitted(explore_card(parse(asked, shipped), shipped, words, Look()).chart)
    boxes = [box_of(label, chart, width) for label in chart.labels for width in (NARROWEST, WIDEST)]
    assert min(box.top for box in boxes if box) >= 0
    lines = max(label.text.count("<br>") for label in chart.labels if label.align == "left")
    assert lines >= {"zh": 0, "en": 1}[words.lang]


def test_labels_of_two_narrow_parts_stand_on_two_sides_of_their_bar(record: Record, words: Words) -> None:
    asked = {"indicator": "offshore_outsourcing_executed", "category": "each.outsourcing_type"}
    chart = explore_card(parse(asked, record), record, words, Look()).chart
    sides = {label.text: label.along for label in chart.labels if label.text[:3] in ("ITO", "BPO")}
    assert sorted(sides.values()) == ["bottom", "top"]


def test_a_small_part_of_a_trillion_keeps_two_digits(shipped: Record, words: Words) -> None:
    """Chongqing's services trade of 2018 is printed as USD 31.5bn: 0.0315 trillion."""
    small = shipped.one("services_trade_total", period=Period.parse("2018-01_2018-12"), unit="USD")
    assert words.number(to_digits(small, 12), 12) == "0.032"


@pytest.mark.parametrize("name", ["services_trade_total", "offshore_outsourcing_executed"])
def test_many_panels_stand_two_in_a_row_on_a_slide_and_few_on_each_of_several(
    shipped: Record, words: Words, name: str
) -> None:
    asked = {"indicator": name, "area": "each", "span": "year", "currency": "USD"}
    chart = fitted(explore_card(parse(asked, shipped), shipped, words, Look()).chart)
    wide = in_rows(chart)
    assert len(chart.panels) >= 5
    assert (wide.marks, wide.labels) == (chart.marks, chart.labels)
    assert [panel.left > 0 for panel in wide.panels] == [bool(place % 2) for place in range(len(wide.panels))]
    assert wide.height < chart.height
    parts = on_slides(chart, 330.0)
    assert 1 < len(parts) <= len(chart.panels) / 2 + 1
    assert len(parts[0].panels) >= 2
    assert [panel for part in parts for panel in facts(part)] == facts(chart)
    for part in parts:
        assert all(0 <= panel.bottom < panel.top <= 1 for panel in part.panels)
        assert all(part.marks[label.of.mark].panel == label.panel for label in part.labels if label.of)


def facts(chart: Chart) -> list[list[Fact | None]]:
    """The figures of each panel, in its marks."""
    return [
        [
            item.fact
            for mark in chart.marks
            if mark.panel == panel and isinstance(mark, Bars | Points)
            for item in (mark.bars if isinstance(mark, Bars) else mark.points)
        ]
        for panel in range(len(chart.panels))
    ]


def test_few_panels_stay_as_they_are(shipped: Record, words: Words) -> None:
    chart = explore_card(parse(STARTS["four_cities"], shipped), shipped, words, Look()).chart
    assert in_rows(chart) is chart
    assert on_slides(chart, fitted(chart).height / 1.5) == (chart,)


def test_few_panels_part_where_they_would_lie_on_each_other(shipped: Record, words: Words) -> None:
    chart = fitted(CHARTS["national_sides"](shipped, words, Look()).chart)  # exports, imports, deficit
    parts = on_slides(chart, chart.height / 1.7)
    assert [len(part.panels) for part in parts] == [2, 1]
    assert [panel for part in parts for panel in facts(part)] == facts(chart)
    assert max(part.height for part in parts) < chart.height
