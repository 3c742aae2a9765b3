"""The first rows that break each rule, by what in them tells why."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow.compute as pc
import pyarrow.dataset as ds

from lib.register.csv_source import FILE, LINE
from lib.register.rules import RULES, UNREADABLE
from lib.register.schema import KEY, NAMES
from lib.register.unread import FIRST

_MOST_AT_ONCE = 1 << 16


@dataclass(frozen=True, slots=True, order=True)
class Example:
    """Where does a row stand (its line in a file of CSV, or its contract and month), and what is in these columns?"""

    file: str
    line: int
    contract: str
    month: str
    cells: tuple[tuple[str, str], ...]


def examples(rejected: Path, rules: Iterable[str]) -> Mapping[str, list[Example]]:
    """Which ten rows come first under each of these rules? Those that cannot be read were told when they were read."""
    found: dict[str, list[Example]] = {}
    if set(rules) <= {UNREADABLE}:
        return found
    dataset = ds.dataset(rejected, format="parquet")
    has_lines = LINE in dataset.schema.names
    columns = [*NAMES, "rule", *((FILE, LINE) if has_lines else ())]
    order = [(name, "ascending") for name in ((FILE, LINE) if has_lines else KEY)]
    for rule in rules:
        if rule == UNREADABLE:
            continue
        batches = dataset.to_batches(
            columns=columns, filter=ds.field("rule") == rule, batch_size=_MOST_AT_ONCE
        )
        firsts = (pc.take(batch, pc.select_k_unstable(batch, FIRST, order)) for batch in batches)
        found[rule] = heapq.nsmallest(FIRST, (example for batch in firsts for example in _of(batch, rule)))
    return found


def _of(batch: Any, rule: str) -> Iterator[Example]:
    for row in batch.to_pylist():
        told = RULES[rule] or tuple(name for name in NAMES if row[name] is None)
        cells = tuple((name, "" if row[name] is None else str(row[name])) for name in told)
        contract, month = ("" if row[name] is None else str(row[name]) for name in KEY)
        yield Example(row.get(FILE) or "", row.get(LINE) or 0, contract, month, cells)
