"""The room of a slide: where its title is, and where the rest may stand. In points of a slide that is 960 wide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from lib.draw.area import Box
from lib.draw.text import rows

WIDTH, MARGIN = 960.0, 44.0
HEIGHTS: Mapping[str, float] = MappingProxyType({"16:9": 540.0, "4:3": 720.0})
"""How high a slide is in each form; in both a chart has the same width, so that its labels have their room."""
INNER = WIDTH - 2 * MARGIN
LEADING = 1.32
"""How high a line of a slide's texts is beside its type."""
_BOTTOM = 16.0


@dataclass(frozen=True, slots=True)
class Frame:
    """`title` is where the title of an office's own template is, None on our own slides, whose titles are as high as
    they need. `scale` is how many points of the file a point of ours is.
    """

    height: float
    room: Box
    title: Box | None = None
    scale: float = 1.0

    @property
    def bottom(self) -> float:
        """Where does the room end?"""
        return self.room.top + self.room.height


def own(form: str) -> Frame:
    """Which room has a slide of our own, in one of the forms?"""
    height = HEIGHTS[form]
    return Frame(height, Box(MARGIN, 26.0, INNER, height - 26.0 - _BOTTOM))


def high(text: str, size: float, room: float, *, bold: bool = False) -> float:
    """How high is a text in a box of this width?"""
    return rows(text, size, room, bold=bold) * size * LEADING
