"""An ODS file, read from its content.xml as it streams by.

The format needs no library: odfpy builds the whole document in memory, repeated cells unfolded, and calamine
does not tell a formula from a value.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from xml.etree import ElementTree  # nosec B405

from lib.catalog.files import limits
from lib.catalog.files.grid import Grid, letters
from lib.catalog.files.packed import Unsound, parts
from lib.catalog.quantities.width import plain_width

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_FORMULA = "the value itself: a formula shows what it last came to, or nothing"


def ods_grids(name: str, data: bytes) -> list[Grid]:
    """Which lines do the sheets of an ODS file hold, as they are shown?

    Raises Unsound where it cannot be opened. Formulas and numbers that show less than they hold are faults
    of their cells.
    """
    content = parts(data).get("content.xml")
    if content is None:
        raise Unsound("a ZIP file that is no ODS", "a file saved as .ods")
    try:
        return list(_grids(name, content))
    except ElementTree.ParseError as error:
        raise Unsound(f"a damaged file ({error})") from error


def _grids(name: str, content: bytes) -> Iterator[Grid]:
    grid: Grid | None = None
    row, sheets, written, full = 0, 0, 0, False
    # `parts` has refused whatever declares a document type, and with it every entity.
    for event, element in ElementTree.iterparse(io.BytesIO(content), events=("start", "end")):  # nosec B314
        if event == "start" and element.tag == f"{_TABLE}table":
            sheets += 1
            if sheets > limits.MOST_SHEETS:
                raise Unsound(f"more than {limits.MOST_SHEETS} sheets", f"at most {limits.MOST_SHEETS}")
            title = element.get(f"{_TABLE}name", "")
            grid, row, full = Grid(f"{name}, sheet {title}", title), 0, False
        elif event == "end" and element.tag == f"{_TABLE}table-row" and grid is not None:
            row, written = row + 1, written + 1
            if written > limits.MOST_ROWS * 2:
                raise Unsound(f"more than {written - 1:,} rows", f"at most {limits.MOST_ROWS:,}")
            full = full or not grid.add(row, _cells(grid, row, element))
            row += _times(element, "rows") - 1
            element.clear()
        elif event == "end" and element.tag == f"{_TABLE}table" and grid is not None:
            element.clear()
            yield grid
            grid = None


def _cells(grid: Grid, row: int, line: ElementTree.Element) -> list[str]:
    cells: list[str] = []
    for element in line:
        if element.tag not in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            continue
        text = _cell(grid, row, len(cells), element)
        # Blank cells go on to the last column of the sheet; a bomb goes no further than the limit.
        cells += [text] * min(_times(element, "columns"), limits.MOST_COLUMNS + 1)
        if len(cells) > limits.MOST_COLUMNS:
            break
    if _times(line, "rows") > 1 and any(cells):
        grid.fault("one row that stands for several", "each row once", row=row)
    return cells


def _cell(grid: Grid, row: int, place: int, element: ElementTree.Element) -> str:
    where = letters(place)
    if formula := element.get(f"{_TABLE}formula"):
        grid.fault(formula[:60], _FORMULA, row=row, column=where)
        return ""
    text = "\n".join(_said(part) for part in element.iter(f"{_TEXT}p"))
    held, kind = element.get(f"{_OFFICE}value"), element.get(f"{_OFFICE}value-type")
    if kind == "date" and (day := element.get(f"{_OFFICE}date-value", "")):
        return text if len(plain_width(text)) == 7 else day.removesuffix("T00:00:00")
    if held is not None and not _same(text, held, percent=kind == "percentage"):
        found = f"the cell shows {text or 'nothing'} and holds {held}"
        grid.fault(found, "what the source prints, as text", row=row, column=where)
    return text


def _said(part: ElementTree.Element) -> str:
    for space in part.iter(f"{_TEXT}s"):
        space.text = " "
    return "".join(part.itertext())


def _same(text: str, held: str, *, percent: bool) -> bool:
    try:
        shown = Decimal(plain_width(text).removesuffix("%").replace(",", ""))
        value = Decimal(held)
    except InvalidOperation:
        return False
    return shown == (value.scaleb(2) if percent else value)


def _times(element: ElementTree.Element, what: str) -> int:
    given = element.get(f"{_TABLE}number-{what}-repeated", "1")
    return max(1, int(given)) if given.isascii() and given.isdigit() and len(given) < 9 else 1
