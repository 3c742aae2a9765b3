"""A line a series over the years, broken where a year is missing; goals and estimates as open points."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go

from lib.charts.canvas import Canvas
from lib.charts.card import Look
from lib.charts.labels import gaps, hover, label
from lib.charts.theme import tokens_of, whisker
from lib.charts.years import every, sparse
from lib.explore.drawing.panels import ALONE, PLOT, panels, reach
from lib.explore.forms import runs
from lib.explore.named import Named, read
from lib.explore.series import OUTCOME, Series
from lib.facts.fact import Fact
from lib.facts.record import CHONGQING

_LABELS = 5
_SEEN = 0.02
_DAYS = 365.25


def lines(named: Named, look: Look) -> go.Figure:
    """How are series drawn as lines over years, or over days?"""
    places = [place(fact) for one in named.series for fact in one.facts]
    years = range(int(min(places)), int(max(places)) + 1)
    figure = panels(
        named,
        look,
        {
            "range": [years[0] - 0.5, years[-1] + 0.9],
            "tickmode": "array",
            "tickvals": every(years),
            "tickformat": "d",
        },
        ALONE if len(named.series) == 1 else PLOT,
    )
    for index, one in enumerate(named.series):
        _panel(figure, "" if index == 0 else str(index + 1), one, years, named, look)
    return figure.drawn()


def place(fact: Fact) -> float:
    """Where does a figure stand across? A year at its number, a day that part of its year later."""
    if not fact.period.is_point:
        return float(fact.period.end.year)
    day = fact.period.end
    return round(day.year + (day.timetuple().tm_yday - 1) / _DAYS, 3)


def _panel(figure: Canvas, axis: str, one: Series, years: range, named: Named, look: Look) -> None:
    tokens, words = tokens_of(look.theme), named.words
    scale = named.scale(one.facts[0].unit)
    own = one.key.area == CHONGQING
    ahead = one.key.kind != OUTCOME
    colour = tokens.goal if ahead else tokens.chongqing if own else tokens.others
    ink = tokens.goal_text if ahead else tokens.chongqing if own else tokens.text
    placed = {"xaxis": f"x{axis}", "yaxis": f"y{axis}"}
    low, top = reach(one.facts, scale)
    for run in runs(one.facts):
        derived = run[0].is_derived
        figure.add_scatter(
            name=named.who(one.key),
            x=[place(fact) for fact in run],
            y=[fact.at(scale) for fact in run],
            mode="lines+markers",
            line={"color": colour, "width": 2.4, "dash": "dash" if derived or ahead else "solid"},
            marker={
                "size": 7,
                "color": colour,
                "symbol": "circle-open" if derived or ahead else "circle",
                "line": {"width": 1.8, "color": colour},
            },
            hovertext=[hover(fact, words, scale) for fact in run],
            hoverinfo="text",
            cliponaxis=False,
            **_whiskers(run, scale, (top - low) * _SEEN, ink),
            **placed,
        )
    where = {"xref": f"x{axis}", "yref": f"y{axis}"}
    named_here = sparse(one.facts, _LABELS)
    for fact in one.facts:
        if fact in named_here:
            text, y = read(fact, words, scale), fact.at(scale)
            label(figure, text, place(fact), y, colour=ink, yshift=12 if y >= 0 else -12, **where)
    if not one.facts[0].period.is_point:
        known = {fact.period.end.year for fact in one.facts}
        first, last = min(known), max(known)
        gaps(
            figure,
            [year for year in years if first < year < last and year not in known],
            words,
            colour=tokens.quiet,
            **where,
        )


def _whiskers(run: tuple[Fact, ...], scale: int, seen: float, colour: str) -> dict[str, Any]:
    """What rounding allows, where it is wide enough to be seen and has two ends."""
    values = [fact.at(scale) for fact in run]
    ends = [fact.bounds_at(scale) for fact in run]
    shut = [
        (low, high) if abs(low) + abs(high) < float("inf") else (value, value)
        for (low, high), value in zip(ends, values, strict=True)
    ]
    if all(high - low < seen for low, high in shut):
        return {}
    return {"error_y": whisker([low for low, _ in shut], values, [high for _, high in shut], colour)}
