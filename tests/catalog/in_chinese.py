"""Is what is wrong with a file said in Chinese to whoever reads Chinese?"""

from __future__ import annotations

import re

from lib.catalog.fault import Fault
from lib.words.fault_list import fault_rows
from lib.words.speak import Words

CHINESE = re.compile("[一-鿿]")
ENGLISH = re.compile(r"[A-Za-z]{2,}[,;:]? [a-z]{3,}|[A-Za-z]{3,}[,;:]? [a-z]{2,}")
"""Two English words in a row; names of columns, codes and bytes (ff cd) are none."""


def english_left(fault: Fault) -> list[str]:
    """What is still English on the Chinese page? What was typed into a cell is not ours to translate."""
    [[file, _, _, found, allowed]] = fault_rows([fault], Words("zh"))
    left = [] if CHINESE.search(allowed) else [allowed]
    typed = found if isinstance(fault.found, str) else ""
    ours = [file, allowed.replace(typed, "") if typed else allowed, "" if typed else found]
    return left + [text for text in ours if ENGLISH.search(text)]
