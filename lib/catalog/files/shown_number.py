"""A cell of a spreadsheet as the text that it shows."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal, InvalidOperation

from lib.catalog.files.number_format import number_shown, parts_of_a_date
from lib.catalog.quantities import Unreadable

_DIGITS_OF_A_DOUBLE = 15
_MOST_POWER = 30
_LAST_DAY = 2_958_465
"""31 December 9999."""


def shown(held: str, form: str, *, is_1904: bool = False) -> str:
    """Which text does a cell show that holds a number, its format given?

    What is shown has to be what is held: 12.149 shown as 12.1 is two figures, and refused with Unreadable, as
    is a format that changes the size of a number (0.0,). A month keeps no day.

    >>> shown("12.1", "0.00"), shown("0.787", "0.0%"), shown("44409", 'yyyy"年"m"月"'), shown("44409", "yyyy/m/d")
    ('12.10', '78.7%', '2021-08', '2021-08-01')
    """
    value = number(held)
    parts = parts_of_a_date(form)
    return day_shown(day_of(value, is_1904=is_1904), parts) if parts else number_shown(value, form)


def number(held: str) -> Decimal:
    """Which number does a cell hold, to the digits that a double keeps? Raises Unreadable for none, or one past use.

    >>> number("0.78700000000000003")
    Decimal('0.787')
    """
    try:
        exact = Decimal(held) if len(held) <= 40 else Decimal("NaN")
        if not exact.is_finite() or abs(exact.adjusted()) > _MOST_POWER:
            raise Unreadable("finite")
        if exact == exact.to_integral_value() and abs(exact.adjusted()) <= _DIGITS_OF_A_DOUBLE:
            return exact
        return Decimal(f"{float(exact):.{_DIGITS_OF_A_DOUBLE}g}")
    except (InvalidOperation, OverflowError) as error:
        raise Unreadable("finite") from error


def day_of(value: Decimal, *, is_1904: bool) -> date:
    """Which day is meant by its number? Raises Unreadable for a time of day."""
    if value != value.to_integral_value() or not 0 < value <= _LAST_DAY:
        raise Unreadable("time")
    number = int(value)
    if is_1904:
        return date(1904, 1, 1) + timedelta(days=number)
    # 29 February 1900 has a number and was no day.
    return date(1899, 12, 31 if number < 60 else 30) + timedelta(days=number)


def day_shown(day: date, parts: str) -> str:
    """How much of a day does a cell show: its year, its month, the whole of it?

    Raises Unreadable for a month without its year, which nobody sees, and for a time.
    """
    if parts.strip("t") == "":
        raise Unreadable("time")
    if "d" not in parts and "y" not in parts:
        raise Unreadable("month_alone", month=f"{day.month}月", held=f"{day:%Y-%m}")
    return day.isoformat() if "d" in parts else f"{day:%Y-%m}" if "m" in parts else f"{day:%Y}"
