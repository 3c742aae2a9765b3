"""A line a series over the years, broken where a year is missing; goals and estimates as open points."""

from __future__ import annotations

from lib.charts.canvas import Canvas
from lib.charts.card import Look
from lib.charts.labels import gaps, label
from lib.charts.shown import point_of
from lib.charts.spec import Axis, Chart, Of, Stroke, Symbol
from lib.charts.theme import tokens_of, whisker
from lib.charts.years import every, sparse
from lib.explore.drawing.panels import ALONE, PLOT, beside, panels, reach
from lib.explore.forms import runs
from lib.explore.named import Named, read
from lib.explore.series import OUTCOME, Series
from lib.facts.fact import Fact
from lib.facts.record import CHONGQING

_LABELS = 5
_SEEN = 0.02
_DAYS = 365.25


def lines(named: Named, look: Look) -> Chart:
    """How are series drawn as lines over years, or over days?"""
    places = [place(fact) for one in named.series for fact in one.facts]
    years = range(int(min(places)), int(max(places)) + 1)
    canvas = panels(
        named,
        look,
        Axis(ends=(years[0] - 0.5, years[-1] + 0.9), ticks=tuple(every(years)), form="d"),
        ALONE if len(named.series) == 1 else PLOT,
        beside(named, len(years)),
    )
    for panel, one in enumerate(named.series):
        _panel(canvas, panel, one, years, named, look)
    return canvas.chart


def place(fact: Fact) -> float:
    """Where does a figure stand across? A year at its number, a day that part of its year later."""
    if not fact.period.is_point:
        return float(fact.period.end.year)
    day = fact.period.end
    return round(day.year + (day.timetuple().tm_yday - 1) / _DAYS, 3)


def _panel(canvas: Canvas, panel: int, one: Series, years: range, named: Named, look: Look) -> None:
    tokens, words = tokens_of(look.theme), named.words
    scale = named.scale(one.facts[0].unit)
    own = one.key.area == CHONGQING
    ahead = one.key.kind != OUTCOME
    colour = tokens.goal if ahead else tokens.chongqing if own else tokens.others
    ink = tokens.goal_text if ahead else tokens.chongqing if own else tokens.text
    low, top = reach(one.facts, scale)
    of: dict[Fact, Of] = {}
    for run in runs(one.facts):
        open_ = run[0].is_derived or ahead
        ends = [_shut(fact, scale) for fact in run]
        seen = any(most - least >= (top - low) * _SEEN for least, most in ends)
        mark = canvas.points(
            (
                point_of(place(fact), fact, words, scale, bounds=bounds)
                for fact, bounds in zip(run, ends, strict=True)
            ),
            name=named.who(one.key),
            stroke=Stroke(colour, 2.4, "dash" if open_ else "solid"),
            symbol=Symbol("circle", 7, colour, open=open_, edge=1.8),
            whisker=whisker(ink) if seen else None,
            panel=panel,
        )
        of |= {fact: Of(mark, item) for item, fact in enumerate(run)}
    for fact in sparse(one.facts, _LABELS):
        text, y = read(fact, words, scale), fact.at(scale)
        label(
            canvas, text, place(fact), y, colour=ink, of=of[fact], role="over" if y >= 0 else "under",
            up=12 if y >= 0 else -12, panel=panel,
        )  # fmt: skip
    if not one.facts[0].period.is_point:
        known = {fact.period.end.year for fact in one.facts}
        first, last = min(known), max(known)
        unseen = [year for year in years if first < year < last and year not in known]
        gaps(canvas, unseen, words, colour=tokens.quiet, panel=panel)


def _shut(fact: Fact, scale: int) -> tuple[float, float]:
    """What rounding allows, where it has two ends; else the figure itself."""
    low, high = fact.bounds_at(scale)
    return (low, high) if abs(low) + abs(high) < float("inf") else (fact.at(scale), fact.at(scale))
