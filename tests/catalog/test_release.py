"""What somebody hands in reads the same in every kind of file, and is told as it was read."""

import openpyxl
import pytest

from lib.catalog.laid_over import faults_of
from lib.catalog.release import read_release
from lib.catalog.template import EXAMPLE_MARK, template
from lib.words.faults import fault_lines, reading_line
from lib.words.speak import Words
from tests.catalog.files.made import HEADER, JAN_AUG, ROW, csv_bytes, ods_bytes, ods_cell, row, xlsx_bytes

ENGLISH = Words("en")
READ = {
    "observation_id": JAN_AUG,
    "period_start": "2021-01-01",
    "period_end": "2021-08-31",
    "value": "12.1",
    "unit_mult": "8",
    "unit": "USD",
    "qualifier": "exact",
    "growth": "78.7",
    "growth_qualifier": "exact",
    "release": "2026.11",
}


@pytest.fixture
def read(book):
    """Reads one file beside the record: its only row, its readings, its faults."""

    def reading(name, data):
        release = read_release([(name, data)], book)
        rows = release.tables.get("observations")
        found = {} if rows is None or rows.empty else rows.iloc[0].to_dict()
        readings = [reading_line(told, ENGLISH) for told in release.readings]
        return found, readings, fault_lines(faults_of(book, release), ENGLISH)

    return reading


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("release.csv", csv_bytes(ROW)),
        ("release.csv", csv_bytes(ROW, encoding="utf-8-sig")),
        ("release.csv", csv_bytes(ROW, encoding="gb18030")),
        ("observations.csv", csv_bytes(ROW)),
        ("release.xlsx", xlsx_bytes(ROW)),
        ("release.ods", ods_bytes(ROW)),
    ],
)
def test_every_kind_of_file_says_the_same_row(read, name, data):
    found, readings, faults = read(name, data)
    assert faults == []
    assert {column: found[column] for column in READ} == READ
    shown = name if name.endswith("csv") else f"{name}, sheet observations"
    assert f"{shown}, row 2, column value: read 12.1亿美元 as 12.1 × 10⁸ USD" in readings
    assert f"{shown}, row 2, column growth: read 同比增长78.7% as 78.7 PERCENT" in readings
    assert f"{shown}, row 2, column period: read 2021年1-8月 as 2021-01-01 to 2021-08-31" in readings


def test_a_file_in_gb18030_says_so(read):
    _, readings, _ = read("release.csv", csv_bytes(ROW, encoding="gb18030"))
    assert "release.csv: read as GB18030" in readings


@pytest.mark.parametrize(
    ("value", "form", "digits"),
    [(12.1, "General", "12.1"), (12.1, "0.00", "12.10"), (1403, "#,##0", "1403"), (12.1, "@", "12.1")],
)
def test_a_number_cell_keeps_the_digits_that_it_shows(read, value, form, digits):
    header = [*HEADER, "unit_mult", "unit"]
    data = xlsx_bytes([*row(value=value), "8", "USD"], header=header, formats={"F2": form})
    found, _, _ = read("release.xlsx", data)
    assert found["value"] == digits


def test_a_percentage_cell_is_in_per_cent(read):
    found, _, faults = read("release.xlsx", xlsx_bytes(row(growth=0.787), formats={"G2": "0.0%"}))
    assert (found["growth"], faults) == ("78.7", [])
    cell = ods_cell("78.7%", 'office:value-type="percentage" office:value="0.787"')
    markup = f"<table:table-row>{''.join(cell if text == ROW[6] else ods_cell(text) for text in ROW)}</table:table-row>"
    found, _, faults = read("release.ods", ods_bytes(markup=markup))
    assert (found["growth"], faults) == ("78.7", [])


@pytest.mark.parametrize(
    ("shown", "day", "months"),
    [
        ("2021-08", "2021-08-01", ("2021-08-01", "2021-08-31")),
        ("31.08.21", "2021-08-31", ("2021-08-31",) * 2),
    ],
)
def test_a_date_cell_is_its_day_or_the_month_that_it_shows(read, shown, day, months):
    cell = ods_cell(shown, f'office:value-type="date" office:date-value="{day}T00:00:00"')
    markup = f"<table:table-row>{''.join(cell if text == ROW[4] else ods_cell(text) for text in ROW)}</table:table-row>"
    found, _, _ = read("release.ods", ods_bytes(markup=markup))
    assert (found["period_start"], found["period_end"]) == months


