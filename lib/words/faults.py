"""What is wrong with a file, and how it was read, said in the reader's words."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from lib.catalog.fault import Fault, one_line
from lib.catalog.message import Both, Listed, Message, Month, Nth, Reading, Row, Text
from lib.catalog.quantities import Quantity
from lib.facts.period import Period
from lib.words.speak import Words


def said(text: Text, words: Words) -> str:
    """What does a text of a fault say? What somebody typed stays as it is.

    >>> said(Message("fault.found.cells", count=1200), Words("en")), said("12 cells", Words("zh"))
    ('1,200 cells', '12 cells')
    >>> said(Message("fault.allowed.key_once", key="ref_area", row=Row(12)), Words("zh"))
    '每个ref_area只能出现一次，第12行已使用'
    """
    if isinstance(text, str):
        return text
    return words(text.key, **{name: _value(value, words) for name, value in text.given.items()})


def fault_line(fault: Fault, words: Words) -> str:
    """What is wrong, on one line of a terminal?

    >>> print(fault_line(Fault("a.csv", 3, "kind", "so", Message("fault.allowed.refers", table="bases")), Words("en")))
    a.csv, row 3, column kind: found "so"; allowed: a code of bases.csv
    """
    where = _where(fault.file, fault.row, fault.column, words)
    return one_line(
        words("fault.line", where=where, found=said(fault.found, words), allowed=said(fault.allowed, words))
    )


def fault_lines(faults: Iterable[Fault], words: Words) -> list[str]:
    """What is wrong, a line for each fault?"""
    return [fault_line(fault, words) for fault in faults]


def reading_line(reading: Reading, words: Words) -> str:
    """How was something read, on one line of a terminal?"""
    where = _where(reading.file, reading.row, reading.column, words)
    return one_line(words("fault.reading.line", where=where, told=said(reading.told, words)))


def _where(file: Text, row: int, column: str, words: Words) -> str:
    places = [said(file, words)]
    if row:
        places.append(words("fault.row.own", number=row))
    if column:
        places.append(words("fault.column", name=column))
    return words.comma(places)


def _value(value: object, words: Words) -> object:
    for kind, saying in _SAID.items():
        if isinstance(value, kind):
            return saying(value, words)
    return value


def _listed(listed: Listed, words: Words) -> str:
    if words.lang == "en":
        return ", ".join(listed.names)
    return "、".join(
        f"{code}（{listed.of[code][1]}）" if code in listed.of else code for code in listed.names
    )


def _names(names: tuple[str, ...], words: Words) -> str:
    return (", " if words.lang == "en" else "、").join(names)


def _quantity(quantity: Quantity, words: Words) -> str:
    if words.lang == "en":
        return str(quantity)
    return quantity.chinese


def _period(period: Period, words: Words) -> str:
    if words.lang == "zh":
        return words.date(period.start) if period.is_point else words.period(period, long=True)
    return str(period.start) if period.is_point else f"{period.start} to {period.end}"


def _row(row: Row, words: Words) -> str:
    return words("fault.row.published" if row.is_published else "fault.row.own", number=str(row.number))


def _month(month: Month, words: Words) -> str:
    if words.lang == "zh":
        return f"{month.number}月"
    return calendar.month_name[month.number] if 1 <= month.number <= 12 else f"month {month.number}"


def _nth(nth: Nth, words: Words) -> str:
    if words.lang == "zh":
        return f"{nth.day}日"
    ending = {1: "st", 2: "nd", 3: "rd"}.get(nth.day % 10, "th") if not 10 <= nth.day % 100 <= 20 else "th"
    return f"{nth.day}{ending}"


_SAID: Mapping[type, Callable[[Any, Words], object]] = {
    Message: said,
    Listed: _listed,
    Both: lambda both, words: words.note((both.zh, both.en)),
    Quantity: _quantity,
    Period: _period,
    Row: _row,
    Month: _month,
    Nth: _nth,
    tuple: _names,
    int: lambda number, _: f"{number:,}",
}
"""How each kind of value is said, where it is not the same in both languages."""
