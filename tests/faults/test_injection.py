"""What someone types to do harm is shown as text or refused: in files, cells, notes and exports."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from openpyxl import load_workbook

from lib.briefing.content import briefing
from lib.briefing.csv_dataset import _NUMBERS, dataset_csv
from lib.briefing.make import files
from lib.briefing.order import Order
from lib.catalog.load import load
from lib.catalog.trial import concluded
from lib.catalog.weigh import weigh
from lib.facts.record import Record
from lib.site.pages import charts_of
from lib.words.dataset import observations
from lib.words.faults import fault_line
from lib.words.messages import LANGUAGES
from lib.words.speak import Words
from pages.components import context
from tests.catalog.test_overlay import rewritten
from tests.faults.hostile import MARK, TEXTS, not_text
from tests.pages.seen import bodies, opened

HEADER = "indicator,ref_area,counterpart,category,period,value,growth,kind,basis,source_id,confidence,note_en,note_zh\n"
_QUOTED = re.compile(r'"(?:[^"]|"")*"')
_PART = r'(?:""|CHAR\(10\)|TEXT\((?P=cell),""\))'
_WORKED = r"(?:[A-Z]{1,3}\d+|\d+(?:\.\d+)?|SUMPRODUCT|MAX|[-+*/:,()])+"
_OURS = re.compile(rf'=(?:{_WORKED}|IF\((?P<cell>[A-Z]+\d+)="","",{_PART}(?:&{_PART})*\))')
"""A formula without what it quotes: numbers worked out of cells of its sheet, or a label of one, blank where
that is. What a stranger wrote is quoted, if there."""


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder laid over the record whose notes, sources and names do all the harm that they can."""
    folder, harm = tmp_path / f"own <b>{MARK}", " ".join(TEXTS[:-1])
    cells = {"value": 1.35, "lower": 1.345, "upper": 1.355, "note_en": harm, "note_zh": harm}
    rewritten(context.DATA / "outsourcing.parquet", folder / "outsourcing.parquet", **cells)
    _harmful(folder, "sources", ("title", "publisher_en", "publisher_zh", "url", "note"), harm)
    _harmful(folder, "areas", ("name_en", "name_zh"), harm)
    monkeypatch.setenv("CQ_DATA", str(folder))
    return folder


def _harmful(folder: Path, name: str, columns: tuple[str, ...], harm: str) -> None:
    table = pq.read_table(context.DATA / f"{name}.parquet")
    rows = table.to_pylist()
    for row in rows:
        for column in set(columns) & set(row):
            row[column] = f"{'javascript:' if column == 'url' else ''}{row[column]} {harm}"
    schema = table.schema.with_metadata({"schema_version": "2"})
    pq.write_table(pa.Table.from_pylist(rows, schema=schema), folder / f"{name}.parquet")


def test_a_dataset_with_signs_that_steer_a_terminal_is_refused(own):
    for sign in ("\x00", "\x1b", "\x08"):
        _harmful(own, "areas", ("name_en",), f"{MARK}{sign}")
        (fault,) = harmful_record(own).local_faults
        assert (fault.problem, fault.detail) == ("damaged", "control characters in column name_en")


@pytest.mark.usefixtures("own")
@pytest.mark.parametrize("lang", LANGUAGES)
def test_notes_sources_and_names_are_never_more_than_text(lang):
    shown = 0
    for page in ("outsourcing", "data", "search"):
        app = opened(f"pages/{page}.py", lang=lang, q="成都" if page == "search" else "")
        found = bodies(app.main)
        assert not app.exception
        assert list(not_text(found)) == []
        shown += sum(MARK in body for body in found)
    assert shown, "nothing of the harmful texts was shown, so nothing was tried"


def harmful_record(own: Path) -> Record:
    return load(context.DATA, own)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_cell_of_a_csv_is_a_formula(own, lang):
    record = harmful_record(own)
    content = dataset_csv(observations(record, "outsourcing"), record, Words(lang)).decode("utf-8-sig")
    numbers = {Words(lang)(f"data.csv.{name}") for name in _NUMBERS}
    rows = list(csv.DictReader(io.StringIO(content)))
    assert MARK in content
    cells = [cell for row in rows for name, cell in row.items() if name not in numbers]
    assert [cell for cell in cells if cell.startswith(("=", "+", "@", "-", "\t", "\r"))] == []


def test_no_cell_of_a_workbook_is_a_formula_of_a_stranger_or_a_link_to_a_script(own):
    order = Order(lang="zh", charts=charts_of("outsourcing"), leave_out=True)
    (content,) = files(briefing(order, harmful_record(own)), "xlsx").values()
    book = load_workbook(io.BytesIO(content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert any(MARK in str(cell.value) for cell in cells)
    outside = {_QUOTED.sub('""', cell.value) for cell in cells if cell.data_type == "f"}
    assert outside
    assert [formula for formula in outside if not _OURS.fullmatch(formula)] == []
    links = [cell.hyperlink.target for cell in cells if cell.hyperlink and cell.hyperlink.target]
    assert [link for link in links if not link.startswith(("http://", "https://"))] == []


@pytest.mark.parametrize("name", [f"{text[:60]}.csv" for text in TEXTS[::3]] + ["x" * 100_000 + ".csv"])
def test_a_file_with_a_harmful_name_and_harmful_cells_is_read_or_refused_as_text(name, record):
    row = "offshore_outsourcing_executed,CN-CQ,WLD,total,2021-01_2021-07,8.9亿美元,60.1%,outcome,offshore_mofcom,"
    out = io.StringIO()
    csv.writer(out).writerow(["cns-2021-09-13", "high", *(2 * [" ".join(TEXTS)])])
    content = (HEADER + row + out.getvalue()).encode()
    found = concluded(name, weigh(name, content, context.DATA / "published"), record)
    assert found.faults or found.record
    for fault in found.faults:
        told = fault_line(fault, Words("en"))
        assert "\x1b" not in told
        assert "\x00" not in told
        assert "\n" not in told
