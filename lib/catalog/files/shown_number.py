"""A number cell of a spreadsheet as the digits that it shows."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal

from lib.catalog.quantities import Unreadable

_PLAIN = re.compile(r"#?,?#*0(?:\.(0+))?(%?)(?:_ ?[)])?")
_DIGITS_OF_A_DOUBLE = 15


def shown(value: object, form: str) -> str:
    """Which text does a cell show, its number format given?

    What is shown has to be what is held: 12.149 shown as 12.1 is two figures, and refused with Unreadable, as
    is a format that changes the size of a number (0.0,). A month keeps no day.

    >>> shown(12.1, "0.00"), shown(0.787, "0.0%"), shown(12.1, "General"), shown(1403, "#,##0")
    ('12.10', '78.7%', '12.1', '1403')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime):
        return _day(value, form)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        raise Unreadable("a time of day: no column of the record holds one")
    if isinstance(value, int | float):
        return _number(value, form)
    return str(value)


def _number(value: float, form: str) -> str:
    exact = Decimal(repr(value)) if isinstance(value, int) else Decimal(f"{value:.{_DIGITS_OF_A_DOUBLE}g}")
    if not exact.is_finite():
        raise Unreadable("no finite number")
    if form in ("General", "@", ""):
        return f"{exact.normalize():f}"
    found = _PLAIN.fullmatch(form.split(";")[0])
    if not found:
        raise Unreadable(
            f"a number shown through the format {form[:40]}: type what the source prints as text"
        )
    decimals, percent = len(found[1] or ""), bool(found[2])
    scaled = exact.scaleb(2) if percent else exact
    text = f"{scaled:.{decimals}f}"
    if Decimal(text) != scaled:
        raise Unreadable(
            f"the cell shows {text} and holds {scaled.normalize():f}: type what the source prints as text"
        )
    return f"{text}%" if percent else text


def _day(value: datetime, form: str) -> str:
    if value.time() != time():
        raise Unreadable("a time of day: no column of the record holds one")
    without_quotes = re.sub(r'"[^"]*"|\\.|\[[^]]*\]', "", form.lower())
    if "d" not in without_quotes and "y" in without_quotes:
        return f"{value:%Y-%m}" if "m" in without_quotes else f"{value:%Y}"
    return value.date().isoformat()
