"""The audit of a file: every number in it against the record."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from functools import cache

from tests.audit.account import loose_numbers
from tests.audit.line import Cell, Line
from tests.audit.marks import NUMBER, bare
from tests.audit.published import Reach, growth, level, observations, rows
from tests.audit.recompute import worked_out

_UNIT = re.compile(r"（[^（）]+）$| \([^()]+\)$")
OF_AN_END, OF_A_WORKBOOK = (
    10,
    16,
)  # digits: a CSV writes an end with so many, a workbook a double in its own unit


def misfiled(given: list[Line], expected: list[Line], name: str) -> list[str]:
    """Which numbers of a file are not accounted for? `expected` are the same lines with marks.

    Columns of numbers are held against the record, all others against what the program says.
    """
    if [(line.where, list(line.cells)) for line in given] != [
        (line.where, list(line.cells)) for line in expected
    ]:
        return [f"{name} has other lines than were made"]
    faults = []
    for line, built in zip(given, expected, strict=True):
        for column, cell in line.cells.items():
            fault = _fault(column, cell, built.cells[column], line.cells, built)
            if fault:
                faults.append(
                    f"{_shown(cell)} is not accounted for in {name}, {line.where}, {column}: {fault}"
                )
    return faults


def _fault(column: str, cell: Cell, built: Cell, cells: Mapping[str, Cell], line: Line) -> str:
    if column == "time_period":
        return _not_the_period(str(cell), cells)
    if column == "release":
        edition = observations()[str(cells["observation_id"])]["release"]
        return "" if cell == edition.replace(".", "-") else f"the record gives {edition}"
    if column == "structure_id":
        return ""  # the name of a dataset, and the version of how it is laid out
    if column in NUMBERS:
        try:
            right = NUMBERS[column](cells, line)
        except (KeyError, InvalidOperation) as error:
            return f"{type(error).__name__} {error}"
        return "" if _same(column, cell, right) else f"the record gives {_shown(right)}"
    if not isinstance(cell, str):
        return "" if cell is None and built is None else "is a number in a column of texts"
    text = built if isinstance(built, str) else ""
    if column == "text" and {cell, *_of_a_head(cell)} & line.ticks:
        return ""
    if cell != bare(text):
        return f"the program says “{bare(text)[:200]}”"
    loose = _loose(text)
    return f"{', '.join(loose)} is written by hand in “{cell[:200]}”" if loose else ""


@cache  # the same sentence stands in many cells, and in files of several forms
def _loose(text: str) -> tuple[str, ...]:
    return tuple(loose_numbers(text))


def _of_a_head(cell: str) -> tuple[str, str]:
    """What does the head of a column call its series: what stands before “：label”, without a unit in brackets?"""
    name = cell.partition("：")[0].partition(": ")[0]
    return name, _UNIT.sub("", name)


def _same(column: str, cell: Cell, right: Cell) -> bool:
    if isinstance(right, date):
        return cell in (right, right.isoformat())
    if right is None:
        return cell in (None, "")
    number = cell if isinstance(cell, Decimal) else Decimal(str(cell or "NaN"))
    if number.is_nan():
        return False
    if column == "value" and isinstance(cell, str):  # written with its digits, rounded half up or to even
        unit = Fraction(10) ** number.as_tuple().exponent  # type: ignore[operator]
        return abs(Fraction(number) - Fraction(right)) <= unit / 2
    if float(number) in (float(right), float(f"{float(right):.{OF_AN_END}g}")):
        return True
    last = Decimal(float(right)).adjusted() - OF_A_WORKBOOK + 1
    return abs(Fraction(number) - Fraction(right)) <= Fraction(10) ** last


def _scale_of(unit: str) -> int:
    """Which power of ten does the unit of a workbook carry? 亿元 is 8, CNY bn is 9, all else is in full."""
    return 8 if unit.startswith("亿") else 9 if unit.endswith(" bn") else 0


def _observation(cells: Mapping[str, Cell], line: Line) -> dict[str, str]:
    return observations()[str(cells["observation_id"])]


def _part(part: str) -> Callable[[Mapping[str, Cell], Line], Cell]:
    """The value or an end of the figure that a line is about, in the power of ten of that line."""

    def found(cells: Mapping[str, Cell], line: Line) -> Cell:
        if line.fact is not None:
            if line.fact.is_missing:
                return None
            reach, power = worked_out(line.fact), line.fact.unit_mult
        else:
            code = str(cells["observation_id"])
            reach = level(code)
            power = int(str(cells["unit_mult"])) if "unit_mult" in cells else _scale_of(str(cells["unit"]))
        return _finite(getattr(reach, part) * Fraction(10) ** -power)

    return found


def _growth(part: str) -> Callable[[Mapping[str, Cell], Line], Cell]:
    def found(cells: Mapping[str, Cell], line: Line) -> Cell:
        row = _observation(cells, line)
        if not row["growth"]:
            return None
        reach: Reach = growth(row["observation_id"])
        return _finite(getattr(reach, part))

    return found


def _unit_mult(cells: Mapping[str, Cell], line: Line) -> Cell:
    return Decimal(line.fact.unit_mult if line.fact else _observation(cells, line)["unit_mult"])


def _day(column: str) -> Callable[[Mapping[str, Cell], Line], Cell]:
    def found(cells: Mapping[str, Cell], line: Line) -> Cell:
        if line.fact is None:
            return date.fromisoformat(_observation(cells, line)[column])
        return line.fact.period.start if column == "period_start" else line.fact.period.end

    return found


def _decimals(cells: Mapping[str, Cell], line: Line) -> Cell:
    return Decimal(len(_observation(cells, line)["value"].partition(".")[2]))


def _not_the_period(text: str, cells: Mapping[str, Cell]) -> str:
    """2020, 2021-S1, 2021-Q3, 2021-07, a day, or a first day and a length: what SDMX writes for a period."""
    row = observations()[str(cells["observation_id"])]
    first, last = row["period_start"], row["period_end"]
    start, _, length = text.partition("/P")
    year, _, part = start.partition("-")
    if length:
        months = int(length[:-1]) * {"M": 1, "Y": 12}[length[-1]]
    elif part[:1] in ("S", "Q"):
        months = {"S": 6, "Q": 3}[part[0]]
        start = f"{year}-{(int(part[1]) - 1) * months + 1:02d}-01"
    else:
        months = {4: 12, 7: 1, 10: 0}[len(start)]
        start = start + {4: "-01-01", 7: "-01", 10: ""}[len(start)]
    end = int(start[:4]) * 12 + int(start[5:7]) - 1 + max(months, 1) - 1
    right = (start, f"{end // 12}-{end % 12 + 1:02d}") == (first, last[:7])
    return "" if right and (months or first == last) else f"the record has {first} to {last}"


def _published(cells: Mapping[str, Cell], _line: Line) -> Cell:
    code = str(cells["source_id"]) if "source_id" in cells else _observation(cells, _line)["source_id"]
    text = _sources()[code]
    return date.fromisoformat(text) if text else None


def _figures(cells: Mapping[str, Cell], _line: Line) -> Cell:
    return Decimal(_by_source()[str(cells["source_id"])])


NUMBERS: Mapping[str, Callable[[Mapping[str, Cell], Line], Cell]] = {
    "value": _part("value"),
    "lower": _part("lower"),
    "upper": _part("upper"),
    "unit_mult": _unit_mult,
    "growth": _growth("value"),
    "growth_lower": _growth("lower"),
    "growth_upper": _growth("upper"),
    "period_start": _day("period_start"),
    "period_end": _day("period_end"),
    "published": _published,
    "figures": _figures,
    "decimals": _decimals,
}


@cache
def _by_source() -> Counter[str]:
    return Counter(row["source_id"] for row in observations().values())


@cache
def _sources() -> dict[str, str]:
    return {row["source_id"]: row["published"] for row in rows("sources")}


def _finite(value: Fraction | float) -> Cell:
    return Fraction(value) if math.isfinite(value) else None


def _shown(cell: Cell) -> str:
    numbers = NUMBER.findall(cell) if isinstance(cell, str) else []
    return ", ".join(numbers) or str(cell)
