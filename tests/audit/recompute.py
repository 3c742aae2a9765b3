"""A figure of the program worked out a second time, from the CSV upwards."""

from __future__ import annotations

import math
from fractions import Fraction

from lib.facts.fact import Fact
from tests.audit import arithmetic
from tests.audit.arithmetic import HAND, OTHERS, ROOTS, Number
from tests.audit.published import Reach, growth, level, observations

_AHEAD = ("target", "estimate")


class Unaccounted(AssertionError):
    """A figure that the record does not give."""


def worked_out(fact: Fact) -> Reach:
    """What is a figure by the record, in full units, and what can it be?

    A printed one is read from the CSV; a derived one is worked out from its inputs, themselves worked out.
    """
    if fact.derivation is None:
        return _printed(fact)
    name, inputs = fact.derivation.function, dict(fact.derivation.inputs)
    expected = HAND[name][0] if name in HAND else OTHERS.get(name)
    if name == "place_among_cities":
        others = ", ".join(f"{{{key}}}" for key in inputs if key != "own")
        expected = f"1 + #({others} > {{own}})"
    if expected is None:
        raise Unaccounted(f"{name} has no calculation of its own in tests/audit/arithmetic.py")
    if fact.derivation.formula != expected:
        raise Unaccounted(f"{name} is shown as {fact.derivation.formula}, not as {expected}")
    if name == "count_in_list":
        return arithmetic.count_in_list(fact.category)
    given = {
        key: worked_out(value) if isinstance(value, Fact) else _constant(value)
        for key, value in inputs.items()
    }
    if name == "at_least":
        return arithmetic.at_least(**given)
    if name == "place_among_cities":
        return arithmetic.place_among_cities(**given)
    return arithmetic.corners(HAND[name][1], given)


def disagreement(fact: Fact) -> str:
    """In what does a figure of the program differ from the one worked out? "" in nothing.

    One end of what it can be may stand alone, as a label of a whisker does, and the size of a difference may
    be told without its sign: then both bounds have changed sides as well.
    """
    try:
        found = worked_out(fact)
    except (Unaccounted, KeyError) as error:
        return f"{describe(fact)}: {error}"
    value, _ = fact.point_at(fact.unit_mult).exact_ends
    ours = tuple(end * Fraction(10) ** fact.unit_mult for end in (value, *fact.bounds.exact_ends))
    allowed = [
        (found.value, found.lower, found.upper),
        (found.lower,) * 3,
        (found.upper,) * 3,
        (-found.value, -found.upper, -found.lower),
    ]
    if _rests_on_a_root(fact):  # rounded outward, far below the last digit of a double
        ours, allowed = _doubles(ours), [_doubles(one) for one in allowed]
    if ours not in allowed:
        told, right = (" ".join(f"{float(end):.17g}" for end in one) for one in (ours, allowed[0]))
        return f"{describe(fact)}: says {told}, the record gives {right}"
    return ""


def describe(fact: Fact) -> str:
    """Which figure is this, for who reads a failure?"""
    how = f"{fact.derivation.function} of " if fact.derivation else ""
    return f"{fact.indicator} {fact.ref_area} {fact.period.code} [{how}{', '.join(fact.lineage())}]"


def _printed(fact: Fact) -> Reach:
    if len(fact.observations) != 1:
        raise Unaccounted("is neither printed in one observation nor derived")
    (code,) = fact.observations
    if code not in observations():
        raise Unaccounted(f"names the observation {code}, which the record does not hold")
    row = observations()[code]
    as_level = level(code)
    if fact.kind in _AHEAD and fact.lower == fact.value == fact.upper:
        return Reach(*(as_level.value,) * 3)  # a goal is a line to be crossed and no measurement
    is_level = fact.unit == row["unit"] and _full(fact.value, fact.unit_mult) == as_level.value
    if is_level or fact.unit != "PERCENT" or not row["growth"]:
        return as_level
    return growth(code)


def _constant(value: float) -> Reach:
    number = Fraction(repr(float(value)))
    return Reach(number, number, number)


def _full(value: float, unit_mult: int) -> Number:
    return value if math.isinf(value) else Fraction(repr(float(value))) * Fraction(10) ** unit_mult


def _rests_on_a_root(fact: Fact) -> bool:
    how = fact.derivation
    return how is not None and (how.function in ROOTS or any(map(_rests_on_a_root, how.facts())))


def _doubles(ends: tuple[Number, ...]) -> tuple[float, ...]:
    return tuple(map(float, ends))
