"""Texts beside the marks and lines across all panels as shapes inside of a chart: they move and grow with it."""

from __future__ import annotations

from lib.draw.area import Area, Box
from lib.draw.beside import aligned, box_of
from lib.draw.model import Drawing, Note
from lib.draw.ooxml_series import stroked
from lib.draw.style import Style
from lib.draw.typeface import Type, styled
from lib.draw.xml import Element, node, solid


def shapes(shown: Drawing, places: Area, style: Style) -> Element | None:
    """Which part of a chart of the whole room holds its texts and lines? None without any; places are in pixels."""
    found = [
        _anchored(
            Box(places.whole.left, places.y(rule.y), places.whole.width, 0.0),
            places.whole,
            _shape(order, "line", stroked(rule.stroke, style), None),
        )
        for order, rule in enumerate(shown.rules, start=2)
    ]
    for order, note in enumerate(shown.notes, start=2 + len(found)):
        box = box_of(note, places, size=style.label / style.point, pixel=1.0)
        ground = solid(note.ground) if note.ground else node("a:noFill")
        found.append(_anchored(box, places.whole, _shape(order, "rect", ground, _text(note, style))))
    return node("c:userShapes", *found) if found else None


def _anchored(box: Box, whole: Box, shape: Element) -> Element:
    left, top = (box.left - whole.left) / whole.width, (box.top - whole.top) / whole.height
    right, bottom = left + box.width / whole.width, top + box.height / whole.height
    return node("cdr:relSizeAnchor", _corner("cdr:from", left, top), _corner("cdr:to", right, bottom), shape)


def _corner(name: str, x: float, y: float) -> Element:
    """A place as parts of the chart, which has none outside of itself."""
    x, y = (min(1.0, max(0.0, part)) for part in (x, y))
    return node(name, node("cdr:x", f"{x:.5f}"), node("cdr:y", f"{y:.5f}"))


def _shape(order: int, form: str, drawn: Element, text: Element | None) -> Element:
    return node(
        "cdr:sp",
        node(
            "cdr:nvSpPr",
            node("cdr:cNvPr", id=order, name=f"Label {order}"),
            node("cdr:cNvSpPr", **({} if text is None else {"txBox": 1})),
        ),
        node("cdr:spPr", node("a:prstGeom", node("a:avLst"), prst=form), drawn),
        text,
        macro="",
        textlink="",
    )


def _text(note: Note, style: Style) -> Element:
    kind = Type(style.lang, style.label * note.size, note.colour)
    sides = dict.fromkeys(("lIns", "tIns", "rIns", "bIns"), 0)
    return node(
        "cdr:txBody",
        node("a:bodyPr", wrap="none", anchor="ctr", **sides),
        node("a:lstStyle"),
        *styled(note.lines, kind, align=aligned(note)),
    )
