"""Does every figure come out the same when it is worked out a second time, from the CSV and by hand?"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from lib.calc.interval import Interval
from lib.facts.fact import Fact
from tests.audit import arithmetic
from tests.audit.published import Reach
from tests.audit.recompute import Unaccounted, disagreement, worked_out


def test_every_figure_is_what_the_record_gives(facts: tuple[Fact, ...]) -> None:
    faults = [fault for fact in facts if not fact.is_missing and (fault := disagreement(fact))]
    assert not faults, "\n".join(faults)
    # 548 printed figures, and growth rates beside many of them.
    assert len(facts) > 1000
    assert sum(fact.is_derived for fact in facts) > 400


def test_every_calculation_has_a_second_one(facts: tuple[Fact, ...]) -> None:
    used = {fact.derivation.function for fact in facts if fact.derivation}
    assert used <= arithmetic.HAND.keys() | arithmetic.OTHERS.keys()
    assert {"growth_pct", "implied_base", "required_growth_pct", "projected_level", "remainder"} <= used


def test_the_second_calculation_is_right() -> None:
    def between(lower: str, value: str, upper: str) -> Reach:
        return Reach(Decimal(value), Decimal(lower), Decimal(upper))

    # 1.21 ÷ 1.787 = 0.677112…; 1.205 ÷ 1.7875 = 0.674125…; 1.215 ÷ 1.7865 = 0.680100…
    base = arithmetic.corners(
        arithmetic.HAND["implied_base"][1],
        {"current": between("1.205", "1.21", "1.215"), "growth_pct": between("78.65", "78.7", "78.75")},
    )
    assert [f"{end:.6f}" for end in (base.lower, base.value, base.upper)] == [
        "0.674126",
        "0.677112",
        "0.680101",
    ]
    # 1.1⁵ = 1.61051
    level = arithmetic.HAND["projected_level"][1](
        start=Decimal(100), growth_pct=Decimal(10), years=Decimal(5)
    )
    assert f"{level:.9f}" == "161.051000000"
    rate = arithmetic.HAND["required_growth_pct"][1](
        start=Decimal(100), target=Decimal("161.051"), years=Decimal(5)
    )
    assert f"{rate:.9f}" == "10.000000000"


def derived(facts: tuple[Fact, ...], function: str) -> Fact:
    return next(fact for fact in facts if fact.derivation and fact.derivation.function == function)


@pytest.mark.parametrize("part", ["value", "lower", "upper"])
def test_a_billionth_is_noticed(facts: tuple[Fact, ...], part: str) -> None:
    fact = derived(facts, "implied_base")
    ends = {"value": fact.value, "lower": fact.lower, "upper": fact.upper}
    ends[part] *= 1 + 3e-9
    altered = replace(fact, value=ends["value"], bounds=Interval(ends["lower"], ends["upper"]))
    assert "the record gives" in disagreement(altered)
    assert disagreement(fact) == ""


def test_a_printed_figure_is_held_against_its_observation(facts: tuple[Fact, ...]) -> None:
    fact = next(fact for fact in facts if fact.observations and fact.indicator == "services_trade_total")
    assert "the record gives" in disagreement(replace(fact, value=fact.value + 0.1))
    assert "does not hold" in disagreement(replace(fact, observations=("nobody.printed.this",)))
    assert "neither printed" in disagreement(replace(fact, observations=()))


def test_a_calculation_without_a_second_one_is_refused(facts: tuple[Fact, ...]) -> None:
    fact = derived(facts, "implied_base")
    assert fact.derivation
    unknown = replace(fact, derivation=replace(fact.derivation, function="guessed"))
    with pytest.raises(Unaccounted, match="guessed has no calculation of its own"):
        worked_out(unknown)
    other = replace(fact, derivation=replace(fact.derivation, formula="{current} × 2"))
    with pytest.raises(Unaccounted, match="is shown as"):
        worked_out(other)
