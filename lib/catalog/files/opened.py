"""The one way from a file that somebody hands in to lines of text."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lib.catalog.files import limits
from lib.catalog.files.csv_file import csv_grids
from lib.catalog.files.grid import Grid, refused
from lib.catalog.files.ods_file import ods_grids
from lib.catalog.files.packed import Unsound
from lib.catalog.files.xlsx_file import xlsx_grids

_READERS: Mapping[str, Callable[[str, bytes], list[Grid]]] = {
    "csv": csv_grids,
    "xlsx": xlsx_grids,
    "ods": ods_grids,
}
ENDINGS = tuple(_READERS)
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"


def opened(name: str, data: bytes) -> list[Grid]:
    """Which sheets does a file hold? Never raises for a file: what keeps it from being read is in `faults`.

    >>> opened("release.pdf", b"")[0].faults[0].allowed
    'a file that ends in .csv, .xlsx, .ods'
    """
    ending = name.rpartition(".")[2].lower()
    if ending not in _READERS:
        return refused(name, f".{ending}", f"a file that ends in .{', .'.join(ENDINGS)}")
    if len(data) > limits.MOST_BYTES:
        return refused(name, f"more than {limits.MOST_BYTES:,} bytes", f"at most {limits.MOST_BYTES:,}")
    if not data:
        return refused(name, "an empty file", "a header and rows")
    is_zip = data.startswith(b"PK")
    if ending != "csv" and data.startswith(_OLD_EXCEL):
        return refused(
            name,
            "an .xls file of Excel 97 or a file that a password locks",
            "saved as .xlsx, without password",
        )
    if ending != "csv" and not is_zip:
        return refused(name, f"a file that is no .{ending} inside", f"a file saved as .{ending}")
    if ending == "csv" and is_zip:
        return refused(name, "a workbook that is called .csv", "its own ending: .xlsx or .ods")
    try:
        return _READERS[ending](name, data)
    except Unsound as error:
        return refused(name, error.found, error.allowed)
