"""Is what is wrong with a file said in Chinese to whoever reads Chinese?"""

from __future__ import annotations

import re

from lib.catalog.fault import Fault
from lib.words.fault_list import fault_rows
from lib.words.speak import Words

CHINESE = re.compile("[一-鿿]")
ENGLISH = re.compile(r"[A-Za-z]{2,}[,;:]? [a-z]{3,}|[A-Za-z]{3,}[,;:]? [a-z]{2,}")
"""Two English words in a row; names of columns, codes and bytes (ff cd) are none."""

_LINE = re.compile(
    r"(?P<file>[^:]*?)(?:, row (?P<row>\d+))?(?:, column (?P<column>[^:]*))?: "
    r'found "(?P<found>.*)"; allowed: (?P<allowed>.*)'
)


def english_left(fault: Fault) -> list[str]:
    """What is still English on the Chinese page? What was typed into a cell is not ours to translate."""
    [[file, _, column, found, allowed]] = fault_rows([fault], Words("zh"))
    left = [] if CHINESE.search(allowed) else [allowed]
    ours = [file, allowed.replace(fault.found, "") if fault.found else allowed]
    if not column or found != fault.found:
        ours.append(found)
    return left + [text for text in ours if ENGLISH.search(text)]


def told_line(line: str) -> Fault:
    """Which fault does a line of the command tell?"""
    found = _LINE.fullmatch(line)
    assert found, line
    return Fault(
        found["file"], int(found["row"] or 0), found["column"] or "", found["found"], found["allowed"]
    )
