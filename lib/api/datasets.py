"""A dataset by address: all of its figures, or those that filters leave."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from lib.api.asked import SHOWN, Asked
from lib.api.figures import Figures, document, written
from lib.api.made import MIME, Made
from lib.briefing.csv_dataset import dataset_csv
from lib.briefing.parquet_dataset import dataset_parquet
from lib.briefing.xlsx import workbook
from lib.catalog.codes import KINDS
from lib.facts.observation import to_fact
from lib.facts.record import DATASETS, Record
from lib.words.dataset import Row, observations
from lib.words.names import Names
from lib.words.problem import Problem
from lib.words.speak import Words
from lib.words.workbook import dataset_sheets, release_day

FILTERS = ("indicator", "area", "category", "from", "to", "basis", "kind")
MOST_FIGURES: Mapping[str, int] = MappingProxyType(
    {"json": 5_000, "xlsx": 20_000, "csv": 100_000, "parquet": 1_000_000}
)
_DAY = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


def dataset(name: str, form: str, asked: Asked, record: Record) -> Made:
    """What is a dataset in a format, as it was asked for? Raises Problem and RecordError."""
    rows, words = filtered(name, asked.only(*FILTERS), record), Words(asked.lang)
    if len(rows) > MOST_FIGURES[form]:
        found, most = words.count(len(rows)), words.count(MOST_FIGURES[form])
        raise Problem(400, "api.problem.size", found=found, most=most, form=form)
    makers: Mapping[str, Callable[[], bytes]] = {
        "json": lambda: written(_document(name, rows, record, words)),
        "csv": lambda: dataset_csv(rows, record, words),
        "parquet": lambda: dataset_parquet(name, record, only={row["observation_id"] for row in rows}),
        "xlsx": lambda: _workbook(name, rows, record, words),
    }
    return Made(makers[form](), MIME[form], f"{name}_{record.version}.{form}")


def filtered(name: str, asked: Asked, record: Record) -> list[Row]:
    """Which rows of a dataset are asked for?

    An area counts whether the figure is about it or about trade with it; of `from` and `to` every period counts that
    touches the time between them. Raises Problem for a value that no row of the dataset has.
    """
    record.frame(name)  # says why not, if so
    rows = observations(record, name)
    areas = asked.all_among("area", _known(rows, "ref_area", "counterpart"))
    columns = ("indicator", "category", "basis")
    chosen = {column: asked.all_among(column, _known(rows, column)) for column in columns}
    chosen["kind"] = asked.all_among("kind", KINDS)
    first, last = _day(asked, "from", date.min), _day(asked, "to", date.max, end=True)
    return [
        row
        for row in rows
        if all(not codes or row[column] in codes for column, codes in chosen.items())
        and (not areas or row["ref_area"] in areas or row["counterpart"] in areas)
        and row["period_end"] >= first
        and row["period_start"] <= last
    ]


def filters_of(name: str, record: Record) -> dict[str, list[str]]:
    """Which values of each filter has a dataset?"""
    rows = observations(record, name)
    return {
        "indicator": list(_known(rows, "indicator")),
        "area": list(_known(rows, "ref_area", "counterpart")),
        "category": list(_known(rows, "category")),
        "basis": list(_known(rows, "basis")),
        "kind": list(_known(rows, "kind")),
    }


def named(name: str) -> str:
    """Is there a dataset of this name? Raises Problem, which lists them."""
    if name not in DATASETS:
        raise Problem(404, "api.problem.dataset", allowed=DATASETS, name=name[:SHOWN])
    return name


def _known(rows: Iterable[Mapping[str, Any]], *columns: str) -> tuple[str, ...]:
    return tuple(sorted({str(row[column]) for row in rows for column in columns}))


def _day(asked: Asked, name: str, default: date, *, end: bool = False) -> date:
    """A year, a month or a day; of `to` its last."""
    value = asked.one(name)
    if not value:
        return default
    found = _DAY.fullmatch(value)
    try:
        if found and value.isascii():
            year, month, day = (int(part) if part else 0 for part in found.groups())
            if day or not end:
                return date(year, month or 1, day or 1)
            month = month or 12
            return date(year, month, monthrange(year, month)[1])
    except ValueError:
        pass
    raise Problem(400, "api.problem.day", name=name, value=value[:SHOWN])


def _document(name: str, rows: list[Row], record: Record, words: Words) -> Mapping[str, Any]:
    say, figures = Names.of(record, words.lang), Figures(record, words)
    found = [figures.printed(say("indicators", row["indicator"]), to_fact(row)) for row in rows]
    title = words(f"data.dataset.{name}")
    return document("dataset", name, record, words, found, title=title, sources=figures.sources())


def _workbook(name: str, rows: list[Row], record: Record, words: Words) -> bytes:
    called = words(f"data.dataset.{name}")
    sheets = dataset_sheets(rows, record, words, name=called)
    title = f"{words('site.title')} · {called}"
    return workbook(sheets, title=title, version=record.version, released=release_day(record))
