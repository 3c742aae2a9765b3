"""From rows of the register to cells, as one expression that every engine understands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import narwhals as nw

from lib.register.codes import EMERGING_SECTORS
from lib.register.frame import Frame, distinct

WHOLE, EMERGING = "total", "emerging"
MEASURES = ("executed", "contract")
PARTS = ("business_type", "sector", "client_area", "district")


@dataclass(frozen=True)
class Breakdown:
    """One way to cut the register: by which columns of `by_enterprise`, and what are its cells called?"""

    name: str
    columns: tuple[str, ...]


BREAKDOWNS = (
    Breakdown(WHOLE, ()),
    *(Breakdown(part, (part,)) for part in PARTS),
    Breakdown(EMERGING, (EMERGING,)),
)


def by_enterprise(rows: Frame) -> Frame:
    """What did each enterprise carry out and sign in a month, by rule, scope, type, sector, market and district?

    Takes judged rows; `read` is the number of rows that went in. A contract counts as signed once, in the row
    of the month of its signing; the other rows repeat its value. The condition is a column of its own before
    any sum: some engines pass over a condition inside a sum without a word.
    """
    signed_here = nw.when(nw.col("month") <= nw.col("signed_on")).then(nw.col("contract_usd"))
    return (
        rows.with_columns(signed_usd=signed_here)
        .group_by("rule", "month", "offshore", "enterprise_id", *PARTS)
        .agg(
            executed=nw.col("executed_usd").sum(),
            contract=nw.col("signed_usd").sum(),
            read=nw.len(),
        )
    )


def cells(sums: Frame, keep: Callable[[Frame], Frame]) -> Iterator[tuple[Breakdown, bool, Frame]]:
    """What stands in each cell, and how far do single enterprises make it up?

    Takes the good rows of `by_enterprise`; `keep` works out once what several cells are made of. Yields each
    breakdown twice: by month and scope (`offshore` is a column), and by month over both scopes. Columns for
    each measure: `executed` the sum, `executed_most` the largest part of one enterprise,
    `executed_enterprises` how many have a part above zero; likewise `contract`.
    """
    parts = {part: keep(_each(sums, ("month", "offshore", part))) for part in PARTS}
    is_emerging = nw.col("sector").is_in(EMERGING_SECTORS).alias(EMERGING)
    parts[EMERGING] = keep(_each(parts["sector"].with_columns(is_emerging), ("month", "offshore", EMERGING)))
    parts[WHOLE] = parts[EMERGING]
    for breakdown in BREAKDOWNS:
        for split in (True, False):
            keys = ("month", *(("offshore",) if split else ()), *breakdown.columns)
            yield breakdown, split, _cells(_each(parts[breakdown.name], keys), keys)


def enterprises(sums: Frame) -> Frame:
    """How many enterprises have a contract in each month, and how many come up for the first time in a year?

    Takes the good rows of `by_enterprise`. One row a month: `enterprises`, and `new_in_year`, whose running
    total over a year is the number of distinct enterprises from January on.
    """
    active = distinct(sums, "enterprise_id", "month")
    by_month = active.group_by("month").agg(enterprises=nw.len())
    first = (
        active.with_columns(year=nw.col("month").dt.year())
        .group_by("year", "enterprise_id")
        .agg(month=nw.col("month").min())
        .group_by("month")
        .agg(new_in_year=nw.len())
    )
    return by_month.join(first, on="month", how="left")


def _each(sums: Frame, keys: tuple[str, ...]) -> Frame:
    return sums.group_by(*keys, "enterprise_id").agg(*(nw.col(measure).sum() for measure in MEASURES))


def _cells(each: Frame, keys: tuple[str, ...]) -> Frame:
    flags = {f"_{measure}": (nw.col(measure) > 0).cast(nw.Int64()) for measure in MEASURES}
    found = []
    for measure in MEASURES:
        found += [
            nw.col(measure).sum(),
            nw.col(measure).max().alias(f"{measure}_most"),
            nw.col(f"_{measure}").sum().alias(f"{measure}_enterprises"),
        ]
    return each.with_columns(**flags).group_by(*keys).agg(*found)
