"""What offices have in their files: comments, hidden parts, formats and encodings of many programs."""

import io
import zipfile
from decimal import Decimal

import pytest

from lib.catalog.files import opened
from lib.catalog.files.encoding import decoded
from lib.catalog.files.number_format import number_shown, parts_of_a_date, text_shown
from lib.catalog.files.shown_number import shown
from lib.catalog.quantities import Unreadable
from lib.words.faults import fault_lines, reading_line
from lib.words.speak import Words
from tests.catalog.files.made import ROW, changed, ods_bytes, ods_cell, ods_of, xlsx_bytes, zipped
from tests.catalog.files.made_xls import xls_bytes

EN, ZH = Words("en"), Words("zh")
LOCKED = b"<manifest><encryption-data/></manifest>"


def lines(name, data):
    [grid] = opened(name, data)
    return [cells for _, cells in grid.lines]


def refusal(name, data):
    [grid] = opened(name, data)
    [english], [chinese] = (fault_lines(grid.faults, words) for words in (EN, ZH))
    assert chinese.startswith(f"{name}：填写的是“")
    return english


def noted(name, data):
    return [reading_line(note, EN).partition(": ")[2] for grid in opened(name, data) for note in grid.notes]


@pytest.mark.parametrize(
    "cell",
    [
        "<office:annotation><text:p>about 9 really</text:p></office:annotation><text:p>9.0</text:p>",
        "<text:p>9.0<office:annotation><text:p>an internal remark</text:p></office:annotation></text:p>",
        "<text:p>9.0<text:note><text:note-body><text:p>a note</text:p></text:note-body></text:note></text:p>",
        "<text:p><text:ruby><text:ruby-base>9.0</text:ruby-base><text:ruby-text>jiu</text:ruby-text></text:ruby></text:p>",
        '<draw:frame xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"><draw:text-box>'
        "<text:p>draft</text:p></draw:text-box></draw:frame><text:p>9.0</text:p>",
        "<text:p><text:span>9</text:span><text:span>.0</text:span></text:p>",
    ],
)
def test_what_hangs_on_a_cell_of_an_ods_is_no_content(cell):
    markup = f"<table:table-row><table:table-cell>{cell}</table:table-cell></table:table-row>"
    assert lines("a.ods", ods_bytes(header=["value"], markup=markup)) == [["value"], ["9.0"]]


def test_spaces_and_breaks_of_an_ods_cell_are_kept():
    cell = '<text:p>a<text:s text:c="3"/>b<text:line-break/>c</text:p><text:p>d</text:p>'
    markup = f"<table:table-row><table:table-cell>{cell}</table:table-cell></table:table-row>"
    assert lines("a.ods", ods_bytes(header=["note"], markup=markup)) == [["note"], ["a   b\nc\nd"]]


@pytest.mark.parametrize("how", ["collapse", "filter"])
def test_hidden_and_filtered_rows_and_columns_of_an_ods_are_not_read_and_counted(how):
    shut = f'<table:table-row table:visibility="{how}">{ods_cell("draft")}{ods_cell("x")}</table:table-row>'
    data = ods_bytes(["1", "2"], header=["a", "b"], markup=shut)
    column = f'<table:table-column/><table:table-column table:visibility="{how}"/><table:table-row>'
    data = changed(data, content=(b"<table:table-row>", column.encode()))
    assert lines("a.ods", data) == [["a"], ["1"]]
    assert noted("a.ods", data) == ["hidden or filtered rows, not read: 1", "hidden columns, not read: 1"]


def test_hidden_rows_columns_and_sheets_of_an_xlsx_are_not_read_and_counted():
    data = xlsx_bytes(["1", "2"], ["draft", "x"], header=["a", "b"])
    data = changed(data, sheet1=(b'<row r="3"', b'<row r="3" hidden="1"'))
    data = changed(
        data, sheet1=(b"<sheetData>", b'<cols><col min="2" max="2" width="9" hidden="1"/></cols><sheetData>')
    )
    assert lines("a.xlsx", data) == [["a"], ["1"]]
    assert noted("a.xlsx", data) == ["hidden or filtered rows, not read: 1", "hidden columns, not read: 1"]


def test_hidden_rows_columns_and_sheets_of_an_xls_are_not_read_and_counted():
    data = xls_bytes(
        [["a", "b"], ["1", "2"], ["draft", "x"]],
        hidden_rows=[2],
        hidden_columns=[1],
        hidden_sheets={"草稿": [["a"], ["3"]]},
    )
    assert lines("a.xls", data) == [["a"], ["1"]]
    assert noted("a.xls", data) == [
        "hidden sheets, not read: 1 (草稿)",
        "hidden or filtered rows, not read: 1",
        "hidden columns, not read: 1",
    ]


def test_a_formula_of_an_xls_is_refused():
    [grid] = opened("a.xls", xls_bytes([["value"], ["x"]], formula=(1, 0)))
    assert fault_lines(grid.faults, EN) == [
        'a.xls, sheet observations, row 2, column A: found "1"; allowed: the value itself: this cell holds a formula, '
        "which shows what it last came to"
    ]


