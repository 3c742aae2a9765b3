"""What is on a page as a reader's eye meets it, and what is wrong with where it stands."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

Box = tuple[float, float, float, float]
_PROBE = (Path(__file__).parent / "probe.js").read_text(encoding="utf-8")
TOUCHING_PX2 = 4.0
EDGE_PX = 1.0


def look_at(page: Page) -> dict[str, Any]:
    """What is on this page? See probe.js for the shape."""
    found: dict[str, Any] = page.evaluate(_PROBE)
    return found


def shared_area(one: Box, other: Box) -> float:
    """How many square pixels do two boxes share?

    >>> shared_area((0, 0, 10, 10), (8, 5, 20, 20)), shared_area((0, 0, 10, 10), (10, 0, 20, 10))
    (10, 0)
    """
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    return max(width, 0) * max(height, 0)


def sticks_out(inner: Box, outer: Box) -> float:
    """By how many pixels does a box reach over the edge of another?

    >>> sticks_out((0, 0, 12, 5), (0, 0, 10, 10)), sticks_out((1, 1, 2, 2), (0, 0, 10, 10))
    (2, 0)
    """
    return max(outer[0] - inner[0], outer[1] - inner[1], inner[2] - outer[2], inner[3] - outer[3], 0)


def collisions(plot: dict[str, Any]) -> list[str]:
    """Which labels of a chart lie on each other?"""
    return [
        f"“{one['text']}” and “{other['text']}” share {area:.0f} px²"
        for one, other in combinations(plot["labels"], 2)
        if one["number"] != other["number"]  # not two lines of one label
        and (area := shared_area(one["box"], other["box"])) > TOUCHING_PX2
    ]


def cut_off(plot: dict[str, Any], card: Box) -> list[str]:
    """Which labels of a chart are cut off by its drawing, its clip path or its card?"""
    return [
        f"“{label['text']}” reaches {over:.0f} px over the edge of {what}"
        for label in plot["labels"]
        for what, edge in (
            ("the drawing", plot["box"]),
            ("the plot area", label["window"]),
            ("the card", card),
        )
        if (over := sticks_out(label["box"], edge)) > EDGE_PX
    ]


def spilled(card: dict[str, Any]) -> list[str]:
    """Which words reach over the edge of their card?"""
    return [
        f"“{piece['text']}” reaches {over:.0f} px over the edge of the card"
        for piece in card["inside"]
        if (over := sticks_out(piece["box"], card["box"])) > EDGE_PX
    ]
