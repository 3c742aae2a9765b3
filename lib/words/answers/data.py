"""Where do these figures come from?"""

from __future__ import annotations

from datetime import date

from lib.facts.record import CHONGQING, DATASETS, Record
from lib.words.speak import Words
from lib.words.telling import Teller

ANCHOR = "cns-2021-09-13"
"""The text that the record started from; every figure in it is here."""


def answer(record: Record, words: Words) -> str:
    """How many figures, from how many sources, how many on Chongqing, and which text came first?"""
    teller = Teller(record, words)
    frames = [
        frame[~frame["observation_id"].isin(record.origins.keys())]
        for frame in (record.frames[name] for name in DATASETS if name in record.frames)
    ]
    used = {str(source) for frame in frames for source in frame["source_id"].unique()}
    held = teller.clause(
        "data.held",
        count=words.count(sum(map(len, frames))),
        sources=words.count(len(used)),
        own=words.count(sum(int((frame["ref_area"] == CHONGQING).sum()) for frame in frames)),
    )
    anchor = teller.ask(record.source, ANCHOR)
    first = None
    if anchor:
        publisher, day = anchor[f"publisher_{words.lang}"], date.fromisoformat(anchor["published"])
        first = teller.clause("data.anchor", publisher=publisher, date=day)
    return teller.tell(teller.of(None, held, first))
