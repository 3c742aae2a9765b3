"""Labels that follow an edit: each says what a cell beside its number says, and the cell works it out of the number.

Of the two ways to bind a label, a text by reference (`c:tx/c:strRef`) keeps one style and is left out by LibreOffice;
a field over a range of cells (`c15:datalabelsRange`, Office 2013) keeps its style, is read by both, and where a
program knows it not, the text itself stands there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from lib.draw.model import Label, Number
from lib.draw.typeface import Type, run_properties
from lib.draw.xml import Element, node, val

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_MINUS = "−"
_FIELD = "{{CE6537A1-D6FC-4F65-9D91-{:012X}}}"
_OF_LABEL, _OF_SERIES = "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}", "{02D57815-91ED-43cb-92C2-25804820EDAC}"


@dataclass(frozen=True, slots=True)
class LabelCell:
    """What a cell shows, and the formula that says it of the number in another; "" where it cannot."""

    text: str
    formula: str = ""


def label_cells(
    labels: Sequence[Label | None], values: Sequence[Number], column: str
) -> tuple[LabelCell | None, ...]:
    """Which cells say the labels of the numbers in this column? None beside a number without one, or with one of
    several styles, which no cell has.
    """
    return tuple(
        label_cell(text, value, f"{column}{row}") if (text := _text(label)) is not None else None
        for row, (label, value) in enumerate(zip(labels, values, strict=True), start=2)
    )


def _text(label: Label | None) -> str | None:
    if label is None or any(len(line) != 1 for line in label.lines):
        return None
    styles = {(run.bold, run.colour, run.small) for (run,) in label.lines}
    return "\n".join(run.text for (run,) in label.lines) if len(styles) == 1 else None


def label_cell(text: str, value: Number, cell: str) -> LabelCell:
    """Which cell says this text, so that it follows the number in `cell`?

    >>> label_cell("12.1  +78.7%", 12.1, "E3").formula
    '=TEXT(E3,"0.0")&"  +78.7%"'
    >>> label_cell("近1,800", 1800.0, "B2").formula
    '="近"&TEXT(B2,"#,##0")'
    >>> label_cell("−5.2%", -5.2, "B2").formula
    '=TEXT(B2,"0.0;−0.0")&"%"'
    >>> label_cell("−5.2%", 5.2, "B2")  # says another number
    LabelCell(text='−5.2%', formula='')
    >>> label_cell("2021  7.2", 7.2, "B2").formula
    '="2021  "&TEXT(B2,"0.0")'
    """
    for found in _NUMBER.finditer(text) if value is not None else ():
        before, after = text[: found.start()], text[found.end() :]
        sign = next((sign for sign in ("+", _MINUS) if before.endswith(sign)), "")
        number = Decimal(found[0].replace(",", ""))
        if Decimal(repr(value)).quantize(number, ROUND_HALF_UP) == (-number if sign == _MINUS else number):
            shown = f'TEXT({cell},"{_form(found[0], sign)}")'
            parts = _quoted(before.removesuffix(sign)), shown, _quoted(after)
            return LabelCell(text, "=" + "&".join(filter(None, parts)))
    return LabelCell(text)


def _form(number: str, sign: str) -> str:
    """The format that writes a number so; with a sign, that of the number that an edit makes of it."""
    whole, point, decimals = number.partition(".")
    form = ("#,##0" if "," in whole else "0") + point + "0" * len(decimals)
    return f"{'+' if sign == '+' else ''}{form};{_MINUS}{form}" if sign else form


def _quoted(text: str) -> str:
    """A text as part of a formula: its lines in quotes, with the sign for a new one between them."""
    pieces = re.split(r"(\n)", text)
    return "&".join(
        "CHAR(10)" if piece == "\n" else f'"{piece.replace(chr(34), chr(34) * 2)}"'
        for piece in pieces
        if piece
    )


def field(place: int, cell: LabelCell, kind: Type) -> Element:
    """Which field of a label says what its cell says, in this type?"""
    inside = run_properties("a:rPr", kind), node("a:t", cell.text)
    return node("a:fld", *inside, id=_FIELD.format(place), type="CELLRANGE")


def shows_range() -> Element:
    """What says that a label is that of its cell?"""
    return node("c:extLst", node("c:ext", val("c15:showDataLabelsRange", 1), uri=_OF_LABEL))


def label_range(place: str, cells: Sequence[LabelCell | None]) -> Element:
    """Which cells hold the labels of a series? `place` as a formula names it."""
    said = [
        node("c:pt", node("c:v", cell.text), idx=order)
        for order, cell in enumerate(cells)
        if cell is not None
    ]
    cache = node("c15:dlblRangeCache", val("c:ptCount", len(cells)), *said)
    return node(
        "c:extLst", node("c:ext", node("c15:datalabelsRange", node("c15:f", place), cache), uri=_OF_SERIES)
    )
