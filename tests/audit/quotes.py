"""What the record says in words of its own, which a page may quote: titles, names, notes, addresses.

Read from the CSV files, not through the program, and from the descriptions of their columns.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from lib.catalog.schema import TABLES
from lib.site.sections.by_address import PASTED
from tests.audit.marks import NUMBER

PUBLISHED = Path(__file__).parents[2] / "data" / "published"
# Figures, and the days and months that they speak of: these are to be said by the program, never quoted.
NEVER = frozenset(("value", "unit_mult", "growth", "period_start", "period_end"))
_DIGIT = r"[0-9]"
_FIELD = re.compile(r"\{\w+\}")
_NAME = 40
"""Up to how many signs may a text be the name in a label?"""


@cache
def quotations() -> re.Pattern[str]:
    """Which whole texts may be quoted? Never as a part of a longer number."""
    texts = {text for text in _cells() if NUMBER.search(text)}
    longest_first = sorted(texts, key=lambda text: (-len(text), text))
    return re.compile(rf"(?<!{_DIGIT})(?:{'|'.join(map(_wrapped, longest_first))})(?!{_DIGIT})")


def _wrapped(text: str) -> str:
    """A text, also where a label that quotes it is broken between two Chinese characters."""
    broken = len(text) <= _NAME and any("\u4e00" <= sign <= "\u9fff" for sign in text)
    return " ?".join(map(re.escape, text)) if broken else re.escape(text)


@cache  # the same text stands on a page, on its slide, in each file
def without_quotations(text: str) -> str:
    """What is left of a text when everything that it quotes whole is taken out?"""
    return quotations().sub(" ", text) if NUMBER.search(text) else text


def _cells() -> Iterator[str]:
    for path in sorted(PUBLISHED.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                for column, cell in row.items():
                    if column not in NEVER:
                        yield cell
                        yield from cell.split(";")
    for (
        line
    ) in PASTED.values():  # what is pasted into programs, tried as it stands by tests/api/test_readers.py
        yield from _FIELD.split(line)
    for table in TABLES.values():
        yield from (table.zh, table.en)
        for column in table.columns:
            yield from (column.zh, column.en)
            for code, (english, chinese) in column.codes.items():
                yield from (f"{code} ({english})", f"{code}（{chinese}）")
