"""Several panels stand two in a row where their names and marks leave room, so that a slide shows them larger."""

from __future__ import annotations

from lib.charts.card import Look
from lib.explore.card import explore_card
from lib.explore.offered import parse
from lib.explore.starts import STARTS
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
