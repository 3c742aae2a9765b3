"""The files of a register: where they are, whether they can be read, how many rows they hold."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq

from lib.catalog.fault import NO_ROW, Fault, RefusedError
from lib.register.csv_source import RAW, stage
from lib.register.place import Place, place_of
from lib.register.schema import ARROW, MONEY, NAMES


@dataclass(frozen=True)
class Source:
    """Parquet files that every engine can scan.

    `hive` names the columns that stand in the names of folders (month=2021-08-01). `has_raw` is true where
    the rows come from CSV: a row that could not be read keeps its text in `raw`.
    """

    place: Place
    files: tuple[str, ...]
    hive: tuple[str, ...]
    rows: int
    has_raw: bool = False

    @property
    def schema(self) -> pa.Schema:
        """Which columns, of which types, does it have?"""
        return ARROW.append(pa.field(RAW, pa.string())) if self.has_raw else ARROW

    @property
    def dataset(self) -> Any:
        """The same files as pyarrow reads them, from wherever they lie."""
        folders = ds.partitioning(pa.schema([self.schema.field(name) for name in self.hive]), flavor="hive")
        return ds.dataset(
            list(self.files),
            filesystem=self.place.filesystem,
            format=ds.ParquetFileFormat(
                default_fragment_scan_options=ds.ParquetFragmentScanOptions(page_checksum_verification=True)
            ),
            schema=self.schema,
            partitioning=folders if self.hive else None,
        )


def open_source(place: Place, staging: Path) -> Source:
    """Which rows does a register hold: a Parquet or CSV file, or a folder of either, with hive partitions?

    CSV is read as typed Parquet files in `staging`. Raises RefusedError with every file or column that is not
    a register's.
    """
    files = place.files()
    kinds = {posixpath.splitext(file)[1].lower() for file in files}
    if kinds not in ({".parquet"}, {".csv"}):
        found = ", ".join(sorted(kind or "no ending" for kind in kinds)) or "no file"
        allowed = "one .parquet or .csv file, or a folder of one kind alone"
        raise RefusedError([Fault(place.said, NO_ROW, "", found, allowed)])
    if kinds == {".parquet"}:
        return _parquet(files, place)
    copies = place.copied(files, staging)
    names = tuple("/".join(place.parts(file)) for file in files)
    staged = place_of(str(stage(dict(zip(names, copies, strict=True)), staging)))
    return _parquet(staged.files(), staged, has_raw=True)


def _parquet(files: tuple[str, ...], place: Place, *, has_raw: bool = False) -> Source:
    faults: list[Fault] = []
    rows, hive = 0, _partitions(files[0], place)
    for path in files:
        name = "/".join(place.parts(path))
        if _partitions(path, place) != hive:
            allowed = f"folders of {', '.join(hive) or 'no'} parts"
            faults.append(Fault(name, NO_ROW, "", "other folders", allowed))
        try:
            with place.filesystem.open_input_file(path) as opened, pq.ParquetFile(opened) as file:
                rows += file.metadata.num_rows
                found = file.schema_arrow
        except (OSError, ValueError, pa.ArrowException) as error:
            faults.append(Fault(name, NO_ROW, "", str(error).partition("\n")[0], "a whole Parquet file"))
        else:
            faults += _column_faults(name, found, hive)
    if faults:
        raise RefusedError(faults)
    return Source(place, files, hive, rows, has_raw)


def _partitions(path: str, place: Place) -> tuple[str, ...]:
    folders = (part.partition("=")[0] for part in place.parts(path)[:-1])
    return tuple(name for name in folders if name in NAMES)


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
