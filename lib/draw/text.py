"""Plotly's bits of HTML as lines of runs."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from html.parser import HTMLParser

from lib.draw.model import Lines, Run

_COLOUR = re.compile(r"color:\s*(#[0-9A-Fa-f]{6})")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[list[Run]] = [[]]
        self._bold = 0
        self._styles: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self.lines.append([])
        elif tag == "b":
            self._bold += 1
        elif tag == "span":
            self._styles.append(dict(attrs).get("style") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "b":
            self._bold -= 1
        elif tag == "span":
            self._styles.pop()

    def handle_data(self, data: str) -> None:
        style = " ".join(self._styles)
        colour = _COLOUR.search(style)
        self.lines[-1].append(
            Run(data, self._bold > 0, colour[1].upper() if colour else "", "font-size" in style)
        )


def runs(text: str) -> Lines:
    """Which lines and styles has a text of Plotly's?

    >>> [[run.text for run in line] for line in runs("<b>2016—2017年</b><br>约38.3")]
    [['2016—2017年'], ['约38.3']]
    """
    reader = _Reader()
    reader.feed(text.strip())
    reader.close()
    return tuple(tuple(line) for line in reader.lines)


def plain(lines: Lines, between: str = " ") -> str:
    """What does a text say without its styles?"""
    return between.join("".join(run.text for run in line) for line in lines).strip()


def width(text: str, size: float) -> float:
    """How wide is a text about, in the unit of its size? A full-width character is a square.

    >>> width("亿元", 10.0)
    20.0
    """
    return sum(map(_wide, text)) * size


def _wide(letter: str) -> float:
    if "\ue000" <= letter <= "\uf8ff":  # of private use: nothing to be seen
        return 0.0
    return 1.0 if ord(letter) > 0x2E7F or letter in "—…" else _narrow(letter)


def _narrow(letter: str) -> float:
    if letter in "iljtfI.,:;'|![]() ":
        return 0.34
    if letter in "mwMW%@≈+−–":
        return 0.88
    return 0.68 if letter.isupper() else 0.58


def rows(text: str, size: float, room: float, *, bold: bool = False) -> int:
    """Over how many lines does a text run about, in a box of this width? Rather one too many."""
    return max(1, math.ceil(width(text, size) * (1.2 if bold else 1.06) / room))


def size_within(text: str, room: float, most: Sequence[tuple[float, int]], *, bold: bool = False) -> float:
    """In which size does a text stand on no more lines than that size allows? In the last where it does in none.

    >>> size_within("简报", 440, ((22, 1), (16, 2))), size_within("简报" * 15, 440, ((22, 1), (16, 2)))
    (22, 16)
    """
    return next((size for size, lines in most if rows(text, size, room, bold=bold) <= lines), most[-1][0])
