"""Where a text that no mark carries stands, with the room that it takes."""

from __future__ import annotations

from lib.draw.area import Area, Box
from lib.draw.model import Note
from lib.draw.text import plain, width

_LEADING, _SPARE = 1.24, 1.08


def box_of(note: Note, places: Area, *, size: float, pixel: float) -> Box:
    """In which box does a text stand, on the side of its place that it says?

    `size` is that of the usual labels and `pixel` a pixel of the screen's, both in the unit of the places.
    """
    own = size * note.size
    wide = max(width(plain((row,)), own) for row in note.lines) * _SPARE + 6
    high = len(note.lines) * own * _LEADING + 2
    x, y = places.x(note.x) + note.dx * pixel, places.y(note.y) + note.dy * pixel
    left = {"left": x, "center": x - wide / 2, "right": x - wide}[note.across]
    top = {"top": y, "middle": y - high / 2, "bottom": y - high}[note.along]
    return Box(left, top, wide, high)


def aligned(note: Note) -> str:
    """To which side are its lines set?"""
    return {"left": "l", "center": "ctr", "right": "r"}[note.across]
