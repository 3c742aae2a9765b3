import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.catalog.quantities import Quantity, read_change
from tests.catalog.quantities.reading import read_or_why


@pytest.mark.parametrize(
    ("typed", "value", "qualifier"),
    [
        ("78.7", "78.7", "exact"),
        ("78.7%", "78.7", "exact"),
        ("＋７８．７％", "78.7", "exact"),
        ("同比增长78.7%", "78.7", "exact"),
        ("增长超10%", "10", "over"),
        ("同比下降3.1%", "-3.1", "exact"),
        ("down about 3% year on year", "-3", "about"),
        ("−3.10%", "-3.10", "exact"),
        ("下降0.0%", "0.0", "exact"),
        ("比上年下降1.7%", "-1.7", "exact"),
        ("比上年同期增长78.7%", "78.7", "exact"),
        ("增速78.7%", "78.7", "exact"),
        ("增速为-3.1%", "-3.1", "exact"),
        ("同比 增长78.7%", "78.7", "exact"),
        ("约下降3.1%", "-3.1", "about"),
        ("increased by 5.2%", "5.2", "exact"),
        ("decreased by about 3% from a year earlier", "-3", "about"),
        ("与上年持平", "0", "exact"),
        ("同比基本持平", "0", "about"),
        ("超六成", "60", "over"),
        # (2.3 − 1) × 100 = 130; 2.25 to 2.35 times leave 125 to 135, which is what about 130 stands for.
        ("是上年同期的2.3倍", "130", "about"),
        # (2.34 − 1) × 100 = 134; 2.335 to 2.345 leave 133.5 to 134.5.
        ("是上年的2.34倍", "134", "exact"),
        ("同比增长1.3倍", "130", "about"),
        ("为上年的0.95倍", "-5", "exact"),
        ("增5.7%", "5.7", "exact"),
        ("降幅达3.1%", "-3.1", "exact"),
        ("负增长3.1%", "-3.1", "exact"),
        ("–5.7%", "-5.7", "exact"),
        ("↓5.7%", "-5.7", "exact"),
        ("3.1% lower than a year earlier", "-3.1", "exact"),
        ("翻一番", "100", "about"),
    ],
)
def test_a_change_is_read_with_its_direction(typed, value, qualifier):
    assert read_change(typed) == Quantity(value, 0, "PERCENT", qualifier)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("12.1亿", "no change in per cent"),
        ("2.5个百分点", "no change in per cent"),
        ("下降-3%", "a fall by a negative number"),
        ("下降近3%", "can lie on either side"),
        ("由负转正", "no figure is found"),
        ("减亏5%", '"亏" before the digits is not known'),
        ("同比增长一倍", "Chinese numerals"),
    ],
)
def test_what_is_no_change_in_per_cent_is_refused(typed, why):
    assert why in str(read_or_why(read_change, typed))


@given(
    st.decimals(0, 999, places=1, allow_nan=False), st.sampled_from(["同比增长{}%", "up {}%", "{}%", "+{}"])
)
def test_a_rise_keeps_its_digits(value, form):
    assert read_change(form.format(value)).value == str(value)


@given(
    st.decimals("0.1", 999, places=1, allow_nan=False), st.sampled_from(["同比下降{}%", "fell by {}%", "−{}"])
)
def test_a_fall_is_negative(value, form):
    assert read_change(form.format(value)).value == f"-{value}"
