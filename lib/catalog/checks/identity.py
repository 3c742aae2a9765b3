"""The id of an observation is spelled from its codes."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import product

from lib.catalog.book import Book, part
from lib.catalog.codes import CURRENCIES
from lib.catalog.fault import Fault
from lib.catalog.message import Message
from lib.catalog.schema import TABLES

_WORLD = "WLD"
_SPELLED = (
    "indicator",
    "ref_area",
    "category",
    "counterpart",
    "period_start",
    "period_end",
    "unit",
    "kind",
    "source_id",
)


def ids_agree_with_codes(book: Book, *, known: Collection[Fault] = ()) -> Iterator[Fault]:
    """Which ids name another figure than their row holds?

    `known` are faults found already: a row with a faulty code or period is passed over.
    """
    file = TABLES["observations"].file
    passed_over = {
        fault.row for fault in known if fault.file == file and fault.column in (*_SPELLED, "observation_id")
    }
    for row, name, *codes in part(book, "observations", "observation_id", *_SPELLED).itertuples():
        if row in passed_over:
            continue
        stem, endings = spelling(dict(zip(_SPELLED, codes, strict=True)))
        if name not in {stem + ending for ending in endings}:
            more = tuple(ending for ending in endings if ending.count(".") == 1)
            allowed = Message("fault.allowed.id", stem=stem, names=more)
            yield Fault(file, row, "observation_id", name, allowed)


def spelling(codes: dict[str, str]) -> tuple[str, tuple[str, ...]]:
    """Which id do these codes spell, and which endings may tell it from others of the same codes?

    >>> stem, endings = spelling({
    ...     "indicator": "services_trade_total", "ref_area": "CN-CQ", "category": "total",
    ...     "counterpart": "WLD", "period_start": "2025-01-01", "period_end": "2025-12-31",
    ...     "unit": "CNY", "kind": "estimate", "source_id": "cns-2021-09-13"})
    >>> stem
    'cn-cq.services_trade_total.total.2025-01_2025-12'
    >>> endings[:3]
    ('', '.cns-2021-09-13', '.estimate')
    """
    start, end = codes["period_start"], codes["period_end"]
    months = f"{start}_{end}" if start == end else f"{start[:7]}_{end[:7]}"
    partner = [] if codes["counterpart"] == _WORLD else [codes["counterpart"].lower()]
    stem = ".".join([codes["ref_area"].lower(), codes["indicator"], codes["category"], *partner, months])
    currency = ("", f".{codes['unit'].lower()}") if codes["unit"] in CURRENCIES else ("",)
    kind = ("",) if codes["kind"] == "outcome" else ("", f".{codes['kind']}")
    source = ("", f".{codes['source_id']}")
    return stem, tuple(map("".join, product(currency, kind, source)))
