"""Conversion between yuan and US dollars."""

from __future__ import annotations

from lib.calc.formula import formula
from lib.calc.quantity import Quantity, known, positive


@formula("{amount_usd} × {cny_per_usd}")
def cny_from_usd(*, amount_usd: Quantity | float | None, cny_per_usd: Quantity | float | None) -> Quantity:
    """How many yuan is an amount in US dollars?

    In the scale of the amount (USD million in, CNY million out). For a flow the rate is the average of its
    own period, not that of one day (IMF, BPM6, chapter 3, on currency conversion). Missing if either is, or
    if the rate is zero or negative.

    >>> cny_from_usd(amount_usd=100.0, cny_per_usd=6.9)
    690.0
    """
    return known(amount_usd) * positive(cny_per_usd)


@formula("{amount_cny} ÷ {cny_per_usd}")
def usd_from_cny(*, amount_cny: Quantity | float | None, cny_per_usd: Quantity | float | None) -> Quantity:
    """How many US dollars is an amount in yuan?

    The inverse of `cny_from_usd`, with the same rate, which is yuan for one dollar.

    >>> round(usd_from_cny(amount_cny=690.0, cny_per_usd=6.9), 9)
    100.0
    """
    return known(amount_cny) / positive(cny_per_usd)
