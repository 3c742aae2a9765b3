"""Panels of years: one scale a unit, gaps said, and as many years as there are."""

from __future__ import annotations

from datetime import date

import pytest

from lib.calc.interval import Interval
from lib.charts.card import Look
from lib.charts.tokens import LIGHT
from lib.charts.year_panels import YearPanel, year_panels
from lib.draw import plotly
from lib.draw.plotly import Figure
from lib.facts.fact import Derivation, Fact
from lib.facts.period import Period
from lib.words.speak import Words


def of_year(year: int, value: float, unit: str = "CNY", *, derived: bool = False) -> Fact:
    return Fact(
        value=value,
        bounds=Interval.point(value),
        unit=unit,
        unit_mult=12,
        decimals=2,
        qualifier="exact",
        period=Period(date(year, 1, 1), date(year, 12, 31)),
        indicator="services_exports",
        ref_area="CN",
        derivation=Derivation("deficit_of_sides", "", ()) if derived else None,
    )


def drawn(words: Words, *panels: YearPanel) -> Figure:
    return Figure(plotly.drawn(year_panels(panels, words, Look())))


def per_pixel(figure: Figure, axis: str) -> float:
    """How many units is a part of the figure's height?"""
    found = figure.layout[f"yaxis{axis}"]
    return (found.range[1] - found.range[0]) / (found.domain[1] - found.domain[0])


def test_panels_of_one_unit_have_one_scale_and_another_unit_its_own(zh: Words) -> None:
    figure = drawn(
        zh,
        YearPanel("a", (of_year(2020, 4.0), of_year(2021, 2.0)), 12),
        YearPanel("b", (of_year(2021, 1.0),), 12),
        YearPanel("c", (of_year(2021, 40.0, "USD"),), 12, own=True),
    )
    assert per_pixel(figure, "") == pytest.approx(per_pixel(figure, "2"))
    assert per_pixel(figure, "3") == pytest.approx(10 * per_pixel(figure, ""))  # 40 is as long as 4
    assert [trace.marker.color for trace in figure.data] == [LIGHT.others, LIGHT.others, LIGHT.chongqing]
    domains = [figure.layout[f"yaxis{axis}"].domain for axis in ("", "2", "3")]
    assert (domains[0][1], domains[2][0]) == (pytest.approx(1), pytest.approx(0))
    assert domains[0][0] > domains[1][1] > domains[1][0] > domains[2][1]


def test_panels_of_one_unit_whose_bars_are_alike_are_equally_high(zh: Words) -> None:
    """2 is half of 4 and goes as far; 1 is a quarter, less than a third, and has a panel of its own height."""
    figure = drawn(
        zh,
        YearPanel("a", (of_year(2020, 4.0), of_year(2021, 3.0)), 12),
        YearPanel("b", (of_year(2021, 2.0),), 12),
        YearPanel("c", (of_year(2021, 1.0),), 12),
    )
    first, second, third = (figure.layout[f"yaxis{axis}"] for axis in ("", "2", "3"))
    assert second.range == first.range
    assert second.domain[1] - second.domain[0] == pytest.approx(first.domain[1] - first.domain[0])
    # 84 pixels for 4, so 21 for 1, with 48 for the heading over each
    assert third.range[1] == pytest.approx(1 * (21 + 48) / 21)
    assert first.range[1] == pytest.approx(4 * (84 + 48) / 84)


def test_every_panel_stands_over_all_years_and_says_where_there_is_no_figure(zh: Words, en: Words) -> None:
    panels = (
        YearPanel("a", (of_year(2020, 4.0), of_year(2022, 2.0)), 12),
        YearPanel("b", (of_year(2018, 1.0),), 12),
    )
    figure = drawn(zh, *panels)
    assert [list(trace.x) for trace in figure.data] == [[2018, 2019, 2020, 2021, 2022]] * 2
    assert list(figure.data[0].y) == [None, None, 4.0, None, 2.0]
    gaps = [(note.text, note.x) for note in figure.layout.annotations if note.y == 0]
    assert gaps == [("未见", 2018.5), ("未见", 2021), ("未见", 2020.5)]
    assert "not found" in [note.text for note in drawn(en, *panels).layout.annotations]


def test_a_derived_year_is_hatched_and_a_surplus_goes_below_zero(zh: Words) -> None:
    figure = drawn(zh, YearPanel("a", (of_year(2020, 4.0), of_year(2021, -2.0, derived=True)), 12))
    printed, derived = figure.data
    assert (printed.marker.pattern.shape, derived.marker.pattern.shape) == (None, "/")
    assert figure.layout.yaxis.range[0] == -2.0


@pytest.mark.parametrize("count", [1, 2, 9, 10, 40])
def test_any_number_of_years_is_labelled_without_crowding(zh: Words, count: int) -> None:
    figure = drawn(zh, YearPanel("a", tuple(of_year(1990 + step, 1.0 + step) for step in range(count)), 12))
    (bars,) = figure.data
    labelled = [text for text in bars.text if text]
    assert 0 < len(labelled) <= min(count, 9)
    assert bars.text[-1] in labelled
    assert len(figure.layout.xaxis.tickvals) <= 6
    assert figure.layout.xaxis.tickvals[-1] == 1990 + count - 1
