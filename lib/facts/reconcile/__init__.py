"""What the releases say about each other, computed from the record."""

from __future__ import annotations

import weakref
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from lib.facts.reconcile.average_growth import average_growth_against_levels, goals_against_stated_growth
from lib.facts.reconcile.bases import bases_across_a_break
from lib.facts.reconcile.cumulative import later_not_below_earlier, months_between, pace_within_year
from lib.facts.reconcile.currencies import two_currencies_against_rate
from lib.facts.reconcile.finding import Finding
from lib.facts.reconcile.growth import growth_against_levels, growth_without_level
from lib.facts.reconcile.growth_gaps import leads_over_national_growth
from lib.facts.reconcile.ledger import Ledger, ledger_of
from lib.facts.reconcile.multiples import multiples_of_a_year
from lib.facts.reconcile.parts import part_within_whole, types_against_total
from lib.facts.reconcile.plan import years_within_total
from lib.facts.reconcile.repeated import printed_twice, ranks_printed_twice
from lib.facts.reconcile.scopes import districts_beside_their_city, goals_beside_other_scopes
from lib.facts.reconcile.shares import shares_against_levels, shares_of_national
from lib.facts.reconcile.sides import exports_and_imports
from lib.facts.reconcile.verdict import VERDICTS
from lib.facts.record import CHINA, CHONGQING, DATASETS, Record

Check = Callable[[Ledger], Iterable[Finding | None]]

CHECKS: tuple[Check, ...] = (
    goals_against_stated_growth,
    ranks_printed_twice,
    leads_over_national_growth,
    shares_of_national,
    shares_against_levels,
    growth_against_levels,
    growth_without_level,
    bases_across_a_break,
    average_growth_against_levels,
    multiples_of_a_year,
    printed_twice,
    types_against_total,
    part_within_whole,
    exports_and_imports,
    later_not_below_earlier,
    months_between,
    pace_within_year,
    years_within_total,
    goals_beside_other_scopes,
    districts_beside_their_city,
    two_currencies_against_rate,
)
# The names under which checks report, in the order of the list on screen.
NAMES = (
    "goal", "rank", "gap", "share", "growth", "base", "average", "multiple", "repeated",
    "growth_again", "parts", "within", "sides", "cumulative", "months", "pace", "plan", "scope", "currency",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Compared:
    """What the checks found, and the errors of those that could not be made."""

    findings: tuple[Finding, ...]
    errors: tuple[Exception, ...]


_KEPT: dict[int, tuple[weakref.ref[Record], Compared]] = {}


def findings_of(record: Record) -> tuple[Finding, ...]:
    """What do the releases say about each other? Every comparison, Chongqing's and contradictions first.

    Datasets that cannot be read are left out, and a check that cannot be made takes no other with it: see
    `errors_of`. A record never changes, so its findings are worked out once.
    """
    return _compared(record).findings


def errors_of(record: Record) -> tuple[Exception, ...]:
    """What kept a check from being made? One error for each such check; none as a rule."""
    return _compared(record).errors


def _compared(record: Record) -> Compared:
    kept = _KEPT.get(id(record))
    if kept is not None and kept[0]() is record:
        return kept[1]
    ledger = ledger_of(record)
    found: list[Finding] = []
    errors: list[Exception] = []
    for check in CHECKS:
        try:
            found += [finding for finding in check(ledger) if finding]
        except Exception as error:
            errors.append(error)
    compared = Compared(tuple(sorted(found, key=_order)), tuple(errors))
    # The entry goes when the record does, before another one can stand at its place in memory.
    key = id(record)
    _KEPT[key] = weakref.ref(record, lambda _: _KEPT.pop(key, None)), compared
    return compared


def new_findings(published: Record, candidate: Record) -> tuple[Finding, ...]:
    """What does a candidate record bring up? The findings with an observation that is not yet published."""
    known = {
        code
        for name in DATASETS
        if name in published.frames
        for code in published.frames[name]["observation_id"]
    }
    return tuple(found for found in findings_of(candidate) if not known.issuperset(found.observations))


def _order(finding: Finding) -> tuple[object, ...]:
    area = {CHONGQING: 0, CHINA: 2}.get(finding.area, 1)
    return (
        area,
        VERDICTS.index(finding.verdict),
        NAMES.index(finding.check),
        -finding.printed.period.end.toordinal(),
        finding.observations,
    )
