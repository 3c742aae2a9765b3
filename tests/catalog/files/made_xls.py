"""A workbook of Excel 97, made by hand: the few records that a sheet of text, numbers and formats needs."""

from __future__ import annotations

import struct
from collections.abc import Collection, Mapping, Sequence

_SECTOR, _END, _FREE, _FAT = 512, 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_LEAST = 4096

Cell = str | tuple[float, int | str]
"""A text, or a number with the number of its format or its code."""


def xls_bytes(
    lines: Sequence[Sequence[Cell]],
    *,
    name: str = "observations",
    hidden_rows: Collection[int] = (),
    hidden_columns: Collection[int] = (),
    hidden_sheets: Mapping[str, Sequence[Sequence[Cell]]] | None = None,
    formula: tuple[int, int] | None = None,
) -> bytes:
    """Which .xls file holds these lines? Rows and columns are counted from 0."""
    codes = sorted({cell[1] for line in lines for cell in line if isinstance(cell, tuple)}, key=str)
    own = {code: 164 + place for place, code in enumerate(code for code in codes if isinstance(code, str))}
    styles = {code: place for place, code in enumerate(codes, start=1)}
    sheets = [_sheet(lines, styles, hidden_rows, hidden_columns, formula)]
    sheets += [_sheet(more, styles, (), (), None) for more in (hidden_sheets or {}).values()]
    names = [(name, 0), *((title, 1) for title in hidden_sheets or {})]
    head = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0))
    head += _record(0x42, struct.pack("<H", 1200))
    head += b"".join(_record(0x041E, struct.pack("<H", number) + _text(code)) for code, number in own.items())
    head += _style(0, style=True)
    head += b"".join(_style(own[code] if isinstance(code, str) else code) for code in styles)
    bounds = sum(len(_bound(title, 0, shut)) for title, shut in names)
    place = len(head) + bounds + 4
    listed = b""
    for (title, shut), sheet in zip(names, sheets, strict=True):
        listed += _bound(title, place, shut)
        place += len(sheet)
    return _packed(head + listed + _record(0x0A) + b"".join(sheets))


def _sheet(
    lines: Sequence[Sequence[Cell]],
    styles: Mapping[int | str, int],
    hidden_rows: Collection[int],
    hidden_columns: Collection[int],
    formula: tuple[int, int] | None,
) -> bytes:
    out = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0))
    for column in hidden_columns:
        out += _record(0x7D, struct.pack("<HHHHHH", column, column, 2048, 0, 1, 0))
    for row in hidden_rows:
        out += _record(0x0208, struct.pack("<HHHHHHI", row, 0, 20, 255, 0, 0, 0x20))
    for row, line in enumerate(lines):
        for column, cell in enumerate(line):
            if (row, column) == formula:
                body = struct.pack("<HHHdHIH", row, column, 0, 1.0, 0, 0, 3) + b"\x1e\x01\x00"
                out += _record(0x06, body)
            elif isinstance(cell, tuple):
                out += _record(0x0203, struct.pack("<HHHd", row, column, styles[cell[1]], cell[0]))
            elif cell:
                out += _record(0x0204, struct.pack("<HHH", row, column, 0) + _text(cell))
    return out + _record(0x0A)


def _record(code: int, body: bytes = b"") -> bytes:
    return struct.pack("<HH", code, len(body)) + body


def _text(text: str) -> bytes:
    return struct.pack("<HB", len(text), 1) + text.encode("utf-16-le")


def _bound(title: str, place: int, shut: int) -> bytes:
    return _record(0x85, struct.pack("<IBBBB", place, shut, 0, len(title), 1) + title.encode("utf-16-le"))


def _style(form: int, *, style: bool = False) -> bytes:
    return _record(0xE0, struct.pack("<HHH", 0, form, 0xFFF5 if style else 0) + bytes(14))


def _packed(stream: bytes) -> bytes:
    """The compound document around it: its table of sectors, its folder, the stream."""
    stream = stream.ljust(max(_LEAST, -(-len(stream) // _SECTOR) * _SECTOR), b"\0")
    sectors = len(stream) // _SECTOR
    chain = [_FAT, _END, *range(3, sectors + 2), _END]
    fat = struct.pack(f"<{len(chain)}I", *chain).ljust(_SECTOR, b"\xff")
    assert len(fat) == _SECTOR
    folder = _entry("Root Entry", 5, child=1) + _entry("Workbook", 2, start=2, size=len(stream))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, _LEAST, _END, 0, _END, 0)
    head += struct.pack("<I", 0) + b"\xff" * (_SECTOR - len(head) - 4)
    return head + fat + folder.ljust(_SECTOR, b"\0") + stream


def _entry(name: str, kind: int, *, child: int = _FREE, start: int = _END, size: int = 0) -> bytes:
    title = (name + "\0").encode("utf-16-le")
    head = title.ljust(64, b"\0") + struct.pack("<HBB", len(title), kind, 1)
    return head + struct.pack("<III", _FREE, _FREE, child) + bytes(36) + struct.pack("<III", start, size, 0)
