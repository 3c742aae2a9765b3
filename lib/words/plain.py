"""A text that somebody typed, as the one line that they see, whatever else came along in it."""

from __future__ import annotations

import unicodedata

_JOINERS = "\u200c\u200d"
"""They hold a sign together, as in 👩‍🔬, and turn nothing round."""


def plain(text: str) -> str:
    r"""Which one line does a text show, without signs that cannot be seen and steer something?

    Line breaks and tabs are spaces; control signs, marks that turn the direction of writing, halves of a sign
    and what is no character in Unicode are taken out. Such a sign breaks an Office file, ends a text in CSS, or
    shows a figure the other way round.

    >>> plain("上半年\r\n简报\x00\x1b\ufffe\ud800 \u202e8.21\u2066")
    '上半年 简报 8.21'
    """
    kept = "".join(" " if sign.isspace() else sign for sign in text if sign.isspace() or _is_seen(sign))
    return " ".join(kept.split())


def _is_seen(sign: str) -> bool:
    kind = unicodedata.category(sign)
    if kind == "Cn":
        code = ord(sign)  # one that is not given out yet may be next year's emoji
        return code & 0xFFFE != 0xFFFE and not 0xFDD0 <= code <= 0xFDEF
    return kind not in ("Cc", "Cs") and (kind != "Cf" or sign in _JOINERS)
