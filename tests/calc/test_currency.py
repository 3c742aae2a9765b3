import math

import pytest
from hypothesis import given

from lib.calc.currency import cny_from_usd, usd_from_cny
from lib.calc.interval import Interval
from tests.calc.strategies import figures, positive_figures


def test_yuan_are_more_than_dollars():
    # 12.1 × 6.5 = 78.65; 78 ÷ 6.5 = 12.
    assert cny_from_usd(amount_usd=12.1, cny_per_usd=6.5) == pytest.approx(78.65)
    assert usd_from_cny(amount_cny=78.0, cny_per_usd=6.5) == 12


def test_a_deficit_converts_too():
    # −2 × 6.5 = −13.
    assert cny_from_usd(amount_usd=-2.0, cny_per_usd=6.5) == -13


@pytest.mark.parametrize("rate", [0.0, -6.5, None])
def test_no_conversion_without_a_rate(rate):
    assert math.isnan(cny_from_usd(amount_usd=1.0, cny_per_usd=rate))
    assert math.isnan(usd_from_cny(amount_cny=1.0, cny_per_usd=rate))
    assert cny_from_usd(amount_usd=Interval.point(1), cny_per_usd=rate).is_missing


@given(amount=figures, rate=positive_figures)
def test_there_and_back_returns_the_amount(amount, rate):
    there = cny_from_usd(amount_usd=amount, cny_per_usd=rate)

    assert usd_from_cny(amount_cny=there, cny_per_usd=rate) == pytest.approx(amount)
