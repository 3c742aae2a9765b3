"""What each printed figure can stand for, worked out when the datasets are published."""

from __future__ import annotations

import math

import pandas as pd

from lib.calc.printed import decimals, printed_bounds
from lib.catalog.nature import cap, ends_at_zero, is_counted

Row = dict[str, str]


def with_bounds(rows: pd.DataFrame) -> pd.DataFrame:
    """Between which values does every observation lie, and how many decimals has it?

    Takes observations as text and adds `lower`, `upper` and `decimals` in the scale of `value`, and
    `growth_lower`, `growth_upper` and `growth_decimals` in per cent; without a growth rate these are missing,
    missing and 0.
    """
    records = [{str(name): str(cell) for name, cell in row.items()} for row in rows.to_dict("records")]
    level = [_level(row) for row in records]
    growth = [_growth(row) for row in records]
    return rows.assign(
        lower=[low for low, _ in level],
        upper=[high for _, high in level],
        decimals=[decimals(row["value"]) for row in records],
        growth_lower=pd.Series([low for low, _ in growth], index=rows.index, dtype="float64"),
        growth_upper=pd.Series([high for _, high in growth], index=rows.index, dtype="float64"),
        growth_decimals=[decimals(row["growth"]) if row["growth"] else 0 for row in records],
    )


def _level(row: Row) -> tuple[float, float]:
    return printed_bounds(
        text=row["value"],
        qualifier=row["qualifier"],
        counted=is_counted(row["unit"], int(row["unit_mult"]), row["value"]),
        floor_zero=ends_at_zero(row["indicator"], row["unit"]),
        cap=cap(row["indicator"], row["unit"]),
    )


def _growth(row: Row) -> tuple[float, float]:
    if not row["growth"]:
        return math.nan, math.nan
    return printed_bounds(
        text=row["growth"], qualifier=row["growth_qualifier"], counted=False, floor_zero=False, cap=None
    )
