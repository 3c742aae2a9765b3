"""The datasets of the record in a short table: how many figures each holds, from how many sources, up to when."""

from __future__ import annotations

from lib.facts.period import Period
from lib.facts.record import DATASETS, Record
from lib.words.speak import Words


def dataset_head(words: Words) -> list[str]:
    """What are the columns of the list of datasets called?"""
    return [words(f"data.list.{name}") for name in ("dataset", "figures", "sources", "newest")]


def dataset_rows(record: Record, words: Words) -> list[list[str]]:
    """What does the list of datasets say? A line for each that could be read."""
    return [_row(name, record, words) for name in DATASETS if name in record.frames]


def _row(name: str, record: Record, words: Words) -> list[str]:
    rows = record.frame(name)
    outcomes = rows[rows["kind"] == "outcome"]
    newest = outcomes.sort_values(["period_end", "period_start"]).tail(1).to_dict("records")
    return [
        words(f"data.dataset.{name}"),
        words.count(len(rows)),
        words.count(rows["source_id"].nunique()),
        "".join(words.period(Period(row["period_start"], row["period_end"])) for row in newest),
    ]
