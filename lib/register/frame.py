"""Rows as every engine has them."""

from __future__ import annotations

from typing import Any, TypeAlias

import narwhals as nw

Frame: TypeAlias = nw.LazyFrame[Any]


def distinct(rows: Frame, *columns: str) -> Frame:
    """Which values do these columns take together? Adds up, where `unique` of narwhals numbers every row."""
    return rows.group_by(*columns).agg(_rows=nw.len()).select(*columns)
