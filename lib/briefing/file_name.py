"""Names of files that Windows, macOS and Linux take, whatever a title says."""

from __future__ import annotations

MOST_BYTES = 255
"""Of a name with its ending, on Linux; elsewhere as many UTF-16 units, which are never more."""

_ROOM = 60
"""For what stands behind the stem: the chart or the paper, and the ending."""

_FORBIDDEN = '<>:"/\\|?*'
_DEVICES = {
    "CON",
    "PRN",
    "AUX",
    "NUL",
    *(f"{port}{number}" for port in ("COM", "LPT") for number in range(10)),
}


def stem(title: str, *rest: str) -> str:
    """How does a file begin that says this, and of what? The title gives way where it is too long in bytes.

    >>> stem("a/b: c?", "2021"), stem("CON.", "2021")
    ('a-b- c-_2021', '_CON._2021')
    """
    behind = "".join(f"_{_safe(part)}" for part in rest if part)
    name = _cut(_safe(title), MOST_BYTES - _ROOM - len(behind.encode())) + behind
    name = name.strip(" .")
    return f"_{name}" if name.partition(".")[0].strip().upper() in _DEVICES else name


def _safe(text: str) -> str:
    return "".join("-" if sign in _FORBIDDEN or ord(sign) < 32 else sign for sign in text)


def _cut(text: str, most: int) -> str:
    """So many bytes of it at most, and no half of a sign."""
    return text.encode()[:most].decode(errors="ignore").rstrip("\u200d")
