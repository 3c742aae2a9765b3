"""The parts of a workbook, unpacked only where they are sound and small enough."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from itertools import pairwise

from lib.catalog.files import limits
from lib.catalog.files.grid import too_many
from lib.catalog.message import Message

_DAMAGES = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError
)  # fmt: skip
_WORKBOOK = Message("fault.allowed.workbook")
_STREAMED = re.compile(r"^xl/worksheets/|^xl/sharedStrings|^content\.xml$")
_HEAD = 400
_ENCODING = re.compile(rb"""<\?xml[^>]*encoding\s*=\s*["']([^"']*)""")
_ENCODINGS = ("utf-8", "utf8", "utf-16", "us-ascii", "ascii")
"""Of spreadsheet programs; in another, such as UTF-7, a document type could stand unseen."""

_ENTRY_ENDS = re.compile(rb"row>|si>")
"""Where a row or a shared text ends: what is read of it is then let go; other parts are held whole."""


class Unsound(Exception):
    """A workbook that must not or cannot be opened: what was found, and what is allowed."""

    def __init__(self, found: Message, allowed: Message = _WORKBOOK) -> None:
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
        raise Unsound(Message("fault.found.damaged")) from error
    if b"encryption-data" in found.get("META-INF/manifest.xml", b""):
        raise Unsound(Message("fault.found.locked"), Message("fault.allowed.no_password"))
    for name, content in found.items():
        _look_at(name[:80], content)
    tags = sum(content.count(b"<") for content in found.values())
    if tags > limits.MOST_TAGS:
        raise Unsound(
            Message("fault.found.tags", count=tags),
            Message("fault.allowed.most_tags", most=limits.MOST_TAGS),
        )
    return found


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))


def _look_at(name: str, content: bytes) -> None:
    head = content.replace(b"\0", b"") if b"\0" in content else content  # UTF-16 is XML too
    if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
        raise Unsound(Message("fault.found.entities", part=name))
    named = _ENCODING.search(head[:_HEAD])
    if named and named[1].decode("ascii", "replace").lower() not in _ENCODINGS:
        raise Unsound(
            Message("fault.found.xml_encoding", name=named[1].decode("ascii", "replace")[:20], part=name)
        )
    ends = [found.end() for found in _ENTRY_ENDS.finditer(content)] if _STREAMED.search(name) else []
    for start, end in pairwise((0, *ends, len(content))):
        if content.count(b"<", start, end) > limits.MOST_TAGS_TOGETHER:
            found = Message("fault.found.many_tags", most=limits.MOST_TAGS_TOGETHER, part=name)
            raise Unsound(found, Message("fault.allowed.most_columns", most=limits.MOST_COLUMNS))


def _unpacked(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    # With a size given, no more than that is unpacked of a part that states less than it holds.
    with archive.open(part) as stream:
        return stream.read(part.file_size + 1)


def _within_limits(listed: list[zipfile.ZipInfo]) -> None:
    if len(listed) > limits.MOST_PARTS:
        raise Unsound(*too_many("parts", len(listed), limits.MOST_PARTS))
    unpacked = sum(part.file_size for part in listed)
    if unpacked > limits.MOST_UNPACKED_BYTES:
        packed_bytes = sum(part.compress_size for part in listed)
        raise Unsound(
            Message("fault.found.unpacked", count=unpacked, packed=packed_bytes),
            Message("fault.allowed.most_unpacked", most=limits.MOST_UNPACKED_BYTES),
        )
    if any(part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for part in listed):
        raise Unsound(Message("fault.found.packing"))
    if any(part.flag_bits & 1 for part in listed):
        raise Unsound(Message("fault.found.locked"), Message("fault.allowed.no_password"))
    if len({part.filename for part in listed}) != len(listed):
        raise Unsound(Message("fault.found.part_twice"))
