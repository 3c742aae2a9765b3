"""Figures as columns of numbers, so that a search goes through tens of thousands of them in milliseconds.

What figures are named by (indicator, area, category, source, …) is looked at once a name and not once a figure.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from lib.facts.derive import AMOUNTS
from lib.search.named import DIGITS, NOTHING, Named
from lib.search.terms import Months, Number, Term, Years

Floats = npt.NDArray[np.float64]
Places = npt.NDArray[np.intp]

_AMOUNT_POWERS, _COUNT_POWERS = (0, 3, 4, 6, 8, 9, 12), (0, 4)
NEAR, TOUCHED, PART = 0.6, 0.5, 0.95
ABOUT = 0.9
"""From this weight on a name says what a figure is about, below it, where it is from."""
_EQUAL = 1e-9


@dataclass(frozen=True, slots=True)
class Line:
    """One figure as a search sees it: what it is named by, its size in plain units, and its period."""

    names: tuple[Named, ...]
    value: float
    unit: str
    span: tuple[int, int, int, int]
    only_by: int | None = None
    """A line that stands only where the name at this place, or its number, was asked for: a growth beside a level."""


@dataclass(frozen=True, eq=False)
class Table:
    """Lines in the order in which they stand where a search says no more, and what a name at each place counts."""

    lines: Sequence[Line]
    weights: tuple[float, ...]
    known: tuple[Named, ...] = field(init=False)
    columns: Places = field(init=False)
    values: Floats = field(init=False)
    by_value: Places = field(init=False)
    units: npt.NDArray[np.str_] = field(init=False)
    spans: Places = field(init=False)
    only_by: Places = field(init=False)

    def __post_init__(self) -> None:
        """Lays the lines out in columns."""
        number: dict[int, int] = {}
        known: list[Named] = []

        def place(name: Named) -> int:
            if id(name) not in number:
                number[id(name)] = len(known)
                known.append(name)
            return number[id(name)]

        place(NOTHING)
        size = len(self.lines)
        cells = [place(name) for line in self.lines for name in line.names]
        put = object.__setattr__
        put(self, "columns", np.array(cells, dtype=np.intp).reshape(size, len(self.weights)))
        put(self, "known", tuple(known))
        put(self, "values", np.array([abs(line.value) for line in self.lines], dtype=np.float64))
        put(self, "by_value", np.argsort(self.values, kind="stable"))
        put(self, "units", np.array([line.unit for line in self.lines], dtype=np.str_))
        put(self, "spans", np.array([line.span for line in self.lines], dtype=np.intp).reshape(size, 4))
        only = [-1 if line.only_by is None else line.only_by for line in self.lines]
        put(self, "only_by", np.array(only, dtype=np.intp))

    def fits(self, terms: Iterable[Term]) -> Floats:
        """How well does each line fit each word of a search? A row a word, from 0, not at all, to 1."""
        asked = tuple(terms)
        found = np.zeros((len(asked), len(self.lines)))
        hidden = self.only_by >= 0
        for row, term in enumerate(asked):
            by_name = np.array([name.fit(term) for name in self.known])
            for place, weight in enumerate(self.weights):
                if isinstance(term, Years) and weight < ABOUT:
                    continue  # a source or a note names years that are not the figure's
                fit = weight * by_name[self.columns[:, place]]
                hidden &= ~((self.only_by == place) & (fit > DIGITS))
                np.maximum(found[row], fit, out=found[row])
            numeric = self._numeric(term)
            hidden &= ~((numeric > TOUCHED) & isinstance(term, Number))
            np.maximum(found[row], numeric, out=found[row])
        found[:, hidden] = 0.0
        return found

    def _numeric(self, term: Term) -> Floats:
        match term:
            case Number():
                return self._number(term)
            case Years():
                found = self._years(term)
                if term.bare:
                    asked = Number(term.typed, term.typed, None)
                    np.maximum(found, PART * (self._number(asked, near=False)), out=found)
                return found
            case Months():
                same = (self.spans[:, 1] == term.first) & (self.spans[:, 3] == term.last)
                return np.where(same & (self.spans[:, 0] == self.spans[:, 2]), 1.0, 0.0)
            case _:
                return np.zeros(len(self.lines))

    def _years(self, term: Years) -> Floats:
        first, from_month, last, to_month = self.spans.T
        inside = (first == term.first) & (last == term.last)
        whole = inside & (from_month == 1) & (to_month == 12)
        touches = (first <= term.last) & (last >= term.first)
        found: Floats = np.where(whole, 1.0, np.where(inside, PART, np.where(touches, TOUCHED, 0.0)))
        return found

    def _number(self, term: Number, *, near: bool = True) -> Floats:
        """Figures of just this size; where there are none, those that round to it."""
        found = self._within(term, term.value * _EQUAL)
        if near and term.tells_apart and not found.any():
            found = NEAR * self._within(term, term.half_a_digit)
        return found

    def _within(self, term: Number, slack: float) -> Floats:
        found = np.zeros(len(self.lines))
        ordered = self.values[self.by_value]
        powers = _AMOUNT_POWERS if term.power is None else (term.power,)
        for power in powers:
            ends = ((term.value - slack) * 10.0**power, (term.value + slack) * 10.0**power)
            low, high = (
                np.searchsorted(ordered, ends, side="left"),
                np.searchsorted(ordered, ends, side="right"),
            )
            places = self.by_value[low[0] : high[1]]
            units = self.units[places]
            amounts = np.isin(units, AMOUNTS)
            if term.power is None and power:
                fit = amounts | (
                    (power in _COUNT_POWERS) & ~np.isin(units, ("PERCENT", "PERCENTAGE_POINT", "RANK"))
                )
            else:
                fit = np.ones(len(places), dtype=bool)
            if term.unit:
                fit &= units == term.unit
            found[places[fit]] = 1.0
        return found
