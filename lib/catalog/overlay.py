"""An analyst's own rows laid over the published record, and marked for as long as they are there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

import pandas as pd

from lib.catalog.codes import DATASETS, ORIGINS
from lib.catalog.schema import STORED
from lib.facts.errors import DatasetUnavailable
from lib.facts.record import Record

LOCAL, SYNTHETIC = "local", "synthetic"
SUFFIX = "+local"
"""What the version of a record ends with that holds more than what was published."""


def overlaid(
    record: Record, own: Mapping[str, pd.DataFrame], origins: Mapping[str, str], *, as_of: date = date.min
) -> Record:
    """Which record stands with these rows in it?

    `own` maps datasets and tables to rows in the columns of the data model, `origins` each of them to LOCAL or
    SYNTHETIC. A figure takes the place of the one with the same key and is added where there is none; one that
    says what was published anyway stays published. The names of areas, sources and other lists are those that were
    published: own ones are added where there are none. The notes of the others say what they are, wherever a note is
    shown. A dataset that uses a code which nobody lists is left out,
    and why is in `local_faults`.
    """
    tables = {
        name: _laid(record, name, _unknown_before(record, name, rows))
        for name, rows in own.items()
        if name not in DATASETS
    }
    frames = {**record.frames, **tables}
    marks: dict[str, str] = dict(record.origins)
    faults: list[DatasetUnavailable] = []
    for name, rows in own.items():
        if name not in DATASETS:
            continue
        if unknown := next(_unknown_codes(name, rows, frames), ""):
            faults.append(DatasetUnavailable(file=f"{name}.parquet", problem="unknown_code", detail=unknown))
            continue
        new = _said(_new(record, name, rows), origins[name])
        frames[name] = _laid(record, name, new)
        marks |= dict.fromkeys(new["observation_id"], origins[name])
    if not marks:
        return replace(record, local_faults=(*record.local_faults, *faults))
    return replace(
        record,
        frames=frames,
        faults={name: fault for name, fault in record.faults.items() if name not in frames},
        version=record.version.removesuffix(SUFFIX) + SUFFIX,
        as_of=max(record.as_of, as_of),
        origins=marks,
        local_faults=(*record.local_faults, *faults),
    )


def _laid(record: Record, name: str, new: pd.DataFrame) -> pd.DataFrame:
    if name not in record.frames:
        return new
    key, base = STORED[name].key, record.frames[name]
    kept = base[~base[key].isin(set(new[key]))]
    return pd.concat([kept[list(new.columns)], new], ignore_index=True) if len(new) else base


def _said(rows: pd.DataFrame, origin: str) -> pd.DataFrame:
    english, chinese = ORIGINS[origin]
    return rows.assign(
        note_en=[f"{english}. {note}".strip() for note in rows["note_en"]],
        note_zh=[f"{chinese}。{note}" for note in rows["note_zh"]],
    )


def _unknown_before(record: Record, name: str, rows: pd.DataFrame) -> pd.DataFrame:
    """Which rows name something that was not published? What a published code is called never changes unmarked."""
    if name not in record.frames:
        return rows
    key = STORED[name].key
    return rows[~rows[key].isin(set(record.frames[name][key]))]


def _new(record: Record, name: str, rows: pd.DataFrame) -> pd.DataFrame:
    """Which rows say something that was not published?"""
    if name not in record.frames:
        return rows
    columns = list(rows.columns)
    known = set(map(_comparable, record.frames[name][columns].itertuples(index=False, name=None)))
    told = [_comparable(row) not in known for row in rows.itertuples(index=False, name=None)]
    return rows[told]


def _comparable(row: tuple[object, ...]) -> tuple[object, ...]:
    return tuple(None if cell != cell else cell for cell in row)


def _unknown_codes(name: str, rows: pd.DataFrame, frames: Mapping[str, pd.DataFrame]) -> Iterator[str]:
    """Which codes does a dataset use that no list has, or that belong to another dataset?"""
    for column in STORED[name].columns:
        if column.refers in frames:
            known = set(frames[column.refers][STORED[column.refers].key])
            for code in dict.fromkeys(rows[column.name]):
                if code not in known:
                    yield f"{column.name} {code} is not in {column.refers}"
    indicators = frames.get("indicators")
    if indicators is not None:
        home = dict(zip(indicators["indicator"], indicators["dataset"], strict=True))
        for code in dict.fromkeys(rows["indicator"]):
            if home.get(code) != name:
                yield f"indicator {code} belongs to {home.get(code)}"
