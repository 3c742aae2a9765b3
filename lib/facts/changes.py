"""What an edition of the record added, and which figures were printed again with another value."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from lib.facts.errors import NoSuchFigure
from lib.facts.fact import Fact
from lib.facts.observation import to_fact
from lib.facts.reconcile.verdict import meet
from lib.facts.record import DATASETS, Record

SAME_FIGURE = (
    "indicator",
    "ref_area",
    "counterpart",
    "category",
    "period_start",
    "period_end",
    "unit",
    "basis",
    "kind",
)
"""What two prints of one figure share. An outcome is another figure than the goal that was set for it."""


@dataclass(frozen=True, slots=True)
class Change:
    """A figure that an edition added, and the earlier print that it differs from, if there is one.

    `new.revised` says that the old print is known to be the earlier one. Where that is not known the figure
    was printed again: `old` is then the one whose source has no date, or that was entered before.
    """

    new: Fact
    old: Fact | None = None


@dataclass(frozen=True, slots=True)
class _Print:
    """One print of a figure: the place of its edition, the day of its source ("" where not known)."""

    fact: Fact
    edition: int
    day: str

    @property
    def order(self) -> tuple[int, str, str]:
        """In which order are prints asked? One whose day is not known stands before the others."""
        return self.edition, self.day, self.fact.observations[0]


def editions(record: Record) -> tuple[str, ...]:
    """Which editions has the record, the first one first? Raises DatasetUnavailable without their list."""
    table = record.frame("releases")
    return tuple(str(code) for code in table.sort_values(["date", "release"], kind="stable")["release"])


def changes(record: Record, release: str = "") -> tuple[Change, ...]:
    """What did an edition add, the newest unless one is named? Each figure once, in the order of the files.

    A figure revises another when the two share SAME_FIGURE and

    - the other is the earlier: it came in with an earlier edition and was, as far as both days are known, not
      published later; or it came in with the same edition and was published on an earlier day;
    - they differ: the intervals that they can stand for do not meet, or they have other digits to the same
      last place after the same word.

    Where only the second holds, the figure was printed again. Earlier prints are asked from the newest back,
    to the first that differs, or that says the same no less exactly: who repeats a value changes nothing.
    Growth rates printed beside a level are not compared.

    Raises NoSuchFigure for an unknown edition, and DatasetUnavailable where the editions cannot be read;
    datasets that cannot be read are left out.
    """
    known = editions(record)
    wanted = release or known[-1]
    if wanted not in known:
        raise NoSuchFigure(f'unknown edition "{wanted}". Known: {", ".join(known)}')
    compared = {pair.new.observations[0]: pair for pair in _compared(record)}
    return tuple(
        compared.get(row["observation_id"]) or Change(to_fact(row))
        for row in _rows(record)
        if row["release"] == wanted
    )


def revised_ids(record: Record) -> frozenset[str]:
    """Which observations revise an earlier print? By days alone without the list of editions."""
    return frozenset(pair.new.observations[0] for pair in _compared(record) if pair.new.revised)


def with_revisions(record: Record) -> Record:
    """What is a record whose observations say whether they revise an earlier print, in a column `revised`?"""
    revised = revised_ids(record)
    marked = {
        name: record.frames[name].assign(revised=record.frames[name]["observation_id"].isin(revised))
        for name in DATASETS
        if name in record.frames
    }
    return replace(record, frames={**record.frames, **marked})


def _compared(record: Record) -> Iterator[Change]:
    for prints in _prints(record):
        for new in prints:
            surely = [old for old in prints if _before(old, new)]
            perhaps = [old for old in prints if old.order < new.order and not _before(new, old)]
            if old := _other_value(new.fact, surely):
                yield Change(replace(new.fact, revised=True), old)
            elif old := _other_value(new.fact, [old for old in perhaps if old not in surely]):
                yield Change(replace(new.fact, revised=False), old)


def _prints(record: Record) -> Iterator[list[_Print]]:
    """Which figures were printed more than once? The newest print of each first."""
    known = editions(record) if "releases" in record.frames else ()
    place, days = {code: number for number, code in enumerate(known)}, _days(record)
    groups: dict[tuple[Any, ...], list[Mapping[Any, Any]]] = defaultdict(list)
    for row in _rows(record):
        groups[tuple(row[column] for column in SAME_FIGURE)].append(row)
    for rows in groups.values():
        if len(rows) > 1:
            prints = [
                _Print(to_fact(row), place.get(row["release"], 0), days.get(row["source_id"], ""))
                for row in rows
            ]
            yield sorted(prints, key=lambda print_: print_.order, reverse=True)


def _before(old: _Print, new: _Print) -> bool:
    """Is one print known to be earlier than another? An old text that is entered late revises nothing."""
    if old.day and new.day and old.day != new.day:
        return old.day < new.day and old.edition <= new.edition
    return old.edition < new.edition


def _other_value(new: Fact, earlier: list[_Print]) -> Fact | None:
    """Which of the earlier prints, the newest first, is the first to differ before one says the same?"""
    low, high = new.bounds_at(0)
    for old in earlier:
        if _differ(old.fact, new):
            return old.fact
        least, most = old.fact.bounds_at(0)
        if low <= least and most <= high:
            return None
    return None


def _differ(old: Fact, new: Fact) -> bool:
    alike = old.qualifier == new.qualifier and old.unit_mult - old.decimals == new.unit_mult - new.decimals
    return not meet(old, new) or (alike and old.at(0) != new.at(0))


def _rows(record: Record) -> Iterator[Mapping[Any, Any]]:
    for name in DATASETS:
        if name in record.frames:
            yield from record.lines(name)


def _days(record: Record) -> Mapping[str, str]:
    table = record.frames.get("sources")
    return {} if table is None else dict(zip(table["source_id"], table["published"], strict=True))
