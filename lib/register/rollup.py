"""From a register to the cells of the published tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import narwhals as nw
import pyarrow as pa

from lib.register.aggregate import EMERGING, MEASURES, WHOLE, by_enterprise, cells, enterprises
from lib.register.codes import CODES
from lib.register.confidential import Cell
from lib.register.engines import Engine, UnreadableRegister
from lib.register.frame import Frame
from lib.register.rules import CODES as RULE_CODES
from lib.register.rules import GOOD, duplicates, judged, rejections, suspects, with_duplicates
from lib.register.sample import MARK
from lib.register.source import Source
from lib.register.table import ALL, OFFSHORE, ONSHORE, Key

Tables = dict[tuple[date, str], dict[Key, Cell]]
_MONEY = pa.decimal128(38, 2)


@dataclass(frozen=True)
class Rolled:
    """What a register says: its tables, one a month and measure, before anything is withheld.

    `enterprises` is how many have a contract in a month, `new_in_year` how many of them for the first time in
    the calendar year. `rejected` counts rows by rule, in the order of RULES.
    """

    read: int
    used: int
    rejected: Mapping[str, int]
    is_synthetic: bool
    tables: Tables = field(repr=False)
    enterprises: Mapping[date, int] = field(repr=False)
    new_in_year: Mapping[date, int] = field(repr=False)


def roll(source: Source, engine: Engine, rejected: Path, *, today: date) -> Rolled:
    """What does a register say? Rejected rows are laid down in the folder `rejected`."""
    scanned = engine.scan(source)
    rows = judged(scanned, today)
    contracts = engine.keep(suspects(scanned), rows=source.rows, doing="looking for duplicates")
    if len(engine.table(contracts.head(1))):
        shared = engine.keep(duplicates(rows, contracts), rows=source.rows, doing="comparing duplicates")
        rows = with_duplicates(rows, shared)
    everything = engine.keep(
        by_enterprise(engine.coded(rows, CODES, rows=source.rows)), rows=source.rows, doing="adding up"
    )
    by_rule = _counts(engine, everything)
    if set(by_rule) - {GOOD}:
        engine.write(rejections(rows), rejected)
    good = everything.filter(nw.col("rule") == GOOD)
    by_month = engine.table(enterprises(good)).to_pylist()
    marks = everything.select(nw.col("enterprise_id").str.starts_with(MARK).any().alias("found"))
    found = Rolled(
        read=source.rows,
        used=by_rule.get(GOOD, 0),
        rejected={rule: by_rule[code] for rule, code in RULE_CODES.items() if code in by_rule},
        is_synthetic=bool(engine.table(marks)["found"][0].as_py()),
        tables=tables_of(engine, good),
        enterprises={row["month"]: row["enterprises"] for row in by_month},
        new_in_year={row["month"]: int(row["new_in_year"] or 0) for row in by_month},
    )
    lost = found.read - found.used - sum(found.rejected.values())
    if lost:
        raise AssertionError(f"{lost} rows are neither used nor rejected")
    return found


def _counts(engine: Engine, everything: Frame) -> dict[int, int]:
    counted = engine.table(everything.group_by("rule").agg(nw.col("read").sum()))
    return {row["rule"]: int(row["read"]) for row in counted.to_pylist()}


def tables_of(engine: Engine, good: Frame) -> Tables:
    """What stands in every cell of every month and measure? Takes the good rows of `by_enterprise`."""
    tables: Tables = {}
    for breakdown, split, frame in cells(good, lambda part: engine.keep(part, rows=0, doing="breaking down")):
        table = engine.table(frame)
        for name in (measure + part for measure in MEASURES for part in ("", "_most")):
            table = table.set_column(table.column_names.index(name), name, table[name].cast(_MONEY))
        for row in table.to_pylist():
            if breakdown.name == EMERGING and not row[EMERGING]:
                continue
            scope = (OFFSHORE if row["offshore"] else ONSHORE) if split else ALL
            code = row[breakdown.columns[0]] if breakdown.name not in (WHOLE, EMERGING) else breakdown.name
            for measure in MEASURES:
                cell = Cell(row[measure], row[f"{measure}_most"], int(row[f"{measure}_enterprises"]))
                if cell.value < 0:
                    # An engine that trusts the least value in the footer does not look at the rows.
                    raise UnreadableRegister(
                        f"{measure} of {row['month']:%Y-%m} is below zero: a damaged file"
                    )
                tables.setdefault((row["month"], measure), {})[Key(scope, breakdown.name, code)] = cell
    return tables
