"""When two figures hold, hold only within rounding, contradict, or differ in scope."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import pytest

from lib.calc.interval import Interval
from lib.facts.fact import Derivation, Fact
from lib.facts.reconcile.verdict import CONTRADICTS, HOLDS, ROUNDING, SCOPE, verdict

Make = Callable[..., Fact]


def implied(fact: Fact, value: float, lower: float, upper: float, *inputs: Fact) -> Fact:
    given = tuple((f"x{place}", one) for place, one in enumerate(inputs or (fact,)))
    return replace(
        fact,
        value=value,
        bounds=Interval(lower, upper),
        qualifier="at_least" if upper == float("inf") else "derived",
        observations=(),
        derivation=Derivation("made_up", "{x0}", given),
    )


@pytest.mark.parametrize(
    ("value", "lower", "upper", "expected"),
    [
        (22.84, 22.73, 22.95, HOLDS),  # rounds to 22.8
        (22.75, 22.7, 22.8, HOLDS),  # the lower end of what 22.8 can be
        (22.9, 22.84, 22.96, ROUNDING),  # rounds to 22.9, but 22.84 to 22.85 suits both
        (22.9, 22.85, 22.95, ROUNDING),  # 22.85 may be rounded to either: ends of rounding belong to both
        (22.9, 22.86, 22.94, CONTRADICTS),  # 22.86 lies above 22.85
        (22.7, 22.60, 22.74, CONTRADICTS),
    ],
)
def test_the_verdict_follows_from_the_two_intervals(
    fact: Make, value: float, lower: float, upper: float, expected: str
) -> None:
    printed = fact(22.8, 22.75, 22.85)
    assert verdict(printed, implied(printed, value, lower, upper)) == expected


def test_ends_touch_exactly_or_not_at_all(fact: Make) -> None:
    # In doubles 7.0 − 6.8 is 0.20000000000000018 and would miss 0.2.
    printed = fact(0.17, 0.15, 0.2, decimals=2)
    touching = Interval(7.0, 7.1) - Interval(6.7, 6.8)
    above = touching + Fraction(1, 10**20)
    assert verdict(printed, replace(implied(printed, 0.3, 0.2, 0.4), bounds=touching)) == ROUNDING
    assert verdict(printed, replace(implied(printed, 0.3, 0.2, 0.4), bounds=above)) == CONTRADICTS


def test_a_value_is_held_against_the_print_as_it_is_and_not_as_the_nearest_double(fact: Make) -> None:
    # A third of 68.55 is 22.85, the end of what 22.8 can be; a hair more is past it, though no double tells.
    printed = fact(22.8, 22.75, 22.85, decimals=2)
    at_the_end = implied(printed, 22.85, 22.84, 22.86)
    past_it = replace(at_the_end, exact=Fraction(2285, 100) + Fraction(1, 10**20))
    assert verdict(printed, at_the_end) == HOLDS
    assert verdict(printed, past_it) == ROUNDING


@pytest.mark.parametrize(("end", "expected"), [(5.0, CONTRADICTS), (5.001, ROUNDING)])
def test_over_does_not_meet_what_only_reaches_its_lower_end(fact: Make, end: float, expected: str) -> None:
    over = fact(5.0, 5.0, float("inf"), qualifier="over")
    assert verdict(over, implied(over, 4.9, 4.8, end)) == expected


@pytest.mark.parametrize(("end", "expected"), [(1800.0, CONTRADICTS), (1799.0, ROUNDING)])
def test_nearly_does_not_meet_what_only_starts_at_its_upper_end(
    fact: Make, end: float, expected: str
) -> None:
    nearly = fact(1800.0, 1750.0, 1800.0, qualifier="nearly", decimals=0)
    assert verdict(nearly, implied(nearly, 1900.0, end, 1950.0)) == expected


def test_more_than_over_excludes_its_end_on_the_implied_side_too(fact: Make) -> None:
    over = fact(5.0, 5.0, float("inf"), qualifier="over")
    exactly_five = fact(5.0, 5.0, 5.0, qualifier="exact", decimals=0)
    assert verdict(exactly_five, implied(over, 5.0, 5.0, float("inf"))) == CONTRADICTS


def test_at_least_a_rounded_figure_holds_for_anything_above(fact: Make) -> None:
    part = fact(5.2, 5.15, 5.25)
    whole = fact(12.1, 12.05, 12.15)
    assert verdict(whole, implied(part, 5.2, 5.15, float("inf"))) == HOLDS
    assert verdict(part, implied(whole, 12.1, 12.05, float("inf"))) == CONTRADICTS
    # 5.2 may be 5.16 to 5.25 and the other 5.2 or more: the same print agrees.
    assert verdict(part, implied(part, 5.2, 5.15, float("inf"))) == HOLDS


def test_what_over_allows_holds(fact: Make) -> None:
    over = fact(5.0, 5.0, float("inf"), qualifier="over")
    assert verdict(over, implied(over, 7.3, 7.2, 7.4)) == HOLDS
    # 4.99 would round to 5, but over 5 is not 5.
    assert verdict(over, implied(over, 4.99, 4.98, 4.995)) == CONTRADICTS


def test_another_scope_is_never_judged(fact: Make) -> None:
    printed = fact(22.8, 22.75, 22.85)
    other = fact(50.0, 49.5, 50.5, basis="services_trade_cny")
    assert verdict(printed, other) == SCOPE
    assert verdict(printed, implied(printed, 50.0, 49.5, 50.5, printed, other)) == SCOPE


def test_a_grouping_is_counted_in_the_series_that_it_groups(fact: Make) -> None:
    share = fact(44.5, 44.45, 44.55, basis="knowledge_intensive_mofcom")
    total = fact(45642.7, 45642.65, 45642.75, basis="bop_mofcom")
    assert verdict(share, implied(share, 44.54, 44.53, 44.55, share, total)) == HOLDS
    first = fact(7130.0, 7125.0, 7135.0, basis="bop_first_2014_2016")
    assert verdict(share, implied(share, 44.54, 44.53, 44.55, share, first)) == SCOPE


def test_powers_of_ten_are_brought_together(fact: Make) -> None:
    printed = fact(22.8, 22.75, 22.85, unit_mult=8)
    assert verdict(printed, fact(2.28, 2.275, 2.285, unit_mult=9, decimals=2)) == HOLDS
    assert verdict(printed, fact(2.30, 2.295, 2.305, unit_mult=9, decimals=2)) == CONTRADICTS