@pytest.mark.parametrize(
    ("cells", "fault"),
    [
        ({"value": "10-12亿美元"}, 'column value: found "10-12亿美元"; allowed: a range holds two figures'),
        ({"value": "12.1"}, 'column unit: found ""; allowed: the unit, because value does not name it'),
        ({"value": "12.1美元", "period": "2021-1-8"}, "January to August or the 8th of January"),
        ({"value": "近1800家"}, 'column unit: found "ENTERPRISES"; allowed: USD, CNY for offshore'),
        ({"value": "12.1万美元"}, "within 100 times of the others of its series"),
        ({"indicator": "offshore"}, 'column indicator: found "offshore"; allowed: a code of indicators.csv'),
        ({"source_id": "cns-2021"}, "allowed: a code of sources.csv"),
    ],
)
def test_what_does_not_fit_is_told_with_its_place(read, cells, fault):
    _, _, faults = read("release.csv", csv_bytes(row(**cells)))
    assert any(fault in told and told.startswith("release.csv, row 2, ") for told in faults)


def test_a_unit_that_contradicts_the_value_is_a_fault(read):
    data = xlsx_bytes([*ROW, "CNY"], header=[*HEADER, "unit"])
    _, _, faults = read("release.xlsx", data)
    assert faults == [
        'release.xlsx, sheet observations, row 2, column unit: found "CNY"; '
        "allowed: USD or blank, because value is 12.1亿美元"
    ]


def test_the_same_figure_of_another_source_gets_an_id_of_its_own(read):
    found, _, _ = read("release.csv", csv_bytes(row(source_id="cqcom-2021-09-09")))
    assert found["observation_id"] == f"{JAN_AUG}.cqcom-2021-09-09"


def test_two_rows_of_one_figure_are_told_by_their_own_lines(read):
    _, _, faults = read("release.csv", csv_bytes(ROW, ROW))
    assert f'release.csv, row 3, column observation_id: found "{JAN_AUG}"' in faults[0]
    assert faults[0].endswith("each observation_id once; row 2 has it")


def test_the_template_holds_an_example_that_is_never_read(book, tmp_path):
    path = tmp_path / "release.xlsx"
    path.write_bytes(template(book))
    assert fault_lines(read_release([("release.xlsx", path.read_bytes())], book).faults, ENGLISH) == [
        'release: found "no rows"; allowed: at least one row in one file'
    ]
    workbook = openpyxl.load_workbook(path)
    sheet = workbook["observations"]
    assert sheet["A2"].value == EXAMPLE_MARK
    head = [cell.value for cell in sheet[1]]
    for column, cell in zip(HEADER, ROW, strict=True):
        assert sheet.cell(2, head.index(column) + 1).value == cell
        sheet.cell(3, head.index(column) + 1).value = cell
    workbook.save(path)

    release = read_release([("release.xlsx", path.read_bytes())], book)
    assert faults_of(book, release) == []
    assert (
        release.tables["observations"].iloc[0].to_dict() | READ
        == release.tables["observations"].iloc[0].to_dict()
    )
    assert list(release.tables) == ["observations"]


def test_the_template_offers_every_code_and_explains_every_column_in_both_languages(book, tmp_path):
    path = tmp_path / "release.xlsx"
    path.write_bytes(template(book))
    workbook = openpyxl.load_workbook(path)
    assert workbook["lists"].sheet_state == "hidden"
    lists = {
        column[0].value: [cell.value for cell in column[1:] if cell.value]
        for column in workbook["lists"].columns
    }
    assert set(book["indicators"]["indicator"]) == set(lists["indicator"])
    assert lists["qualifier"] == ["exact", "about", "nearly", "over", "under"]
    lists_used = {
        rule.formula1
        for rule in workbook["observations"].data_validations.dataValidation
        if rule.type == "list"
    }
    # indicator, ref_area, counterpart, category, unit_mult, unit, qualifier, growth_qualifier, kind, basis,
    # source_id, confidence, release
    assert len(lists_used) == 13
    explained = list(workbook["说明 explained"].iter_rows(values_only=True))
    told = {row[1]: row for row in explained if row[0] == "observations"}
    head = [cell.value for cell in workbook["observations"][1]]
    assert list(told) == head[1:]
    assert all(all(row) for row in explained)
