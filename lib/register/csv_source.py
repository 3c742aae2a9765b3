"""A register in CSV, read into typed Parquet, so that every engine reads the same values."""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pcsv
import pyarrow.parquet as pq
from tqdm import tqdm

from lib.catalog.fault import NO_ROW, Fault, RefusedError
from lib.register.schema import ARROW, FIELDS, NAMES, Field

RAW = "raw"
_ENCODINGS = ("utf-8-sig", "gb18030")
_CHUNK = 1 << 20


def stage(files: Mapping[str, Path], staging: Path) -> Path:
    """Which folder holds the rows of these CSV files, by their names in messages, as Parquet?

    A row with a cell that cannot be read, or with too many or too few cells, stays a row: its text goes into
    the column `raw`, for the rule `unreadable`. A blank cell is null. UTF-8 (with or without byte-order mark)
    and GB18030 are told apart by their bytes. Raises RefusedError for a file that is no CSV of a register.
    """
    folder = staging / "csv"
    folder.mkdir()
    with tqdm(disable=None, unit=" rows", desc="reading CSV", leave=False) as bar:
        for number, (name, path) in enumerate(files.items()):
            staged = folder / f"{number:05d}.parquet"
            with pq.ParquetWriter(staged, ARROW.append(pa.field(RAW, pa.string()))) as out:
                for batch in _batches(name, path):
                    out.write_table(batch)
                    bar.update(len(batch))
    return folder


def _batches(name: str, path: Path) -> Iterator[pa.Table]:
    encoding = _encoding(name, path)
    _check_header(name, path, encoding)
    broken: list[str] = []

    def keep(row: pcsv.InvalidRow) -> str:
        broken.append(str(row.text))
        return "skip"

    try:
        reader = pcsv.open_csv(
            path,
            read_options=pcsv.ReadOptions(encoding="utf8" if encoding != "gb18030" else encoding),
            parse_options=pcsv.ParseOptions(invalid_row_handler=keep, newlines_in_values=True),
            convert_options=pcsv.ConvertOptions(
                column_types=dict.fromkeys(NAMES, pa.string()),
                include_columns=NAMES,
                null_values=[""],
                strings_can_be_null=True,
            ),
        )
        for batch in reader:
            yield _typed(pa.table(batch))
    except pa.ArrowException as error:
        raise RefusedError([Fault(name, NO_ROW, "", str(error), "comma-separated values")]) from error
    if broken:
        blank = [pa.nulls(len(broken), field.type) for field in ARROW]
        yield pa.table([*blank, pa.array(broken)], schema=ARROW.append(pa.field(RAW, pa.string())))


def _typed(text: pa.Table) -> pa.Table:
    columns, unreadable = [], pa.array([False] * len(text))
    for field in FIELDS:
        cells = text[field.name].combine_chunks()
        value = _read(cells, field)
        columns.append(value)
        unreadable = pc.or_(unreadable, pc.and_(pc.is_null(value), pc.is_valid(cells)))
    line = pc.binary_join_element_wise(
        *(text[name] for name in NAMES), ",", null_handling="replace", null_replacement=""
    )
    raw = pc.if_else(unreadable, line, pa.scalar(None, pa.string()))
    return pa.table([*columns, raw], names=[*NAMES, RAW])


def _read(cells: pa.Array, field: Field) -> pa.Array:
    formed = pc.match_substring_regex(cells, rf"^({field.pattern})$")
    cells = pc.if_else(formed, cells, pa.scalar(None, pa.string()))
    if field.type == pa.date32():
        days = pc.if_else(
            pc.equal(pc.utf8_length(cells), 7), pc.binary_join_element_wise(cells, "01", "-"), cells
        )
        parsed = pc.strptime(days, format="%Y-%m-%d", unit="s", error_is_null=True).cast(pa.date32())
        # 30 February is read as a day of March.
        same = pc.equal(pc.strftime(parsed, format="%Y-%m-%d"), days)
        return pc.if_else(same, parsed, pa.scalar(None, pa.date32()))
    return cells.cast(field.type)


def _encoding(name: str, path: Path) -> str:
    for encoding in _ENCODINGS:
        decoder = codecs.getincrementaldecoder(encoding)()
        try:
            with path.open("rb") as file:
                while chunk := file.read(_CHUNK):
                    decoder.decode(chunk)
                decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            continue
        return encoding
    raise RefusedError(
        [Fault(name, NO_ROW, "", "bytes that are neither UTF-8 nor GB18030", "text in one of the two")]
    )


def _check_header(file_name: str, path: Path, encoding: str) -> None:
    with path.open(encoding=encoding, newline="") as file:
        header = file.readline().rstrip("\r\n").replace('"', "").split(",")
    faults = [
        Fault(file_name, 1, name, "twice" if name in header else "no such column", "once")
        for name in NAMES
        if header.count(name) != 1
    ]
    if faults:
        raise RefusedError(faults)
