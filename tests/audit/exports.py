"""The briefings and the HTML edition under the audit: how to read each of them back into lines of text.

Texts are read by the formats' own rules and not by the libraries that wrote them. What charts plot is held
against the figures on screen in tests/briefing; what they say is read here.
"""

from __future__ import annotations

import base64
import csv
import gzip
import io
import json
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache
from urllib.parse import urlencode
from xml.etree import ElementTree

from openpyxl import load_workbook
from PIL import Image

from lib.briefing.content import Briefing, briefing
from lib.briefing.datapackage import COLUMNS, package
from lib.briefing.docx_brief import brief
from lib.briefing.edition.paper import paper
from lib.briefing.edition.slides import slides
from lib.briefing.edition.whole import edition
from lib.briefing.order import Order
from lib.briefing.pptx_deck import deck
from lib.briefing.xlsx_book import book
from lib.draw.plotly import figure_of
from lib.explore.card import NAME as EXPLORE
from lib.explore.starts import STARTS
from lib.facts.record import DATASETS, Record
from lib.site.pages import charts_of
from lib.words import workbook
from lib.words.speak import Words
from tests.audit.blocks import blocks, without_tags
from tests.audit.built import figure_texts, hover_texts
from tests.audit.line import Cell, File, Line
from tests.audit.marks import bare
from tests.audit.published import years as years_known

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_LABELS = "{http://schemas.microsoft.com/office/drawing/2012/chart}"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# Each of another form; those in an address of which stands no year.
_CHOICES = ("nation_exports", "four_cities", "types", "own_total", "ranks", "knowledge_index")
_MONTHS = f"{EXPLORE}?indicator=offshore_outsourcing_executed&area=CN-CQ&span=months&currency=USD"
_DATA = re.compile(r'<script type="(text/plain|application/json)" id="([^"]+)">(.*?)</script>', re.DOTALL)
# Where a column of SDMX holds what the audit of files knows under another name.
_SAME_AS = {
    "OBS_VALUE": "value", "LOWER": "lower", "UPPER": "upper", "UNIT_MULT": "unit_mult", "GROWTH": "growth",
    "GROWTH_LOWER": "growth_lower", "GROWTH_UPPER": "growth_upper", "OBS_ID": "observation_id",
    "TIME_PERIOD": "time_period", "DECIMALS": "decimals", "STRUCTURE_ID": "structure_id",
}  # fmt: skip


def everything(lang: str) -> Order:
    """Which order is a briefing of every chart of the site, and of some choices of `/explore`, each of another form?"""
    chosen = [f"{EXPLORE}?{urlencode(STARTS[name]).replace('%2C', '+')}" for name in _CHOICES]
    return Order(lang, (*charts_of("all"), *chosen, _MONTHS), base="http://dashboard", leave_out=True)


def exports(record: Record, words: Words) -> Iterator[File]:
    """Which files can be taken along beside the tables, in one language? The edition holds both."""

    @cache
    def asked() -> Briefing:
        return briefing(everything(words.lang), record)

    @cache
    def ticks() -> frozenset[str]:
        return _ticks(asked())

    @cache
    def packed() -> Mapping[str, bytes]:
        return package(record, words)

    def native() -> Briefing:
        return replace(asked(), order=replace(asked().order, native=True))

    yield File("briefing.pptx", lambda: deck(asked()), lambda content: _office(content, ticks()))
    yield File("briefing.docx", lambda: brief(asked(), _stand_ins(asked())), _office)
    yield File("native.docx", lambda: brief(native(), {}), lambda content: _office(content, ticks()))
    yield File("briefing.xlsx", lambda: book(asked()), lambda content: _book_lines(content, asked(), ticks()))
    yield File("slides.html", lambda: slides(asked()), _html)
    yield File("paper.html", lambda: paper(asked()), _html)
    for name in DATASETS:
        yield File(f"sdmx {name}.csv", lambda name=name: packed()[f"{name}.csv"], _sdmx_lines)
    if words.lang == "zh":
        yield File("edition.html", lambda: edition(record), _html)


def _stand_ins(found: Briefing) -> dict[str, bytes]:
    """A point for each drawing: what is read here is what is said of it."""
    point = io.BytesIO()
    Image.new("RGB", (1, 1)).save(point, "PNG")
    return {sheet.card.name: point.getvalue() for sheet in found.exhibits}


def _texts(texts: Iterable[str], where: str, ticks: frozenset[str] = frozenset()) -> list[Line]:
    return [
        Line(f"{where}, text {number}", {"text": text}, ticks=ticks)
        for number, text in enumerate(texts, start=1)
    ]


