"""A chart with everything that belongs to it, the same for the screen and for every export."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from lib.catalog.codes import CURRENCIES
from lib.charts.spec import Chart
from lib.facts.fact import Fact
from lib.facts.record import Record
from lib.words.speak import Words


@dataclass(frozen=True, slots=True)
class Look:
    """What a reader chose that changes a chart: theme, currency, and a period ("" is the newest)."""

    theme: str = "light"
    currency: str = CURRENCIES[0]
    period: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table behind a chart: what it is, and the figure."""

    label: str
    fact: Fact


@dataclass(frozen=True, slots=True)
class Card:
    """A chart card.

    `name` is its address (`chart_<name>`); `title` is a sentence with the number in it; `subtitle` says unit,
    period and what is not an outcome; `rows` is the table behind it, from which sources and method follow;
    `alt` says the chart to someone who cannot see it; `notes` are what a reader must know.
    """

    name: str
    title: str
    subtitle: str
    chart: Chart
    rows: tuple[Row, ...]
    alt: str
    notes: tuple[str, ...] = ()

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Which figures does the chart show?"""
        return tuple(row.fact for row in self.rows)


Draw: TypeAlias = Callable[[Record, Words, Look], Card]
