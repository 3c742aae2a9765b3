"""One figure that a reader may see, and everything that is known of where it comes from."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction

from lib.calc.interval import Interval
from lib.calc.rational import End
from lib.facts.period import Period

STATUS_NORMAL, STATUS_PROVISIONAL, STATUS_ESTIMATE = "A", "P", "E"
STATUS_TARGET, STATUS_BREAK, STATUS_MISSING = "F", "B", "M"
AHEAD = ("estimate", "target")
"""The kinds of figures that were printed before what they speak of."""


@dataclass(frozen=True, slots=True)
class Derivation:
    """How was a figure worked out? The formula, what went into it, and what it takes for granted.

    `names` says in Chinese and English what inputs are called that the record names, such as cities.
    """

    function: str
    formula: str
    inputs: tuple[tuple[str, Fact | float], ...]
    assumptions: tuple[str, ...] = ()
    names: tuple[tuple[str, tuple[str, str]], ...] = ()

    def facts(self) -> Iterator[Fact]:
        """Which figures went into it, leaving out plain constants such as a number of years?"""
        return (value for _, value in self.inputs if isinstance(value, Fact))


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure with its unit, period, qualifier, bounds and provenance.

    `value` and `bounds` are in `unit` times ten to the `unit_mult`. A printed figure names exactly the
    observations that print it; a derived one names its derivation, and through it every observation.
    `revised` is a printed figure that replaces another value, printed earlier: see `lib.facts.changes`.
    `exact` is the rational number that a derived `value` is the nearest double to, of a root to 24 digits;
    put another value in its place, and it goes.
    """

    value: float
    bounds: Interval
    unit: str
    unit_mult: int
    decimals: int
    qualifier: str
    period: Period
    indicator: str
    ref_area: str
    category: str = "total"
    counterpart: str = "WLD"
    status: str = STATUS_NORMAL
    basis: str = ""
    kind: str = "outcome"
    confidence: str = "high"
    observations: tuple[str, ...] = ()
    derivation: Derivation | None = field(default=None, repr=False)
    note: tuple[str, str] = ("", "")
    revised: bool = False
    exact: End | None = field(default=None, repr=False, compare=False)

    def __post_init__(self) -> None:
        if self.exact is not None and float(self.exact) != self.value:
            object.__setattr__(self, "exact", None)

    @property
    def is_missing(self) -> bool:
        """Is there no figure here? Shown as —, never as zero."""
        return math.isnan(self.value)

    @property
    def is_derived(self) -> bool:
        """Was it worked out here, and not printed by a source?"""
        return self.derivation is not None

    @property
    def lower(self) -> float:
        """What is the least that it can stand for?"""
        return self.bounds.ends[0]

    @property
    def upper(self) -> float:
        """What is the most that it can stand for?"""
        return self.bounds.ends[1]

    def at(self, unit_mult: int) -> float:
        """What is the value in units of ten to the `unit_mult`?"""
        if self.exact is not None and unit_mult != self.unit_mult:
            return self.point_at(unit_mult).ends[0]
        return shift(self.value, self.unit_mult - unit_mult)

    def bounds_at(self, unit_mult: int) -> tuple[float, float]:
        """What are the bounds in units of ten to the `unit_mult`, as the nearest doubles?"""
        return self.interval_at(unit_mult).ends

    def interval_at(self, unit_mult: int) -> Interval:
        """What can it stand for in units of ten to the `unit_mult`? Exact: nothing is rounded."""
        places = self.unit_mult - unit_mult
        return self.bounds * Fraction(10) ** places if places else self.bounds

    def point_at(self, unit_mult: int) -> Interval:
        """What is the value alone in units of ten to the `unit_mult`? Exact: nothing is rounded."""
        point = Interval.point(self.value if self.exact is None else self.exact)
        places = self.unit_mult - unit_mult
        return point * Fraction(10) ** places if places else point

    def opposite(self) -> Fact:
        """What is it with the other sign? A lead of −2 is 2 behind."""
        exact = None if self.exact is None else -self.exact
        return replace(self, value=-self.value, exact=exact, bounds=-self.bounds)

    def lineage(self) -> tuple[str, ...]:
        """Which observations does it rest on, through every step, each once and in order?"""
        found = dict.fromkeys(self.observations)
        if self.derivation:
            for part in self.derivation.facts():
                found |= dict.fromkeys(part.lineage())
        return tuple(found)


def shift(value: float, places: int) -> float:
    """What is the value with its decimal point moved, without the noise of a binary product?

    >>> shift(22.8, -1), shift(1.21, 1)
    (2.28, 12.1)
    """
    if not math.isfinite(value):
        return value
    return float(f"{value!r}e{places}") if "e" not in repr(value) else value * 10.0**places
