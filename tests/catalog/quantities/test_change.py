import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.catalog.quantities import Quantity, Unreadable, read_change


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
        ("持平", "no figure is found"),
    ],
)
def test_what_is_no_change_in_per_cent_is_refused(typed, why):
    with pytest.raises(Unreadable, match=why):
        read_change(typed)


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
