"""The published record as pages ask it: which figure, of whom, for when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import pandas as pd

from lib.facts.errors import DatasetUnavailable, NoSuchFigure
from lib.facts.fact import Fact
from lib.facts.growth_beside import growth_beside
from lib.facts.lines import lines_of
from lib.facts.missing import Names, names, names_of, no_such_figure
from lib.facts.observation import Row, to_fact
from lib.facts.period import Period

DATASETS = (
    "trade_volume",
    "outsourcing",
    "emerging_sectors",
    "enterprises",
    "talent",
    "context",
    "exchange_rates",
)
HEADLINE_CONFIDENCE = ("high", "medium")
CHONGQING, CHINA, WORLD = "CN-CQ", "CN", "WLD"
_CODES = ("ref_area", "counterpart", "category")
ANY_CONFIDENCE = (*HEADLINE_CONFIDENCE, "low")


@dataclass(frozen=True, eq=False)
class Record:
    """Every dataset and table that could be read, and for the others why not.

    `frames` maps each of DATASETS, and each table beside them, to its frame; `faults` those that could not be read
    to the error to raise when someone asks for them. An observation frame has the columns of the data model,
    periods as `datetime.date`, missing growth as NaN, missing text as "", and `revised`: does the row print
    another value than an earlier one? `origins` maps each observation that was not published to `local` or
    `synthetic`; `local_faults` says which files beside the published ones could not be laid over them.
    `is_settled` is false while files are replaced or unreadable.
    """

    frames: Mapping[str, pd.DataFrame]
    faults: Mapping[str, DatasetUnavailable] = field(default_factory=dict)
    version: str = ""
    as_of: date = date.min
    origins: Mapping[str, str] = field(default_factory=dict)
    local_faults: tuple[DatasetUnavailable, ...] = ()
    is_settled: bool = True

    @property
    def size(self) -> int:
        """How many printed figures does it hold, over the datasets that could be read?"""
        return sum(len(self.frames[name]) for name in DATASETS if name in self.frames)

    def origin_of(self, facts: Iterable[Fact]) -> str:
        """Do these rest on rows that were not published? `synthetic` before `local`; blank for none."""
        if not self.origins:
            return ""
        found = {self.origins.get(row, "") for fact in facts for row in fact.lineage()}
        return max(found, default="")

    def frame(self, name: str) -> pd.DataFrame:
        """What does a dataset or table hold? Raises DatasetUnavailable where it could not be read."""
        if name in self.faults:
            raise self.faults[name]
        return self.frames[name]

    def lines(self, name: str) -> list[Row]:
        """What does a dataset or table hold, row by row? Not to be changed: made once. Raises as `frame` does."""
        frame = self.frame(name)
        if name not in self._lines:
            self._lines[name] = lines_of(frame)
        return self._lines[name]

    def dataset_of(self, indicator: str) -> str:
        """Which dataset holds an indicator?"""
        self.frame("indicators")  # says why not, if so
        if indicator not in self._dataset_of:
            raise NoSuchFigure(f'unknown indicator "{indicator}"')
        return self._dataset_of[indicator]

    def rows(self, indicator: str, **where: object) -> list[Row]:
        """Which observations of an indicator have these codes? In order of period; not to be changed.

        `where` names columns; a tuple allows any of its values. Low confidence is left out unless
        `confidence` is given. `ref_area` is Chongqing and `counterpart` the world unless given.
        """
        wanted = {"ref_area": CHONGQING, "counterpart": WORLD, "confidence": HEADLINE_CONFIDENCE} | where
        allowed = [(name, codes if isinstance(codes, tuple) else (codes,)) for name, codes in wanted.items()]
        dataset = self.dataset_of(indicator)
        self.frame(dataset)  # says why not, if so
        named = tuple(wanted.get(name) for name in _CODES)
        if all(isinstance(code, str) for code in named):
            rows = self._of_codes.get((dataset, indicator, *named), [])
            allowed = [(name, codes) for name, codes in allowed if name not in _CODES]
        else:
            rows = self._of_indicator.get((dataset, indicator), [])
        return [row for row in rows if all(row[name] in codes for name, codes in allowed)]

    def all(self, indicator: str, **where: object) -> tuple[Fact, ...]:
        """Which figures of an indicator have these codes? In order of period; see `rows`."""
        return tuple(to_fact(row) for row in self.rows(indicator, **where))

    def latest(self, indicator: str, **where: object) -> Fact:
        """Which is the newest outcome of an indicator for Chongqing?

        Where two sources print the same period, the more confident and then the later published one.
        Raises NoSuchFigure when there is none.
        """
        rows = self.rows(indicator, **({"category": "total", "kind": "outcome"} | where))
        if not rows:
            raise self.missing(indicator, **where)
        end = max(row["period_end"] for row in rows)
        start = min(row["period_start"] for row in rows if row["period_end"] == end)
        spans = [row for row in rows if (row["period_start"], row["period_end"]) == (start, end)]
        return to_fact(self.most_trusted(spans))

    def one(self, indicator: str, *, period: Period, **where: object) -> Fact:
        """Which figure of an indicator is printed for a period? Raises NoSuchFigure when there is none."""
        codes = {"category": "total", "period_start": period.start, "period_end": period.end} | where
        rows = self.rows(indicator, **codes)
        if not rows:
            raise self.missing(indicator, period, **where)
        return to_fact(self.most_trusted(rows))

    def growth(self, fact: Fact) -> Fact:
        """Which growth on the same period a year earlier stands beside a figure? Missing: none."""
        return growth_beside(self, fact)

    def missing(self, indicator: str, period: Period | None = None, /, **where: object) -> NoSuchFigure:
        """Which error names a figure as missing?"""
        return no_such_figure(self._names, indicator, period, where)

    def by_id(self, observation_id: str) -> Fact:
        """Which figure is printed in one observation?"""
        return to_fact(self.row(observation_id))

    def row(self, observation_id: str) -> Row:
        """What does the record say of one observation, column by column?"""
        found = self._by_observation.get(observation_id)
        if found is not None:
            return found
        for fault in self.faults.values():
            raise fault
        raise NoSuchFigure(f'unknown observation "{observation_id}"')

    def source(self, source_id: str) -> Row:
        """What is known of a source? Raises NoSuchFigure for one that the record does not name."""
        found = self._by_source.get(source_id)
        if found is None:
            self.frame("sources")  # says why not, if so
            raise NoSuchFigure(f'unknown source "{source_id}"')
        return found

    def name(self, table: str, code: str, lang: str) -> str:
        """What is the name of an indicator, area or category in a language?"""
        self.frame(table)
        return names(self._names, table, code).get(lang, code)

    @cached_property
    def _lines(self) -> dict[str, list[Row]]:
        return {}

    @cached_property
    def _by_observation(self) -> dict[str, Row]:
        return {row["observation_id"]: row for rows in self._of_indicator.values() for row in rows}

    @cached_property
    def _by_source(self) -> dict[str, Row]:
        return {row["source_id"]: row for row in self.lines("sources")} if "sources" in self.frames else {}

    @cached_property
    def _dataset_of(self) -> dict[str, str]:
        return {row["indicator"]: row["dataset"] for row in self.lines("indicators")}

    @cached_property
    def _names(self) -> Names:
        return names_of(self.frames)

    @cached_property
    def _of_indicator(self) -> dict[tuple[str, str], list[Row]]:
        """The rows of each indicator in order of period, so that a question reads a few rows and no frame."""
        found: dict[tuple[str, str], list[Row]] = {}
        for name in DATASETS:
            for row in self.lines(name) if name in self.frames else ():
                found.setdefault((name, row["indicator"]), []).append(row)
        for rows in found.values():
            rows.sort(key=lambda row: (row["period_end"], row["period_start"], row["observation_id"]))
        return found

    @cached_property
    def _of_codes(self) -> dict[tuple[object, ...], list[Row]]:
        """The same by code: a register brings thousands of rows an indicator."""
        found: dict[tuple[object, ...], list[Row]] = {}
        for key, rows in self._of_indicator.items():
            for row in rows:
                found.setdefault((*key, *(row[name] for name in _CODES)), []).append(row)
        return found

    def most_trusted(self, rows: list[Row]) -> Row:
        """Which row is the most confident, of two as confident the later published? An undated source comes last."""
        self.frame("sources")  # says why not, if so
        later_first = sorted(rows, key=self._published, reverse=True)
        return min(later_first, key=lambda row: ANY_CONFIDENCE.index(row["confidence"]))

    def _published(self, row: Row) -> str:
        return str(self._by_source.get(row["source_id"], {}).get("published") or "")
