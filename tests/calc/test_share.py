import math

import pytest

from lib.calc.interval import Interval
from lib.calc.share import against_threshold, share_pct


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
