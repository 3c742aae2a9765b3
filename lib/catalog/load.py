"""Reads the published datasets; one that cannot be read does not keep the others away."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pyarrow as pa

from lib.catalog.folder import Read, read_folder, words_of
from lib.catalog.overlay import LOCAL, SYNTHETIC, overlaid
from lib.facts.changes import with_revisions
from lib.facts.errors import DatasetUnavailable
from lib.facts.record import Record

LOG = logging.getLogger("server.data")


def load(folder: Path, local: Path | None = None) -> Record:
    """What does the published record hold, with the datasets of a local folder laid over it?

    Never raises for a file: one that is missing, empty, damaged or of another schema is in `faults` under its
    name instead of `frames`; of the local folder it is in `local_faults`, and what was published stands. Blank
    text is "", periods are `datetime.date`, missing growth is NaN, and observations have one more column than
    their file: `revised`, see `lib.facts.changes`. It is settled where everything that is published could be
    read: who has seen a settled one goes on seeing it meanwhile.
    """
    found = read_folder(folder)
    for fault in found.faults.values():
        LOG.warning("%s cannot be used: %s, %s", fault.file, fault.problem, fault.detail)
    record = Record(
        frames=found.frames,
        faults=found.faults,
        version=found.most_say("data_version"),
        as_of=_day(found.most_say("as_of")),
        is_settled=found.is_settled and not found.faults,
    )
    return with_revisions(record if local is None else _with_local(record, read_folder(local), local))


def record_of(tables: Mapping[str, pa.Table]) -> Record:
    """Which record do these stored tables give? They are not checked again."""
    about = words_of(next(iter(tables.values())).schema)
    return with_revisions(
        Record(
            frames={name: table.to_pandas() for name, table in tables.items()},
            version=about.get("data_version", ""),
            as_of=_day(about.get("as_of", "")),
        )
    )


def _with_local(record: Record, own: Read, folder: Path) -> Record:
    origins = {
        name: SYNTHETIC if about.get("synthetic") == "yes" else LOCAL for name, about in own.about.items()
    }
    laid = overlaid(record, own.frames, origins, as_of=_day(own.most_say("as_of")))
    faults = [fault for fault in own.faults.values() if fault.problem != "missing"]
    if not own.frames and not faults:
        faults = [DatasetUnavailable(file=str(folder), problem="no_local", detail="it holds no dataset")]
    return replace(
        laid,
        local_faults=(*faults, *laid.local_faults),
        is_settled=record.is_settled and own.is_settled,
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return date.min
