import math

import pytest

from lib.calc.printed import decimals, printed_bounds

INF = math.inf


def bounds(text, qualifier, *, counted=False, floor_zero=False, cap=None):
    return printed_bounds(text=text, qualifier=qualifier, counted=counted, floor_zero=floor_zero, cap=cap)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.21", (1.205, 1.215)),
        ("16.0", (15.95, 16.05)),
        ("16", (15.5, 16.5)),
        ("30872", (30871.5, 30872.5)),
        ("22.8", (22.75, 22.85)),
        ("-24", (-24.5, -23.5)),
        ("-295.1", (-295.15, -295.05)),
        ("0.0", (-0.05, 0.05)),
        ("1800", (1799.5, 1800.5)),
    ],
)
def test_exact_stands_for_half_a_unit_around_its_last_printed_digit(text, expected):
    assert bounds(text, "exact") == expected


def test_an_exact_count_in_full_units_stands_for_itself():
    assert bounds("1403", "exact", counted=True) == (1403, 1403)


def test_a_count_printed_with_decimals_was_rounded():
    assert bounds("3.1", "exact", counted=True) == (3.05, 3.15)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("11", (10.5, 11.5)),
        ("100", (50, 150)),
        ("10", (5, 15)),
        ("1.54", (1.535, 1.545)),
        ("2.0", (1.5, 2.5)),
        ("0.0", (-0.05, 0.05)),
    ],
)
def test_about_stands_for_half_a_unit_around_its_last_digit_that_is_not_zero(text, expected):
    assert bounds(text, "about") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1800", (1750, 1800)),
        ("1", (0.5, 1)),
        ("1.11", (1.105, 1.11)),
        ("953.5", (953.45, 953.5)),
        ("1.50", (1.45, 1.5)),
    ],
)
def test_nearly_stays_below_the_value(text, expected):
    assert bounds(text, "nearly") == expected


def test_nearly_and_about_a_count_are_no_exact_counts():
    assert bounds("1800", "nearly", counted=True) == (1750, 1800)
    assert bounds("1800", "about", counted=True) == (1750, 1850)


def test_over_has_no_end_unless_nature_gives_one():
    assert bounds("50", "over") == (50, INF)
    assert bounds("50", "over", cap=100) == (50, 100)
    assert bounds("50", "over", cap=99.9) == (50, 99.9)


def test_under_has_no_beginning_unless_it_is_an_amount():
    assert bounds("3.6", "under") == (-INF, 3.6)
    assert bounds("3.6", "under", floor_zero=True) == (0, 3.6)


def test_a_cap_and_a_floor_touch_nothing_else():
    assert bounds("100", "exact", cap=100, floor_zero=True) == (99.5, 100.5)


@pytest.mark.parametrize(("text", "qualifier"), [("101", "over"), ("-1", "under")])
def test_an_impossible_statement_is_refused(text, qualifier):
    with pytest.raises(ValueError, match="leaves no value"):
        bounds(text, qualifier, cap=100, floor_zero=True)


def test_an_unknown_word_is_refused_and_told_what_is_allowed():
    with pytest.raises(ValueError, match=r"unknown qualifier 'roughly'.* exact, about, nearly, over, under$"):
        bounds("5", "roughly")


@pytest.mark.parametrize("text", ["", "2,600", "1.", ".5", "+5", "1e3", " 5", "5%", "nan", "二十", "١٢"])
def test_digits_that_cannot_be_read_are_refused(text):
    with pytest.raises(ValueError, match="cannot read"):
        bounds(text, "exact")


@pytest.mark.parametrize(
    ("text", "expected"), [("1.21", 2), ("16.0", 1), ("1.50", 2), ("30872", 0), ("-8.4", 1)]
)
def test_decimals_count_what_was_printed(text, expected):
    assert decimals(text) == expected
