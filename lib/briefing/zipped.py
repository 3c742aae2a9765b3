"""Office files are zip archives: written with the day of release, so that the same input gives the same bytes."""

from __future__ import annotations

import io
import zipfile
from datetime import date


def dated(content: bytes, day: date) -> bytes:
    """Which archive holds the same parts in the same order, each dated with this day?"""
    out, stamp = io.BytesIO(), (day.year, day.month, day.day, 0, 0, 0)
    with zipfile.ZipFile(io.BytesIO(content)) as parts, zipfile.ZipFile(out, "w") as file:
        for name in parts.namelist():
            entry = zipfile.ZipInfo(name, stamp)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            file.writestr(entry, parts.read(name))
    return out.getvalue()
