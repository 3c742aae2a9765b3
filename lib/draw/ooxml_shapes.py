"""Texts beside the marks and lines across all panels as shapes inside of a chart: they move and grow with it."""

from __future__ import annotations

from lib.draw.area import Area, Box
from lib.draw.beside import aligned, box_of
from lib.draw.model import Drawing, Note
from lib.draw.ooxml_series import stroked
from lib.draw.style import Style
from lib.draw.typeface import Type, styled
from lib.draw.xml import Element, node, solid

_EMU = 12700  # of a point


def shapes(shown: Drawing, places: Area, style: Style) -> Element | None:
    """Which part of a chart of the whole room holds its texts and lines? None without any; places are in pixels."""
    whole = places.whole
    found: list[tuple[Box, str, Element, Element | None]] = [
        (Box(whole.left, places.y(rule.y), whole.width, 0.0), "line", stroked(rule.stroke, style), None)
        for rule in shown.rules
    ]
    for note in shown.notes:
        box = box_of(note, places, size=style.label / style.point, pixel=1.0)
        ground = solid(note.ground) if note.ground else node("a:noFill")
        found.append((box, "rect", ground, _text(note, style)))
    drawn = [_anchored(order, whole, *shape, style) for order, shape in enumerate(found, start=2)]
    return node("c:userShapes", *drawn) if drawn else None


def _anchored(
    order: int, whole: Box, box: Box, form: str, drawn: Element, text: Element | None, style: Style
) -> Element:
    """A shape between two corners, which are parts of the chart: it has none outside of itself."""
    left, top = (box.left - whole.left) / whole.width, (box.top - whole.top) / whole.height
    right, bottom = left + box.width / whole.width, top + box.height / whole.height
    known = node("cdr:cNvPr", id=order, name=f"Label {order}")
    kind = node("cdr:cNvSpPr", **({} if text is None else {"txBox": 1}))
    emu = [round(side * style.point * _EMU) for side in (box.left, box.top, box.width, box.height)]
    lies = node("a:xfrm", node("a:off", x=emu[0], y=emu[1]), node("a:ext", cx=emu[2], cy=emu[3]))
    return node(
        "cdr:relSizeAnchor",
        _corner("cdr:from", left, top),
        _corner("cdr:to", right, bottom),
        node(
            "cdr:sp",
            node("cdr:nvSpPr", known, kind),
            node("cdr:spPr", lies, node("a:prstGeom", node("a:avLst"), prst=form), drawn),
            text,
            macro="",
            textlink="",
        ),
    )


def _corner(name: str, x: float, y: float) -> Element:
    x, y = (min(1.0, max(0.0, part)) for part in (x, y))
    return node(name, node("cdr:x", f"{x:.5f}"), node("cdr:y", f"{y:.5f}"))


def _text(note: Note, style: Style) -> Element:
    kind = Type(style.lang, style.label * note.size, note.colour)
    sides = dict.fromkeys(("lIns", "tIns", "rIns", "bIns"), 0)
    return node(
        "cdr:txBody",
        node("a:bodyPr", wrap="none", anchor="ctr", **sides),
        node("a:lstStyle"),
        *styled(note.lines, kind, align=aligned(note)),
    )