def _ticks(found: Briefing) -> frozenset[str]:
    """What stands along the axes of these charts: chosen ticks, and the years under bars; and their labels.

    A data sheet may call a series by the label of its bars, which is read and accounted for beside them.
    """
    told: set[str] = set()
    for sheet in found.exhibits:
        spec = json.loads(figure_of(sheet.card).to_json())
        told.update(bare(without_tags(line)) for text in figure_texts(spec) for line in text.split("<br>"))
        told.update(
            bare(without_tags(text.replace("<br>", "\n"))) for text in figure_texts(spec)
        )  # in one cell
        for name, axis in spec["layout"].items():
            if name.startswith(("xaxis", "yaxis")):
                told.update(
                    f"{value:g}" for value in axis.get("tickvals", ()) if isinstance(value, (int, float))
                )
        for trace in spec["data"]:
            across = trace["x"] if trace.get("orientation") != "h" else trace["y"]
            if isinstance(across, list):
                years = [
                    value for value in across if isinstance(value, (int, float)) and value in years_known()
                ]
                if years:  # a year without a bar between two others has its place along the axis
                    told.update(map(str, range(round(min(years)), round(max(years)) + 1)))
    return frozenset(told)


def _office(content: bytes, ticks: frozenset[str] = frozenset()) -> list[Line]:
    """Every paragraph, every name of a category and every description for who cannot see."""
    found = []
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        for name in parts.namelist():
            if name.endswith(".xml") and re.match(
                r"ppt/(slides|notesSlides|charts)/|word/(document|header|footer|charts/|drawings/)", name
            ):
                found += _texts(_paragraphs(ElementTree.fromstring(parts.read(name))), name, ticks)
    return found


def _paragraphs(root: ElementTree.Element) -> Iterator[str]:
    for kind in (_A, _W):
        for paragraph in root.iter(f"{kind}p"):
            yield "".join(run.text or "" for run in paragraph.iter(f"{kind}t"))
    for kept in (*root.iter(f"{_C}strCache"), *root.iter(f"{_LABELS}dlblRangeCache")):
        yield from (value.text or "" for value in kept.iter(f"{_C}v"))
    yield from (element.get("descr", "") for element in root.iter() if element.get("descr"))


def _book_lines(content: bytes, found: Briefing, ticks: frozenset[str]) -> list[Line]:
    """Texts of every sheet; the numbers of each table with the figures that they are of."""
    sheets = load_workbook(io.BytesIO(content), data_only=True).worksheets
    lines = []
    for number, sheet in enumerate(sheets, start=1):
        rows = [list(row) for row in sheet.iter_rows(values_only=True)]
        texts = [cell for row in rows for cell in row if isinstance(cell, str)]
        lines += _texts(texts, f"sheet {number}", ticks)
        if number <= len(found.exhibits):
            lines += _numbers(rows, found, number)
    observations = sheets[len(found.exhibits)]
    named = tuple(workbook.WIDTHS)
    for number, row in enumerate(observations.iter_rows(min_row=2, values_only=True), start=2):
        cells = dict(zip(named, row, strict=True))
        kept = {name: _decimal(cells[name]) for name in ("value", "lower", "upper", "growth")}
        told: dict[str, Cell] = {name: str(cells[name]) for name in ("observation_id", "unit")}
        lines.append(Line(f"observations, line {number}", told | kept))
    return lines


def _numbers(rows: list[list[object]], found: Briefing, number: int) -> Iterator[Line]:
    wanted = list(found.exhibits[number - 1].card.rows)
    for place, row in enumerate(rows, start=1):
        if wanted and len(row) > 9 and row[9] is not None and row[0] is not None and row[2] != row[0]:
            if not isinstance(row[4], (int, float)) and row[4] is not None:
                continue  # the heads
            fact = wanted.pop(0).fact
            unit = str(row[5] or "")
            power = (8 if unit.startswith("亿") else 9 if unit.endswith(" bn") else 0) - fact.unit_mult
            power = power if fact.unit in ("CNY", "USD") else -fact.unit_mult
            cells = {
                name: None if (cell := _decimal(row[column])) is None else cell.scaleb(power)
                for name, column in (("value", 4), ("lower", 6), ("upper", 7))
            }
            yield Line(f"sheet {number}, line {place}", cells, fact)
    assert not wanted, f"sheet {number} lacks {wanted}"


def _decimal(value: object) -> Decimal | None:
    return Decimal(repr(value)) if isinstance(value, (int, float)) else None


def _html(content: bytes) -> list[Line]:
    """Texts block by block, and what the script puts on the page: findings, and what is written in figures."""
    text = content.decode("utf-8")
    lines = _texts(blocks(text), "page")
    for kind, name, packed in _DATA.findall(text):
        plain = packed.replace("\\u003c", "<")
        if kind == "text/plain":
            plain = gzip.decompress(base64.b64decode(plain)).decode("utf-8")
        if name.startswith(("charts", "figures", "findings")):
            lines += _texts(_strings(json.loads(plain)), name)
    return lines


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, dict) and "data" in value and "layout" in value:
        yield from (without_tags(text) for text in figure_texts(value))
        yield from (text for texts in hover_texts(value) for text in texts)
    elif isinstance(value, dict):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part)
    elif isinstance(value, str) and "<" in value:
        yield from blocks(value)


def _sdmx_lines(content: bytes) -> list[Line]:
    _, *rows = csv.reader(io.StringIO(content.decode("utf-8"), newline=""))
    names = [_SAME_AS.get(column, column.lower()) for column in COLUMNS]
    return [
        Line(f"line {number}", dict(zip(names, row, strict=True))) for number, row in enumerate(rows, start=2)
    ]
