"""The Parquet files of one folder, as they are read: each whole, and all of one build."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from lib.catalog.column import Table
from lib.catalog.schema import SCHEMA_VERSION, STORED
from lib.catalog.store import stored_type
from lib.facts.errors import DatasetUnavailable

Stamps = tuple[tuple[str, int, int, int], ...]
_TRIES, _PAUSE_S = 5, 0.02
_CONTROLS = r"[\x00-\x08\x0b\x0c\x0e-\x1f]"
"""Signs that no XML may hold: a workbook with one of them does not open."""


@dataclass(frozen=True)
class Read:
    """What one folder holds: frames, why others could not be read, and what the files say of themselves.

    `about` has the words of each file that could be read. `is_settled` is false where the files are not of one
    build, as while they are being replaced: those that differ from most are in `faults`.
    """

    frames: dict[str, pd.DataFrame] = field(default_factory=dict)
    faults: dict[str, DatasetUnavailable] = field(default_factory=dict)
    about: dict[str, Mapping[str, str]] = field(default_factory=dict)
    is_settled: bool = True

    def most_say(self, word: str) -> str:
        """What do most files say under this word? Blank where none says anything."""
        said = Counter(text for about in self.about.values() if (text := about.get(word, "")))
        return said.most_common(1)[0][0] if said else ""


def read_folder(folder: Path) -> Read:
    """What does a folder of datasets hold? Never raises for a file; see `Read`.

    Files that change while they are read are read again, and so is a folder that is just being exchanged for
    another.
    """
    for _ in range(_TRIES):
        before = version_of(folder)
        found = _read_once(folder)
        if found.is_settled and found.about and version_of(folder) == before:
            break
        time.sleep(_PAUSE_S)
    return found


def version_of(folder: Path) -> Stamps:
    """Has anything changed since the folder was last read? Differs whenever a file was replaced.

    Name, time of the last change of content and of permission in nanoseconds, and size of each file; for one
    that is not there (name, 0, 0, -1).
    """
    return tuple(_stamp(folder / f"{name}.parquet") for name in STORED)


def _read_once(folder: Path) -> Read:
    found = Read()
    for name in STORED:
        try:
            found.frames[name], found.about[name] = _read(folder, name)
        except DatasetUnavailable as fault:
            found.faults[name] = fault
    build = found.most_say("build")
    others = [name for name, about in found.about.items() if about.get("build", build) != build]
    for name in others:
        del found.frames[name], found.about[name]
        detail = "it is of another build than the others"
        found.faults[name] = DatasetUnavailable(file=_shown(folder, name), problem="outdated", detail=detail)
    return Read(found.frames, found.faults, found.about, is_settled=not others)


def _read(folder: Path, name: str) -> tuple[pd.DataFrame, Mapping[str, str]]:
    path, shown = folder / f"{name}.parquet", _shown(folder, name)
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
    about = words_of(table.schema)
    if problem := _outdated(table.schema, about, STORED[name]):
        raise DatasetUnavailable(file=shown, problem="outdated", detail=problem)
    if column := _with_controls(table):
        detail = f"control characters in column {column}"
        raise DatasetUnavailable(file=shown, problem="damaged", detail=detail)
    if frame.empty:
        raise DatasetUnavailable(file=shown, problem="empty", detail="the file has no rows")
    return frame, about


def _with_controls(table: pa.Table) -> str:
    """Which column holds signs that steer a terminal or break a file? Blank for none."""
    texts = (field.name for field in table.schema if pa.types.is_string(field.type))
    return next(
        (name for name in texts if pc.any(pc.match_substring_regex(table[name], _CONTROLS)).as_py()), ""
    )


def _shown(folder: Path, name: str) -> str:
    return f"{folder.name}/{name}.parquet"


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


def words_of(schema: pa.Schema) -> dict[str, str]:
    """What does a stored table say of itself?"""
    return {
        key.decode(errors="replace"): word.decode(errors="replace")
        for key, word in (schema.metadata or {}).items()
    }


def _stamp(path: Path) -> tuple[str, int, int, int]:
    try:
        found = path.stat()
    except OSError:
        return path.name, 0, 0, -1
    return path.name, found.st_mtime_ns, found.st_ctime_ns, found.st_size
