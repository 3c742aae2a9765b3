"""The parts of a workbook, unpacked only where they are sound and small enough."""

from __future__ import annotations

import io
import zipfile
import zlib

from lib.catalog.files import limits


class Unsound(Exception):
    """A workbook that must not or cannot be opened: what was found, and what is allowed."""

    def __init__(self, found: str, allowed: str = "a workbook as a spreadsheet program saves it") -> None:
        super().__init__(f"{found}; {allowed}")
        self.found, self.allowed = found, allowed


def parts(data: bytes) -> dict[str, bytes]:
    """What does a workbook hold, part by part?

    Raises Unsound where it is no ZIP, damaged, locked by a password, too large when unpacked, or brings XML
    entities, which a spreadsheet program never writes and which can grow without end.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            listed = archive.infolist()
            _within_limits(listed)
            found = {part.filename: archive.read(part) for part in listed if not part.is_dir()}
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        RuntimeError,
        OSError,
        ValueError,
    ) as error:
        raise Unsound(f"a damaged file ({str(error)[:80] or type(error).__name__})") from error
    for name, content in found.items():
        head = content.replace(b"\0", b"")
        if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
            raise Unsound(f"XML entities in {name[:80]}")
    return found


def _within_limits(listed: list[zipfile.ZipInfo]) -> None:
    if len(listed) > limits.MOST_PARTS:
        raise Unsound(f"{len(listed)} parts", f"at most {limits.MOST_PARTS}")
    unpacked = sum(part.file_size for part in listed)
    if unpacked > limits.MOST_UNPACKED_BYTES:
        found = f"{unpacked:,} bytes when unpacked, from {sum(part.compress_size for part in listed):,}"
        raise Unsound(found, f"at most {limits.MOST_UNPACKED_BYTES:,}: more is no release but a ZIP bomb")
    if any(part.flag_bits & 1 for part in listed):
        raise Unsound("a file that a password locks", "a file without password")
    if len({part.filename for part in listed}) != len(listed):
        raise Unsound("a part that is there twice")
