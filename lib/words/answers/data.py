"""Where do these figures come from?"""

from __future__ import annotations

from datetime import date

from lib.facts.errors import NoSuchFigure
from lib.facts.record import CHONGQING, DATASETS, Record
from lib.words.speak import Words

ANCHOR = "cns-2021-09-13"
"""The text that the record started from; every figure in it is here."""


def answer(record: Record, words: Words) -> str:
    """How many figures, from how many sources, how many on Chongqing, and which text came first?"""
    sources = record.frame("sources")
    anchor = sources[sources["source_id"] == ANCHOR]
    if anchor.empty:
        raise NoSuchFigure(f'no source "{ANCHOR}"')
    first = anchor.iloc[0]
    frames = [
        frame[~frame["observation_id"].isin(record.origins.keys())]
        for frame in (record.frames[name] for name in DATASETS if name in record.frames)
    ]
    used = {str(source) for frame in frames for source in frame["source_id"].unique()}
    return words(
        "data.answer",
        count=words.count(sum(map(len, frames))),
        sources=words.count(len(used)),
        own=words.count(sum(int((frame["ref_area"] == CHONGQING).sum()) for frame in frames)),
        publisher=first["publisher_zh"] if words.lang == "zh" else first["publisher_en"],
        date=date.fromisoformat(first["published"]),
    )
