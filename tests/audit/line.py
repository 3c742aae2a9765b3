"""A file as the audit sees it: what makes its bytes, and what reads them into lines of cells."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from lib.facts.fact import Fact

Cell = str | Decimal | Fraction | date | None


@dataclass(frozen=True)
class Line:
    """A line of a file: where it stands, its cells by column, and the figure that it is about, if any.

    `ticks` are the texts that the axes of its charts may bear.
    """

    where: str
    cells: dict[str, Cell]
    fact: Fact | None = None
    ticks: frozenset[str] = frozenset()


@dataclass(frozen=True)
class File:
    """An export: its name, its bytes, and its lines as read back from bytes."""

    name: str
    made: Callable[[], bytes]
    lines: Callable[[bytes], list[Line]]
