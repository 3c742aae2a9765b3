"""The published table of one month and measure: its cells, and which of them add up to which."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from lib.register.aggregate import EMERGING, WHOLE
from lib.register.codes import EMERGING_SECTORS

ALL, OFFSHORE, ONSHORE = "all", "offshore", "onshore"
SCOPES = (ALL, OFFSHORE, ONSHORE)
PUBLISHED_SCOPES = (ALL, OFFSHORE)


class Key(NamedTuple):
    """Which cell? A scope, how it is broken down, and the code of the part."""

    scope: str
    breakdown: str
    code: str

    def within(self, scope: str) -> Key:
        """Which is the same part of another scope?"""
        return self._replace(scope=scope)


@dataclass(frozen=True, slots=True)
class Relation:
    """The parts add up to the whole."""

    whole: Key
    parts: tuple[Key, ...]

    @property
    def keys(self) -> tuple[Key, ...]:
        """Which cells does it bind?"""
        return (self.whole, *self.parts)

    def signed(self) -> Iterator[tuple[Key, int]]:
        """With which sign does each cell go into a sum of zero?"""
        yield self.whole, 1
        for part in self.parts:
            yield part, -1


def relations(cells: Collection[Key]) -> Iterator[Relation]:
    """Which sums hold between these cells? A cell that is not there is zero, and everyone can see that.

    Types, sectors, markets and districts each add up to the total of their scope, the five emerging sectors to their
    subtotal, offshore and onshore to both scopes together.
    """
    for scope in SCOPES:
        whole, emerging = Key(scope, WHOLE, WHOLE), Key(scope, EMERGING, EMERGING)
        if whole not in cells:
            continue
        of_scope = sorted(key for key in cells if key.scope == scope)
        named = [key for key in of_scope if key.breakdown == "sector"]
        five = tuple(key for key in named if key.code in EMERGING_SECTORS)
        others = tuple(key for key in named if key.code not in EMERGING_SECTORS)
        if emerging in cells:
            yield Relation(emerging, five)
            others = (emerging, *others)
        yield Relation(whole, others)
        for breakdown in ("business_type", "client_area", "district"):
            yield Relation(whole, tuple(key for key in of_scope if key.breakdown == breakdown))
    for key in sorted(key for key in cells if key.scope == ALL):
        parts = tuple(key.within(scope) for scope in (OFFSHORE, ONSHORE) if key.within(scope) in cells)
        yield Relation(key, parts)
