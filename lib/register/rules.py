"""What a row of the register must fulfil; each rule one expression that every engine understands."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import narwhals as nw

from lib.register.codes import BUSINESS_TYPES, SECTORS, client_areas
from lib.register.csv_source import RAW
from lib.register.districts import DISTRICTS
from lib.register.frame import Frame, distinct
from lib.register.schema import KEY, MONEY_COLUMNS, NAMES

GOOD = 0
HOME = "CN"
UNREADABLE, DUPLICATE = "unreadable", "duplicate_key"
MOST_TIMES = 10

RULES: Mapping[str, tuple[str, ...]] = {
    UNREADABLE: (),
    "missing": (),
    "unknown_business_type": ("business_type",),
    "unknown_sector": ("sector",),
    "unknown_client_area": ("client_area",),
    "unknown_district": ("district",),
    "home_country_offshore": ("client_area", "offshore"),
    "negative_value": MONEY_COLUMNS,
    "executed_over_contract": MONEY_COLUMNS,
    "not_a_month": ("month",),
    "month_in_future": ("month",),
    "month_before_signing": ("month", "signed_on"),
    DUPLICATE: KEY,
}
"""Every rule in the order in which a row is held against them, and the columns that tell why a row breaks it. What each
allows is said in `rollup.po`."""

# A number of one byte, since text weighs down what is added up.
CODES: Mapping[str, int] = {rule: code for code, rule in enumerate(RULES, start=GOOD + 1)}


def judged(rows: Frame, today: date) -> Frame:
    """Which rule does each row break first? Adds `rule`, its number in CODES, GOOD where it breaks none.

    A month after that of `today` has not begun, so nothing can have been carried out in it.

    A row that breaks several is counted once, under the first, so that the counts add up to the rows.
    Duplicates need a look at all rows: see `duplicates`.
    """
    col = nw.col
    signed_month = col("signed_on").dt.year() * 12 + col("signed_on").dt.month()
    month = col("month").dt.year() * 12 + col("month").dt.month()
    contract, executed = (col(name) for name in MONEY_COLUMNS)
    # Ten times a larger contract does not fit into decimal(18,2), and nothing that does is above it.
    small = nw.when((contract >= 0) & (contract < 10**15)).then(contract)
    broken = {
        "missing": nw.any_horizontal(*(col(name).is_null() for name in NAMES), ignore_nulls=False),
        "unknown_business_type": ~col("business_type").is_in(BUSINESS_TYPES),
        "unknown_sector": ~col("sector").is_in(SECTORS),
        "unknown_client_area": ~col("client_area").is_in(client_areas()),
        "unknown_district": ~col("district").is_in(DISTRICTS),
        "home_country_offshore": (col("client_area") == HOME) & col("offshore"),
        "negative_value": (executed < 0) | (contract < 0),
        "executed_over_contract": executed > small * MOST_TIMES,
        "not_a_month": col("month").dt.day() != 1,
        "month_in_future": month > today.year * 12 + today.month,
        "month_before_signing": month < signed_month,
    }
    if RAW in rows.collect_schema():
        broken = {UNREADABLE: ~col(RAW).is_null(), **broken}
    first, *others = broken
    verdict = nw.when(broken[first]).then(_code(first))
    for rule in others:
        verdict = verdict.when(broken[rule]).then(_code(rule))
    return rows.with_columns(rule=verdict.otherwise(nw.lit(GOOD, nw.Int8())))


def rejections(rows: Frame) -> Frame:
    """Which rows break a rule? Takes judged rows; `rule` is its name."""
    first, *others = RULES
    name = nw.when(nw.col("rule") == CODES[first]).then(nw.lit(first))
    for rule in others:
        name = name.when(nw.col("rule") == CODES[rule]).then(nw.lit(rule))
    return rows.filter(nw.col("rule") != GOOD).with_columns(rule=name)


def suspects(rows: Frame) -> Frame:
    """Which contracts might have a month twice? All that do, and perhaps a few that do not.

    Looking at every key costs as much as the whole rollup. Instead the months of a contract and year are
    added up as powers of two: twelve different ones give a sum with as many binary digits of 1 as there are
    rows, and any that repeats carries into another digit and loses one.
    """
    bit = nw.lit(2.0) ** (nw.col("month").dt.month() - 1).cast(nw.Float64())
    of_year = (
        rows.with_columns(_year=nw.col("month").dt.year(), _bit=bit)
        .group_by("contract_id", "_year")
        .agg(_rows=nw.len(), _sum=nw.col("_bit").sum())
        .with_columns(nw.col("_sum").cast(nw.Int64()))
    )
    # Legendre: a number less its halves, quarters … rounded down is how many binary digits of 1 it has.
    ones = nw.col("_sum") - nw.sum_horizontal(*(nw.col("_sum") // 2**place for place in range(1, 16)))
    return distinct(of_year.filter((nw.col("_rows") > 12) | (ones < nw.col("_rows"))), "contract_id")


def duplicates(rows: Frame, contracts: Frame) -> Frame:
    """Which keys of these contracts do several rows share that break no other rule? Takes judged rows."""
    good = rows.filter(nw.col("rule") == GOOD).join(contracts, on="contract_id", how="semi")
    return good.group_by(*KEY).agg(_rows=nw.len()).filter(nw.col("_rows") > 1).select(*KEY)


def with_duplicates(rows: Frame, keys: Frame) -> Frame:
    """Which rule does each row break, duplicates included? Takes judged rows and their shared keys."""
    marked = rows.join(keys.with_columns(_shared=nw.lit(True)), on=list(KEY), how="left")
    shared = ~nw.col("_shared").is_null() & (nw.col("rule") == GOOD)
    verdict = nw.when(shared).then(_code(DUPLICATE)).otherwise(nw.col("rule"))
    return marked.with_columns(rule=verdict).drop("_shared")


def _code(rule: str) -> nw.Expr:
    return nw.lit(CODES[rule], nw.Int8())
