"""Which cells of one month must be withheld so that no enterprise can be read out of what is published.

Primary suppression: a cell is sensitive with fewer than three contributors (minimum frequency rule), or where
the largest gives more than 85 % of it ((n,k) dominance rule with n = 1, k = 85). Secondary (complementary)
suppression: further cells are withheld until what is published determines no withheld cell, and no group of
withheld cells that subtraction yields as a sum is itself sensitive. After Hundepool et al., Handbook on
Statistical Disclosure Control (2nd ed., Eurostat 2024), chapter 4: Magnitude tabular data.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from lib.register.table import ALL, OFFSHORE, ONSHORE, Key, Relation, relations

FEWEST_ENTERPRISES = 3
MOST_OF_ONE_PCT = 85
_NOTHING = 1e-9


@dataclass(frozen=True, slots=True)
class Cell:
    """What is in a cell: its value, the part of its largest enterprise, how many have a part above zero."""

    value: Decimal
    most: Decimal
    enterprises: int

    @property
    def is_sensitive(self) -> bool:
        """Would this cell tell of single enterprises? An empty one has nobody to tell of.

        >>> Cell(Decimal(100), Decimal(86), 5).is_sensitive, Cell(Decimal(100), Decimal(85), 3).is_sensitive
        (True, False)
        """
        too_few = self.enterprises < FEWEST_ENTERPRISES
        return self.value > 0 and (too_few or self.most * 100 > self.value * MOST_OF_ONE_PCT)


def withheld(cells: Mapping[Key, Cell]) -> frozenset[Key]:
    """Which cells of one month and measure must not be published?

    `cells` holds every cell with a row, in all three scopes; the onshore scope is never published, and is
    protected because it is the difference of the two that are. A cell of zero is published: it has no
    contributor.
    """
    known_relations = tuple(relations(cells))
    hidden = {key for key, cell in cells.items() if key.scope != ONSHORE and cell.is_sensitive}
    onshore = {key for key, cell in cells.items() if key.scope == ONSHORE and cell.is_sensitive}
    if not hidden | onshore:
        return frozenset()
    while True:
        more = next(_wanted(cells, hidden, onshore, known_relations), None)
        if more is None:
            return frozenset(hidden)
        hidden.add(more)


def derivable(
    hidden: Collection[Key], cells: Collection[Key], known_relations: Iterable[Relation]
) -> frozenset[Key]:
    """Which unpublished cells do the published ones determine? Exactly those that no solution leaves free."""
    unknown = [key for key in cells if not _is_known(key, hidden)]
    place = {key: number for number, key in enumerate(unknown)}
    lines = []
    for relation in known_relations:
        line = np.zeros(len(unknown))
        for key, sign in relation.signed():
            if key in place:
                line[place[key]] = sign
        if line.any():
            lines.append(line)
    if not unknown or not lines:
        return frozenset()
    _, strengths, turned = np.linalg.svd(np.array(lines), full_matrices=True)
    free = turned[int((strengths > _NOTHING).sum()) :]
    moved = np.abs(free).max(axis=0) if len(free) else np.zeros(len(unknown))
    return frozenset(key for key in unknown if moved[place[key]] <= _NOTHING)


def _wanted(
    cells: Mapping[Key, Cell], hidden: set[Key], onshore: set[Key], known_relations: tuple[Relation, ...]
) -> Iterator[Key]:
    """Which cell must go next? First what one subtraction tells, then what all of them together tell."""
    for key in sorted(onshore):
        if _is_known(key, hidden):
            yield _smallest([key], cells, hidden)
    for relation in known_relations:
        if _is_known(relation.whole, hidden) and _rest(relation, cells, hidden).is_sensitive:
            parts = _candidates(relation.parts, cells, hidden)
            yield _smallest(relation.parts if parts else [relation.whole], cells, hidden)
    told = derivable(hidden, cells, known_relations) & (hidden | onshore)
    for key in sorted(told):
        beside = [other for relation in known_relations if key in relation.keys for other in relation.keys]
        yield _smallest(beside if _candidates(beside, cells, hidden) else cells, cells, hidden)


def _rest(relation: Relation, cells: Mapping[Key, Cell], hidden: set[Key]) -> Cell:
    """What is left of the whole when every part that is known is taken off?

    At the worst, where not all parts are left: the same enterprises in each, the largest of each the same.
    """
    parts = [key for key in relation.parts if cells[key].value > 0]
    left = [cells[key] for key in parts if not _is_known(key, hidden)]
    if len(left) == len(parts):
        return cells[relation.whole]
    return Cell(
        sum((cell.value for cell in left), Decimal(0)),
        sum((cell.most for cell in left), Decimal(0)),
        max((cell.enterprises for cell in left), default=0),
    )


def _smallest(keys: Iterable[Key], cells: Mapping[Key, Cell], hidden: set[Key]) -> Key:
    return min(_candidates(keys, cells, hidden))[1]


def _candidates(
    keys: Iterable[Key], cells: Mapping[Key, Cell], hidden: set[Key]
) -> list[tuple[Decimal, Key]]:
    """What can be withheld, with its value. An onshore cell is hidden by hiding what it is the difference of."""
    found = []
    for key in keys:
        for shown in [key] if key.scope != ONSHORE else [key.within(OFFSHORE), key.within(ALL)]:
            if shown in cells and shown not in hidden and cells[shown].value > 0:
                found.append((cells[shown].value, shown))
    return found


def _is_known(key: Key, hidden: Collection[Key]) -> bool:
    if key.scope != ONSHORE:
        return key not in hidden
    return key.within(ALL) not in hidden and key.within(OFFSHORE) not in hidden
