"""Registers small enough to see through, and a rollup of them in this process."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from lib.register.__main__ import main
from lib.register.engines import open_engine
from lib.register.place import place_of
from lib.register.rollup import Rolled, roll
from lib.register.schema import ARROW
from lib.register.source import open_source

Row = dict[str, Any]
TODAY = date(2022, 6, 30)


def contract(**given: Any) -> Row:
    """A row that breaks no rule, with some cells given."""
    return {
        "contract_id": "C1",
        "enterprise_id": "E1",
        "signed_on": date(2021, 1, 15),
        "month": date(2021, 1, 1),
        "business_type": "ito",
        "sector": "finance",
        "client_area": "SG",
        "district": "500112",
        "offshore": True,
        "contract_usd": Decimal("1000.00"),
        "executed_usd": Decimal("100.00"),
    } | given


def table_of(rows: Sequence[Row]) -> pa.Table:
    return pa.Table.from_pylist(list(rows), schema=ARROW)


def enterprises(count: int = 4, **given: Any) -> list[Row]:
    """Rows of so many enterprises with one contract each, alike but for their ids."""
    return [contract(contract_id=f"C{n}", enterprise_id=f"E{n}", **given) for n in range(count)]


def lay(rows: Sequence[Row], path: Path) -> Path:
    """Writes rows as one Parquet file."""
    pq.write_table(table_of(rows), path)
    return path


def roll_up(register: Path | str, to: Path, *options: str) -> int:
    return main(["rollup", str(register), "--to", str(to), *options])


def rolled(engine: str, given_rows: Sequence[Row]) -> Rolled:
    """What an engine finds in rows, before anything is withheld."""
    with TemporaryDirectory() as folder:
        scratch = Path(folder)
        path = lay(given_rows, scratch / "register.parquet")
        (scratch / "rejected").mkdir()
        with open_engine(engine, scratch=scratch) as opened:
            return roll(open_source(place_of(str(path)), scratch), opened, scratch / "rejected", today=TODAY)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with its bytes."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def figures(folder: Path, **codes: str) -> dict[str, str]:
    """Which values does a result publish under these codes, by period?"""
    return {
        f"{row['period_start'][:7]}_{row['period_end'][:7]}": row["value"] for row in listed(folder, **codes)
    }


def listed(folder: Path, file: str = "observations.csv", **codes: str) -> list[dict[str, str]]:
    """Which rows of a CSV of a result have these codes?"""
    with (folder / file).open(encoding="utf-8", newline="") as opened:
        rows = list(csv.DictReader(opened))
    return [row for row in rows if all(row[name] == code for name, code in codes.items())]