def test_a_strict_workbook_reads_as_any_other():
    data = xlsx_bytes(ROW)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    strict = {
        name: content.replace(
            b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        ).replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
        for name, content in parts.items()
    }
    assert strict != parts
    assert lines("a.xlsx", zipped(strict)) == lines("a.xlsx", data)


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.ods", zipped({"content.xml": b"\x93", "META-INF/manifest.xml": LOCKED}), "password locks"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "password locks"),
        ("a.xls", b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "password locks"),
        ("a.et", b"\xd0\xcf\x11\xe0" + bytes(600), "a damaged file"),
        ("a.xlsx", xls_bytes([["a"]]), "Excel 97 under another ending"),
        ("a.csv", xls_bytes([["a"]]), "a workbook that is called .csv"),
        ("a.xls", b"<html><table></table></html>", "no .xls inside"),
    ],
)  # fmt: skip
def test_what_cannot_be_opened_is_refused_in_words_of_both_languages(name, data, told):
    assert told in refusal(name, data)


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        ("9", "0.00_ ", "9.00"),
        ("1403", "_ * #,##0_ ;_ * \\-#,##0_ ;_ * \"-\"_ ;_ @_ ", "1403"),
        ("-1.7", "_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", "-1.70"),
        ("0.787", "0.00%_ ", "78.70%"),
        ("-0.017", "0.0%;[Red]-0.0%", "-1.7%"),
        ("12.1", "[Red]0.00", "12.10"),
        ("12.1", "0.0_);[Red](0.0)", "12.1"),
        ("-12.1", "0.0_);[红色]\\(0.0\\)", "-12.1"),
        ("12.1", '0.0"亿美元"', "12.1亿美元"),
        ("12.1", "#,##0.##", "12.1"),
        ("12.1", "G/通用格式", "12.1"),
        ("0.78700000000000003", "0.0%", "78.7%"),
        ("44409", "m/d/yyyy", "2021-08-01"),
        ("44409", 'yyyy"年"', "2021"),
    ],
)  # fmt: skip
def test_a_number_is_read_as_its_format_shows_it(value, form, text):
    assert shown(value, form) == text


@pytest.mark.parametrize(
    ("value", "form"),
    [
        ("12.149", "0.0"),
        ("-1.7", "0.00;[Red]0.00"),
        ("12.1", "0.0,"),
        ("12.1", ";;;"),
        ("12.1", "0.0E+00"),
        ("12.1", "# ?/?"),
        ("12.1", "[>10]0.0;0"),
        ("44409.5", "yyyy-mm-dd"),
        ("44409", 'm"月"'),
        ("0.5", "h:mm"),
        ("1e999999999999999999", "0%"),
        ("-1e400", "General"),
        ("NaN", "0"),
        ("9", "0" * 256),
    ],
)
def test_a_number_that_shows_something_else_is_refused(value, form):
    with pytest.raises(Unreadable):
        shown(value, form)


def test_a_format_may_stand_round_a_text_and_may_hide_it():
    assert text_shown("12.1亿", '"约"@') == "约12.1亿"
    with pytest.raises(Unreadable):
        text_shown("draft", ";;;")
    assert parts_of_a_date("[h]:mm") == "t"
    assert number_shown(Decimal("12.1"), "@") == "12.1"


@pytest.mark.parametrize(
    ("text", "encoding", "is_text"),
    [
        ("2021年1—8月离岸服务外包执行额", "gb18030", True),
        ("数字贸易，约占78%", "gbk", True),
        ("渝", "gb18030", True),
        ("サービス貿易の統計", "shift_jis", False),
        ("服務貿易統計資料，離岸外包", "big5", False),
        ("서비스 무역 통계 자료", "euc-kr", False),
        ("торговля услугами", "cp1251", False),
        ("services trade – 12.1", "cp1252", False),
    ],
)
def test_text_of_another_encoding_is_questioned(text, encoding, is_text):
    found = decoded(f"note\n{text},x\n".encode(encoding))
    assert (found.text is not None) == is_text
    assert is_text or found.line == 2


def test_lost_text_is_questioned_in_utf_8_too():
    assert decoded("note\n锟斤拷,x\n".encode()).is_doubtful
    assert decoded("note\nцифровая торговля\n".encode()).text


@pytest.mark.parametrize(
    "evil",
    [
        "<text:p>" * 25_000 + "9" * 30_000 + "</text:p>" * 25_000,
        "<text:p " + " ".join(f"a{n}=''" for n in range(40_000)) + ">9</text:p>",
    ],
    ids=["depth", "attributes"],
)
def test_what_no_program_writes_is_refused_by_name_at_once(evil):
    markup = f"<table:table-row><table:table-cell>{evil}</table:table-cell></table:table-row>"
    assert "workbook as a spreadsheet program saves it" in refusal(
        "a.ods", ods_bytes(header=["a"], markup=markup)
    )


def test_a_percentage_past_use_is_a_fault_of_its_cell():
    cell = ("1", 'office:value-type="percentage" office:value="1e999999999999999999"')
    [grid] = opened("a.ods", ods_of(["growth"], [cell]))
    assert "no finite number" in fault_lines(grid.faults, EN)[0]


def test_a_part_in_another_encoding_is_refused_by_name():
    head = b'<?xml version="1.0" encoding="UTF-7"?><a/>'
    assert "encoding UTF-7" in refusal("a.ods", zipped({"content.xml": head}))
