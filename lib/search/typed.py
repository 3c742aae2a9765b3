"""What somebody typed, before anything is made of it."""

from __future__ import annotations

import unicodedata

LONGEST = 100
ASKED = "q"
"""The name under which an address says it."""


def cleaned(typed: str) -> str:
    """What of a text from an address counts? No signs that cannot be seen, single spaces, and no more than LONGEST.

    >>> cleaned(" 离岸\\x00 \\u202e 2020\\n")
    '离岸 2020'
    """
    seen = (sign if unicodedata.category(sign)[0] not in "CZ" else " " for sign in typed[: 4 * LONGEST])
    return " ".join("".join(seen).split())[:LONGEST].strip()
