"""Years as bars, one panel under the other, all over the same years: panels of one unit have one scale."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from lib.charts.canvas import Canvas
from lib.charts.card import Look
from lib.charts.extent import NARROWEST, more_lines, width_of, wrapped
from lib.charts.labels import label
from lib.charts.shown import bar_of
from lib.charts.spec import Axis, Bar, Chart, Fill, Of, Part
from lib.charts.theme import frame, hatched, tokens_of, whisker
from lib.charts.years import every, sparse
from lib.facts.fact import Fact
from lib.facts.national import to_digits
from lib.words.numbers import parts
from lib.words.speak import Words

BAR, HEAD, TICKS, MARGINS, BESIDE = 84, 48, 48, 24, 24
"""Pixels: the longest bar of a unit, the heading and its label over it, the years under it, the figure's edges, and
what is left beside a heading."""
LIKE = 1 / 3
"""From which part of the longest bar of its unit on is a panel as high as that of the longest?"""
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


def year_panels(panels: tuple[YearPanel, ...], words: Words, look: Look) -> Chart:
    """How are panels drawn over all years from the first to the last that any of them has?"""
    known = [fact.period.end.year for panel in panels for fact in panel.facts]
    years = range(min(known), max(known) + 1)
    tops = {panel.facts[0].unit: 0.0 for panel in panels}
    for panel in panels:
        tops[panel.facts[0].unit] = max(tops[panel.facts[0].unit], *map(abs, _values(panel)))
    tops = {unit: top or 1.0 for unit, top in tops.items()}
    reaches = _alike(panels)
    pixels = [
        max(BAR * (high - low) / tops[panel.facts[0].unit], 1.0)
        for panel, (low, high) in zip(panels, reaches, strict=True)
    ]
    panels = tuple(replace(panel, heading=wrapped(panel.heading, NARROWEST - BESIDE)) for panel in panels)
    head = HEAD + max(more_lines(panel.heading) for panel in panels)
    height = sum(pixels) + head * len(panels) + TICKS * (len(panels) - 1)
    canvas = frame(look.theme, height=round(height) + TICKS + MARGINS)
    top = height
    for panel, (low, high), bars in zip(panels, reaches, pixels, strict=True):
        number = canvas.panel(
            Axis(
                ends=(years[0] - 0.5, years[-1] + 0.5),
                ticks=tuple(every(years)),
                form="d",
                line=tokens_of(look.theme).rule,
            ),
            Axis(
                ends=(low, high + (high - low or 1.0) * (head / bars)),
                most=3,
                named=False,
                grid=len(panel.facts) > MOST_LABELS,
            ),
            bottom=max(0.0, (top - head - bars) / height),
            top=min(1.0, top / height),
        )
        _bars(canvas, number, panel, years, words, look)
        top -= head + bars + TICKS
    return canvas.chart


def short(fact: Fact, words: Words, scale: int, digits: int = DIGITS) -> str:
    """What does a figure read as over a narrow bar? A word such as nearly stands over its number."""
    said = parts(to_digits(fact, scale, digits), words.lang, scale)
    qualifier = said.qualifier.strip()
    return f"{qualifier}<br>{said.number}" if qualifier and not fact.is_derived else said.number


def _values(panel: YearPanel) -> list[float]:
    return [fact.at(panel.scale) for fact in panel.facts]


def _reach(panel: YearPanel) -> tuple[float, float]:
    """From where to where do the bars of a panel reach, zero included, and their whiskers where they are drawn?"""
    ends = _values(panel)
    if panel.whiskers:
        for fact, value in zip(panel.facts, tuple(ends), strict=True):
            upper = (_shut(fact, panel.scale) or (value, value))[1]
            ends += [upper] if upper - value > SEEN * abs(value) else []
    return min(0.0, *ends), max(0.0, *ends)


def _alike(panels: tuple[YearPanel, ...]) -> list[tuple[float, float]]:
    """From where to where does each panel go? Those of a unit whose bars are of like length go equally far, so that
    one is read beside the other, and a bar that grows in one of them has room in all.
    """
    found = [_reach(panel) for panel in panels]
    units = [panel.facts[0].unit for panel in panels]
    for unit in {*units}:
        own = [place for place, other in enumerate(units) if other == unit]
        longest = max(found[place][1] - found[place][0] for place in own)
        like = [place for place in own if found[place][1] - found[place][0] >= LIKE * longest]
        low, high = min(found[place][0] for place in like), max(found[place][1] for place in like)
        for place in like:
            found[place] = low, high
    return found


def _bars(canvas: Canvas, number: int, panel: YearPanel, years: range, words: Words, look: Look) -> None:
    tokens, scale = tokens_of(look.theme), panel.scale
    colour, text = (tokens.chongqing, tokens.chongqing) if panel.own else (tokens.others, tokens.text)
    by_year = {fact.period.end.year: fact for fact in panel.facts}
    named = sparse(panel.facts, MOST_LABELS)
    ahead = any(fact.kind != "outcome" for fact in panel.facts)
    for derived, own in groupby(years, lambda year: year in by_year and by_year[year].is_derived):
        fill = hatched(tokens.goal if ahead else colour, tokens.card) if derived or ahead else Fill(colour)
        bars = []
        for year in own:
            fact = by_year.get(year)
            if fact is None:
                bars.append(Bar(year, None, fill, ink=text, hover=words("chart.none_seen")))
                continue
            said = _text(fact, panel, words) if fact in named else ""
            bars.append(
                bar_of(year, fact, fill, words, scale, text=said, ink=text, bounds=_shut(fact, scale))
            )
        # Where rounding leaves much open, a figure is read over its whisker and not across it.
        over = [at for at, bar in enumerate(bars) if panel.whiskers and _is_open(bar) and bar.end > 0]
        drawn = [replace(bar, text="") if at in over else bar for at, bar in enumerate(bars)]
        seen = panel.whiskers and any(map(_is_open, bars))
        mark = canvas.bars(drawn, width=0.62, size=12, whisker=whisker(text) if seen else None, panel=number)
        for at in over:
            bar = bars[at]
            if bar.text:
                label(
                    canvas, bar.text, bar.place, bar.end + bar.reach[1], colour=text, of=Of(mark, at), role="end",
                    along="bottom", up=3, panel=number,
                )  # fmt: skip
    label(
        canvas, panel.heading, Part(0), Part(1), colour=text, across="left", along="bottom",
        up=-20 - more_lines(panel.heading), align="left", panel=number,
    )  # fmt: skip
    for first, last in _gaps(years, by_year):
        said = words("chart.none_seen_narrow" if first == last else "chart.none_seen")
        room = (last - first + 1) * (NARROWEST - BESIDE) / len(years)
        upright = width_of(said) > room
        label(
            canvas, words("chart.none_seen") if upright else said, (first + last) / 2, 0, colour=tokens.quiet,
            along="bottom", optional=True, upright=upright, panel=number,
        )  # fmt: skip


def _is_open(bar: Bar) -> bool:
    """Does rounding leave so much of a bar open that it is drawn?"""
    return sum(bar.reach) > SEEN * abs(bar.length or 0.0)


def _text(fact: Fact, panel: YearPanel, words: Words) -> str:
    if panel.read is None:
        return short(fact, words, panel.scale, panel.digits)
    return panel.read(fact, words, panel.scale)


def _shut(fact: Fact, scale: int) -> tuple[float, float] | None:
    """The least and the most that a figure can be, where both are known."""
    bounds = fact.bounds_at(scale)
    return bounds if all(map(math.isfinite, bounds)) else None


def _gaps(years: range, known: dict[int, Fact]) -> Iterator[tuple[int, int]]:
    """From which year to which does a panel have no figure?"""
    for missing, run in groupby(years, lambda year: year not in known):
        if missing:
            found = list(run)
            yield found[0], found[-1]
