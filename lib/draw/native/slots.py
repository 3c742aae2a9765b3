"""Bars stand at numbers in a figure, in categories in PowerPoint and Excel: which number is which slot."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Slots:
    """`places` are the figure's positions in the order of drawing, `at` the slot of each.

    `unit` is the signed distance of two slots. `edges` are the first and the last end of the axis, which
    count where there is only one slot.
    """

    places: tuple[float, ...]
    at: tuple[int, ...]
    unit: float
    edges: tuple[float, float]

    @property
    def count(self) -> int:
        """How many slots are there, empty ones included?"""
        return self.at[-1] + 1

    def index(self, place: float) -> int:
        """In which slot does a bar stand?"""
        return self.at[self.places.index(place)]

    def of(self, place: float) -> float:
        """Where between 0 and the count of slots is a position of the figure?"""
        if self.count == 1:
            first, last = self.edges
            return (place - first) / (last - first)
        for (one, slot), (other, later) in pairwise(self._known()):
            if (place - one) * (place - other) <= 0:
                return slot + 0.5 + (place - one) / (other - one) * (later - slot)
        beyond = self._known()[0] if (place - self.places[0]) / self.unit < 0 else self._known()[-1]
        return beyond[1] + 0.5 + (place - beyond[0]) / self.unit

    def _known(self) -> list[tuple[float, int]]:
        return list(zip(self.places, self.at, strict=True))


def slots(found: Iterable[float], *, edges: tuple[float, float]) -> Slots:
    """Which slots do these positions take? A wider distance leaves slots empty, as between two groups.

    >>> slots([0, -1, -3.3, -4.3], edges=(1.6, -5)).at
    (0, 1, 3, 4)
    >>> slots([2018, 2020], edges=(2017.4, 2020.6)).at  # years are years apart
    (0, 2)
    """
    first, last = edges
    places = tuple(sorted(set(found), reverse=first > last))
    gaps = [abs(later - one) for one, later in pairwise(places)]
    unit = 1.0 if all(gap == int(gap) for gap in gaps) else min(gaps)
    at = [0]
    for gap in gaps:
        at.append(at[-1] + max(1, round(gap / unit)))
    return Slots(places, tuple(at), unit if last > first else -unit, edges)
