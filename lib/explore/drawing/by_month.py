"""January to each month: a line a year over the months, a panel a series."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from lib.charts.canvas import Canvas
from lib.charts.card import Look
from lib.charts.labels import apart, label
from lib.charts.shown import point_of
from lib.charts.spec import Axis, Chart, Of, Stroke, Symbol
from lib.charts.theme import tokens_of
from lib.explore.drawing.panels import ALONE, PLOT, panels, reach
from lib.explore.named import Named, read
from lib.explore.series import OUTCOME, Series
from lib.facts.fact import Fact
from lib.facts.period import Period
from lib.facts.record import CHONGQING
from lib.words.periods import months_text

_TICKS = tuple(Period.parse(f"2024-{month}_2024-{month}") for month in ("03", "06", "09", "12"))
_RANGE = (0.4, 15.0)
_LATE = 8
_LINE = 20
_NAMED = 4
"""Pixels from one label at the end of a line to the next, and how many earlier years have one."""


def by_month(named: Named, look: Look) -> Chart:
    """How are totals from January on drawn? A line for each year, the newest strong."""
    lang = named.words.lang
    plot = ALONE if len(named.series) == 1 else round((ALONE + PLOT) / 2)
    canvas = panels(
        named,
        look,
        Axis(
            ends=_RANGE,
            ticks=tuple(month.start.month for month in _TICKS),
            names=tuple(months_text(month, lang) for month in _TICKS),
        ),
        plot,
    )
    for panel, one in enumerate(named.series):
        _panel(canvas, panel, one, named, look, plot)
    return canvas.chart


def _panel(canvas: Canvas, panel: int, one: Series, named: Named, look: Look, plot: int) -> None:
    tokens, words = tokens_of(look.theme), named.words
    scale = named.scale(one.facts[0].unit)
    own, ahead = one.key.area == CHONGQING, one.key.kind != OUTCOME
    strong = tokens.goal if ahead else tokens.chongqing if own else tokens.text
    years = {year: tuple(facts) for year, facts in groupby(one.facts, lambda fact: fact.period.end.year)}
    newest, of = max(years), {}
    for year, facts in years.items():
        colour = strong if year == newest else tokens.others
        dash = "dash" if facts[0].is_derived or ahead else "solid"
        mark = canvas.points(
            (point_of(fact.period.months, fact, words, scale) for fact in facts),
            name=words.year(year),
            stroke=Stroke(colour, 2.4 if year == newest else 1.4, dash),
            symbol=Symbol("circle", 7 if year == newest else 5, colour),
            panel=panel,
        )
        of[facts[-1]] = Of(mark, len(facts) - 1)
    low, top = reach([fact for other in named.series for fact in other.facts], scale)
    _ends(canvas, panel, of, (top - low) * _LINE / plot, named, look, strong)


def _ends(
    canvas: Canvas, panel: int, of: dict[Fact, Of], least: float, named: Named, look: Look, strong: str
) -> None:
    """The year at the end of each line, none over another; over that of the newest its figure."""
    words = named.words
    *before, last = sorted(of, key=lambda fact: fact.period.end.year)
    scale = named.scale(last.unit)
    end = words("explore.line_end", year=words.year(last.period.end.year), level=read(last, words, scale))
    late: dict[str, Any] = {"across": "right", "dx": 3} if last.period.months > _LATE else {}
    label(
        canvas, end, last.period.months, last.at(scale), colour=strong, of=of[last], role="over", panel=panel,
        along="bottom", up=7, **late,
    )  # fmt: skip
    older = sorted(before[-_NAMED:], key=lambda fact: fact.period.months)
    for month, same in groupby(older, lambda fact: fact.period.months):
        found = list(same)
        for fact, y in zip(found, apart([fact.at(scale) for fact in found], least), strict=True):
            said = words("explore.line", year=words.year(fact.period.end.year))
            label(
                canvas, said, month, y, colour=tokens_of(look.theme).quiet, of=of[fact], panel=panel,
                across="left", dx=9,
            )  # fmt: skip
