"""The file as a spreadsheet program opens it."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime
from typing import Any

import openpyxl
import pytest

from lib.briefing.xlsx import sheet_name, workbook
from lib.facts.record import DATASETS, Record
from lib.words.dataset import observations
from lib.words.speak import Words
from lib.words.workbook import Link, Number, Worksheet, dataset_sheets, release_day
from tests.editions import FIRST


def made(dataset: str, record: Record, words: Words) -> bytes:
    sheets = dataset_sheets(
        observations(record, dataset), record, words, name=words(f"data.dataset.{dataset}")
    )
    return workbook(sheets, title="服务贸易", version=record.version, released=release_day(record))


def opened(content: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(content))


def rows(sheet: Any) -> list[dict[str, Any]]:
    heads, *lines = sheet.iter_rows(values_only=True)
    return [dict(zip(heads, line, strict=True)) for line in lines]


def with_cells(*cells: Any) -> Any:
    sheet = Worksheet("x", tuple("abcdef"[: len(cells)]), (9,) * len(cells), (cells,))
    return opened(workbook([sheet], title="t", version="1", released=date(2026, 11, 23))).active


@pytest.mark.parametrize("dataset", DATASETS)
def test_each_dataset_has_three_sheets_in_the_readers_language(
    dataset: str, record: Record, zh: Words, en: Words
) -> None:
    assert opened(made(dataset, record, zh)).sheetnames[1:] == ["来源", "数据字典"]
    book = opened(made(dataset, record, en))
    assert book.sheetnames[1:] == ["Sources", "Dictionary"]
    assert book.worksheets[0].max_row == len(record.frames[dataset]) + 1


def test_figures_are_numbers_and_units_have_a_column_of_their_own(
    record: Record, zh: Words, en: Words
) -> None:
    chinese = rows(opened(made("outsourcing", record, zh)).worksheets[0])
    english = rows(opened(made("outsourcing", record, en)).worksheets[0])
    code = "cn-cq.offshore_outsourcing_executed.total.2021-01_2021-08"
    found = next(row for row in chinese if row["观测编号"] == code)
    same = next(row for row in english if row["Observation"] == code)

    # printed 1.21 billion dollars: 12.1亿美元, between 12.05 and 12.15
    assert (found["数值"], found["单位"], found["下限"], found["上限"]) == (12.1, "亿美元", 12.05, 12.15)
    assert (same["Value"], same["Unit"], same["Lower"], same["Upper"]) == (1.21, "USD bn", 1.205, 1.215)
    assert (found["同比增速（%）"], found["增速下限（%）"], found["增速上限（%）"]) == (78.7, 78.65, 78.75)
    assert (found["起始日期"], found["截止日期"]) == (datetime(2021, 1, 1), datetime(2021, 8, 31))
    assert (found["来源"], found["发布日期"]) == ("中国新闻社 2021-09-13（译文）", datetime(2021, 9, 13))


def test_qualifiers_and_kinds_are_words(record: Record, zh: Words) -> None:
    found = rows(opened(made("enterprises", record, zh)).worksheets[0])
    count = next(row for row in found if row["观测编号"].startswith("cn-cq.services_trade_enterprises."))

    assert (count["限定词"], count["数值"], count["单位"], count["性质"]) == ("近", 1800, "家", "实绩")
    assert (count["下限"], count["上限"], count["同比增速（%）"]) == (1750, 1800, None)


def test_no_cell_is_a_formula_or_says_nan(record: Record, words: Words) -> None:
    for sheet in opened(made("trade_volume", record, words)):
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                assert str(cell.value) not in ("nan", "inf", "NaT")


@pytest.mark.parametrize("text", ["=1+1", "+1", "−3", "-x", "@SUM(A1)", "{=1}", "http://x.example", "00123"])
def test_text_stays_text_whatever_it_begins_with(text: str) -> None:
    cell = with_cells(text)["A2"]

    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_numbers_show_the_decimals_that_were_printed() -> None:
    sheet = with_cells(Number(1234.5, 2), Number(3, 0), None, "")

    assert [sheet[f"{column}2"].number_format for column in "AB"] == ["#,##0.00", "#,##0"]
    assert (sheet["A2"].value, sheet["C2"].value, sheet["D2"].value) == (1234.5, None, None)


def test_links_open_and_the_head_stays_in_sight() -> None:
    sheet = with_cells(Link("https://x.example/a?b=1"))

    assert sheet["A2"].hyperlink.target == "https://x.example/a?b=1"
    assert sheet.freeze_panes == "A2"
    assert sheet["A1"].font.bold
    assert sheet.column_dimensions["A"].width == pytest.approx(9, abs=1)


def test_no_address_of_a_copy_is_in_the_file(record: Record, zh: Words) -> None:
    with (FIRST / "sources.csv").open(encoding="utf-8-sig", newline="") as file:
        copies = {row["url"] for row in csv.DictReader(file) if row["access"] == "copy"} - {""}
    book = opened(made("all", record, zh))

    cells = {str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row}
    links = {
        cell.hyperlink.target for sheet in book for row in sheet.iter_rows() for cell in row if cell.hyperlink
    }
    assert len(copies) > 50
    assert not copies & (cells | links)


def test_every_source_of_the_figures_is_listed_and_every_column_explained(record: Record, zh: Words) -> None:
    figures, sources, dictionary = opened(made("talent", record, zh)).worksheets

    assert {row["来源编号"] for row in rows(sources)} == set(record.frames["talent"]["source_id"])
    assert [row["列"] for row in rows(dictionary)] == [cell.value for cell in figures[1]]
    assert all(row["含义"] for row in rows(dictionary))


def test_the_file_says_which_version_of_the_data_it_holds(record: Record, zh: Words) -> None:
    book = opened(made("talent", record, zh))

    assert (book.properties.title, book.properties.description) == ("服务贸易", "2026.11")
    assert book.custom_doc_props["data_version"].value == "2026.11"
    assert book.properties.created == datetime(2026, 11, 23)  # the day of the release in releases.csv


def test_the_same_figures_give_the_same_bytes(record: Record, words: Words) -> None:
    assert made("enterprises", record, words) == made("enterprises", record, words)


def test_a_sheets_name_is_one_that_spreadsheets_take() -> None:
    assert sheet_name("a/b:c[d]*?\\") == "a b c d    "
    assert len(sheet_name("长" * 40)) == 31


def test_on_paper_all_columns_of_a_sheet_stand_side_by_side_under_heads_on_each_page(
    record: Record, zh: Words
) -> None:
    """What is very wide on A3 (8), as far as the day of the source; the sheet of sources is on A4 (9)."""
    book = opened(made("outsourcing", record, zh))
    figures, sources, dictionary = book.worksheets
    for page, paper in ((figures, 8), (sources, 9), (dictionary, 9)):
        assert (page.page_setup.orientation, int(page.page_setup.paperSize)) == ("landscape", paper)
        assert (page.sheet_properties.pageSetUpPr.fitToPage, page.page_setup.fitToHeight) == (True, 0)
        assert page.print_title_rows == "$1:$1"
    heads = [cell.value for cell in figures[1]]
    end = figures.print_area.rsplit("$", 2)[1]
    assert heads[openpyxl.utils.column_index_from_string(end) - 1] == "发布日期"
    assert sources.print_area.endswith(f"${sources.max_row}")


def test_a_row_is_as_high_as_its_longest_text_on_paper() -> None:
    page = with_cells("x" * 40, Link(f"https://example.org/{'x' * 80}"), Number(1, 0))
    assert page.row_dimensions[2].height == 75  # nine characters a line, five lines of 15 points
    assert page["A2"].alignment.wrap_text
    assert page["B2"].alignment.shrink_to_fit
