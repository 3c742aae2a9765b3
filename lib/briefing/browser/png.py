"""What a PNG carries about itself: text chunks, put right after its head."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_AFTER_HEAD = len(_SIGNATURE) + 25


def with_texts(picture: bytes, texts: Mapping[str, str]) -> bytes:
    """What is this picture with these texts in it? Names are Latin, texts in any language.

    >>> with_texts(_SIGNATURE + bytes(25), {"Title": "图"})[33:37]
    b'\\x00\\x00\\x00\\r'
    """
    chunks = b"".join(_chunk(b"iTXt", _body(name, text)) for name, text in texts.items())
    return picture[:_AFTER_HEAD] + chunks + picture[_AFTER_HEAD:]


def _body(name: str, text: str) -> bytes:
    """Name, no compression, no language, no translated name, text in UTF-8."""
    return name.encode("latin-1") + b"\0\0\0\0\0" + text.encode()


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
