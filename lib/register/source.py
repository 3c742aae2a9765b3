"""The files of a register: where they are, whether they can be read, how many rows they hold."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as of_each
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq

from lib.catalog.fault import NO_ROW, Fault, RefusedError
from lib.catalog.message import Message
from lib.register.csv_source import ORIGIN, PACKED, CsvFile, stage
from lib.register.headers import known_as
from lib.register.place import Place, place_of
from lib.register.schema import ARROW, MONEY, NAMES
from lib.register.spelled import plain
from lib.register.unread import Unread

_HIVE_NULL = "__HIVE_DEFAULT_PARTITION__"


@dataclass(frozen=True)
class Source:
    """Parquet files that every engine can scan.

    `hive` names the columns that stand in the names of folders (month=2021-08-01). `has_raw` is true where
    the rows come from CSV: a row has its file and line, and one that could not be read its text in `raw`. `unread` says
    what could not be read, and what was read otherwise than it stands; `passed_over` names files that are no part.
    """

    place: Place
    files: tuple[str, ...]
    hive: tuple[str, ...]
    rows: int
    has_raw: bool = False
    unread: Unread = of_each(default_factory=Unread)
    passed_over: tuple[str, ...] = ()

    @property
    def schema(self) -> pa.Schema:
        """Which columns, of which types, does it have?"""
        return pa.schema([*ARROW, *ORIGIN]) if self.has_raw else ARROW

    @property
    def dataset(self) -> Any:
        """What are the same files as pyarrow reads them, from wherever they lie?"""
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


def open_source(place: Place, staging: Path, mapping: Mapping[str, str] | None = None) -> Source:
    """Which rows does a register hold: a Parquet or CSV file, or a folder of either, with hive partitions?

    CSV, packed by gzip or not, is read as typed Parquet files in `staging`; `mapping` names the columns of the register
    by other headers. Raises RefusedError with every file or column that is not a register's.
    """
    files = place.files()
    passed = tuple("/".join(place.parts(file)) for file in place.passed_over)
    kinds = set(map(_kind, files))
    if kinds not in ({".parquet"}, {".csv"}):
        endings = tuple(sorted(kind for kind in kinds if kind))
        none = "rollup.found.no_ending" if kinds else "rollup.found.no_file"
        found = Message("rollup.found.endings", endings=endings) if endings else Message(none)
        allowed = Message("rollup.allowed.kind")
        raise RefusedError([Fault(place.said, NO_ROW, "", found, allowed)])
    if kinds == {".parquet"}:
        if mapping:
            raise RefusedError(
                [Fault(place.said, NO_ROW, "", "--columns", Message("rollup.allowed.csv_alone"))]
            )
        return _parquet(files, place, passed_over=passed)
    twice = [file for file in files if f"{file}{PACKED}" in files]
    if twice:
        found, allowed = Message("rollup.found.packed_too"), Message("rollup.allowed.file_once")
        raise RefusedError(Fault("/".join(place.parts(file)), NO_ROW, "", found, allowed) for file in twice)
    copies = place.copied(files, staging)
    given = [
        CsvFile("/".join(place.parts(file)), copy, dict(_folders(place.parts(file)[:-1], mapping or {})))
        for file, copy in zip(files, copies, strict=True)
    ]
    folder, unread = stage(given, staging, mapping or {})
    staged = place_of(str(folder))
    return _parquet(staged.files(), staged, passed_over=passed, unread=unread)


def _kind(file: str) -> str:
    name = file.lower()
    return posixpath.splitext(name.removesuffix(PACKED) if name.endswith(f".csv{PACKED}") else name)[1]


def _folders(parts: tuple[str, ...], mapping: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What do the names of folders say of a CSV file's rows? year=2021/month=01 is a month, as is month=2021-01."""
    given = {
        unquote(name): unquote(value) for name, sign, value in (part.partition("=") for part in parts) if sign
    }
    for name, value in given.items():
        column = mapping.get(plain(name)) or known_as(name)
        if (
            column == "month"
            and re.fullmatch(r"\d{1,2}", value)
            and re.fullmatch(r"\d{4}", given.get("year", ""))
        ):
            yield column, f"{given['year']}-{int(value):02d}"
        elif column:
            yield column, "" if value == _HIVE_NULL else value


def _parquet(
    files: tuple[str, ...], place: Place, *, passed_over: tuple[str, ...], unread: Unread | None = None
) -> Source:
    faults: list[Fault] = []
    rows, hive = 0, _partitions(files[0], place)
    for path in files:
        name = "/".join(place.parts(path))
        if _partitions(path, place) != hive:
            allowed = (
                Message("rollup.allowed.parts", names=hive) if hive else Message("rollup.allowed.no_parts")
            )
            faults.append(Fault(name, NO_ROW, "", Message("rollup.found.other_parts"), allowed))
        faults += _folder_faults(name, place.parts(path)[:-1])
        try:
            with place.filesystem.open_input_file(path) as opened, pq.ParquetFile(opened) as file:
                rows += file.metadata.num_rows
                found = file.schema_arrow
        except (OSError, ValueError, pa.ArrowException) as error:
            faults.append(
                Fault(
                    name, NO_ROW, "", str(error).partition("\n")[0], Message("rollup.allowed.whole_parquet")
                )
            )
        else:
            faults += _column_faults(name, found, hive)
    if faults:
        raise RefusedError(faults)
    return Source(place, files, hive, rows, unread is not None, unread or Unread(), passed_over)


def _folder_faults(name: str, folders: tuple[str, ...]) -> Iterator[Fault]:
    """Beside Parquet, the name of a folder is read by each engine itself, so it has to be what all of them read."""
    for column, _, value in (part.partition("=") for part in folders):
        if column in ("month", "signed_on") and not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            yield Fault(name, NO_ROW, column, value, Message("rollup.allowed.hive", column=column))


def _partitions(path: str, place: Place) -> tuple[str, ...]:
    folders = (part.partition("=")[0] for part in place.parts(path)[:-1])
    return tuple(name for name in folders if name in NAMES)


def _column_faults(name: str, found: pa.Schema, hive: tuple[str, ...]) -> list[Fault]:
    faults = []
    for field in ARROW:
        places = found.get_all_field_indices(field.name)
        if len(places) + (field.name in hive) != 1:
            many = Message("rollup.found.twice" if places else "rollup.found.no_column")
            faults.append(
                Fault(name, NO_ROW, field.name, many, Message("rollup.allowed.once", type=str(field.type)))
            )
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
