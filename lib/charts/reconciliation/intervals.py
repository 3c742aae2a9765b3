"""Two intervals on one axis: what a printed figure can stand for, and what others imply for it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import Any

import plotly.graph_objects as go

from lib.charts.card import Look
from lib.charts.extent import width_of
from lib.charts.labels import hover, note
from lib.charts.theme import frame, tokens_of
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


def draw(found: Finding, words: Words, look: Look) -> go.Figure:
    """How do the two sides of a finding stand to each other?"""
    tokens, scale = tokens_of(look.theme), _scale(found.printed, words.lang)
    axis = _range(found, scale)
    colour = tokens.chongqing if found.area == CHONGQING else tokens.others
    sides = ((found.printed, PRINTED), (found.implied, OTHER))
    between, gap = _between(found, axis, words, tokens, scale)
    said = [_said(fact, y, words, tokens, scale) for fact, y in sides]
    ranks = {"dtick": 1, "tickformat": "d"} if found.printed.unit == "RANK" else {}
    figure = frame(
        look.theme,
        height=HEIGHT,
        traces=[trace for fact, y in sides for trace in _marks(fact, y, axis, words, colour, tokens, scale)],
        margin={"l": 8, "r": _room(said), "t": 4, "b": 4},
        xaxis={
            "range": list(axis),
            "nticks": 5,
            "tickfont": {"size": 11, "color": tokens.quiet},
            "ticks": "",
        }
        | ranks,
        yaxis={
            "range": [OTHER - 0.5, PRINTED + 0.5],
            "tickvals": [PRINTED, OTHER],
            "ticktext": [words("reconciliation.side.printed"), words(f"reconciliation.side.{_other(found)}")],
            "showgrid": False,
        },
        shapes=between,
        annotations=[*said, *gap],
    )
    return figure.drawn()


def _other(found: Finding) -> str:
    """What is the second side called: implied, printed elsewhere, converted, or the months that follow?"""
    if not found.implied.is_derived:
        return "other_print"
    return {"scope": "converted", "pace": "rest"}.get(found.check, "implied")


def _scale(fact: Fact, lang: str) -> int:
    """In which power of ten is the axis? The one that the label of the printed figure is written in."""
    if fact.unit in AMOUNTS:
        return scale_for(fact, lang)
    return 4 if lang == "zh" and fact.unit_mult >= 4 else 0


def _range(found: Finding, scale: int) -> tuple[float, float]:
    """From where to where is the axis? Over every finite end, with room for an open one."""
    ends = [
        end for fact in (found.printed, found.implied) for end in (*fact.bounds_at(scale), fact.at(scale))
    ]
    finite = [end for end in ends if math.isfinite(end)]
    low, high = min(finite), max(finite)
    room = (high - low) * 0.14 or abs(high) * 0.05 or 1.0
    return low - room, high + room


def _marks(
    fact: Fact,
    y: float,
    axis: tuple[float, float],
    words: Words,
    colour: str,
    tokens: Tokens,
    scale: int,
) -> Iterator[dict[str, Any]]:
    """An interval as a box, hatched where worked out, and a mark at the figure."""
    lower, upper = (min(max(end, axis[0]), axis[1]) for end in fact.bounds_at(scale))
    said = hover(fact, words, None if fact.unit not in AMOUNTS else scale)
    fill = {"shape": "/", "fgcolor": colour, "bgcolor": tokens.card, "size": 6, "solidity": 0.3}
    yield {
        "type": "scatter",
        "x": [lower, lower, upper, upper, lower],
        "y": [y - HALF, y + HALF, y + HALF, y - HALF, y - HALF],
        "mode": "lines",
        "fill": "toself",
        "line": {"color": colour, "width": 1.2},
        "fillcolor": tokens.card if fact.is_derived else colour,
        "fillpattern": fill if fact.is_derived else None,
        "opacity": 0.9,
        "hovertext": [said] * 5,
        "hoverinfo": "text",
    }
    yield {
        "type": "scatter",
        "x": [fact.at(scale)],
        "y": [y],
        "mode": "markers",
        "marker": {
            "symbol": "line-ns-open",
            "size": 20,
            "color": tokens.text,
            "line": {"color": tokens.text, "width": 2},
        },
        "hovertext": [said],
        "hoverinfo": "text",
    }


def _said(fact: Fact, y: float, words: Words, tokens: Tokens, scale: int) -> dict[str, Any]:
    """The figure of one side, as text at the edge."""
    text = words.label(fact, scale if fact.unit in AMOUNTS else None)
    return note(text, 1.0, y, xref="paper", colour=tokens.text, xanchor="left", xshift=BESIDE)


def _room(said: Iterable[dict[str, Any]]) -> int:
    """How much room to the right do the texts of the two sides need?"""
    return max(ROOM, *(math.ceil(width_of(text["text"])) + BESIDE + EDGE for text in said))


def _between(
    found: Finding, axis: tuple[float, float], words: Words, tokens: Tokens, scale: int
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The overlap shaded, or the gap in the colour of contradictions with the word; nothing across scopes."""
    if found.verdict == SCOPE:
        return [], []
    first, last = (
        min(max(end * 10.0 ** (found.printed.unit_mult - scale), axis[0]), axis[1])
        for end in shared(found.printed, found.implied)
    )
    apart = found.verdict == CONTRADICTS
    colour = tokens.contradiction if apart else tokens.quiet
    shade = {
        "type": "rect",
        "x0": min(first, last),
        "x1": max(first, last),
        "y0": OTHER - 0.5,
        "y1": PRINTED + 0.5,
        "fillcolor": colour,
        "opacity": 0.2 if apart else 0.18,
        "line": {"width": 1 if apart else 0, "color": colour},
        "layer": "below",
    }
    if not apart:
        return [shade], []
    word, middle = words("reconciliation.side.gap"), (first + last) / 2
    return [shade], [note(f"<b>{word}</b>", middle, 0.5, colour=colour, font={"color": colour, "size": 12})]
