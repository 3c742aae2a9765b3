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
    rows = [
        row
        for name in DATASETS
        if name in record.frames
        for row in record.lines(name)
        if row["observation_id"] not in record.origins
    ]
    held = teller.clause(
        "data.held",
        count=words.count(len(rows)),
        sources=words.count(len({row["source_id"] for row in rows})),
        own=words.count(sum(row["ref_area"] == CHONGQING for row in rows)),
    )
    anchor = teller.ask(record.source, ANCHOR)
    first = None
    if anchor:
        publisher, day = anchor[f"publisher_{words.lang}"], date.fromisoformat(anchor["published"])
        first = teller.clause("data.anchor", publisher=publisher, date=day)
    return teller.tell(teller.of(None, held, first))
