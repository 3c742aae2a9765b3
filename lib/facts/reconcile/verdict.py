"""What two figures for one quantity say of each other."""

from __future__ import annotations

from lib.facts.fact import Fact
from lib.facts.reconcile.scope import one_scope

HOLDS, ROUNDING, CONTRADICTS, SCOPE = "holds", "rounding", "contradicts", "scope"
VERDICTS = (CONTRADICTS, ROUNDING, SCOPE, HOLDS)

# Bounds are rounded outward by a unit of the last binary digit: a billionth of a figure decides nothing.
_SLACK = 1e-9


def verdict(printed: Fact, implied: Fact) -> str:
    """Does a printed figure agree with what others imply for it?

    `scope` where they are counted differently: shown, never judged. Else `holds` where the implied value
    rounds to the printed one, or is one of those that the printed word allows; `rounding` where only the
    bounds meet; `contradicts` where they do not.

    Bounds that touch in one point meet: both ways of rounding a half exist. They do not meet in an end that a
    word leaves out: the value that a figure is over, or nearly is, is not one that it can have.
    """
    if not one_scope(printed, implied):
        return SCOPE
    if _fits(printed, implied):
        return HOLDS
    return ROUNDING if meet(printed, implied) else CONTRADICTS


def meet(printed: Fact, implied: Fact) -> bool:
    """Is there a value that both figures can stand for?"""
    low, high = shared(printed, implied)
    if high - low > _slack(low, high):
        return True
    if low - high > _slack(low, high):
        return False
    return not (_left_out(printed, low, 0) or _left_out(implied, low, printed.unit_mult - implied.unit_mult))


def shared(printed: Fact, implied: Fact) -> tuple[float, float]:
    """From where to where do both figures reach, in the unit of the printed? Crossed: a gap."""
    low, high = implied.bounds_at(printed.unit_mult)
    return max(printed.lower, low), min(printed.upper, high)


def _fits(printed: Fact, implied: Fact) -> bool:
    value = implied.at(printed.unit_mult)
    if _open(implied):
        low, high = implied.bounds_at(printed.unit_mult)
        return low <= printed.value <= high and meet(printed, implied)
    if _left_out(printed, value, 0):
        return False
    if printed.lower - _slack(value) <= value <= printed.upper + _slack(value):
        return True
    return printed.qualifier == "exact" and round(value, printed.decimals) == printed.value


def _open(fact: Fact) -> bool:
    return fact.qualifier in ("at_least", "at_most", "over", "under")


def _left_out(fact: Fact, value: float, places: int) -> bool:
    """Is this the end that the source's word leaves out? Only of printed figures is that known."""
    if fact.qualifier not in ("over", "nearly", "at_least"):
        return False
    end = fact.upper if fact.qualifier == "nearly" else fact.lower
    at = end * 10.0**-places if places else end
    return abs(at - value) <= _slack(at, value) and (fact.qualifier != "at_least" or _rests_on_over(fact))


def _rests_on_over(fact: Fact) -> bool:
    return fact.derivation is not None and any(
        given.qualifier == "over" or (given.derivation is not None and _rests_on_over(given))
        for given in fact.derivation.facts()
    )


def _slack(*values: float) -> float:
    return _SLACK * max((abs(value) for value in values if abs(value) != float("inf")), default=0.0)
