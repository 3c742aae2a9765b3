import math

import pytest

from lib.calc.cumulative import remainder
from lib.calc.interval import Interval


def test_july_and_august_2021():
    # Printed: 12.1 (January–August) and 5.2 (January–June). 12.1 − 5.2 = 6.9.
    assert remainder(longer=12.1, shorter=5.2) == pytest.approx(6.9)


def test_bounds_of_july_and_august_2021():
    # 12.05 − 5.25 = 6.8 and 12.15 − 5.15 = 7.0.
    assert remainder(longer=Interval(12.05, 12.15), shorter=Interval(5.15, 5.25)).ends == pytest.approx(
        (6.8, 7.0)
    )


def test_september_to_december_2020():
    # 22.8 for the year less 6.77 implied for January–August: 16.03.
    assert remainder(longer=22.8, shorter=6.77) == pytest.approx(16.03)


def test_a_revision_can_leave_a_negative_remainder():
    # 5.0 − 5.2 = −0.2: shown as it is, for someone to notice.
    assert remainder(longer=5.0, shorter=5.2) == pytest.approx(-0.2)


@pytest.mark.parametrize(("longer", "shorter"), [(None, 5.2), (12.1, None), (math.nan, math.nan)])
def test_a_missing_period_leaves_a_missing_remainder(longer, shorter):
    assert math.isnan(remainder(longer=longer, shorter=shorter))
