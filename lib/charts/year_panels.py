"""Years as bars, one panel under the other, all over the same years: panels of one unit have one scale."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import plotly.graph_objects as go

from lib.charts.canvas import Canvas
from lib.charts.card import Look
from lib.charts.labels import hover, label
from lib.charts.theme import frame, hatched, tokens_of, whisker
from lib.charts.years import every, sparse
from lib.facts.fact import Fact
from lib.facts.national import to_digits
from lib.words.numbers import parts
from lib.words.speak import Words

BAR, HEAD, TICKS, MARGINS = 84, 48, 48, 24
"""Pixels: the longest bar of a unit, the heading and its label over it, the years under it, the figure's edges."""
MOST_LABELS = 9
SEEN = 0.02
"""Which part of a bar must rounding leave open to be drawn as a whisker?"""
DIGITS = 2


@dataclass(frozen=True, slots=True)
class YearPanel:
    """What a panel shows: its heading, a figure for some of the years, the power of ten that they are drawn in,
    whether they are Chongqing's, how many decimals their labels have at most, whether what rounding allows is drawn,
    and how a label reads where it is no amount (None: as a number).
    """

    heading: str
    facts: tuple[Fact, ...]
    scale: int
    own: bool = False
    digits: int = DIGITS
    whiskers: bool = False
    read: Callable[[Fact, Words, int], str] | None = None


def year_panels(panels: tuple[YearPanel, ...], words: Words, look: Look) -> go.Figure:
    """How are panels drawn over all years from the first to the last that any of them has?"""
    known = [fact.period.end.year for panel in panels for fact in panel.facts]
    years = range(min(known), max(known) + 1)
    tops = {panel.facts[0].unit: 0.0 for panel in panels}
    for panel in panels:
        tops[panel.facts[0].unit] = max(tops[panel.facts[0].unit], *map(abs, _values(panel)))
    tops = {unit: top or 1.0 for unit, top in tops.items()}
    pixels = [max(BAR * sum(map(abs, _reach(panel))) / tops[panel.facts[0].unit], 1.0) for panel in panels]
    height = sum(pixels) + HEAD * len(panels) + TICKS * (len(panels) - 1)
    figure = frame(look.theme, height=round(height) + TICKS + MARGINS)
    top = height
    for index, (panel, bars) in enumerate(zip(panels, pixels, strict=True)):
        axis = "" if index == 0 else str(index + 1)
        domain = (top - HEAD - bars) / height, top / height
        _axes(figure, axis, panel, years, domain, HEAD / bars, tokens_of(look.theme).rule)
        _bars(figure, axis, panel, years, words, look)
        top -= HEAD + bars + TICKS
    return figure.drawn()


def short(fact: Fact, words: Words, scale: int, digits: int = DIGITS) -> str:
    """What does a figure read as over a narrow bar? A word such as nearly stands over its number."""
    said = parts(to_digits(fact, scale, digits), words.lang, scale)
    qualifier = said.qualifier.strip()
    return f"{qualifier}<br>{said.number}" if qualifier and not fact.is_derived else said.number


def _values(panel: YearPanel) -> list[float]:
    return [fact.at(panel.scale) for fact in panel.facts]


def _reach(panel: YearPanel) -> tuple[float, float]:
    """From where to where do the bars of a panel reach, zero included?"""
    return min(0.0, *_values(panel)), max(0.0, *_values(panel))


def _axes(
    figure: Canvas,
    axis: str,
    panel: YearPanel,
    years: range,
    domain: tuple[float, float],
    head: float,
    rule: str,
) -> None:
    low, high = _reach(panel)
    room = (high - low or 1.0) * head
    figure.update_layout({
        f"xaxis{axis}": {
            "anchor": f"y{axis}", "range": [years[0] - 0.5, years[-1] + 0.5], "tickmode": "array",
            "tickvals": every(years), "tickformat": "d", "fixedrange": True, "showgrid": False,
            "showline": True, "linecolor": rule,
        },
        f"yaxis{axis}": {
            "anchor": f"x{axis}", "domain": [max(0.0, domain[0]), min(1.0, domain[1])], "fixedrange": True,
            "range": [low, high + room], "nticks": 3, "showticklabels": False,
            "showgrid": len(panel.facts) > MOST_LABELS,
        },
    })  # fmt: skip


def _bars(figure: Canvas, axis: str, panel: YearPanel, years: range, words: Words, look: Look) -> None:
    tokens, scale = tokens_of(look.theme), panel.scale
    colour, text = (tokens.chongqing, tokens.chongqing) if panel.own else (tokens.others, tokens.text)
    by_year = {fact.period.end.year: fact for fact in panel.facts}
    named = sparse(panel.facts, MOST_LABELS)
    ahead = any(fact.kind != "outcome" for fact in panel.facts)
    for derived, own in groupby(years, lambda year: year in by_year and by_year[year].is_derived):
        facts = [(year, by_year.get(year)) for year in own]
        figure.add_bar(
            x=[year for year, _ in facts],
            y=[None if fact is None else fact.at(scale) for _, fact in facts],
            width=0.62,
            marker=hatched(tokens.goal if ahead else colour, tokens.card)
            if derived or ahead
            else {"color": colour},
            text=[_text(fact, panel, words) if fact in named and fact else "" for _, fact in facts],
            textposition="outside",
            textangle=0,
            textfont={"color": text, "size": 12},
            hovertext=[hover(fact, words, scale) if fact else words("chart.none_seen") for _, fact in facts],
            hoverinfo="text",
            xaxis=f"x{axis}",
            yaxis=f"y{axis}",
            cliponaxis=False,
            **(_rounding([fact for _, fact in facts], scale, text) if panel.whiskers else {}),
        )
    placed = {"xref": f"x{axis}", "yref": f"y{axis}"}
    for first, last in _gaps(years, by_year):
        said = words("chart.none_seen_narrow" if first == last else "chart.none_seen")
        label(
            figure,
            said,
            (first + last) / 2,
            0,
            colour=tokens.quiet,
            yanchor="bottom",
            optional=True,
            **placed,
        )
    label(
        figure, panel.heading, 0, 1, xref=f"x{axis} domain", yref=f"y{axis} domain",
        colour=text, xanchor="left", yanchor="bottom", yshift=-20,
    )  # fmt: skip


def _text(fact: Fact, panel: YearPanel, words: Words) -> str:
    if panel.read is None:
        return short(fact, words, panel.scale, panel.digits)
    return panel.read(fact, words, panel.scale)


def _rounding(facts: list[Fact | None], scale: int, colour: str) -> dict[str, Any]:
    """What rounding allows of each bar that has two ends, where it is wide enough to be seen."""
    values = [0.0 if fact is None else fact.at(scale) for fact in facts]
    ends = [(value, value) for value in values]
    for place, fact in enumerate(facts):
        if fact is not None and all(map(math.isfinite, fact.bounds_at(scale))):
            ends[place] = fact.bounds_at(scale)
    if all(high - low <= SEEN * abs(value) for (low, high), value in zip(ends, values, strict=True)):
        return {}
    return {"error_y": whisker([low for low, _ in ends], values, [high for _, high in ends], colour)}


def _gaps(years: range, known: dict[int, Fact]) -> Iterator[tuple[int, int]]:
    """From which year to which does a panel have no figure?"""
    for missing, run in groupby(years, lambda year: year not in known):
        if missing:
            found = list(run)
            yield found[0], found[-1]
