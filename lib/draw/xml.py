"""Elements of DrawingML and of charts, built and never pasted together."""

from __future__ import annotations

from functools import cache
from typing import Any, TypeAlias

from lxml import etree  # type: ignore[import-untyped]

from lib.charts.tokens import LIGHT

Element: TypeAlias = Any

__all__ = ["Element", "etree", "hatch", "line", "node", "solid", "val"]

_MAIN = "http://schemas.openxmlformats.org"
_SPACES = {
    "a": f"{_MAIN}/drawingml/2006/main",
    "c": f"{_MAIN}/drawingml/2006/chart",
    "p": f"{_MAIN}/presentationml/2006/main",
    "r": f"{_MAIN}/officeDocument/2006/relationships",
    "c15": "http://schemas.microsoft.com/office/drawing/2012/chart",
    "cdr": f"{_MAIN}/drawingml/2006/chartDrawing",
}
_RARE = ("c15", "cdr")
_RELATION = f"{{{_SPACES['r']}}}id"
_OF_THEME = {
    LIGHT.text: ("tx1", 100, 0),
    LIGHT.card: ("bg1", 100, 0),
    LIGHT.quiet: ("tx2", 100, 0),
    LIGHT.page: ("bg2", 100, 0),
    LIGHT.chongqing: ("accent1", 100, 0),
    LIGHT.goal: ("accent2", 100, 0),
    LIGHT.goal_text: ("accent2", 84, 0),
    LIGHT.others: ("bg1", 15, 50),
    LIGHT.rule: ("bg1", 60, 25),
}
"""The colour of the theme, how many percent of its lightness, and how many more than those. So others and rules are
grey on white, on black and on any ground between them, and what contradicts stays red.
"""


@cache
def _qualified(name: str) -> str:
    prefix, tag = name.split(":")
    return f"{{{_SPACES[prefix]}}}{tag}"


@cache
def _usual(name: str) -> dict[str, str]:
    """The name spaces that are declared on an element; a rare one only within it."""
    own = name.partition(":")[0]
    return {prefix: space for prefix, space in _SPACES.items() if prefix == own or prefix not in _RARE}


def node(name: str, /, *inside: Element | str | None, **attributes: object) -> Element:
    """Which element is called so (`c:ser`), with these children, text and attributes? None is left out."""
    made = etree.Element(_qualified(name), nsmap=_usual(name))
    for key, value in attributes.items():
        made.set(_RELATION if key == "r_id" else key, str(value))
    for child in inside:
        if isinstance(child, str):
            made.text = child
        elif child is not None:
            made.append(child)
    return made


def val(name: str, value: object) -> Element:
    """Which element has nothing but a value? `<c:idx val="0"/>`."""
    if isinstance(value, bool):
        value = int(value)
    return node(name, val=value)


def coloured(colour: str, *inside: Element | None) -> Element:
    """How is a colour said? As that of the theme, where it has one for this meaning."""
    if colour not in _OF_THEME:
        return node("a:srgbClr", *inside, val=colour.lstrip("#"))
    name, part, more = _OF_THEME[colour]
    found = (("a:lumMod", part, 100), ("a:lumOff", more, 0))
    shades = (val(shade, percent * 1000) for shade, percent, usual in found if percent != usual)
    return node("a:schemeClr", *shades, *inside, val=name)


def solid(colour: str, *, clear: bool = False) -> Element:
    """How is something filled with one colour, or with a clear one?"""
    return node("a:solidFill", coloured(colour, val("a:alpha", 0) if clear else None))


def hatch(colour: str, ground: str) -> Element:
    """How is something filled that is derived, possible or unknown? With the pattern of the screen."""
    return node(
        "a:pattFill", node("a:fgClr", coloured(colour)), node("a:bgClr", coloured(ground)), prst="wdUpDiag"
    )


def line(colour: str = "", width: float = 1.0, dash: str = "solid") -> Element:
    """How is a line drawn? `width` in points; no colour is no line."""
    if not colour:
        return node("a:ln", node("a:noFill"))
    preset = {"solid": "solid", "dash": "dash", "dot": "sysDot", "dashdot": "dashDot"}[dash]
    return node("a:ln", solid(colour), val("a:prstDash", preset), node("a:round"), w=round(width * 12700))
