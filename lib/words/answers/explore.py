"""What can be drawn?"""

from __future__ import annotations

from lib.facts.record import DATASETS, Record
from lib.words.speak import Words
from lib.words.telling import Teller


def answer(record: Record, words: Words) -> str:
    """How many figures on how many indicators can be drawn?"""
    frames = [record.frames[name] for name in DATASETS if name in record.frames]
    teller = Teller(record, words)
    held = teller.clause(
        "explore.answer",
        figures=words.count(sum(int(frame["value"].notna().sum()) for frame in frames)),
        indicators=words.count(len({str(code) for frame in frames for code in frame["indicator"].unique()})),
    )
    return teller.tell(teller.of(None, held))
