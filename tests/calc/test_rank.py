import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.calc.rank import rank_among, rank_bounds
from tests.calc.strategies import figures


def test_ties_share_the_best_place_and_leave_out_the_next():
    assert rank_among(pd.Series([30.0, 20.0, 20.0, 10.0])).tolist() == [1, 2, 2, 4]


def test_places_keep_the_order_and_names_of_the_rows():
    result = rank_among(pd.Series({"Chongqing": 22.8, "Chengdu": 22.9, "Wuhan": 20.0}))

    assert result.to_dict() == {"Chongqing": 2, "Chengdu": 1, "Wuhan": 3}


def test_a_missing_figure_has_no_place_and_takes_none():
    result = rank_among(pd.Series([5.0, None, 7.0]))

    assert math.isnan(result[1])
    assert result[[0, 2]].tolist() == [2, 1]


def test_chengdu_is_ahead_of_chongqing_however_both_were_rounded():
    # 22.9 is [22.85, 22.95], 22.8 is [22.75, 22.85]: the ends only touch.
    best, worst = rank_bounds(pd.Series([22.75, 22.85]), pd.Series([22.85, 22.95]))

    assert best.tolist() == worst.tolist() == [2, 1]


def test_bounds_that_overlap_leave_places_open():
    # "About 20" is [15, 25]: it may be ahead of both others or behind both.
    best, worst = rank_bounds(
        pd.Series({"about": 15.0, "Chongqing": 22.75, "Chengdu": 22.85}),
        pd.Series({"about": 25.0, "Chongqing": 22.85, "Chengdu": 22.95}),
    )

    assert best.to_dict() == {"about": 1, "Chongqing": 2, "Chengdu": 1}
    assert worst.to_dict() == {"about": 3, "Chongqing": 3, "Chengdu": 2}


def test_a_missing_bound_has_no_place_and_takes_none():
    best, worst = rank_bounds(pd.Series([1.0, None, 3.0]), pd.Series([2.0, 9.0, 4.0]))

    assert math.isnan(best[1])
    assert math.isnan(worst[1])
    assert best[[0, 2]].tolist() == worst[[0, 2]].tolist() == [2, 1]


def test_bounds_the_wrong_way_round_are_refused():
    with pytest.raises(ValueError, match="must not exceed"):
        rank_bounds(pd.Series([2.0]), pd.Series([1.0]))


@given(values=st.lists(figures, min_size=1, max_size=12).map(pd.Series))
def test_figures_known_exactly_leave_one_place_open(values):
    best, worst = rank_bounds(values, values)

    assert best.tolist() == worst.tolist() == rank_among(values).tolist()


@given(
    rows=st.lists(
        st.tuples(figures, figures)
        .map(sorted)
        .flatmap(lambda ends: st.tuples(st.just(ends), st.floats(*ends))),
        min_size=1,
        max_size=8,
    )
)
def test_bounds_contain_the_place_that_any_values_inside_take(rows):
    lower, upper, values = (pd.Series(x) for x in zip(*((*ends, value) for ends, value in rows), strict=True))
    inner = (lower < values) & (values < upper) | (lower == upper)  # ends are taken as excluded
    lower, upper, values = lower[inner], upper[inner], values[inner]

    best, worst = rank_bounds(lower, upper)

    assert (best <= rank_among(values)).all()
    assert (rank_among(values) <= worst).all()
