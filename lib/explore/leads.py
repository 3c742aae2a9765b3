"""From a figure anywhere on the site to the choice of `/explore` that shows it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lib.explore.choice import (
    ALL_KINDS,
    AS_PRINTED,
    EACH,
    LEVEL,
    MOST_AREAS,
    OUTCOMES,
    PRINTED,
    Choice,
)
from lib.explore.pool import period_of, spans_of
from lib.explore.series import OUTCOME
from lib.facts.derive import AMOUNTS
from lib.facts.fact import Fact
from lib.facts.observation import Row
from lib.facts.record import CHONGQING, Record


def lead(row: Row) -> Choice | None:
    """Which choice shows a printed figure? None where its value is withheld."""
    found = leads([row])
    return found[0] if found else None


def leads_of(facts: Iterable[Fact], record: Record) -> tuple[Choice, ...]:
    """Which choices show together what these figures rest on? Growth where of an indicator nothing else is shown."""
    shown = list(facts)
    rows = {one: record.row(one) for fact in shown for one in fact.lineage()}
    levels = {one for fact in shown if not _is_growth(fact, rows) for one in fact.lineage()}
    return leads(list(rows.values()), levels)


def leads(rows: Sequence[Row], levels: Iterable[str] | None = None) -> tuple[Choice, ...]:
    """Which choices show these printed figures? One for each indicator and kind of period, the one with the most first.

    `levels` are the observations of which more is wanted than their printed growth: all unless given.
    """
    by_kind: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        if row["value"] == row["value"]:
            by_kind.setdefault((row["indicator"], spans_of(period_of(row))[0]), []).append(row)
    as_levels = {str(row["observation_id"]) for row in rows} if levels is None else set(levels)
    return tuple(
        choice
        for (indicator, span), of in sorted(by_kind.items(), key=lambda held: -len(held[1]))
        for choice in _choices(indicator, span, of, as_levels)
    )


def _choices(indicator: str, span: str, rows: list[Row], levels: set[str]) -> list[Choice]:
    areas = sorted({str(row["ref_area"]) for row in rows}, key=lambda area: (area != CHONGQING, area))
    found = []
    for first in range(0, len(areas), MOST_AREAS):
        few = tuple(areas[first : first + MOST_AREAS])
        here = [row for row in rows if row["ref_area"] in few]
        units = {row["unit"] for row in here} & set(AMOUNTS)
        grown = all(row["observation_id"] not in levels for row in here)
        found.append(
            Choice(
                indicator,
                few,
                category=_one_or_each(row["category"] for row in here),
                counterpart=_one_or_each(row["counterpart"] for row in here),
                span=span,
                kinds=OUTCOMES if all(row["kind"] == OUTCOME for row in here) else ALL_KINDS,
                currency=units.pop() if len(units) == 1 else AS_PRINTED if units else "",
                measure=PRINTED if grown else LEVEL,
            )
        )
    return found


def _one_or_each(codes: Iterable[str]) -> str:
    held = set(codes)
    return held.pop() if len(held) == 1 else EACH


def _is_growth(fact: Fact, rows: dict[str, Row]) -> bool:
    """Is it the growth that a source prints beside a level?"""
    return not fact.is_derived and all(rows[one]["unit"] != fact.unit for one in fact.observations)
