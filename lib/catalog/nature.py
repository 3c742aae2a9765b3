"""What a figure can never be, whoever prints it."""

from __future__ import annotations

from lib.catalog.codes import COUNTED_UNITS, CURRENCIES

WHOLE = 100.0


def is_share(indicator: str, unit: str) -> bool:
    """Is this a part of a whole, which ends at 0 and 100 %?

    Every share in the record has `_share` in its code, and no growth rate does.

    >>> is_share("emerging_services_share", "PERCENT"), is_share("services_trade_growth", "PERCENT")
    (True, False)
    """
    return unit == "PERCENT" and "_share" in indicator


def cap(indicator: str, unit: str) -> float | None:
    """Where does nature end a figure? 100 for a share, nowhere for anything else."""
    return WHOLE if is_share(indicator, unit) else None


def ends_at_zero(indicator: str, unit: str) -> bool:
    """Can this figure not fall below 0? So for amounts, counts and shares, not for balances and growth rates.

    >>> ends_at_zero("services_trade_total", "CNY"), ends_at_zero("services_trade_balance", "USD")
    (True, False)
    """
    if unit in ("PERCENT", "PERCENTAGE_POINT"):
        return is_share(indicator, unit)
    return not indicator.endswith("_balance")


def is_counted(unit: str, unit_mult: int, text: str) -> bool:
    """Was this counted in full units, so that exact is exactly itself? 1,403 enterprises, not 15.68万人.

    >>> is_counted("ENTERPRISES", 0, "1403"), is_counted("PERSONS", 4, "1319")
    (True, False)
    """
    return unit in COUNTED_UNITS and unit_mult == 0 and "." not in text


def is_level(unit: str) -> bool:
    """Is this an amount or a count, whose size can be compared with its series? Not a rate or a rank."""
    return unit in CURRENCIES or (unit in COUNTED_UNITS and unit != "RANK")
