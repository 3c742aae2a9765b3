"""The labels of a series, each that of a cell.

Of the two ways to bind a label, a text by reference (`c:tx/c:strRef`) keeps one style and is left out by LibreOffice;
a field over a range of cells (`c15:datalabelsRange`, Office 2013) keeps its style, is read by both, and where a
program knows it not, the text itself stands there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from lib.draw.label_cells import Worked, form_of, said
from lib.draw.model import Apart, Label, Run
from lib.draw.style import Style
from lib.draw.table import Cell, Table
from lib.draw.text import plain, width
from lib.draw.typeface import Type, chart_text, of_piece, paragraph, run, run_properties, styled
from lib.draw.xml import Element, line, node, solid, val

_PLACES: Mapping[str, str] = MappingProxyType(
    {
        "out": "outEnd",
        "centre": "ctr",
        "base": "inBase",
        "end": "inEnd",
        "above": "t",
        "below": "b",
        "left": "l",
        "right": "r",
    }
)
_ALIGNED = {"left": "l", "center": "ctr", "right": "r"}
_LEADING = 1.3
"""How high a line is beside its type."""
_FIELD = "{{CE6537A1-D6FC-4F65-9D91-{:012X}}}"
_OF_LABEL, _OF_SERIES = "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}", "{02D57815-91ED-43cb-92C2-25804820EDAC}"


def labels(found: Sequence[Label | None], style: Style, table: Table, column: int | None) -> Element | None:
    """Which labels stand on the marks of a series, one with a cell in this column saying what that says?"""
    cells = [None] * len(found) if column is None else table.columns[column][1]
    named = named_by(found, style, table, column)
    shown = [
        _of_name(order, label, style) if order == named else _label(order, label, style, cell)
        for order, (label, cell) in enumerate(zip(found, cells, strict=True))
        if label
    ]
    if not shown:
        return None
    led = val("c:showLeaderLines", 0) if any(label and label.apart for label in found) else None
    return node("c:dLbls", *shown, *_showing(0), led, None if column is None else _shows_range())


def named_by(found: Sequence[Label | None], style: Style, table: Table, column: int | None) -> int | None:
    """Which label of a series says its name, the only one: in a document that of no number under a format?"""
    lines = [line for line, label in enumerate(found) if label]
    if not style.forms or column is None or len(lines) != 1 or said(found[lines[0]]) is None:
        return None
    cell = table.columns[column][1][lines[0]]
    return lines[0] if isinstance(cell, Worked) and not cell.form else None


def label_range(table: Table, column: int | None) -> Element | None:
    """Which cells hold the labels of a series? None without any."""
    if column is None:
        return None
    told = node(
        "c15:datalabelsRange", node("c15:f", table.cells(column)), table.cache("c15:dlblRangeCache", column)
    )
    return node("c:extLst", node("c:ext", told, uri=_OF_SERIES))


def _label(order: int, label: Label, style: Style, cell: Cell) -> Element:
    kind = Type(style.lang, style.label * label.size, label.colour)
    first = of_piece(label.lines[0][0], kind)
    ground = node("c:spPr", solid(label.ground) if label.ground else node("a:noFill"), line())
    if style.forms and (form := form_of(cell)) and said(label) is not None:
        written_as = node("c:numFmt", formatCode=form, sourceLinked=0)
        place = val("c:dLblPos", _PLACES[label.place])
        moved = _moved(label, label.apart, style) if label.apart else None
        shown = written_as, ground, chart_text(first, alone=True), place, *_showing(1)
        return node("c:dLbl", val("c:idx", order), moved, *shown)
    align = _ALIGNED[label.apart.across] if label.apart else "ctr"
    written = styled(label.lines, kind, align=align)
    text = cell.shown if isinstance(cell, Worked) else cell
    if text is not None and said(label) is not None:
        written = [paragraph(_field(str(text), first, order), align=align)]
    elif text is not None:
        written = [
            paragraph(*(_piece(piece, str(text), kind, order) for piece in line), align=align)
            for line in label.lines
        ]
    return node(
        "c:dLbl",
        val("c:idx", order),
        _moved(label, label.apart, style) if label.apart else None,
        node("c:tx", node("c:rich", node("a:bodyPr", wrap="none"), node("a:lstStyle"), *written)),
        ground,
        val("c:dLblPos", _PLACES[label.place]),
        *_showing(1),
        None if text is None else _shows_range(),
    )


def _of_name(order: int, label: Label, style: Style) -> Element:
    """A label that says the name of its series, which a cell says."""
    first = of_piece(label.lines[0][0], Type(style.lang, style.label * label.size, label.colour))
    return node(
        "c:dLbl",
        val("c:idx", order),
        _moved(label, label.apart, style) if label.apart else None,
        node("c:spPr", solid(label.ground) if label.ground else node("a:noFill"), line()),
        chart_text(first, alone=True),
        val("c:dLblPos", _PLACES[label.place]),
        *_showing(1, "SerName"),
    )


def _piece(piece: Run, text: str, kind: Type, order: int) -> Element:
    """A piece of a label in its own style: the one that its cell says is a field."""
    own = of_piece(piece, kind)
    return _field(text, own, order) if piece.text == text else run(piece.text, own)


def _field(text: str, kind: Type, order: int) -> Element:
    """A text that a cell says."""
    return node(
        "a:fld",
        run_properties("a:rPr", kind),
        node("a:t", text),
        id=_FIELD.format(order),
        type="CELLRANGE",
    )


def _moved(label: Label, apart: Apart, style: Style) -> Element:
    """By which parts of the chart does a label stand apart from the middle of its mark?"""
    size = style.label * label.size
    wide, high = max(width(plain((row,)), size) for row in label.lines), len(label.lines) * size * _LEADING
    side = {"left": wide / 2, "center": 0.0, "right": -wide / 2}[apart.across]
    down = {"top": high / 2, "middle": 0.0, "bottom": -high / 2}[apart.along]
    x = apart.x * style.plot[0] + (apart.dx * style.point + side) / style.frame[0]
    y = apart.y * style.plot[1] + (apart.dy * style.point + down) / style.frame[1]
    return node("c:layout", node("c:manualLayout", val("c:x", round(x, 4)), val("c:y", round(y, 4))))


def _showing(value: int, what: str = "Val") -> list[Element]:
    shown = ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
    return [val(f"c:show{name}", value if name == what else 0) for name in shown]


def _shows_range() -> Element:
    return node("c:extLst", node("c:ext", val("c15:showDataLabelsRange", 1), uri=_OF_LABEL))
