"""Two intervals on one axis: what a printed figure can stand for, and what others imply for it."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

from lib.charts.canvas import Canvas
from lib.charts.card import Look
from lib.charts.extent import width_of
from lib.charts.labels import hover, label
from lib.charts.spec import Axis, Band, Chart, Fill, Interval, Margins, Of, Point, Symbol, Whole
from lib.charts.theme import frame, hatched, tokens_of
from lib.charts.tokens import Tokens
from lib.facts.derive import AMOUNTS
from lib.facts.fact import Fact
from lib.facts.reconcile.finding import Finding
from lib.facts.reconcile.verdict import CONTRADICTS, SCOPE, shared
from lib.facts.record import CHONGQING
from lib.words.numbers import scale_for
from lib.words.speak import Words

HEIGHT = 104
ROOM, BESIDE, EDGE = 74, 6, 4
"""Pixels to the right of the axis for what the two sides read as, at least; from the axis to a text, and behind it."""
HALF = 0.26
PRINTED, OTHER = 1.0, 0.0


def draw(finding: Finding, words: Words, look: Look) -> Chart:
    """How do the two sides of a finding stand to each other?"""
    tokens, scale = tokens_of(look.theme), _scale(finding.printed, words.lang)
    axis = _range(finding, scale)
    colour = tokens.chongqing if finding.area == CHONGQING else tokens.others
    sides = ((finding.printed, PRINTED), (finding.implied, OTHER))
    canvas = frame(look.theme, height=HEIGHT)
    ranks: dict[str, Any] = {"step": 1, "form": "d"} if finding.printed.unit == "RANK" else {}
    names = words("reconciliation.side.printed"), words(f"reconciliation.side.{_other(finding)}")
    canvas.axes(
        x=Axis(ends=axis, most=5, size=11, colour=tokens.quiet, **ranks),
        y=Axis(ends=(OTHER - 0.5, PRINTED + 0.5), ticks=(PRINTED, OTHER), names=names, grid=False),
    )
    texts = [_side(canvas, fact, y, axis, words, colour, tokens, scale) for fact, y in sides]
    _between(canvas, finding, axis, words, tokens, scale)
    room = max(ROOM, *(math.ceil(width_of(text)) + BESIDE + EDGE for text in texts))
    return replace(canvas.chart, margins=Margins(left=8, top=4, right=room, bottom=4))


def _other(finding: Finding) -> str:
    """What is the second side called: implied, printed elsewhere, converted, or the months that follow?"""
    if not finding.implied.is_derived:
        return "other_print"
    return {"scope": "converted", "pace": "rest"}.get(finding.check, "implied")


def _scale(fact: Fact, lang: str) -> int:
    """In which power of ten is the axis? The one that the label of the printed figure is written in."""
    if fact.unit in AMOUNTS:
        return scale_for(fact, lang)
    return 4 if lang == "zh" and fact.unit_mult >= 4 else 0


def _range(finding: Finding, scale: int) -> tuple[float, float]:
    """From where to where is the axis? Over every finite end, with room for an open one."""
    ends = [
        end for fact in (finding.printed, finding.implied) for end in (*fact.bounds_at(scale), fact.at(scale))
    ]
    finite = [end for end in ends if math.isfinite(end)]
    low, high = min(finite), max(finite)
    room = (high - low) * 0.14 or abs(high) * 0.05 or 1.0
    return low - room, high + room


def _side(
    canvas: Canvas,
    fact: Fact,
    y: float,
    axis: tuple[float, float],
    words: Words,
    colour: str,
    tokens: Tokens,
    scale: int,
) -> str:
    """An interval as a box, hatched where worked out, a mark at the figure, and the figure as text at the edge."""
    lower, upper = (min(max(end, axis[0]), axis[1]) for end in fact.bounds_at(scale))
    in_scale = scale if fact.unit in AMOUNTS else None
    said, text = hover(fact, words, in_scale), words.label(fact, in_scale)
    fill = hatched(colour, tokens.card) if fact.is_derived else Fill(colour)
    of = Of(canvas.mark(Interval(lower, upper, y, HALF, fill, fact, said)))
    canvas.points(
        [Point(fact.at(scale), y, fact, said)], symbol=Symbol("line-ns", 20, tokens.text, open=True, edge=2)
    )
    label(canvas, text, Whole(1.0), y, colour=tokens.text, of=of, across="left", dx=BESIDE)
    return text


def _between(
    canvas: Canvas, finding: Finding, axis: tuple[float, float], words: Words, tokens: Tokens, scale: int
) -> None:
    """The overlap shaded, or the gap in the colour of contradictions with the word; nothing across scopes."""
    if finding.verdict == SCOPE:
        return
    first, last = (
        min(max(end * 10.0 ** (finding.printed.unit_mult - scale), axis[0]), axis[1])
        for end in shared(finding.printed, finding.implied)
    )
    apart = finding.verdict == CONTRADICTS
    colour = tokens.contradiction if apart else tokens.quiet
    band = canvas.mark(
        Band(
            (min(first, last), max(first, last)),
            (OTHER - 0.5, PRINTED + 0.5),
            colour,
            opacity=0.2 if apart else 0.18,
            edge=1 if apart else 0,
        )
    )
    if apart:
        text, middle = f"<b>{words('reconciliation.side.gap')}</b>", (first + last) / 2
        label(canvas, text, middle, 0.5, colour=colour, of=Of(band), size=12)
