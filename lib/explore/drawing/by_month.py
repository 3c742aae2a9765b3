"""January to each month: a line a year over the months, a panel a series."""

from __future__ import annotations

from itertools import groupby

import plotly.graph_objects as go

from lib.charts.canvas import Canvas
from lib.charts.card import Look
from lib.charts.labels import apart, hover, label
from lib.charts.theme import tokens_of
from lib.explore.drawing.panels import ALONE, PLOT, panels, reach
from lib.explore.named import Named, read
from lib.explore.series import OUTCOME, Series
from lib.facts.fact import Fact
from lib.facts.period import Period
from lib.facts.record import CHONGQING
from lib.words.periods import months_text

_TICKS = tuple(Period.parse(f"2024-{month}_2024-{month}") for month in ("03", "06", "09", "12"))
_RANGE = [0.4, 15.0]
_LATE = 8
_LINE = 20
_NAMED = 4
"""Pixels from one label at the end of a line to the next, and how many earlier years have one."""


def by_month(named: Named, look: Look) -> go.Figure:
    """How are totals from January on drawn? A line for each year, the newest strong."""
    lang = named.words.lang
    plot = ALONE if len(named.series) == 1 else round((ALONE + PLOT) / 2)
    figure = panels(
        named,
        look,
        {
            "range": _RANGE,
            "tickmode": "array",
            "tickvals": [month.start.month for month in _TICKS],
            "ticktext": [months_text(month, lang) for month in _TICKS],
        },
        plot,
    )
    for index, one in enumerate(named.series):
        _panel(figure, "" if index == 0 else str(index + 1), one, named, look, plot)
    return figure.drawn()


def _panel(figure: Canvas, axis: str, one: Series, named: Named, look: Look, plot: int) -> None:
    tokens, words = tokens_of(look.theme), named.words
    scale = named.scale(one.facts[0].unit)
    own, ahead = one.key.area == CHONGQING, one.key.kind != OUTCOME
    strong = tokens.goal if ahead else tokens.chongqing if own else tokens.text
    years = {year: tuple(facts) for year, facts in groupby(one.facts, lambda fact: fact.period.end.year)}
    newest = max(years)
    for year, facts in years.items():
        colour = strong if year == newest else tokens.others
        figure.add_scatter(
            name=words.year(year),
            x=[fact.period.months for fact in facts],
            y=[fact.at(scale) for fact in facts],
            mode="lines+markers",
            line={
                "color": colour,
                "width": 2.4 if year == newest else 1.4,
                "dash": "dash" if facts[0].is_derived or ahead else "solid",
            },
            marker={"size": 7 if year == newest else 5, "color": colour},
            hovertext=[hover(fact, words, scale) for fact in facts],
            hoverinfo="text",
            cliponaxis=False,
            xaxis=f"x{axis}",
            yaxis=f"y{axis}",
        )
    low, top = reach([fact for other in named.series for fact in other.facts], scale)
    _ends(figure, axis, years, (top - low) * _LINE / plot, named, look, strong)


def _ends(
    figure: Canvas,
    axis: str,
    years: dict[int, tuple[Fact, ...]],
    least: float,
    named: Named,
    look: Look,
    strong: str,
) -> None:
    """The year at the end of each line, none over another; over that of the newest its figure."""
    words, newest = named.words, max(years)
    last = years[newest][-1]
    scale = named.scale(last.unit)
    where = {"xref": f"x{axis}", "yref": f"y{axis}"}
    end = words("explore.line_end", year=words.year(newest), level=read(last, words, scale))
    late = {"xanchor": "right", "xshift": 3} if last.period.months > _LATE else {"xanchor": "center"}
    label(
        figure,
        end,
        last.period.months,
        last.at(scale),
        colour=strong,
        yanchor="bottom",
        yshift=7,
        **late,
        **where,
    )
    before = sorted(year for year in years if year != newest)[-_NAMED:]
    older = sorted((years[year][-1] for year in before), key=lambda fact: fact.period.months)
    for month, same in groupby(older, lambda fact: fact.period.months):
        found = list(same)
        for fact, y in zip(found, apart([fact.at(scale) for fact in found], least), strict=True):
            said = words("explore.line", year=words.year(fact.period.end.year))
            label(
                figure, said, month, y, colour=tokens_of(look.theme).quiet, xanchor="left", xshift=9, **where
            )
