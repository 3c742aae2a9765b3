"""Which forms show figures honestly, and why the others do not."""

from __future__ import annotations

from dataclasses import dataclass

from lib.explore.choice import (
    BARS,
    BY_MONTH,
    FORMS,
    LINES,
    LIST,
    MONTHS,
    OTHER,
    POINTS,
    SIDE,
    STACK,
    Choice,
)
from lib.explore.series import OUTCOME, Series
from lib.explore.stacked import stacks_of
from lib.facts.fact import Fact
from lib.facts.period import Period
from lib.facts.series import runs_of_years

MOST_PANELS = 12
MOST_LISTED = 40
_RUN = 3
"""From how many years in a row on is a line the first form?"""


@dataclass(frozen=True, slots=True)
class Barred:
    """A form that is not offered, and the name of the reason."""

    form: str
    reason: str


def forms_of(found: tuple[Series, ...], choice: Choice) -> tuple[tuple[str, ...], tuple[Barred, ...]]:
    """Which forms are honest for these series, and which are not, with the reason?"""
    reasons = {form: _reason(form, found, choice) for form in FORMS}
    honest = tuple(form for form in FORMS if not reasons[form])
    return honest, tuple(Barred(form, reason) for form, reason in reasons.items() if reason)


def form_of(found: tuple[Series, ...], choice: Choice) -> str:
    """In which form are these shown? The one that is asked for, else the one that follows from the data."""
    honest, _ = forms_of(found, choice)
    if choice.form in honest:
        return choice.form
    for form in _first(found, choice):
        if form in honest:
            return form
    return LIST


def _first(found: tuple[Series, ...], choice: Choice) -> tuple[str, ...]:
    if isinstance(stacks_of(found, choice), tuple):
        return (STACK,)
    if choice.span == MONTHS:
        return (BY_MONTH, SIDE)
    if max(len(one.facts) for one in found) == 1 and len(found) > 1:
        return (SIDE, BARS)
    in_a_row = max(len(run) for one in found for run in runs(one.facts))
    return (LINES, BARS, SIDE) if in_a_row >= _RUN else (BARS, LINES, SIDE)


def runs(facts: tuple[Fact, ...]) -> tuple[tuple[Fact, ...], ...]:
    """Which figures may a line join? Those of periods that follow each other; of days all."""
    if facts[0].period.is_point:
        return (facts,)
    if all(fact.period.is_year for fact in facts):
        return runs_of_years(facts)
    found: list[list[Fact]] = []
    for fact in facts:
        if found and found[-1][-1].period == fact.period.year_before():
            found[-1].append(fact)
        else:
            found.append([fact])
    return tuple(map(tuple, found))


def common_period(found: tuple[Series, ...]) -> Period | None:
    """Which is the newest period of which the most of these have a figure? None where no two have one."""
    held: dict[Period, int] = {}
    for one in found:
        for fact in one.facts:
            held[fact.period] = held.get(fact.period, 0) + 1
    best = max(held, key=lambda period: (held[period], period.end, -period.months))
    return best if held[best] > 1 else None


def _reason(form: str, found: tuple[Series, ...], choice: Choice) -> str:
    """Why is a form not honest? Blank where it is."""
    if form == LIST:
        return ""
    facts = [fact for one in found for fact in one.facts]
    if any(fact.unit == "RANK" for fact in facts):
        return "rank"
    if form == SIDE:
        return _not_side(found)
    if form == STACK:
        stacks = stacks_of(found, choice)
        return stacks if isinstance(stacks, str) else ""
    if len(found) > MOST_PANELS:
        return "many"
    if choice.span == OTHER:
        return "spans"
    if (form == BY_MONTH) != (choice.span == MONTHS):
        return "part_of_year" if choice.span == MONTHS else "no_months"
    if form == BARS and any(
        len({fact.period.end.year for fact in one.facts}) < len(one.facts) for one in found
    ):
        return "twice_a_year"
    if (
        form == LINES
        and choice.span != POINTS
        and all(len(run) < 2 for one in found for run in runs(one.facts))
    ):
        return "no_row"
    if form == LINES and all(len(one.facts) < 2 for one in found):
        return "no_row"
    return ""


def _not_side(found: tuple[Series, ...]) -> str:
    period = common_period(found)
    there = [(one.key, fact) for one in found for fact in one.facts if fact.period == period]
    if len({(key.unit, key.basis) for key, _ in there}) > 1:
        return "scopes"
    if len(there) < 2 or len({key.entity for key, _ in there}) < 2:
        return "alone"
    if any(key.kind != OUTCOME for key, _ in there) and len({key.kind for key, _ in there}) > 1:
        return "kinds"
    if any(fact.value < 0 for _, fact in there):
        return "negative"
    return "many" if len(there) > MOST_LISTED else ""
