import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.calc.interval import Interval
from lib.calc.share import against_threshold, composition_pct, share_pct, total
from tests.calc.strategies import positive_figures


def test_share_of_offshore_outsourcing_in_2020():
    # 22.13 of 22.8: 22.13 ÷ 22.8 = 0.97061.
    assert share_pct(part=22.13, whole=22.8) == pytest.approx(97.06, abs=0.005)


def test_bounds_of_that_share():
    # 22.125 ÷ 22.85 = 0.968271 and 22.135 ÷ 22.75 = 0.972967.
    result = share_pct(part=Interval(22.125, 22.135), whole=Interval(22.75, 22.85))

    assert result.ends == pytest.approx((96.8271, 97.2967), abs=0.0001)


@pytest.mark.parametrize("whole", [0.0, -1.0, None])
def test_nothing_has_no_shares(whole):
    assert math.isnan(share_pct(part=1.0, whole=whole))
    assert share_pct(part=Interval.point(1), whole=Interval.point(whole)).is_missing


def test_composition_of_2020_by_type():
    # 2.4 + 2.24 + 18.2 = 22.84; 2.4 ÷ 22.84 = 10.51 %, 2.24 ÷ 22.84 = 9.81 %, 18.2 ÷ 22.84 = 79.68 %.
    result = composition_pct(pd.Series({"ito": 2.4, "bpo": 2.24, "kpo": 18.2}))

    assert result.to_dict() == pytest.approx({"ito": 10.51, "bpo": 9.81, "kpo": 79.68}, abs=0.005)


@pytest.mark.parametrize("odd", [None, -1.0])
def test_one_missing_or_negative_part_leaves_no_composition(odd):
    assert composition_pct(pd.Series([2.4, odd, 18.2])).isna().all()


def test_parts_of_nothing_have_no_composition():
    assert composition_pct(pd.Series([0.0, 0.0])).isna().all()
    assert composition_pct(pd.Series([], dtype=float)).empty


@given(parts=st.lists(positive_figures | st.just(0.0), min_size=1, max_size=20).filter(any))
def test_shares_add_up_to_100(parts):
    assert composition_pct(pd.Series(parts)).sum() == pytest.approx(100)


@given(parts=st.lists(positive_figures, min_size=1, max_size=20), unit=st.sampled_from([1e-8, 100.0, 1e8]))
def test_the_unit_does_not_change_a_share(parts, unit):
    column = pd.Series(parts)

    pd.testing.assert_series_equal(composition_pct(column * unit), composition_pct(column))


def test_the_types_of_2020_add_up_to_a_little_more_than_the_printed_total():
    # 2.4 + 2.24 + 18.2 = 22.84, printed 22.8.
    # Bounds: 2.35 + 2.235 + 18.15 = 22.735 and 2.45 + 2.245 + 18.25 = 22.945.
    bounds = total(Interval(2.35, 2.45), Interval(2.235, 2.245), Interval(18.15, 18.25))

    assert total(2.4, 2.24, 18.2) == pytest.approx(22.84)
    assert bounds.ends == pytest.approx((22.735, 22.945))
    assert bounds.meets(Interval(22.75, 22.85))


@pytest.mark.parametrize("missing", [None, math.nan])
def test_a_total_with_a_missing_part_is_missing(missing):
    assert math.isnan(total(2.4, missing, 18.2))
    assert math.isnan(total(pd.Series([2.4, missing, 18.2])))
    assert total(Interval(1, 2), Interval.point(missing)).is_missing
    assert total(Interval(pd.Series([1.0, missing]), pd.Series([2.0, 3.0]))).is_missing


def test_a_total_of_nothing_is_missing_and_not_zero():
    assert math.isnan(total())
    assert math.isnan(total(pd.Series([], dtype=float)))
    assert total(Interval(pd.Series([], dtype=float), pd.Series([], dtype=float))).is_missing


def test_several_columns_add_row_by_row():
    result = total(pd.Series([1.0, 2.0]), pd.Series([10.0, None]), 100.0)

    assert result[0] == 111
    assert math.isnan(result[1])


def test_one_column_adds_from_top_to_bottom():
    assert total(pd.Series([1.0, 2.0, 3.0])) == 6
    assert total(Interval(pd.Series([1.0, 2.0]), pd.Series([2.0, 4.0]))).ends == pytest.approx((3, 6))


def test_one_single_part_is_its_own_total():
    assert total(5.0) == 5
    assert total(Interval(1, 2)) == Interval(1, 2)
    assert math.isnan(total(None))


@pytest.mark.parametrize(
    ("share", "expected"),
    [
        (Interval(50, 100), "above"),  # over 50
        (Interval(50.5, 51.5), "above"),
        (Interval(45, 50), "below"),  # nearly 50
        (Interval(0, 50), "below"),  # under 50
        (Interval(49.5, 50.5), "cannot_be_told"),
        (Interval.point(50), "cannot_be_told"),
        (Interval.point(None), "cannot_be_told"),
        (50.0, "cannot_be_told"),
        (50.1, "above"),
        (49.9, "below"),
        (None, "cannot_be_told"),
    ],
)
def test_against_a_threshold_of_50(share, expected):
    assert against_threshold(share=share, threshold=50) == expected
