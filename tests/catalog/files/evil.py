"""Small files that ask for far more than they are: time, memory, or an answer without end."""

from __future__ import annotations

from tests.catalog.files.made import ROW, changed, ods_bytes, ods_cell, row, xlsx_bytes

_SIGNS = 30_000


def nested_paragraphs(depth: int = 25_000) -> bytes:
    """A cell of paragraphs within paragraphs: each of them says all that is in it."""
    inside = f"{'<text:p>' * depth}{'1' * _SIGNS}{'</text:p>' * depth}"
    return changed(ods_bytes(row(value="AAA")), content=(b"AAA", inside.encode()))


def long_format(signs: int = 150_000) -> bytes:
    """A number format that a pattern tries in every way."""
    form = b"#," + b"#" * signs + b"x"
    sound = xlsx_bytes(row(value=12.1), formats={"F2": '0.0"AAA"'})  # type: ignore[arg-type]
    return changed(sound, styles=(b"0.0&quot;AAA&quot;", form))


def many_attributes(count: int = 40_000) -> bytes:
    """A style sheet with an element of as many attributes."""
    said = " ".join(f'a{number}="1"' for number in range(count))
    return changed(xlsx_bytes(ROW), styles=(b"<styleSheet ", f"<styleSheet {said} ".encode()))


def huge_percentage() -> bytes:
    """A share whose exponent is out of every range."""
    held = 'office:value-type="percentage" office:value="1e999999999999999999"'
    cells = "".join(ods_cell(cell, held if cell == "12.1亿美元" else "") for cell in ROW)
    return ods_bytes(markup=f"<table:table-row>{cells}</table:table-row>")


def hidden_doctype() -> bytes:
    """A part in UTF-7, which a look for a document type in plain bytes passes over."""
    harm = '<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE a [<!ELEMENT a ANY>]+AD4-'
    return changed(ods_bytes(ROW), content=(b'<?xml version="1.0"?>', harm.encode()))


EVIL = {
    "paragraphs.ods": nested_paragraphs,
    "format.xlsx": long_format,
    "attributes.xlsx": many_attributes,
    "percentage.ods": huge_percentage,
    "utf7.ods": hidden_doctype,
}
