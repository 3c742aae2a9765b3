"""The parts of a workbook, unpacked only where they are sound and small enough."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from itertools import pairwise

from lib.catalog.files import limits

_DAMAGES = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError
)  # fmt: skip
_STREAMED = re.compile(r"^xl/worksheets/|^xl/sharedStrings|^content\.xml$")
_ENTRY_ENDS = re.compile(rb"row>|si>")
"""Where a row or a shared text ends: what is read of it is then let go; other parts are held whole."""


class Unsound(Exception):
    """A workbook that must not or cannot be opened: what was found, and what is allowed."""

    def __init__(self, found: str, allowed: str = "a workbook as a spreadsheet program saves it") -> None:
        super().__init__(f"{found}; {allowed}")
        self.found, self.allowed = found, allowed


def parts(data: bytes) -> dict[str, bytes]:
    """What do the XML parts of a workbook hold?

    Raises Unsound where it is no ZIP, damaged, locked by a password, too large when unpacked, or brings XML
    entities, which a spreadsheet program never writes and which can grow without end.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            listed = archive.infolist()
            _within_limits(listed)
            found = {part.filename: _unpacked(archive, part) for part in listed if _is_xml(part.filename)}
    except _DAMAGES as error:
        raise Unsound(f"a damaged file ({str(error)[:80] or type(error).__name__})") from error
    for name, content in found.items():
        _look_at(name[:80], content)
    tags = sum(content.count(b"<") for content in found.values())
    if tags > limits.MOST_TAGS:
        raise Unsound(
            f"{tags:,} XML tags", f"at most {limits.MOST_TAGS:,}: split the file, or save it as CSV"
        )
    return found


def packed(found: Mapping[str, bytes]) -> io.BytesIO:
    """Which ZIP file holds just these parts? Nothing in it is larger than it says."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, content in found.items():
            archive.writestr(name, content)
    return out


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))


def _look_at(name: str, content: bytes) -> None:
    head = content.replace(b"\0", b"") if b"\0" in content else content  # UTF-16 is XML too
    if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
        raise Unsound(f"XML entities in {name}")
    ends = [found.end() for found in _ENTRY_ENDS.finditer(content)] if _STREAMED.search(name) else []
    for start, end in pairwise((0, *ends, len(content))):
        if content.count(b"<", start, end) > limits.MOST_TAGS_TOGETHER:
            allowed = f"at most {limits.MOST_COLUMNS} columns"
            raise Unsound(f"more than {limits.MOST_TAGS_TOGETHER:,} XML tags in one row of {name}", allowed)


def _unpacked(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    # With a size given, no more than that is unpacked of a part that states less than it holds.
    with archive.open(part) as stream:
        return stream.read(part.file_size + 1)


def _within_limits(listed: list[zipfile.ZipInfo]) -> None:
    if len(listed) > limits.MOST_PARTS:
        raise Unsound(f"{len(listed)} parts", f"at most {limits.MOST_PARTS}")
    unpacked = sum(part.file_size for part in listed)
    if unpacked > limits.MOST_UNPACKED_BYTES:
        found = f"{unpacked:,} bytes when unpacked, from {sum(part.compress_size for part in listed):,}"
        raise Unsound(found, f"at most {limits.MOST_UNPACKED_BYTES:,}: more is no release but a ZIP bomb")
    if any(part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for part in listed):
        raise Unsound("a part that is packed in another way than spreadsheet programs do")
    if any(part.flag_bits & 1 for part in listed):
        raise Unsound("a file that a password locks", "a file without password")
    if len({part.filename for part in listed}) != len(listed):
        raise Unsound("a part that is there twice")
