"""How much room a text takes, told without a browser: on the safe side, since fonts differ."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from unicodedata import category, east_asian_width

NARROWEST, WIDEST = 318, 560
"""How wide a chart is on a phone and on a card beside another, in pixels."""
SIZE, LINE = 12.5, 1.3
"""The size of labels in pixels, and the height of a line in sizes."""
_BOLD = 1.06
_LEAST = 0.25
"""Which part of the room a last line takes at least, where that takes no more lines."""
_TAG = re.compile(r"<(?!br)[^>]*>")


@lru_cache(maxsize=4096)  # the same words stand on every chart, in each place that is tried for them
def width_of(text: str, size: float = SIZE) -> float:
    """How many pixels wide is the widest line of a text?

    >>> width_of("675.3亿元", 10), width_of("a<br><b>bb</b>", 10)
    (46.1, 12.1)
    """
    bold = _BOLD if "<b>" in text else 1.0
    lines = (sum(map(_em, _TAG.sub("", line))) for line in text.split("<br>"))
    return round(max(lines) * size * bold, 1)


def height_of(text: str, size: float = SIZE) -> float:
    """How many pixels high is a text?"""
    return (text.count("<br>") + 1) * size * LINE


def more_lines(text: str, size: float = SIZE) -> float:
    """How many pixels higher is a text than a line?

    >>> more_lines("a"), more_lines("a<br>b", 10)
    (0.0, 13.0)
    """
    return height_of(text, size) - height_of("", size)


@lru_cache(maxsize=4096)  # the same names are broken for each width of each chart that has them
def wrapped(text: str, room: float, size: float = SIZE) -> str:
    """How does a text read in lines of at most so many pixels? Words stay whole; Chinese parts between any signs.

    Lines that it has already are kept, and so is a text that fits. Phrases stay whole where that takes no more lines,
    and no sign or two are left alone on the last.

    >>> wrapped("bonded research and design", 100, 10), wrapped("服务贸易进出口额", 70, 10)
    ('bonded research and<br>design', '服务贸易<br>进出口额')
    >>> wrapped("口径：重庆服务贸易（美元，宽口径）", 120, 10)
    '口径：重庆服务贸易<br>（美元，宽口径）'
    """
    if width_of(text, size) <= room:
        return text
    return "<br>".join(_broken(line, room, size) for line in text.split("<br>"))


def _broken(line: str, room: float, size: float) -> str:
    pieces = re.findall(
        r"<[^>]*>|[\u3000-\u9fff\uff00-\uffef]|[^\s\u3000-\u9fff\uff00-\uffef<]+\s*|\s+", line
    )
    lines = _filled(pieces, room, size)
    for parts in (_phrases(pieces), pieces):
        for part in (20, *range(10, 20)):  # as full as may be, or else as even as may be
            found = _filled(parts, part / 20 * room, size)
            if len(found) == len(lines) and _is_well_parted(found, room, size):
                return "<br>".join(found)
    return "<br>".join(lines)


def _is_well_parted(lines: list[str], room: float, size: float) -> bool:
    return all(width_of(line, size) <= room for line in lines) and (
        len(lines) == 1 or width_of(lines[-1], size) >= _LEAST * room
    )


def _phrases(pieces: list[str]) -> list[str]:
    """What of a text belongs together? Up to a mark or a space, or what brackets hold."""
    found: list[str] = []
    for piece in pieces:
        last = found[-1] if found else " "
        ends = last[-1] in " ，。、；：）》" or piece[0] in "（《“"
        if found and (_clings(piece) or not ends or last.count("（") > last.count("）")):
            found[-1] += piece
        else:
            found.append(piece)
    return found


def _filled(pieces: list[str], room: float, size: float) -> list[str]:
    """Which lines come of these, each as full as may be?"""
    lines = [""]
    for piece in pieces:
        if lines[-1].strip() and width_of(lines[-1] + piece.rstrip(), size) > room and not _clings(piece):
            lines.append("")
        lines[-1] += piece
    return [text.rstrip() for text in lines]


def _clings(piece: str) -> bool:
    """May a piece not begin a line? A closing mark, and a tag."""
    return piece[0] in "，。、；：）”》<" or piece[0] in ",.;:)"


def _em(sign: str) -> float:
    if category(sign) == "Co":  # of private use: marks that no reader sees
        return 0.0
    if east_asian_width(sign) in "WFA" and sign not in "—–…·−≈≥≤×÷“”‘’":
        return 1.0
    if sign in " .,:;'|()[]ijlftr·":
        return 0.33
    return 0.66 if sign.isupper() or sign in "mw%—" else 0.57


def runs(numbers: list[int]) -> list[tuple[int, int]]:
    """From where to where do numbers follow each other?

    >>> runs([2015, 2017, 2018, 2019])
    [(2015, 2015), (2017, 2019)]
    """
    if not numbers:
        return []
    breaks = [after for before, after in pairwise(numbers) if after != before + 1]
    starts = [numbers[0], *breaks]
    ends = [before for before, after in pairwise(numbers) if after != before + 1]
    return list(zip(starts, [*ends, numbers[-1]], strict=True))
