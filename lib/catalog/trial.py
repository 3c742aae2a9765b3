"""A file of an analyst's own, tried out beside the published record: nothing is written anywhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pyarrow as pa

from lib.catalog.fault import Fault
from lib.catalog.load import record_of
from lib.catalog.message import Reading
from lib.catalog.overlay import LOCAL, overlaid
from lib.facts.changes import with_revisions
from lib.facts.reconcile import new_findings
from lib.facts.reconcile.finding import Finding
from lib.facts.record import Record


@dataclass(frozen=True)
class Weighed:
    """What a file holds: its faults, or the stored tables of the record without and with its rows."""

    faults: tuple[Fault, ...] = ()
    rows: int = 0
    before: Mapping[str, pa.Table] = field(default_factory=dict)
    after: Mapping[str, pa.Table] = field(default_factory=dict)
    readings: tuple[Reading, ...] = ()


@dataclass(frozen=True)
class Trial:
    """What a file would bring: its faults, or the record with its rows marked local, and what they meet there.

    `record` is None where there are faults; `findings` are the comparisons that the published record does not
    have. `unread` says why the file was not read to its end, if so: one of `lib.catalog.apart.elsewhere.REASONS`.
    """

    file: str
    faults: tuple[Fault, ...]
    rows: int = 0
    record: Record | None = None
    findings: tuple[Finding, ...] = ()
    unread: str = ""
    readings: tuple[Reading, ...] = ()


def concluded(file: str, found: Weighed, record: Record) -> Trial:
    """What follows from it for the record that is shown?"""
    if found.faults:
        return Trial(file, found.faults, readings=found.readings)
    before, after = record_of(found.before), record_of(found.after)
    laid = overlaid(record, after.frames, dict.fromkeys(after.frames, LOCAL), as_of=after.as_of)
    findings = tuple(new_findings(before, after))
    return Trial(file, (), found.rows, with_revisions(laid), findings, readings=found.readings)
