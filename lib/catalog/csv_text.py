"""Lines of cells as comma-separated values, as every file of the record and every download is written."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

FOR_SPREADSHEETS = "\r\n"
"""How a line ends in a file that spreadsheets open, which is in UTF-8 with a byte order mark."""


def csv_text(lines: Iterable[Iterable[object]], *, end: str = "\n") -> str:
    r"""Which text holds these lines, the head among them?

    >>> csv_text([("area", "value"), ("Chongqing, all", 12.1)])
    'area,value\n"Chongqing, all",12.1\n'
    """
    out = io.StringIO()
    csv.writer(out, lineterminator=end).writerows(lines)
    return out.getvalue()
