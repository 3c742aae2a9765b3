"""What two figures for one quantity say of each other."""

from __future__ import annotations

from lib.calc.rational import End, Ends
from lib.facts.fact import Fact
from lib.facts.reconcile.scope import one_scope

HOLDS, ROUNDING, CONTRADICTS, SCOPE = "holds", "rounding", "contradicts", "scope"
VERDICTS = (CONTRADICTS, ROUNDING, SCOPE, HOLDS)


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
    if low != high:
        return low < high
    return not (_left_out(printed, low, printed.unit_mult) or _left_out(implied, low, printed.unit_mult))


def shared(printed: Fact, implied: Fact) -> Ends:
    """From where to where do both figures reach, in the unit of the printed? Crossed: a gap."""
    (a, b), (c, d) = (fact.interval_at(printed.unit_mult).exact_ends for fact in (printed, implied))
    return max(a, c), min(b, d)


def _fits(printed: Fact, implied: Fact) -> bool:
    value, _ = implied.point_at(printed.unit_mult).exact_ends
    low, high = printed.bounds.exact_ends
    if _open(implied):
        return implied.interval_at(printed.unit_mult).contains(printed.value) and meet(printed, implied)
    if _left_out(printed, value, printed.unit_mult):
        return False
    if low <= value <= high:
        return True
    return (
        printed.qualifier == "exact"
        and round(implied.at(printed.unit_mult), printed.decimals) == printed.value
    )


def _open(fact: Fact) -> bool:
    return fact.qualifier in ("at_least", "at_most", "over", "under")


def _left_out(fact: Fact, value: End, unit_mult: int) -> bool:
    """Is this the end that the source's word leaves out? Only of printed figures is that known."""
    if fact.qualifier not in ("over", "nearly", "at_least"):
        return False
    low, high = fact.interval_at(unit_mult).exact_ends
    end = high if fact.qualifier == "nearly" else low
    return end == value and (fact.qualifier != "at_least" or _rests_on_over(fact))


def _rests_on_over(fact: Fact) -> bool:
    return fact.derivation is not None and any(
        given.qualifier == "over" or (given.derivation is not None and _rests_on_over(given))
        for given in fact.derivation.facts()
    )
