"""The files of a register: where they are, whether they can be read, how many rows they hold."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from lib.catalog.fault import NO_ROW, Fault, RefusedError
from lib.register.csv_source import RAW, stage
from lib.register.schema import ARROW, MONEY, NAMES


@dataclass(frozen=True)
class Source:
    """Parquet files that every engine can scan.

    `hive` names the columns that stand in the names of folders (month=2021-08-01). `has_raw` is true where
    the rows come from CSV: a row that could not be read keeps its text in `raw`.
    """

    files: tuple[Path, ...]
    root: Path
    hive: tuple[str, ...]
    rows: int
    has_raw: bool = False

    @property
    def schema(self) -> pa.Schema:
        """Which columns, of which types, does it have?"""
        return ARROW.append(pa.field(RAW, pa.string())) if self.has_raw else ARROW


def open_source(register: Path, staging: Path) -> Source:
    """Which rows does a register hold: a Parquet or CSV file, or a folder of either, with hive partitions?

    CSV is read as typed Parquet files in `staging`. Raises RefusedError with every file or column that is not
    a register's.
    """
    files, kind = _files(register)
    if kind == ".csv":
        return _parquet(stage(files, staging), staging, has_raw=True)
    return _parquet(files, register if register.is_dir() else register.parent)


def _files(register: Path) -> tuple[tuple[Path, ...], str]:
    if register.is_file():
        listed = [register]
    else:
        # Spark and Hive leave files such as _SUCCESS and .crc beside the data.
        listed = sorted(
            path
            for path in register.rglob("*")
            if path.is_file() and not any(part[0] in "._" for part in path.relative_to(register).parts)
        )
    kinds = {path.suffix.lower() for path in listed}
    if kinds not in ({".parquet"}, {".csv"}):
        found = ", ".join(sorted(kind or "no ending" for kind in kinds)) or "no file"
        raise RefusedError(
            [
                Fault(
                    register.name,
                    NO_ROW,
                    "",
                    found,
                    "one .parquet or .csv file, or a folder of one kind alone",
                )
            ]
        )
    return tuple(listed), kinds.pop()


def _parquet(files: tuple[Path, ...], root: Path, *, has_raw: bool = False) -> Source:
    faults: list[Fault] = []
    rows, hive = 0, _partitions(files[0], root)
    for path in files:
        name = str(path.relative_to(root))
        if _partitions(path, root) != hive:
            faults.append(
                Fault(name, NO_ROW, "", "other folders", f"folders of {', '.join(hive) or 'no'} parts")
            )
        try:
            with pq.ParquetFile(path) as file:
                rows += file.metadata.num_rows
                found = file.schema_arrow
        except (OSError, ValueError, pa.ArrowException) as error:
            faults.append(Fault(name, NO_ROW, "", str(error).partition("\n")[0], "a whole Parquet file"))
        else:
            faults += _column_faults(name, found, hive)
    if faults:
        raise RefusedError(faults)
    return Source(files, root, hive, rows, has_raw)


def _partitions(path: Path, root: Path) -> tuple[str, ...]:
    folders = path.relative_to(root).parts[:-1]
    return tuple(part.partition("=")[0] for part in folders if part.partition("=")[0] in NAMES)


def _column_faults(name: str, found: pa.Schema, hive: tuple[str, ...]) -> list[Fault]:
    faults = []
    for field in ARROW:
        places = found.get_all_field_indices(field.name)
        if len(places) + (field.name in hive) != 1:
            many = "twice" if places else "no such column"
            faults.append(Fault(name, NO_ROW, field.name, many, f"once, of type {field.type}"))
        elif places and not _fits(found.field(places[0]).type, field.type):
            faults.append(Fault(name, NO_ROW, field.name, str(found.field(places[0]).type), str(field.type)))
    return faults


def _fits(found: pa.DataType, wanted: pa.DataType) -> bool:
    if wanted == MONEY:
        narrow = pa.types.is_decimal(found) and found.precision <= wanted.precision
        return bool(narrow and found.scale == wanted.scale)
    if wanted == pa.string():
        return found in (pa.string(), pa.large_string(), pa.string_view()) or (
            pa.types.is_dictionary(found) and found.value_type in (pa.string(), pa.large_string())
        )
    return bool(found == wanted)
