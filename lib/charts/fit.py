"""How large is a chart drawn on a slide? As on its card, enlarged as a whole, so that every label keeps its place."""

from __future__ import annotations

from dataclasses import dataclass

NARROWEST = 520


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
