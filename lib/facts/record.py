"""The published record as pages ask it: which figure, of whom, for when."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any

import pandas as pd

from lib.calc.interval import Interval
from lib.facts.errors import DatasetUnavailable, NoSuchFigure
from lib.facts.fact import Fact
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
TABLES = (
    "sources",
    "indicators",
    "areas",
    "categories",
    "talent_bases",
    "emerging_list",
    "bases",
    "conflicts",
    "releases",
)
HEADLINE_CONFIDENCE = ("high", "medium")
CHONGQING, CHINA, WORLD = "CN-CQ", "CN", "WLD"


@dataclass(frozen=True, eq=False)
class Record:
    """Every dataset and table that could be read, and for the others why not.

    `frames` maps each of DATASETS and TABLES to its frame; `faults` maps those that could not be read to the
    error to raise when someone asks for them. An observation frame has the Parquet columns of the data model,
    periods as `datetime.date`, missing growth as NaN, missing text as "", and `revised`: does the row print
    another value than an earlier print of the same figure?
    """

    frames: Mapping[str, pd.DataFrame]
    faults: Mapping[str, DatasetUnavailable] = field(default_factory=dict)
    version: str = ""
    as_of: date = date.min

    @property
    def size(self) -> int:
        """How many printed figures does it hold, over the datasets that could be read?"""
        return sum(len(self.frames[name]) for name in DATASETS if name in self.frames)

    def frame(self, name: str) -> pd.DataFrame:
        """What does a dataset or table hold? Raises DatasetUnavailable where it could not be read."""
        if name in self.faults:
            raise self.faults[name]
        return self.frames[name]

    def dataset_of(self, indicator: str) -> str:
        """Which dataset holds an indicator?"""
        table = self.frame("indicators")
        found = table.loc[table["indicator"] == indicator, "dataset"]
        if found.empty:
            raise NoSuchFigure(f'unknown indicator "{indicator}"')
        return str(found.iloc[0])

    def rows(self, indicator: str, **where: object) -> pd.DataFrame:
        """Which observations of an indicator have these codes? In order of period.

        `where` names columns; a tuple allows any of its values. Low confidence is left out unless
        `confidence` is given. `ref_area` is Chongqing and `counterpart` the world unless given.
        """
        wanted = {"ref_area": CHONGQING, "counterpart": WORLD, "confidence": HEADLINE_CONFIDENCE} | where
        dataset = self.dataset_of(indicator)
        whole = self.frame(dataset)
        frame = self._of_indicator.get((dataset, indicator), whole.iloc[:0])
        keep = pd.Series(True, index=frame.index)
        for column, value in wanted.items():
            keep &= frame[column].isin(list(value) if isinstance(value, tuple) else [value])
        return frame[keep].sort_values(["period_end", "period_start", "observation_id"], kind="stable")

    def all(self, indicator: str, **where: object) -> tuple[Fact, ...]:
        """Which figures of an indicator have these codes? In order of period; see `rows`."""
        return tuple(to_fact(row) for row in _dicts(self.rows(indicator, **where)))

    def latest(self, indicator: str, **where: object) -> Fact:
        """Which is the newest outcome of an indicator for Chongqing?

        Where two sources print the same period, the more confident and then the later published one.
        Raises NoSuchFigure when there is none.
        """
        rows = self.rows(indicator, **({"category": "total", "kind": "outcome"} | where))
        if rows.empty:
            raise NoSuchFigure(f"no {indicator} for {where}")
        newest = rows[rows["period_end"] == rows["period_end"].max()]
        newest = newest[newest["period_start"] == newest["period_start"].min()]
        return to_fact(self._most_trusted(newest))

    def one(self, indicator: str, *, period: Period, **where: object) -> Fact:
        """Which figure of an indicator is printed for a period? Raises NoSuchFigure when there is none."""
        codes = {"category": "total", "period_start": period.start, "period_end": period.end} | where
        rows = self.rows(indicator, **codes)
        if rows.empty:
            raise NoSuchFigure(f"no {indicator} for {period.code} with {where}")
        return to_fact(self._most_trusted(rows))

    def growth(self, fact: Fact) -> Fact:
        """Which growth on the same period a year earlier is printed for a figure? Missing where none is.

        Where the source of the level prints none, another source of the same figure may.
        """
        rows = self.rows(
            fact.indicator,
            ref_area=fact.ref_area,
            counterpart=fact.counterpart,
            category=fact.category,
            basis=fact.basis,
            kind=fact.kind,
            unit=fact.unit,
            period_start=fact.period.start,
            period_end=fact.period.end,
        )
        printed = rows[rows["growth"].notna()]
        if printed.empty:
            return replace(
                fact,
                value=math.nan,
                bounds=Interval(math.nan, math.nan),
                unit="PERCENT",
                unit_mult=0,
                status="M",
                revised=False,
            )
        return growth_of(self._most_trusted(printed))

    def by_id(self, observation_id: str) -> Fact:
        """Which figure is printed in one observation?"""
        return to_fact(self.row(observation_id))

    def row(self, observation_id: str) -> dict[str, Any]:
        """What does the record say of one observation, column by column?"""
        found = self._by_observation.get(observation_id)
        if found is not None:
            return found
        for fault in self.faults.values():
            raise fault
        raise NoSuchFigure(f'unknown observation "{observation_id}"')

    def source(self, source_id: str) -> dict[str, Any]:
        """What is known of a source? Raises NoSuchFigure for one that the record does not name."""
        found = self._by_source.get(source_id)
        if found is None:
            self.frame("sources")  # says why, where the table could not be read
            raise NoSuchFigure(f'unknown source "{source_id}"')
        return found

    def name(self, table: str, code: str, lang: str) -> str:
        """What is the name of an indicator, area or category in a language?"""
        frame = self.frame(table)
        key = {"indicators": "indicator", "areas": "ref_area", "categories": "category"}[table]
        found = frame.loc[frame[key] == code, f"name_{lang}"]
        return str(found.iloc[0]) if len(found) else code

    @cached_property
    def _by_observation(self) -> dict[str, dict[str, Any]]:
        frames = [self.frames[name] for name in DATASETS if name in self.frames]
        return {row["observation_id"]: row for frame in frames for row in _dicts(frame)}

    @cached_property
    def _by_source(self) -> dict[str, dict[str, Any]]:
        table = self.frames.get("sources")
        return {} if table is None else {row["source_id"]: row for row in _dicts(table)}

    @cached_property
    def _of_indicator(self) -> dict[tuple[str, str], pd.DataFrame]:
        """The rows of each indicator, so that a question reads a few rows and not a whole dataset."""
        return {
            (name, str(indicator)): rows
            for name in DATASETS
            if name in self.frames
            for indicator, rows in self.frames[name].groupby("indicator", sort=False)
        }

    def _most_trusted(self, rows: pd.DataFrame) -> dict[str, Any]:
        dates = self.frame("sources").set_index("source_id")["published"]
        order = rows.assign(
            trust=rows["confidence"].map({"high": 0, "medium": 1, "low": 2}),
            published=rows["source_id"].map(dates),
        ).sort_values(["trust", "published"], ascending=[True, False], kind="stable", na_position="last")
        return _as_dict(order)


def to_fact(row: Mapping[str, Any]) -> Fact:
    """Which figure does one observation print?"""
    return Fact(
        value=row["value"],
        bounds=Interval(row["lower"], row["upper"]),
        unit=row["unit"],
        unit_mult=int(row["unit_mult"]),
        decimals=int(row["decimals"]),
        qualifier=row["qualifier"],
        observations=(row["observation_id"],),
        revised=bool(row.get("revised", False)),
        **_codes(row),
    )


def growth_of(row: Mapping[str, Any]) -> Fact:
    """Which growth on the same period a year earlier does an observation print beside its level?"""
    return Fact(
        value=row["growth"],
        bounds=Interval(row["growth_lower"], row["growth_upper"]),
        unit="PERCENT",
        unit_mult=0,
        decimals=int(row["growth_decimals"]),
        qualifier=row["growth_qualifier"] or "exact",
        observations=(row["observation_id"],),
        **_codes(row),
    )


def _codes(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "period": Period(row["period_start"], row["period_end"]),
        "indicator": row["indicator"],
        "ref_area": row["ref_area"],
        "category": row["category"],
        "counterpart": row["counterpart"],
        "status": row["obs_status"],
        "basis": row["basis"],
        "kind": row["kind"],
        "confidence": row["confidence"],
        "note": (row["note_zh"], row["note_en"]),
    }


def _as_dict(rows: pd.DataFrame) -> dict[str, Any]:
    return _dicts(rows.head(1))[0]


def _dicts(rows: pd.DataFrame) -> list[dict[str, Any]]:
    return [{str(column): value for column, value in row.items()} for row in rows.to_dict("records")]
