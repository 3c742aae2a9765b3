"""What a CSV register holds that could not be read, or was read otherwise than it stands: the first of each kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from lib.catalog.fault import Fault

FIRST = 10


@dataclass
class Unread:
    """Faults by column, counted all and kept the first ten of each; readings by column, likewise."""

    many: Counter[str] = field(default_factory=Counter)
    faults: dict[str, list[Fault]] = field(default_factory=dict)
    readings: dict[str, dict[str, str]] = field(default_factory=dict)
    notes: list[tuple[str, str, object]] = field(default_factory=list)

    def add(self, kind: str, many: int, faults: Iterable[Fault]) -> None:
        """Counts so many cells or lines that could not be read, of which these are the first."""
        kept = self.faults.setdefault(kind, [])
        self.many[kind] += many
        for fault in faults:
            if len(kept) == FIRST:
                break
            kept.append(fault)

    def has_room(self, kind: str) -> bool:
        """Are fewer than ten faults of a kind kept?"""
        return len(self.faults.get(kind, ())) < FIRST

    def note(self, key: str, file: str, value: object) -> None:
        """Keeps what is to be said of a whole file: the encoding that was taken, blank lines."""
        self.notes.append((key, file, value))

    def read(self, column: str, readings: Iterable[tuple[str, str]]) -> None:
        """Keeps how cells of a column were read, the first ten texts of each."""
        kept = self.readings.setdefault(column, {})
        for text, value in readings:
            if len(kept) >= FIRST:
                break
            kept.setdefault(text, value)
