"""The one way from a file that somebody hands in to lines of text."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lib.catalog.files import limits
from lib.catalog.files.csv_file import csv_grids
from lib.catalog.files.grid import Grid, refused
from lib.catalog.files.ods_file import ods_grids
from lib.catalog.files.packed import Unsound
from lib.catalog.files.xls_file import is_locked, xls_grids
from lib.catalog.files.xlsx_file import xlsx_grids
from lib.catalog.message import Message

_READERS: Mapping[str, Callable[[str, bytes], list[Grid]]] = {
    "csv": csv_grids,
    "xlsx": xlsx_grids,
    "ods": ods_grids,
    "xls": xls_grids,
    "et": xls_grids,
}
ENDINGS = tuple(_READERS)
_OLD = ("xls", "et")
_OLD_EXCEL, _ZIP = b"\xd0\xcf\x11\xe0", b"PK"


def opened(name: str, data: bytes) -> list[Grid]:
    """Which sheets does a file hold? Never raises for a file: what keeps it from being read is in `faults`.

    >>> opened("release.pdf", b"")[0].faults[0].allowed
    fault.allowed.ends_in names=('.csv', '.xlsx', '.ods', '.xls', '.et')
    """
    ending = name.rpartition(".")[2].lower()
    if ending not in _READERS:
        endings = tuple(f".{one}" for one in ENDINGS)
        return refused(name, f".{ending}"[:40], Message("fault.allowed.ends_in", names=endings))
    if len(data) > limits.MOST_BYTES:
        most = limits.MOST_BYTES
        return refused(
            name, Message("fault.found.bytes", most=most), Message("fault.allowed.most", most=most)
        )
    if not data:
        return refused(name, Message("fault.found.empty"), Message("fault.allowed.header"))
    try:
        return _reader(ending, data)(name, data)
    except Unsound as error:
        return refused(name, error.found, error.allowed)


def _reader(ending: str, data: bytes) -> Callable[[str, bytes], list[Grid]]:
    """What reads such a file? Raises Unsound where it is of another kind than its ending says, or locked."""
    is_old, is_zip = data.startswith(_OLD_EXCEL), data.startswith(_ZIP)
    if ending == "csv":
        if is_zip or is_old:
            raise Unsound(Message("fault.found.workbook_as_csv"), Message("fault.allowed.own_ending"))
        return csv_grids
    if is_old and is_locked(data):
        raise Unsound(Message("fault.found.locked"), Message("fault.allowed.no_password"))
    if is_old and ending not in _OLD:
        raise Unsound(Message("fault.found.old_excel"), Message("fault.allowed.ending_of_old"))
    if is_zip and ending == "et":
        return xlsx_grids  # WPS writes what Excel does, under its own ending
    if (ending in _OLD and not is_old) or (ending not in _OLD and not is_zip):
        found = Message("fault.found.other_inside", ending=ending)
        raise Unsound(found, Message("fault.allowed.as_ending", ending=ending))
    return _READERS[ending]
