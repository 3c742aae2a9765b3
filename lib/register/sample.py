"""A SYNTHETIC register (模拟数据), for trials and measurements: no row of it is a real contract."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from tqdm import tqdm

from lib.register.codes import BUSINESS_TYPES, SECTORS
from lib.register.districts import DISTRICTS
from lib.register.schema import ARROW, MONEY
from lib.register.workspace import workspace

MARK = "SYNTHETIC"
FILE = f"{MARK}-register.parquet"
SEED = 20210913
FIRST_YEAR, YEARS = 2021, 5
_MONTHS = 12 * YEARS
_LONGEST = 15
_CONTRACTS_AT_ONCE = 50_000
# fmt: off
_MARKETS = (
    "CN", "US", "HK", "SG", "JP", "DE", "GB", "KR", "FR", "TW", "AU", "CA", "NL", "CH", "MY", "TH",
    "VN", "IN", "ID", "AE", "SE", "IT", "ES", "BR", "ZA", "MX", "PL", "IL", "NZ", "IE", "KE",
)
# fmt: on
_ONSHORE_PCT = 45
# Returns come in late in the year and few around the Spring Festival.
_SEASON = np.array([0.8, 0.5, 0.9, 0.9, 1.0, 1.2, 0.9, 0.9, 1.1, 1.0, 1.2, 1.6])
_GROWTH_A_YEAR = 1.12

Whole = npt.NDArray[np.int64]


def write_sample(rows: int, target: Path) -> Path:
    """Writes a register of this many rows; gives the file. The same number gives the same rows.

    Written in row groups, so that memory does not grow with it; put in place once it is whole.
    """
    with workspace(target / FILE) as folder:
        fresh = folder / FILE
        schema = ARROW.with_metadata({"synthetic": "yes", "seed": str(SEED)})
        with (
            pq.ParquetWriter(fresh, schema, compression="zstd", compression_level=3) as out,
            tqdm(total=rows, unit=" rows", desc=MARK, unit_scale=True, disable=None, leave=False) as bar,
        ):
            for table in tables(rows):
                out.write_table(table.cast(schema))
                bar.update(len(table))
        return fresh.replace(target / FILE)


def tables(rows: int) -> Iterator[pa.Table]:
    """Which rows has the register, some hundred thousand at a time? Contracts of 1 to 15 months each.

    >>> [(len(table), table.schema == ARROW) for table in tables(1000)]
    [(1000, True)]
    """
    many = max(20, math.isqrt(rows))
    fixed = np.random.default_rng(SEED)
    firm = {
        "type": fixed.integers(len(BUSINESS_TYPES), size=many),
        "sector": fixed.integers(len(SECTORS), size=many),
        "district": fixed.integers(len(DISTRICTS), size=many),
    }
    written, first = 0, 0
    while written < rows:
        table = _contracts(np.random.default_rng([SEED, first]), first, firm)
        yield table.slice(0, rows - written)
        written += min(len(table), rows - written)
        first += _CONTRACTS_AT_ONCE


def _contracts(draw: np.random.Generator, first: int, firm: dict[str, Whole]) -> pa.Table:
    count, many = _CONTRACTS_AT_ONCE, len(firm["type"])
    # A few enterprises hold most contracts.
    who = (many * draw.random(count) ** 3).astype(np.int64)
    length = draw.integers(1, _LONGEST + 1, size=count)
    # Some began before the register or go on after it, so that its first and last months are as full as the others.
    start = (draw.random(count) * (_MONTHS + length - 1)).astype(np.int64) - (length - 1)
    kind = np.where(
        draw.random(count) < 0.85, firm["type"][who], draw.integers(len(BUSINESS_TYPES), size=count)
    )
    sector = np.where(draw.random(count) < 0.9, firm["sector"][who], draw.integers(len(SECTORS), size=count))
    abroad = 1 + ((len(_MARKETS) - 1) * draw.random(count) ** 2.5).astype(np.int64)
    market = np.where(draw.random(count) * 100 < _ONSHORE_PCT, 0, abroad)
    size = draw.lognormal(12.0, 1.4, count) * _GROWTH_A_YEAR ** (start / 12)
    contract_cents = np.maximum(100, np.round(size * 100)).astype(np.int64)
    signed = _month_starts(start) + draw.integers(0, 28, size=count).astype("timedelta64[D]")

    at = np.repeat(np.arange(count), length)
    month = start[at] + np.arange(len(at)) - np.repeat(np.cumsum(length) - length, length)
    inside = (month >= 0) & (month < _MONTHS)
    at, month = at[inside], month[inside]
    share = _SEASON[month % 12] * draw.uniform(0.5, 1.5, len(at)) / length[at]
    executed_cents = np.round(contract_cents[at] * share).astype(np.int64)
    number = pc.utf8_lpad(pa.array(first + np.arange(count)).cast(pa.string()), 9, "0")
    columns = {
        "contract_id": pc.binary_join_element_wise(f"{MARK}-C", number, "").take(pa.array(at)),
        "enterprise_id": _named([f"{MARK}-E{place:06d}" for place in range(many)], who[at]),
        "signed_on": pa.array(signed[at]),
        "month": pa.array(_month_starts(month)),
        "business_type": _named(BUSINESS_TYPES, kind[at]),
        "sector": _named(SECTORS, sector[at]),
        "client_area": _named(_MARKETS, market[at]),
        "district": _named(DISTRICTS, firm["district"][who][at]),
        "offshore": pa.array(market[at] > 0),
        "contract_usd": _dollars(contract_cents[at]),
        "executed_usd": _dollars(executed_cents),
    }
    return pa.table(columns, schema=ARROW)


def _month_starts(months: Whole) -> npt.NDArray[np.datetime64]:
    starts: npt.NDArray[np.datetime64] = (np.datetime64(f"{FIRST_YEAR}-01", "M") + months).astype(
        "datetime64[D]"
    )
    return starts


def _named(names: tuple[str, ...] | list[str], places: Whole) -> pa.Array:
    return pa.array(names, pa.string()).take(pa.array(places))


def _dollars(cents: Whole) -> pa.Array:
    """Cents as decimal(18,2), exactly: the whole number is the decimal without its point."""
    halves = np.stack([cents, cents >> 63], axis=1)
    return pa.Array.from_buffers(MONEY, len(cents), [None, pa.py_buffer(halves.tobytes())])
