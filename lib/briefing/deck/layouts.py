"""The layouts of our own slides: one with a title, and one with places for a chart and what stands around it."""

from __future__ import annotations

from pptx.util import Pt

from lib.briefing.deck.frame import INNER, MARGIN
from lib.draw.area import Box
from lib.draw.xml import Element, node
from lib.words.speak import Words

SUBTITLE, CHART, NOTES, SOURCES = 13, 14, 15, 16
"""The numbers of the placeholders of a slide of a chart."""
_SIZES = {SUBTITLE: 13.5, CHART: 13.0, NOTES: 11.0, SOURCES: 10.0}


def holders(height: float, words: Words) -> list[Element]:
    """Which placeholders has the layout of a chart beside its title?"""
    boxes = {
        SUBTITLE: Box(MARGIN, 62.0, INNER, 18.0),
        CHART: Box(MARGIN, 88.0, INNER, height - 88.0 - 80.0),
        NOTES: Box(MARGIN, height - 78.0, INNER, 30.0),
        SOURCES: Box(MARGIN, height - 44.0, INNER, 14.0),
    }
    names = {SUBTITLE: "subtitle", CHART: "chart", NOTES: "notes", SOURCES: "sources"}
    return [
        _holder(index, words(f"briefing.deck.holder_{names[index]}"), box) for index, box in boxes.items()
    ]


def ph(index: int) -> Element:
    """Which placeholder is it?"""
    return node("p:ph", type="chart" if index == CHART else "body", idx=index, sz="quarter")


def placed(box: Box, *, group: bool = False) -> Element:
    """Where is a shape? Of a group also from where its parts count."""
    sides = [("a:off", "a:ext"), ("a:chOff", "a:chExt")][: 2 if group else 1]
    return node(
        "a:xfrm",
        *(
            part
            for place, size in sides
            for part in (
                node(place, x=int(Pt(box.left)), y=int(Pt(box.top))),
                node(size, cx=int(Pt(box.width)), cy=int(Pt(box.height))),
            )
        ),
    )


def _holder(index: int, name: str, box: Box) -> Element:
    style = node("a:defRPr", sz=round(_SIZES[index] * 100))
    return node(
        "p:sp",
        node(
            "p:nvSpPr",
            node("p:cNvPr", id=index, name=name),
            node("p:cNvSpPr", node("a:spLocks", noGrp=1)),
            node("p:nvPr", ph(index)),
        ),
        node("p:spPr", placed(box)),
        node(
            "p:txBody",
            node("a:bodyPr", lIns=0, tIns=0, rIns=0, bIns=0),
            node("a:lstStyle", node("a:lvl1pPr", node("a:buNone"), style, marL=0, indent=0)),
            node("a:p", node("a:r", node("a:rPr", lang="en-GB"), node("a:t", name))),
        ),
    )
