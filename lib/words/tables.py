"""The table behind a chart: on screen in the reader's words, as CSV with everything a script needs."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from lib.catalog.csv_text import FOR_SPREADSHEETS, csv_text
from lib.facts.fact import Fact
from lib.facts.record import Record
from lib.words.digits import bound
from lib.words.provenance import formula_with_names, formula_with_numbers, sources_of
from lib.words.speak import Words

BEGINS_FORMULA = "=+-@\t\r"
"""With which signs does a text begin that a spreadsheet may take for a formula? The scripts of the pages ask it too."""
CSV_COLUMNS = (
    "item",
    "indicator",
    "ref_area",
    "counterpart",
    "category",
    "period_start",
    "period_end",
    "qualifier",
    "value",
    "lower",
    "upper",
    "unit_mult",
    "unit",
    "obs_status",
    "status",
    "basis",
    "formula",
    "numbers",
    "observation_ids",
    "sources",
    "links",
    "note",
)
_NUMBERS = frozenset(("value", "lower", "upper", "unit_mult"))  # a negative one is no formula


def screen_head(words: Words) -> list[str]:
    """What are the columns of the table under a chart called?"""
    return [words(f"table.{name}") for name in ("item", "period", "figure", "bounds", "status", "source")]


def screen_rows(rows: Iterable[tuple[str, Fact]], record: Record, words: Words) -> list[list[str]]:
    """What does the table under a chart say? A line a figure; see `screen_head`."""
    return [
        [
            label,
            words.period(fact.period),
            words.fact(fact),
            words.bounds(fact),
            words.status(fact, short=True),
            words.join(found.line for found in sources_of([fact], record, words)),
        ]
        for label, fact in rows
    ]


def csv_bytes(rows: Iterable[tuple[str, Fact]], record: Record, words: Words) -> bytes:
    """Which CSV goes with a chart? UTF-8 with a byte order mark, so that spreadsheets read Chinese."""
    lines = (
        [
            cell if name in _NUMBERS else as_text(cell)
            for name, cell in zip(CSV_COLUMNS, _line(label, fact, record, words), strict=True)
        ]
        for label, fact in rows
    )
    head = [words(f"csv.{column}") for column in CSV_COLUMNS]
    return csv_text((head, *lines), end=FOR_SPREADSHEETS).encode("utf-8-sig")


def _line(label: str, fact: Fact, record: Record, words: Words) -> list[str]:
    found = sources_of([fact], record, words)
    return [
        label,
        fact.indicator,
        fact.ref_area,
        fact.counterpart,
        fact.category,
        fact.period.start.isoformat(),
        fact.period.end.isoformat(),
        fact.qualifier,
        "" if fact.is_missing else _digits(fact.value, fact.decimals),
        bound(fact.lower),
        bound(fact.upper),
        str(fact.unit_mult),
        fact.unit,
        fact.status,
        words.status(fact),
        fact.basis,
        formula_with_names(fact, words) if fact.derivation else "",
        formula_with_numbers(fact, words) if fact.derivation else "",
        ";".join(fact.lineage()),
        "; ".join(source.line for source in found),
        "; ".join(source.url for source in found if source.url),
        words.note(fact.note),
    ]


def _digits(value: float, decimals: int) -> str:
    """How is a value written with so many decimals? Rounded as on screen: 4.5 is 5."""
    unit = Decimal(1).scaleb(-decimals)
    return f"{Decimal(repr(float(value))).quantize(unit, rounding=ROUND_HALF_UP):f}"


def as_text(cell: str) -> str:
    """How is text written that a spreadsheet would take for a formula? With the minus of print none begins.

    >>> as_text("=1+1"), as_text("近1800家"), as_text("−0.2至0.0")
    ("'=1+1", '近1800家', '−0.2至0.0')
    """
    return f"'{cell}" if cell.startswith(tuple(BEGINS_FORMULA)) else cell
