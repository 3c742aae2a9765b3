"""A register in CSV, read line by line into typed Parquet, so that every engine reads the same values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pcsv
import pyarrow.parquet as pq
from tqdm import tqdm

from lib.catalog.fault import NO_ROW, Fault, RefusedError
from lib.catalog.files.csv_file import OTHERS
from lib.catalog.message import Message
from lib.register.cells import read
from lib.register.headers import Header, header_of
from lib.register.lines import (
    BLANK,
    BREAK,
    CELLS,
    GB18030,
    GOOD,
    QUOTE,
    UTF8,
    DamagedFile,
    Lines,
    OtherEncoding,
    lines_of,
)
from lib.register.schema import ARROW, FIELDS, MONEY
from lib.register.unread import FIRST, Unread

RAW, FILE, LINE = "raw", "file", "line"
ORIGIN = (pa.field(RAW, pa.string()), pa.field(FILE, pa.string()), pa.field(LINE, pa.int64()))
"""What a row from a CSV has beside its columns: its text where it could not be read, its file and its line."""

STAGED = pa.schema([*ARROW, *ORIGIN])
PACKED = ".gz"
_MANY_VALUES = ("contract_id",)
_CODED = [field.name for field in ARROW if field.type != MONEY and field.name not in _MANY_VALUES]
_OF_LINES = {QUOTE: "quote", BREAK: "break", CELLS: "cells"}


@dataclass(frozen=True)
class CsvFile:
    """A file on this machine, how messages call it, and what the names of its folders say of all its rows."""

    name: str
    path: Path
    folders: Mapping[str, str]


def stage(files: list[CsvFile], staging: Path, mapping: Mapping[str, str]) -> tuple[Path, Unread]:
    """Lays the rows of CSV files down as Parquet. Which folder holds them, and what could not be read?

    Each line after the header is a row, or blank. One with a cell that cannot be read, with a quotation mark that is
    not closed, or with too many or too few cells, stays a row: its text goes into the column `raw`, for the rule
    `unreadable`. A blank cell is null. UTF-8 (with or without byte-order mark) and GB18030 are told apart by their
    bytes. Raises RefusedError for a file that is no CSV of a register.
    """
    folder = staging / "csv"
    folder.mkdir()
    unread = Unread()
    with tqdm(disable=None, unit=" rows", unit_scale=True, desc="reading CSV", leave=False) as bar:
        for number, file in enumerate(files):
            staged = folder / f"{number:05d}.parquet"
            for encoding in (UTF8, GB18030):
                try:
                    found = _staged(file, encoding, mapping, staged, bar)
                except OtherEncoding:
                    continue
                _join(unread, found)
                break
            else:
                other, allowed = Message("rollup.found.encoding"), Message("rollup.allowed.encoding")
                raise RefusedError([Fault(file.name, NO_ROW, "", other, allowed)])
    return folder, unread


def _staged(file: CsvFile, encoding: str, mapping: Mapping[str, str], staged: Path, bar: Any) -> Unread:
    unread = Unread()
    if encoding != UTF8:
        unread.note("encoding", file.name, encoding)
    blank = 0
    try:
        with pq.ParquetWriter(staged, STAGED, compression="lz4", use_dictionary=[*_CODED, FILE]) as out:
            header: Header | None = None
            for lines in lines_of(file.path, encoding, is_packed=file.path.suffix.lower() == PACKED):
                if header is None:
                    header = header_of(file.name, lines.line(0), mapping, tuple(file.folders))
                    if header.sign in OTHERS:
                        unread.note(f"parted_by_{OTHERS[header.sign]}", file.name, header.sign)
                table, blanks = _rows(lines, header, file, unread)
                blank += blanks
                if len(table) + blanks + (lines.first == 1) != len(lines.starts):
                    raise AssertionError(f"{file.name}: lines are neither rows nor blank")
                out.write_table(table)
                bar.update(len(table))
            if header is None:
                header_of(file.name, "", mapping, tuple(file.folders))
    except DamagedFile as error:
        raise RefusedError(
            [Fault(file.name, NO_ROW, "", str(error), Message("rollup.allowed.whole_csv"))]
        ) from error
    if blank:
        unread.note("blank_lines", file.name, blank)
    return unread


def _rows(lines: Lines, header: Header, file: CsvFile, unread: Unread) -> tuple[pa.Table, int]:
    """Which rows do these lines hold, those that cannot be read as text alone, and how many lines are blank?"""
    flags = lines.flags(len(header.names), header.sign)
    if lines.first == 1:
        flags[0] = BLANK
    blanks = int((flags == BLANK).sum()) - (lines.first == 1)
    good = np.flatnonzero(flags == GOOD)
    every = lines.array()
    texts = every if len(good) == len(flags) else every.take(pa.array(good))
    parsed = _parsed(texts, header)
    if len(parsed) != len(good):
        raise AssertionError(f"{file.name}: {len(good)} lines were parsed to {len(parsed)} rows")
    tables = [_typed(parsed, good, lines, header, file, unread)]
    odd = np.flatnonzero(flags > BLANK)
    if len(odd):
        for kind, rule in _OF_LINES.items():
            of_kind = np.flatnonzero(flags == kind)
            found = [lines.line(place) for place in of_kind[:FIRST]]
            named = (
                Fault(file.name, lines.first + int(place), "", text, Message(f"rollup.allowed.{rule}"))
                for place, text in zip(of_kind, found, strict=False)
            )
            unread.add(f"line.{kind}", len(of_kind), named)
        raw = pc.utf8_rtrim(every.take(pa.array(odd)), "\r\n")
        blank = [pa.nulls(len(odd), field.type) for field in ARROW]
        tables.append(_with_origin(blank, raw, odd, lines, file))
    return pa.concat_tables(tables), blanks


def _parsed(texts: Any, header: Header) -> pa.Table:
    names = [f"c{place}" for place in range(len(header.names))]
    wanted = {f"c{place}": column for column, place in header.places.items()}
    types = {
        name: pa.dictionary(pa.int32(), pa.string()) if column in _CODED else pa.string()
        for name, column in wanted.items()
    }
    data = texts.buffers()[2]
    start, end = texts.offset, texts.offset + len(texts)
    first, last = (np.frombuffer(texts.buffers()[1], np.int32)[place] for place in (start, end))
    if first == last:
        return pa.table({column: pa.array([], types[name]) for name, column in wanted.items()})
    text = data.slice(int(first), int(last - first))
    table = pcsv.read_csv(
        pa.BufferReader(text),
        read_options=pcsv.ReadOptions(column_names=names),
        parse_options=pcsv.ParseOptions(
            delimiter=header.sign, quote_char='"' if b'"' in memoryview(text).tobytes() else False
        ),
        convert_options=pcsv.ConvertOptions(
            column_types=types, include_columns=list(wanted), null_values=[""], strings_can_be_null=True
        ),
    )
    return table.rename_columns(list(wanted.values()))


def _typed(
    parsed: pa.Table, places: Any, lines: Lines, header: Header, file: CsvFile, unread: Unread
) -> pa.Table:
    columns, any_bad = [], None
    for field in FIELDS:
        cells = _cells(parsed, field.name, file, len(places))
        found = read(cells, field, header.scale(field.name))
        unread.read(header.said(field.name), found.readings)
        columns.append(found.values)
        if bad := pc.sum(found.bad).as_py():
            any_bad = found.bad if any_bad is None else pc.or_(any_bad, found.bad)
            named: Iterator[Fault] = iter(())
            if unread.has_room(field.name):
                at = pc.indices_nonzero(found.bad)[:FIRST]
                values = cells.take(at).to_pylist()
                named = (
                    Fault(
                        file.name,
                        lines.first + int(places[place]),
                        header.said(field.name),
                        value,
                        Message(f"rollup.field.{field.name}"),
                    )
                    for place, value in zip(at.to_pylist(), values, strict=True)
                )
            unread.add(field.name, bad, named)
    raw = pa.nulls(len(places), pa.string())
    if any_bad is not None:
        whole = pc.utf8_rtrim(lines.array().take(pa.array(places)), "\r\n")
        raw = pc.if_else(any_bad, whole, pa.scalar(None, pa.string()))
    return _with_origin(columns, raw, places, lines, file)


def _cells(parsed: pa.Table, column: str, file: CsvFile, rows: int) -> Any:
    if column not in file.folders:
        return parsed[column].combine_chunks()
    value = file.folders[column]
    if column in _CODED:
        return pa.DictionaryArray.from_arrays(pa.array(np.zeros(rows, np.int32)), pa.array([value]))
    return pa.repeat(pa.scalar(value, pa.string()), rows)


def _with_origin(columns: list[Any], raw: Any, places: Any, lines: Lines, file: CsvFile) -> pa.Table:
    name = pa.repeat(pa.scalar(file.name), len(places))
    return pa.table([*columns, raw, name, pa.array(lines.first + places)], schema=STAGED)


def _join(unread: Unread, found: Unread) -> None:
    unread.notes += found.notes
    for kind, faults in found.faults.items():
        unread.add(kind, found.many[kind], faults)
    for column, readings in found.readings.items():
        unread.read(column, readings.items())
