"""A number as digits for other programs, with a point and without groups."""

from __future__ import annotations


def printed(value: float, decimals: int) -> str:
    """Which digits were printed? Blank where there is none.

    >>> printed(12.1, 1), printed(4.5, 2), printed(float("nan"), 0)
    ('12.1', '4.50', '')
    """
    return "" if value != value else f"{value:.{decimals}f}"


def bound(value: float) -> str:
    """Which end has an interval? Blank where it is open or unknown.

    >>> bound(12.05), bound(float("inf"))
    ('12.05', '')
    """
    return "" if value != value or value in (float("inf"), float("-inf")) else f"{value:.10g}"
