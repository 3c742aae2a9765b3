"""What colours and strokes mean on every chart, and the canvas that it is put together on."""

from __future__ import annotations

from typing import Any

from lib.charts.canvas import Canvas
from lib.charts.spec import Fill, Stroke
from lib.charts.tokens import THEMES, Tokens

HEIGHT = 250
BAR_WIDTH = 0.46


def frame(theme: str, *, height: float = HEIGHT, **whole: Any) -> Canvas:
    """What is a chart put together on? `whole` is what the whole of it has: a legend, margins."""
    return Canvas(theme, height, **whole)


def tokens_of(theme: str) -> Tokens:
    """Which colours has a theme?"""
    return THEMES[theme]


def hatched(colour: str, ground: str) -> Fill:
    """How is a bar filled that is derived, possible or unknown? Hatched, so that grey print tells it too."""
    return Fill(colour, ground, hatched=True)


def hollow(colour: str, ground: str) -> Fill:
    """How is a bar filled that is a goal or an estimate and no outcome? Not at all, so that grey print tells it too."""
    return Fill(ground, colour)


def whisker(colour: str) -> Stroke:
    """How is what rounding allows drawn?"""
    return Stroke(colour, 1.4)
