"""Parts that add up to a printed total: which may stand in one bar, and what is left of the total."""

from __future__ import annotations

from dataclasses import dataclass

from lib.explore.choice import LEVEL, TOTAL, Choice
from lib.explore.measures import COUNTS
from lib.explore.series import OUTCOME, Series
from lib.facts.derive import AMOUNTS
from lib.facts.fact import Fact
from lib.facts.outsourcing import less
from lib.facts.period import Period
from lib.facts.record import WORLD

PARTED = frozenset(("ito", "bpo", "kpo"))
"""Parts that have nothing in common: the ministry parts outsourcing into these. Of others one alone stands beside the
rest, for two may overlap."""
MOST = 8
"""Up to how many periods, the newest, stand one below the other?"""


@dataclass(frozen=True, slots=True)
class Stack:
    """A printed total, its printed parts, the largest first, and what they leave of it (None: maybe nothing)."""

    whole: Fact
    parts: tuple[Fact, ...]
    rest: Fact | None


def stacks_of(found: tuple[Series, ...], choice: Choice) -> tuple[Stack, ...] | str:
    """Which totals with their parts are among these series, the newest first? Else the name of the reason why not."""
    if choice.measure != LEVEL or len({one.key.area for one in found}) > 1:
        return "no_whole"
    alike = {(one.key.unit, one.key.basis, one.key.counterpart) for one in found}
    if len(alike) > 1:
        return "scopes"
    if any(one.key.kind != OUTCOME for one in found):
        return "kinds"
    parts = {one.key.category for one in found} - {TOTAL}
    if not parts or found[0].key.unit not in (*AMOUNTS, *COUNTS) or found[0].key.counterpart != WORLD:
        return "no_whole"
    if len(parts) > 1 and not parts <= PARTED:
        return "overlap"
    return _stacks(found)


def _stacks(found: tuple[Series, ...]) -> tuple[Stack, ...] | str:
    wholes: dict[Period, Fact] = {}
    parts: dict[Period, list[Fact]] = {}
    for one in found:
        for fact in one.facts:
            if fact.is_derived or fact.value < 0:
                return "no_whole"
            if one.key.category == TOTAL:
                wholes[fact.period] = fact
            else:
                parts.setdefault(fact.period, []).append(fact)
    held = sorted(set(wholes) & set(parts), key=lambda period: (period.end, period.months), reverse=True)
    made = [_stack(wholes[period], parts[period]) for period in held[:MOST]]
    if not made:
        return "no_whole"
    return "exceeds" if None in made else tuple(one for one in made if one)


def _stack(whole: Fact, parts: list[Fact]) -> Stack | None:
    """None where the parts are more than the whole, whatever rounding allows."""
    rest = whole
    largest_first = sorted(parts, key=lambda fact: -fact.at(0))
    for part in largest_first:
        rest = less(rest, part, whole, "parts_do_not_overlap")
    low, high = rest.bounds_at(0)
    if high < 0:
        return None
    return Stack(whole, tuple(largest_first), rest if low > 0 else None)
