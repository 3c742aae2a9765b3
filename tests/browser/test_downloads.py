"""Does what a reader downloads say what the screen says?"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow.parquet as pq
import pytest
from playwright.sync_api import Browser, Page

from lib.briefing.csv_dataset import COLUMNS
from lib.facts.record import DATASETS
from lib.words.messages import LANGUAGES
from lib.words.tables import CSV_COLUMNS
from lib.words.workbook import WIDTHS
from tests.browser.server import ROOT, Server
from tests.browser.visit import Visit

NUMBER = re.compile(r"[−-]?\d[\d,]*(?:\.\d+)?")
ITEM, VALUE, SOURCES = (CSV_COLUMNS.index(name) for name in ("item", "value", "sources"))


def digits(text: str) -> str:
    """Which digits of a number count? The same in 675.3 (亿) and 67.53 (bn), and in 1,800 and 1800.

    >>> digits("CNY 67.53bn"), digits("近1800家"), digits("−3.10%"), digits("0.0"), digits("—")
    ('6753', '18', '-31', '0', '')
    """
    found = NUMBER.search(text)
    if not found:
        return ""
    sign = "-" if found[0][0] in "−-" else ""
    bare = re.sub(r"[−,.-]", "", found[0]).strip("0")
    return sign + bare if bare else "0"


def download(page: Page, selector: str) -> tuple[str, bytes]:
    """What are the name and the content of the file behind a button?"""
    with page.expect_download() as waiting:
        page.locator(f"{selector}:visible").click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def test_the_csv_of_each_chart_says_what_its_table_says(turned: Visit) -> None:
    turned.load()
    lang = turned.lang
    for name in turned.chart_names():
        panel = turned.popover(f"rows_{name}")
        table = [row.locator("td").all_inner_texts() for row in panel.locator("tbody tr").all()]
        turned.close_panel()
        file_name, content = download(turned.page, f".st-key-csv_{name}")
        assert file_name == f"{name}_{lang}.csv"
        assert content.startswith(b"\xef\xbb\xbf"), f"{name}: no byte order mark"
        head, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
        assert len(head) == len(CSV_COLUMNS)
        assert all(len(row) == len(head) for row in rows), f"{name}: ragged rows"
        assert [(row[ITEM], digits(row[VALUE])) for row in rows] == [
            (item, digits(figure)) for item, _, figure, *_ in table
        ], name
        assert table, f"{name}: the table is empty"
        assert all(row[SOURCES] for row in rows), f"{name}: a figure without a source"


def published(dataset: str) -> dict[str, str]:
    """Which digits does the record hold for each observation of a dataset?"""
    rows: list[dict[str, Any]] = pq.read_table(ROOT / "data" / f"{dataset}.parquet").to_pylist()
    return {row["observation_id"]: digits(f"{row['value']:.{row['decimals']}f}") for row in rows}


@pytest.fixture(scope="module")
def data_page(browser: Browser, server: Server) -> Iterator[Visit]:
    visit = Visit(browser, server)
    yield visit
    visit.close()


@pytest.mark.parametrize("dataset", DATASETS)
def test_the_files_of_a_dataset_hold_the_dataset(dataset: str, data_page: Visit) -> None:
    lang = LANGUAGES[DATASETS.index(dataset) % 2]
    data_page.open("data", lang=lang, dataset=dataset)
    expected = published(dataset)
    assert expected

    _, parquet = download(data_page.page, ".st-key-download_parquet button")
    table = pq.read_table(io.BytesIO(parquet))
    assert table.equals(pq.read_table(ROOT / "data" / f"{dataset}.parquet"))

    _, text = download(data_page.page, ".st-key-download_csv button")
    assert text.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(text.decode("utf-8-sig"), newline="")))[1:]
    name, value, publisher = (COLUMNS.index(column) for column in ("observation_id", "value", "publisher"))
    assert {row[name]: digits(row[value]) for row in rows} == expected
    assert len(rows) == len(expected)
    assert all(row[publisher] for row in rows)

    file_name, content = download(data_page.page, ".st-key-download_xlsx button")
    assert file_name.endswith(".xlsx")
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    heads = list(WIDTHS)
    name, value = heads.index("observation_id"), heads.index("value")
    cells = list(sheet.iter_rows(min_row=2, values_only=True))
    assert {str(row[name]): digits(f"{row[value]:.10g}") for row in cells} == expected
    assert len(cells) == len(expected)


def test_digits_tell_one_figure_from_another() -> None:
    # Written out so that the comparison above cannot pass by comparing nothing with nothing.
    assert digits("675.3") == digits("CNY 67.53bn") == "6753"
    assert digits("第2位") == digits("2nd") == "2"
    assert digits("675.3") != digits("675.4")
