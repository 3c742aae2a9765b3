"""The record with every series three times as long, and the record with long names: for charts that must hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from lib.facts.observation import Row
from lib.facts.record import Record
from tests.growing.records import with_rows

TIMES, LONG = 3, 40
_TABLES = ("areas", "categories", "indicators")


def longer(record: Record, times: int = TIMES) -> Record:
    """Every figure of a whole year or a day again for earlier years, so that each series is so many times as long."""
    series: dict[tuple[object, ...], list[Row]] = {}
    for rows in record._of_indicator.values():
        for row in rows:
            if row["kind"] == "outcome" and _is_whole(row):
                codes = ("indicator", "ref_area", "counterpart", "category", "basis", "unit")
                series.setdefault(tuple(row[code] for code in codes), []).append(row)
    more = []
    for rows in series.values():
        years = {row["period_end"].year for row in rows}
        span = max(years) - min(years) + 1
        more += [_earlier(row, span * turn) for turn in range(1, times) for row in rows]
    return with_rows(record, *more)


def long_names(record: Record) -> Record:
    """Every area, category and indicator with a name of forty signs."""
    frames = dict(record.frames)
    for table in _TABLES:
        frame = frames[table]
        frames[table] = frame.assign(
            name_zh=[(name * LONG)[:LONG] for name in frame["name_zh"]],
            name_en=[(f"{name} " * LONG)[:LONG].strip() for name in frame["name_en"]],
        )
    return replace(record, frames=frames)


def _is_whole(row: Row) -> bool:
    start, end = row["period_start"], row["period_end"]
    return bool(start == end or (start.year == end.year and (start.month, end.month) == (1, 12)))


def _earlier(row: Row, years: int) -> Row:
    when = {name: _back(row[name], years) for name in ("period_start", "period_end")}
    return row | when | {"observation_id": f"{row['observation_id']}.{years}"}


def _back(day: date, years: int) -> date:
    return day.replace(year=day.year - years, day=min(day.day, 28) if day.month == 2 else day.day)
