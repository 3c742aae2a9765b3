"""How large is a chart drawn on a slide? As on its card, enlarged as a whole, so that every label keeps its place."""

from __future__ import annotations

from dataclasses import dataclass

from lib.charts.extent import wrapped

NARROWEST = 520
LOWEST, HIGHEST = 240, 418
"""Pixels that a chart has on a slide of its own: never fewer, however much is said under it, and never more."""
_WIDTH, _HEIGHT, _EMPTY = 1200, 720, 61
"""A slide without its edges, its whole height, and what of it stays empty between and around its parts."""
_TITLE, _SUBTITLE, _NOTE, _SOURCE = (29, 39.2), (16, 26.4), (15, 21.8), (13, 23)
"""How large a text is written and how high a line of it is, as in slide.css."""


@dataclass(frozen=True, slots=True)
class Fit:
    """The width and height that a chart is drawn in, in pixels, and by how much it is then enlarged."""

    width: float
    height: float
    scale: float

    @property
    def growth(self) -> float:
        """By how many pixels is it higher once it is enlarged?"""
        return self.height * (self.scale - 1)


def fit(*, height: float, room_width: float, room_height: float) -> Fit:
    """How does a chart of this height fill a room? As high as the room, unless it would be too narrow.

    >>> fit(height=250, room_width=1200, room_height=400)
    Fit(width=750.0, height=250, scale=1.6)
    >>> fit(height=250, room_width=570, room_height=400)
    Fit(width=520.0, height=250, scale=1.0961538461538463)
    """
    scale = min(room_height / height, room_width / NARROWEST)
    return Fit(room_width / scale, height, scale)


def room_alone(title: str, subtitle: str, notes: tuple[str, ...], sources: tuple[str, ...]) -> float:
    """How high may a chart be on a slide of its own? As high as what is said over and under it leaves room for.

    >>> room_alone("Title", "Unit", ("A note.",), ("Source", "Link"))
    418
    >>> room_alone("Title", "Unit", ("A note.",) * 10, ("Source", "Link"))
    329.4
    """
    said = (
        (_TITLE, (title,)),
        (_SUBTITLE, (subtitle,)),
        (_NOTE, notes),
        (_SOURCE, sources),
    )
    taken = sum(_lines(text, size) * line for (size, line), texts in said for text in texts)
    return max(LOWEST, min(HIGHEST, round(_HEIGHT - _EMPTY - taken, 1)))


def _lines(text: str, size: float) -> int:
    return wrapped(text, _WIDTH, size).count("<br>") + 1
