"""Registers at random: small, with few codes, so that they meet, and some rows that break a rule."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from tests.register.rows import Row

_MONTHS = [date(2020, 11, 1), date(2020, 12, 1), *(date(2021, month, 1) for month in (1, 2, 3))]
_DAYS = [date(2020, 10, 31), date(2020, 12, 5), date(2021, 1, 1), date(2021, 1, 31), date(2021, 2, 3)]
_MOST = Decimal("9999999999999999.99")


def _cents(least: int, most: int) -> st.SearchStrategy[Decimal]:
    return st.integers(least, most).map(lambda cents: Decimal(cents).scaleb(-2))


def rows(*, broken: bool) -> st.SearchStrategy[list[Row]]:
    """Up to 40 rows; `broken` lets in those that break rules."""
    odd: list[object] = [None] if broken else []
    pick = st.sampled_from
    amounts = st.one_of(_cents(0, 100_00), _cents(0, 10**9))
    row = {
        "contract_id": pick(["C1", "C2", "C3", "合同4", *odd]) if broken else st.uuids().map(str),
        "enterprise_id": pick(["E1", "E2", "E3", "E4", "企业5", *odd]),
        "signed_on": pick([*_DAYS, *odd]) if broken else st.just(date(2020, 10, 31)),
        "month": pick([*_MONTHS, *([date(2021, 1, 15), date(2022, 7, 1)] if broken else []), *odd]),
        "business_type": pick(["ito", "bpo", "kpo", *(["xpo", "ITO"] if broken else []), *odd]),
        "sector": pick(
            ["finance", "digital_trade", "travel", "transport", *(["S13"] if broken else []), *odd]
        ),
        "client_area": pick(["CN", "SG", "US", *(["EU", "sg"] if broken else []), *odd]),
        "district": pick(["500112", "500103", *(["510104"] if broken else []), *odd]),
        "offshore": pick([True, False, *odd]),
        "contract_usd": st.one_of(amounts, pick([_MOST, -_MOST, Decimal("-0.01"), *odd]))
        if broken
        else st.just(_MOST),
        "executed_usd": st.one_of(amounts, pick([_MOST, Decimal("-0.01"), *odd])) if broken else amounts,
    }
    return st.lists(st.fixed_dictionaries(row), min_size=1, max_size=40)
