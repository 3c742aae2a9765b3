"""Working out one figure from others: value, bounds and formula in one step."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from lib.calc.formula import formula_of
from lib.calc.interval import Interval
from lib.calc.rational import End
from lib.facts.digits import shown_decimals
from lib.facts.errors import RecordError
from lib.facts.fact import STATUS_NORMAL, STATUS_TARGET, Derivation, Fact

AMOUNTS = ("CNY", "USD")
RATES = ("PERCENT", "PERCENTAGE_POINT", "YEARS", "INDEX")


class ScopeMismatch(RecordError):
    """Figures of different statistical scope were about to be compared."""


def derive(
    function: Callable[..., Any],
    *,
    like: Fact,
    unit: str | None = None,
    assumptions: tuple[str, ...] = (),
    across_scopes: bool = False,
    decimals: int | None = None,
    **inputs: Fact | float,
) -> Fact:
    """What figure does a calculation give, within which bounds, and by which formula?

    `function` is one of `lib.calc`, called with the values and with the bounds of `inputs`, its keyword
    arguments, as exact numbers. Amounts are brought to one power of ten first, the largest among them. The
    result takes area, period and codes from `like`, and `unit` where it is not an amount like its inputs.
    Figures of different `basis` raise ScopeMismatch unless `across_scopes` says that this is meant and
    explained. `decimals` shows the value to the digits of the printed figure that it stands beside.
    """
    facts = [value for value in inputs.values() if isinstance(value, Fact)]
    bases = {fact.basis for fact in facts if fact.basis}
    if len(bases) > 1 and not across_scopes:
        raise ScopeMismatch(f"{function.__name__} over different scopes: {', '.join(sorted(bases))}")
    mult = max((fact.unit_mult for fact in facts if fact.unit in AMOUNTS), default=0)
    value, exact = _worked_out(function, inputs, mult)
    bounds = function(**{name: _bounds(given, mult) for name, given in inputs.items()})
    unit = unit or facts[0].unit
    if math.isnan(value):
        bounds = Interval(math.nan, math.nan)
    shown = shown_decimals(value, bounds, most=_most(facts, unit, mult))
    return replace(
        like,
        value=value,
        exact=exact,
        bounds=bounds,
        unit=unit,
        unit_mult=mult if unit in (*AMOUNTS, "CNY_PER_ENTERPRISE") else 0,
        decimals=shown if decimals is None else decimals,
        qualifier=_qualifier(facts, bounds),
        status=STATUS_TARGET if any(fact.status == STATUS_TARGET for fact in facts) else STATUS_NORMAL,
        observations=(),
        revised=False,
        derivation=Derivation(
            function=function.__name__,
            formula=formula_of(function),
            inputs=tuple(inputs.items()),
            assumptions=assumptions,
        ),
    )


def as_goal(fact: Fact) -> Fact:
    """What is a goal when it is a line to be crossed and not a measurement? Exactly its printed value."""
    return replace(fact, bounds=fact.point_at(fact.unit_mult))


def _qualifier(facts: list[Fact], bounds: Interval) -> str:
    open_below, open_above = map(math.isinf, bounds.ends)
    if open_above and not open_below:
        return "at_least"
    if open_below and not open_above:
        return "at_most"
    return "derived" if facts else "exact"


def _most(facts: list[Fact], unit: str, mult: int) -> int:
    """No more decimals than the most precise amount that went in; rates carry one."""
    if unit in RATES:
        return 1
    return max((fact.decimals + mult - fact.unit_mult for fact in facts if fact.unit in AMOUNTS), default=1)


def _worked_out(
    function: Callable[..., Any], inputs: dict[str, Fact | float], mult: int
) -> tuple[float, End | None]:
    """The nearest double to the value, and the value itself, where it is a single one."""
    point = function(**{name: _point(given, mult) for name, given in inputs.items()})
    if point.lower == point.upper:
        return point.lower, point.exact_ends[0]
    return float(function(**{name: _point(given, mult).lower for name, given in inputs.items()})), None


def _point(given: Fact | float, mult: int) -> Interval:
    return given.point_at(_power_of(given, mult)) if isinstance(given, Fact) else Interval.point(given)


def _bounds(given: Fact | float, mult: int) -> Interval:
    return given.interval_at(_power_of(given, mult)) if isinstance(given, Fact) else Interval.point(given)


def _power_of(given: Fact, mult: int) -> int:
    return mult if given.unit in AMOUNTS else 0
