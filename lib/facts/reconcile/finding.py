"""One comparison of a printed figure with what other printed figures imply for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any
from zlib import crc32

from lib.facts.derive import AMOUNTS, derive
from lib.facts.fact import Fact
from lib.facts.reconcile.scope import one_scope, printed_inputs
from lib.facts.reconcile.verdict import CONTRADICTS, verdict

_MORE_DIGITS = 3


@dataclass(frozen=True, slots=True)
class Finding:
    """What was compared, the printed side, the implied side, and the verdict.

    `implied` is derived, with formula, inputs and bounds; where the same quantity was printed twice it is the
    other print. `also` are figures that a reader needs beside the two, each under the name that says what it
    is: what is left of a total, the rate that a stated gap would need.
    """

    check: str
    printed: Fact
    implied: Fact
    verdict: str
    also: tuple[tuple[str, Fact], ...] = ()

    @property
    def observations(self) -> tuple[str, ...]:
        """Which observations does it compare, each once, those of the printed side first?"""
        facts = (self.printed, self.implied, *(fact for _, fact in self.also))
        return tuple(dict.fromkeys(code for fact in facts for code in fact.lineage()))

    @property
    def area(self) -> str:
        """Of which area does it speak?"""
        return self.printed.ref_area

    @property
    def rests_on_low_confidence(self) -> bool:
        """Is any of the two sides of low confidence, or worked out from such a figure?"""
        return any(
            found.confidence == "low"
            for side in (self.printed, self.implied)
            for found in printed_inputs(side)
        )

    @property
    def code(self) -> str:
        """By which short code is it known in addresses and keys? The same as long as it compares the same."""
        formula = self.implied.derivation.formula if self.implied.derivation else ""
        text = "|".join((self.check, self.printed.unit, formula, *self.observations))
        return f"{crc32(text.encode()):08x}"


def compared(
    check: str, printed: Fact, implied: Fact, *, also: tuple[tuple[str, Fact], ...] = ()
) -> Finding | None:
    """What does a comparison find? Nothing where a side is missing: there is nothing to compare."""
    if printed.is_missing or implied.is_missing:
        return None
    alike = _in_scale_of(printed, implied)
    found = verdict(printed, alike)
    if found == CONTRADICTS:
        alike = replace(alike, decimals=_digits_that_tell_apart(printed, alike))
    return Finding(check, printed, alike, found, also)


def implied_by(
    function: Callable[..., Any],
    *,
    like: Fact,
    unit: str | None = None,
    assumptions: tuple[str, ...] = (),
    decimals: int | None = None,
    **inputs: Fact | float,
) -> Fact:
    """What do printed figures imply? Derived also across scopes, and then it says so: never to be judged."""
    facts = [given for given in inputs.values() if isinstance(given, Fact)]
    if not one_scope(like, *facts):
        assumptions = (*assumptions, "scopes_differ_not_judged")
    return derive(
        function,
        like=like,
        unit=unit,
        assumptions=assumptions,
        across_scopes=True,
        decimals=decimals,
        **inputs,
    )


def rate_digits(printed: Fact) -> int:
    """With how many decimals does a rate stand beside a printed one? "Over 1 %" says little of its digits."""
    return printed.decimals if printed.qualifier == "exact" else max(1, printed.decimals)


def _digits_that_tell_apart(printed: Fact, implied: Fact) -> int:
    """With how many decimals do the bounds, shown with one more, not seem to touch? From its own up."""
    most = implied.decimals + _MORE_DIGITS
    for digits in range(implied.decimals, most):
        shown = [round(end, digits + 1) for end in implied.bounds_at(printed.unit_mult)]
        if shown[0] > printed.upper or shown[1] < printed.lower:
            return digits
    return most


def _in_scale_of(printed: Fact, implied: Fact) -> Fact:
    """What is a derived amount in the power of ten of the printed one, so that both read alike?"""
    places = implied.unit_mult - printed.unit_mult
    if implied.derivation is None or not places or implied.unit not in AMOUNTS:
        return implied
    point, _ = implied.point_at(printed.unit_mult).exact_ends
    return replace(
        implied,
        value=float(point),
        exact=point,
        bounds=implied.interval_at(printed.unit_mult),
        unit_mult=printed.unit_mult,
        decimals=max(0, implied.decimals - places),
    )


def digits_of(printed: Fact, *inputs: Fact) -> int:
    """With how many decimals does an amount worked out from inputs end at the last digit of a printed one?

    Fewer than none where that digit is larger than the unit of the inputs: 1.58 trillion from billions.
    """
    mult = max(fact.unit_mult for fact in inputs)
    return printed.decimals + mult - printed.unit_mult
