"""Random choices, and what must hold of the card of any: used by the tests of this folder."""

from __future__ import annotations

import csv
import io
import re
from decimal import ROUND_HALF_UP, Decimal

from hypothesis import strategies as st

from lib.charts.card import Card
from lib.explore.choice import NAMES
from lib.explore.offered import Offer, parse
from lib.facts.record import Record
from lib.words.speak import Words
from lib.words.tables import csv_bytes

SCALES = (0, 3, 4, 6, 8, 9, 12)
NUMBER = re.compile(r"(?<![A-Za-z\d.])[−+]?\d[\d,]*(?:\.\d+)?")


@st.composite
def choices(draw: st.DrawFn, record: Record) -> dict[str, str]:
    """An address that a reader could come to by choosing, name by name, among what is offered."""
    asked: dict[str, str] = {}
    for name in NAMES:
        codes = [option.code for option in parse(asked, record).options[name]]
        if not codes or (draw(st.booleans()) and name != "indicator"):
            continue
        if name == "area":
            several = st.lists(st.sampled_from(codes), min_size=1, max_size=4, unique=True)
            asked[name] = ",".join(draw(several))
        else:
            asked[name] = draw(st.sampled_from(codes))
    return asked


def numbers(text: str) -> list[str]:
    """Which numbers does a text say?"""
    return [found.replace(",", "").replace("−", "-").lstrip("+") for found in NUMBER.findall(text)]


def unaccounted(card: Card, record: Record, words: Words, names: list[str]) -> list[str]:
    """Which numbers of a sentence are neither a figure of the card's own CSV, nor of a period or a name?"""
    text = card.title
    for name in sorted(filter(None, names), key=len, reverse=True):
        text = text.replace(name, " ")
    rows = list(
        csv.reader(
            io.StringIO(
                csv_bytes([(row.label, row.fact) for row in card.rows], record, words).decode("utf-8-sig")
            )
        )
    )
    head, lines = rows[0], [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]
    column = dict(
        zip(
            ("value", "mult", "start", "end"),
            (words(f"csv.{key}") for key in ("value", "unit_mult", "period_start", "period_end")),
            strict=True,
        )
    )
    assert set(column.values()) <= set(head)
    dates = {part for line in lines for key in ("start", "end") for part in _parts(line[column[key]])}
    values = [
        Decimal(line[column["value"]]).scaleb(int(line[column["mult"]]))
        for line in lines
        if line[column["value"]]
    ]
    count = str(len({(row.fact.ref_area, row.fact.category, row.fact.counterpart) for row in card.rows}))
    return [
        number
        for number in numbers(text)
        if number not in dates
        and not any(_reads(number, value) for value in values)
        and not ("." not in number and int(number) <= int(count))
    ]


def _parts(day: str) -> tuple[str, ...]:
    year, month, _ = day.split("-")
    return year, str(int(year) - 1), str(int(month))


def _reads(number: str, value: Decimal) -> bool:
    """Is a number this value in one of the powers of ten, rounded as it is written?"""
    said = Decimal(number)
    places = Decimal(1).scaleb(said.as_tuple().exponent)  # type: ignore[arg-type]
    return any(
        abs(value.scaleb(-scale)).quantize(places, rounding=ROUND_HALF_UP) == abs(said) for scale in SCALES
    )


def names_of(offer: Offer, record: Record, lang: str) -> list[str]:
    """What are all codes called that a sentence may name?"""
    tables = {"indicators": "indicator", "areas": "ref_area", "categories": "category"}
    return [str(name) for table in tables for name in record.frame(table)[f"name_{lang}"]]
