"""What a PDF carries about itself: title, subject and keywords, and the day of the data instead of the clock's."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

_DATE = re.compile(rb"\(D:\d{14}[^)]*\)")
_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_TRAILER = re.compile(rb"trailer\s*<<(.*?)>>\s*startxref", re.DOTALL)
_SIZE = re.compile(rb"/Size (\d+)")
_ROOT = re.compile(rb"/Root (\d+ \d+ R)")


def with_info(document: bytes, texts: Mapping[str, str], *, day: date) -> bytes:
    """What is this PDF with these texts in its information? Names are those of PDF: Title, Subject, Keywords.

    The texts are appended as an update, as the format provides for; the pages stay as they are. The clock is
    taken out of the file, so that the same pages give the same bytes.
    """
    stamp = f"D:{day:%Y%m%d}000000+00'00'".encode()
    fixed = _DATE.sub(
        lambda found: b"(" + stamp.ljust(len(found[0]) - 2)[: len(found[0]) - 2] + b")", document
    )
    start, trailer = _START.search(fixed), _TRAILER.findall(fixed)
    size, root = _SIZE.search(trailer[-1]), _ROOT.search(trailer[-1])
    assert start
    assert size
    assert root
    number, at = int(size[1]), len(fixed)
    entries = "".join(f"/{name} {_hex(text)}\n" for name, text in texts.items())
    info = f"{number} 0 obj\n<<{entries}/CreationDate ({stamp.decode()})\n/ModDate ({stamp.decode()})>>\nendobj\n"
    table = (
        f"xref\n0 1\n0000000000 65535 f \n{number} 1\n{at:010d} 00000 n \n"
        f"trailer\n<</Size {number + 1} /Root {root[1].decode()} /Info {number} 0 R /Prev {start[1].decode()}>>\n"
        f"startxref\n{at + len(info)}\n%%EOF\n"
    )
    return fixed + (info + table).encode("ascii")


def _hex(text: str) -> str:
    """A text string of PDF in any language: UTF-16 with its mark, as hexadecimal digits."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"
