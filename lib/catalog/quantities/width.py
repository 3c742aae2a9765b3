"""Full-width letters and digits, and the many signs for one thing, brought to one form."""

from __future__ import annotations

import re

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SIGNS = str.maketrans(
    {"\u3000": " ", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "−": "-", "﹣": "-", "～": "~"}
)
DASH = "[-–—―~至到]"
"""What stands between the two ends of a period."""


def plain_width(text: str) -> str:
    """What was typed, in half-width signs and with single spaces?

    >>> plain_width("　１２．１亿，约７８％ ")
    '12.1亿,约78%'
    """
    return re.sub(r"\s+", " ", text.translate(_SIGNS).translate(_FULL_WIDTH)).strip()
