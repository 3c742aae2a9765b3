"""A bar a year, a panel a series: one scale for each unit, whiskers for what rounding allows."""

from __future__ import annotations

from lib.charts.card import Look
from lib.charts.spec import Chart
from lib.charts.year_panels import YearPanel, short, year_panels
from lib.explore.named import Named
from lib.facts.derive import AMOUNTS
from lib.facts.fact import Fact
from lib.facts.record import CHONGQING
from lib.words.numbers import parts
from lib.words.speak import Words


def bars(named: Named, look: Look) -> Chart:
    """How are series drawn as bars over years?"""
    panels = tuple(
        YearPanel(
            heading=named.heading(index),
            facts=one.facts,
            scale=named.scale(one.facts[0].unit),
            own=one.key.area == CHONGQING,
            whiskers=True,
            read=_read,
        )
        for index, one in enumerate(named.series)
    )
    return year_panels(panels, named.words, look)


def _read(fact: Fact, words: Words, scale: int) -> str:
    if fact.unit in AMOUNTS:
        return short(fact, words, scale)
    said = parts(fact, words.lang)
    number = f"{said.number}{said.unit.strip()}"
    qualifier = said.qualifier.strip()
    return f"{qualifier}<br>{number}" if qualifier and not fact.is_derived else number
