"""Every printed figure as a line of text, for the table of all of them and for the search in it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

import pandas as pd

from lib.facts.headline import HEADLINES
from lib.facts.observation import growth_of, to_fact
from lib.facts.record import CHINA, CHONGQING, DATASETS, WORLD, Record
from lib.words.names import Names
from lib.words.provenance import source
from lib.words.speak import Words

COLUMNS = (
    "indicator",
    "figure",
    "growth",
    "period",
    "area",
    "category",
    "counterpart",
    "bounds",
    "confidence",
    "status",
    "basis",
    "source",
    "note",
)
Row = dict[str, Any]


@dataclass(frozen=True, eq=False)
class Listing:
    """What a reader can ask figures by, and in the same order, once they are looked at, how they read in COLUMNS.

    `codes` has dataset, indicator, area, counterpart, unit, first_year, last_year, low (is its confidence low?) and
    haystack, the folded text that a search looks in. It is indexed by observation, as are the texts.
    """

    codes: pd.DataFrame
    rows: tuple[Row, ...] = field(repr=False)
    say: Callable[[Row], Mapping[str, str]] = field(repr=False)

    @cached_property
    def texts(self) -> pd.DataFrame:
        """How does every figure read?"""
        return self.lines(range(len(self.rows)))

    def printed(self, ids: Sequence[str]) -> list[Row]:
        """Which rows of the record are these observations?"""
        return [self.rows[place] for place in self.codes.index.get_indexer(pd.Index(ids))]

    def lines(self, places: Iterable[int]) -> pd.DataFrame:
        """How do the figures at these places read? A register has ten thousands of them, and a reader sees a page."""
        at = list(places)
        return pd.DataFrame(
            [self.say(self.rows[place]) for place in at], index=self.codes.index[at], columns=list(COLUMNS)
        )


def observations(record: Record, dataset: str = "all") -> list[Row]:
    """Which figures does a dataset hold, Chongqing's and the headlines first? All unless one is named."""
    found = [
        {"dataset": name} | row
        for name in DATASETS
        if name in record.frames and dataset in ("all", name)
        for row in record.lines(name)
    ]
    return sorted(found, key=_order)


def listing(record: Record, words: Words) -> Listing:
    """How does the table of every figure read?"""
    rows = observations(record)
    say, cite = Names.of(record, words.lang), citing(record, words)
    ids = pd.Index([row["observation_id"] for row in rows], name="observation_id")
    hay = _haystacks(record)
    codes = [
        {
            "dataset": row["dataset"],
            "indicator": row["indicator"],
            "area": row["ref_area"],
            "counterpart": row["counterpart"],
            "unit": row["unit"],
            "first_year": row["period_start"].year,
            "last_year": row["period_end"].year,
            "low": row["confidence"] == "low",
            "haystack": hay(row),
        }
        for row in rows
    ]
    return Listing(pd.DataFrame(codes, index=ids), tuple(rows), lambda row: _texts(row, say, cite, words))


def citing(record: Record, words: Words) -> Callable[[str], str]:
    """Which function names a source in one line? By its code where the list of sources cannot be read."""
    if "sources" in record.faults:
        return str
    return cache(lambda source_id: source(source_id, record, words).line)


def folded(text: str) -> str:
    """What of a text counts in a search? Neither the width of a character nor its case.

    >>> folded("ＩＴＯ　外包")
    'ito 外包'
    """
    return unicodedata.normalize("NFKC", text).casefold()


def _order(row: Row) -> tuple[object, ...]:
    place = {CHONGQING: 0, CHINA: 2, WORLD: 3}.get(row["ref_area"], 1)
    indicator = (
        row["indicator"] not in HEADLINES,
        row["indicator"],
        row["category"] != "total",
        row["category"],
    )
    newest = (-row["period_end"].toordinal(), row["period_start"].toordinal())
    return place, row["ref_area"], DATASETS.index(row["dataset"]), indicator, newest, row["observation_id"]


def _texts(row: Row, say: Names, cite: Callable[[str], str], words: Words) -> dict[str, str]:
    fact = to_fact(row)
    return {
        "indicator": say("indicators", row["indicator"]),
        "category": "" if row["category"] == "total" else say("categories", row["category"]),
        "area": say("areas", row["ref_area"]),
        "period": words.period(fact.period),
        "figure": words.fact(fact),
        "growth": words.signed(growth_of(row)) if row["growth"] == row["growth"] else "",
        "bounds": words.bounds(fact),
        "status": words.status(fact, short=True),
        "confidence": words(f"data.confidence.{fact.confidence}"),
        "counterpart": "" if row["counterpart"] == WORLD else say("areas", row["counterpart"]),
        "basis": say("bases", row["basis"]),
        "source": cite(row["source_id"]),
        "note": words.note(fact.note),
    }


def _haystacks(record: Record) -> Callable[[Row], str]:
    """Which function gives the text that a search looks in? The same in both languages of the reader."""
    both = [Names.of(record, lang) for lang in ("zh", "en")]
    sources = dict(_source_texts(record))

    def haystack(row: Row) -> str:
        named = [
            say(table, row[column])
            for say in both
            for table, column in (
                ("indicators", "indicator"),
                ("areas", "ref_area"),
                ("areas", "counterpart"),
                ("categories", "category"),
            )
        ]
        sign = "%" if row["unit"] == "PERCENT" else ""
        grown = f"{row['growth']:.{int(row['growth_decimals'])}f}%" if row["growth"] == row["growth"] else ""
        told = (
            row["observation_id"],
            f"{row['value']:.{int(row['decimals'])}f}{sign}",
            grown,
            row["note_zh"],
            row["note_en"],
            sources.get(row["source_id"], ""),
        )
        return folded("\n".join((*named, *told)))

    return haystack


def _source_texts(record: Record) -> Iterator[tuple[str, str]]:
    for row in record.lines("sources") if "sources" in record.frames else ():
        told = ("source_id", "publisher_zh", "publisher_en", "title", "published")
        yield str(row["source_id"]), "\n".join(str(row[column]) for column in told)
