"""Elements of DrawingML and of charts, built and never pasted together."""

from __future__ import annotations

from functools import cache
from typing import Any, TypeAlias

from lxml import etree  # type: ignore[import-untyped]

Element: TypeAlias = Any

__all__ = ["Element", "etree", "hatch", "line", "node", "solid", "val"]

_MAIN = "http://schemas.openxmlformats.org"
_SPACES = {
    "a": f"{_MAIN}/drawingml/2006/main",
    "c": f"{_MAIN}/drawingml/2006/chart",
    "p": f"{_MAIN}/presentationml/2006/main",
    "r": f"{_MAIN}/officeDocument/2006/relationships",
    "c15": "http://schemas.microsoft.com/office/drawing/2012/chart",
}
_RELATION = f"{{{_SPACES['r']}}}id"


@cache
def _qualified(name: str) -> str:
    prefix, tag = name.split(":")
    return f"{{{_SPACES[prefix]}}}{tag}"


@cache
def _usual(name: str) -> dict[str, str]:
    """The name spaces that are declared on an element; that of an extension only within it."""
    return {prefix: space for prefix, space in _SPACES.items() if prefix != "c15" or name.startswith("c15:")}


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


def solid(colour: str, *, clear: bool = False) -> Element:
    """How is something filled with one colour, or with a clear one?"""
    seen = val("a:alpha", 0) if clear else None
    return node("a:solidFill", node("a:srgbClr", seen, val=colour.lstrip("#")))


def hatch(colour: str, ground: str) -> Element:
    """How is something filled that is derived, possible or unknown? With the pattern of the screen."""
    return node(
        "a:pattFill",
        node("a:fgClr", val("a:srgbClr", colour.lstrip("#"))),
        node("a:bgClr", val("a:srgbClr", ground.lstrip("#"))),
        prst="wdUpDiag",
    )


def line(colour: str = "", width: float = 1.0, dash: str = "solid") -> Element:
    """How is a line drawn? `width` in points; no colour is no line."""
    if not colour:
        return node("a:ln", node("a:noFill"))
    preset = {"solid": "solid", "dash": "dash", "dot": "sysDot", "dashdot": "dashDot"}[dash]
    return node("a:ln", solid(colour), val("a:prstDash", preset), node("a:round"), w=round(width * 12700))
