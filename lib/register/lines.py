"""The physical lines of a CSV, some megabytes at a time, and which of them are rows on their own."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

UTF8, GB18030 = "UTF-8", "GB18030"
GOOD, BLANK, QUOTE, BREAK, CELLS = range(5)
"""What is the matter with a line: nothing; it is empty; a quotation mark is open or stray; a line break stands within a
cell; it has another number of cells than the header."""

_BLOCK = 1 << 23
_LONGEST = 1 << 25
_BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_LF, _CR, _MARK = (ord(sign) for sign in '\n\r"')
_QUOTED = '"(?:[^"]|"")*"'

Flags = npt.NDArray[np.int8]


class OtherEncoding(Exception):
    """The bytes are not text of this encoding."""


class DamagedFile(Exception):
    """A packed file that is cut off, or a line so long that it is none of a register."""


@dataclass(frozen=True, eq=False)
class Lines:
    """Whole lines of a file in UTF-8, each with its line feed; `first` is the number of the first one, from 1."""

    first: int
    text: bytes

    @cached_property
    def starts(self) -> npt.NDArray[np.int64]:
        """Where does each line start?"""
        ends = np.flatnonzero(_signs(self.text) == _LF)
        return np.concatenate(([0], ends[:-1] + 1)) if len(ends) else ends

    def array(self) -> Any:
        """What are the lines as Arrow text? Nothing is copied."""
        offsets = np.append(self.starts, len(self.text)).astype(np.int32)
        buffers = [None, pa.py_buffer(offsets.tobytes()), pa.py_buffer(self.text)]
        return pa.Array.from_buffers(pa.string(), len(offsets) - 1, buffers)

    def flags(self, width: int, sign: str = ",") -> Flags:
        """What is the matter with each line of a file of so many columns, parted by this sign? Bytes are counted; a
        regular expression looks only at lines with a quotation mark."""
        signs, starts = _signs(self.text), self.starts
        between = np.add.reduceat(signs == ord(sign), starts, dtype=np.int64)
        flags = np.where(between == width - 1, GOOD, CELLS).astype(np.int8)
        # Nothing but tabs is a row of blank cells, as nothing but commas is.
        for place in np.flatnonzero((between == 0) & (flags == CELLS)):
            if not self.line(int(place)).strip():
                flags[place] = BLANK
        if _MARK in self.text:
            marked = np.flatnonzero(np.logical_or.reduceat(signs == _MARK, starts))
            flags[marked] = _quoted(self.array().take(pa.array(marked)), width, sign)
        if self.text.count(b"\r") != self.text.count(b"\r\n"):
            returns = np.add.reduceat(signs == _CR, starts, dtype=np.int64)
            ends = np.append(starts[1:], len(signs)) - 2
            at_end = (ends >= starts) & (signs[ends] == _CR)
            flags[returns > at_end] = BREAK
        return flags

    def line(self, place: int) -> str:
        """What stands in a line, without its end?"""
        starts = self.starts
        end = starts[place + 1] if place + 1 < len(starts) else len(self.text)
        return self.text[starts[place] : end].decode().rstrip("\r\n")


def lines_of(path: Path, encoding: str, *, is_packed: bool) -> Iterator[Lines]:
    """Which lines does a file hold? Raises OtherEncoding and DamagedFile.

    A file with no line feed at all, as old Macs wrote it, has carriage returns for them.
    """
    number, rest, old_mac = 1, b"", False
    with pa.input_stream(str(path), compression="gzip" if is_packed else None) as file:
        block = _read(file)
        if block.startswith(_UTF16):
            raise OtherEncoding
        old_mac = b"\n" not in block and b"\r" in block
        block = block.removeprefix(_BOM)
        while block:
            coming = _read(file)
            text = rest + (block.replace(b"\r", b"\n") if old_mac else block)
            whole, feed, rest = (text + b"\n" * (not coming and text[-1] != _LF)).rpartition(b"\n")
            if len(rest) > _LONGEST:
                raise DamagedFile("a line without end")
            if feed:
                yield (found := Lines(number, _in_utf8(whole + feed, encoding)))
                number += len(found.starts)
            block = coming


def _read(file: Any) -> bytes:
    try:
        block: bytes = file.read(_BLOCK)
    except (OSError, pa.ArrowException) as error:
        raise DamagedFile(str(error).partition("\n")[0]) from error
    return block


def _in_utf8(block: bytes, encoding: str) -> bytes:
    # No sign of GB18030 has a line feed, a comma or a quotation mark among its bytes, so a block ends between signs.
    if block.isascii():
        return block
    try:
        text = block.decode(encoding)
    except UnicodeDecodeError as error:
        raise OtherEncoding from error
    if encoding == UTF8:
        return block
    # Nearly any bytes are some GB18030: unassigned and private signs tell text of another encoding.
    if any(unicodedata.category(sign) in ("Cn", "Co", "Cs") for sign in set(text)):
        raise OtherEncoding
    return text.encode()


def _quoted(lines: Any, width: int, sign: str) -> Flags:
    bare, cell = pc.utf8_rtrim(lines, "\r\n"), f'(?:{_QUOTED}|[^"{sign}]*)'
    between = pc.count_substring(pc.replace_substring_regex(bare, _QUOTED, ""), sign)
    closed = pc.match_substring_regex(bare, f"^{cell}(?:{sign}{cell})*$").to_numpy(zero_copy_only=False)
    fits = (between.to_numpy() == width - 1) if len(bare) else closed
    return np.where(~closed, QUOTE, np.where(fits, GOOD, CELLS)).astype(np.int8)


def _signs(text: bytes) -> npt.NDArray[np.uint8]:
    return np.frombuffer(text, dtype=np.uint8)
