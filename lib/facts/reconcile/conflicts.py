"""The known conflicts of the record: which of them the comparisons find, and which cannot be computed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lib.facts.reconcile.finding import Finding
from lib.facts.reconcile.verdict import HOLDS
from lib.facts.record import Record

# Why a conflict cannot be computed: by its kind, and where a kind has others that can, by its id.
REASON_OF_KIND = {"misprint": "left_out"}
REASON_OF_CONFLICT = {
    "cn-exchange-rate-series": "other_series",
    "cn-services-2010-label": "label",
    "cn-services-2023-dollars": "not_kept",
    "cn-services-2023h1-label": "label",
    "cq-growth-2019": "no_level",
    "cq-table-title": "label",
    "cq-tourism-1998-columns": "layout",
    "cq-tourism-2011-label": "label",
    "cq-yongchuan-jobs": "part_of_other",
}
# Two figures make a comparison: a finding that shares only one with a conflict speaks of something else.
_SHARED = 2


@dataclass(frozen=True, slots=True)
class NotComputable:
    """A conflict that no comparison can find, and the code of the reason."""

    conflict_id: str
    reason: str


def covered(record: Record, findings: Iterable[Finding]) -> Mapping[str, tuple[Finding, ...]]:
    """Which findings show each known conflict? Those that do not hold and compare two of its observations.

    Every conflict is a key; one that no finding shows has none. Raises DatasetUnavailable where the list of
    conflicts cannot be read.
    """
    open_ones = [(frozenset(found.observations), found) for found in findings if found.verdict != HOLDS]
    return {
        conflict: tuple(found for ids, found in open_ones if len(ids & touched) >= _SHARED)
        for conflict, touched in _touched(record).items()
    }


def not_computable(record: Record) -> tuple[NotComputable, ...]:
    """Which known conflicts can no comparison find, and why? In the order of the list."""
    table = record.frame("conflicts")
    reasons = {
        str(conflict): REASON_OF_CONFLICT.get(str(conflict)) or REASON_OF_KIND.get(str(kind))
        for conflict, kind in zip(table["conflict_id"], table["kind"], strict=True)
    }
    return tuple(NotComputable(conflict, reason) for conflict, reason in reasons.items() if reason)


def _touched(record: Record) -> dict[str, frozenset[str]]:
    table = record.frame("conflicts")
    return {
        str(conflict): frozenset(str(ids).split(";"))
        for conflict, ids in zip(table["conflict_id"], table["observation_ids"], strict=True)
    }
