"""The text that a cell of an ODS sheet shows, and nothing that only hangs on it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from lib.catalog.files.xml_stream import Element, attribute, local, whole

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_SHOWN = (
    "span",
    "a",
    "ruby",
    "ruby-base",
    "meta",
    "sheet-name",
    "title",
    "date",
    "time",
    "s",
    "tab",
    "line-break",
)
"""What stands in a line of text and is seen there. Comments, notes, changes, drawings and readings are not."""

_MOST_SPACES = 100
_MONTH_NAME = re.compile(r"[A-Za-z]{3,}")


def text_of_cell(cell: Element, hidden: Collection[str]) -> str:
    """Which text does a cell show? `hidden` names the styles of text that is not displayed."""
    lines = (part for part in cell if part.tag == f"{_TEXT}p")
    return "\n".join("".join(_pieces(line, hidden)) for line in lines)


def _pieces(element: Element, hidden: Collection[str]) -> Iterator[str]:
    yield element.text or ""
    for part in element:
        name = local(part) if part.tag.startswith(_TEXT) else ""
        if name == "s":
            yield " " * whole(attribute(part, "c"), 1, _MOST_SPACES)
        elif name == "tab":
            yield "\t"
        elif name == "line-break":
            yield "\n"
        elif name in _SHOWN and attribute(part, "style-name") not in hidden:
            yield from _pieces(part, hidden)
        yield part.tail or ""


def parts_shown(text: str) -> str:
    """Which parts of a day does a cell show: y, m, d, and t for a time?

    Told by what is seen: year, month and day are three, a month by its name and a year are two.

    >>> [parts_shown(text) for text in ("2021年8月", "Aug-21", "21-10-01", "2021", "8月1日", "08:30", "二〇二一年八月")]
    ['ym', 'ym', 'ymd', 'y', 'md', 't', 'ym']
    """
    without_time = re.sub(r"[0-9]{1,2}[:时][0-9]{2}.*", "", text)
    clock = "t" if without_time != text else ""
    numbers = len(re.findall(r"[0-9]+|[〇零一二三四五六七八九十]+", re.sub(r"星期.|周.", "", without_time)))
    named = bool(_MONTH_NAME.search(without_time))
    if "日" in without_time or "号" in without_time:
        return ("ymd" if numbers + named > 2 else "md") + clock
    if numbers + named >= 3:
        return "ymd" + clock
    if numbers + named == 2:
        return "ym" + clock
    return (
        "y" if numbers and len(without_time.strip()) >= 4 and not named else "m" if numbers or named else ""
    ) + clock
