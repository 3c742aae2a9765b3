"""Reads the published datasets; one that cannot be read does not keep the others away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from lib.catalog.column import Table
from lib.catalog.schema import SCHEMA_VERSION, STORED
from lib.catalog.store import stored_type
from lib.facts.changes import with_revisions
from lib.facts.errors import DatasetUnavailable
from lib.facts.record import Record


def load(folder: Path) -> Record:
    """What does the published record hold?

    Never raises for a file: one that is missing, empty, damaged or of another schema is in `faults` under its
    name instead of `frames`. Blank text is "", periods are `datetime.date`, missing growth is NaN, and
    observations have one more column than their file: `revised`, see `lib.facts.changes`.
    """
    frames: dict[str, pd.DataFrame] = {}
    faults: dict[str, DatasetUnavailable] = {}
    editions: Counter[tuple[str, str]] = Counter()
    for name in STORED:
        try:
            frames[name], edition = _read(folder, name)
        except DatasetUnavailable as fault:
            faults[name] = fault
        else:
            editions[edition] += 1
    ((version, as_of), _), *_ = editions.most_common(1) or [(("", ""), 0)]
    return with_revisions(Record(frames=frames, faults=faults, version=version, as_of=_day(as_of)))


def record_of(tables: Mapping[str, pa.Table]) -> Record:
    """Which record do these stored tables give? They are not checked again."""
    about = _words(next(iter(tables.values())).schema)
    return with_revisions(
        Record(
            frames={name: table.to_pandas() for name, table in tables.items()},
            version=about.get("data_version", ""),
            as_of=_day(about.get("as_of", "")),
        )
    )


def version_of(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Has anything changed since the record was last loaded? Differs whenever a file was replaced.

    Name, time of change in nanoseconds and size of each file, (name, 0, -1) for one that is not there.
    """
    return tuple(_stamp(folder / f"{name}.parquet") for name in STORED)


def _read(folder: Path, name: str) -> tuple[pd.DataFrame, tuple[str, str]]:
    path = folder / f"{name}.parquet"
    shown = f"{folder.name}/{path.name}"
    try:
        if path.stat().st_size == 0:
            raise DatasetUnavailable(file=shown, problem="empty", detail="the file has no content")
        with pq.ParquetFile(path, page_checksum_verification=True) as file:
            table = file.read(use_threads=False)
        frame = table.to_pandas()
    except FileNotFoundError as error:
        raise DatasetUnavailable(file=shown, problem="missing", detail="there is no such file") from error
    except (OSError, ValueError, MemoryError, pa.ArrowException) as error:
        detail = str(error).partition("\n")[0]
        raise DatasetUnavailable(file=shown, problem="damaged", detail=detail) from error
    about = _words(table.schema)
    if problem := _outdated(table.schema, about, STORED[name]):
        raise DatasetUnavailable(file=shown, problem="outdated", detail=problem)
    if frame.empty:
        raise DatasetUnavailable(file=shown, problem="empty", detail="the file has no rows")
    return frame, (about.get("data_version", ""), about.get("as_of", ""))


def _outdated(schema: pa.Schema, about: Mapping[str, str], table: Table) -> str:
    version = about.get("schema_version", "none")
    if version != SCHEMA_VERSION:
        return f"schema version {version}, this program reads {SCHEMA_VERSION}"
    found = [(field.name, field.type) for field in schema]
    wanted = [(column.name, stored_type(table, column)) for column in table.columns]
    if found == wanted:
        return ""
    different = sorted({column for column, _ in set(found) ^ set(wanted)})
    return f"its columns differ: {', '.join(different) or 'order'}"


def _words(schema: pa.Schema) -> dict[str, str]:
    return {
        key.decode(errors="replace"): word.decode(errors="replace")
        for key, word in (schema.metadata or {}).items()
    }


def _stamp(path: Path) -> tuple[str, int, int]:
    try:
        found = path.stat()
    except OSError:
        return path.name, 0, -1
    return path.name, found.st_mtime_ns, found.st_size


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return date.min
