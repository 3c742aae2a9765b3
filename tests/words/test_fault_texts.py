"""Every text of the checks is said in Chinese as in English."""

import csv
import errno
import io
import os
import re
from collections.abc import Iterator

import pytest

from lib.catalog.column import FORMS
from lib.catalog.fault import Fault
from lib.catalog.schema import TABLES
from lib.words.fault_list import fault_rows
from lib.words.messages import catalogue
from lib.words.speak import Words
from tests.catalog.in_chinese import CHINESE, ENGLISH, english_left
from tests.words.fault_sources import GAP, Sources, with_gaps

A_WORD = re.compile("[A-Za-z]{2}")
ENTRIES = sorted(key for key in catalogue("en") if key.startswith("fault."))
SAMPLES = {
    "codes": "outcome, target", "row": "10", "separator": ";", "table": "areas", "month": "January",
    "last_month": "August", "nth": "8th", "allowed": "a date such as 2021-08-31", "words": "about and over",
    "bytes": "ff cd", "day": "08", "span": "2021-02",
    **dict.fromkeys(("count", "most", "number", "packed", "low", "high", "times"), "3,000"),
    **dict.fromkeys(("first", "last", "year", "other_year", "from_month", "to_month", "two_digits"), "12"),
}  # fmt: skip


def in_catalogue(part):
    texts = {with_gaps(text) for key, text in catalogue("en").items() if key.startswith(f"fault.{part}.")}
    return {text for text in texts if A_WORD.search(text)}


def with_words(texts):
    return {text for text in texts if A_WORD.search(text)}


@pytest.fixture(scope="module")
def sources():
    return Sources()


def test_the_catalogue_has_every_text_of_what_is_allowed_and_no_other(sources):
    forms = {form for _, form in FORMS.values()}
    forms |= {column.form for table in TABLES.values() for column in table.columns}
    texts = sources.of("Fault", 4, "allowed") | sources.of("Unreadable", 0) | sources.of("Check", "error")
    assert len(texts) > 80
    assert with_words(texts | forms) == in_catalogue("allowed")


def test_the_catalogue_has_every_text_of_what_is_found_and_no_other(sources):
    texts = sources.of("Fault", 3, "found") | sources.of("Error", 0)
    assert len(texts) > 40
    assert with_words(texts) == in_catalogue("found")


def test_texts_are_followed_through_names_functions_and_arguments(sources):
    """One of each: a dictionary, a template, a default, an alternative, a function's answer, a handed-on argument."""
    texts = sources.of("Fault", 4, "allowed") | sources.of("Unreadable", 0)
    assert {
        "per mille is not a unit of the record: write per cent",
        f"{GAP} is no power of ten of the record: 千, 万, 百万, 亿, 十亿, 万亿",
        "a workbook as a spreadsheet program saves it",
        "months are 1 to 12",
        "Chinese numerals: write the digits, 12 for 十二",
        "the unit, because value does not name it",
    } <= texts


@pytest.mark.parametrize("key", ENTRIES)
def test_the_chinese_of_every_text_is_chinese_and_its_own(key):
    part = key.split(".")[1]
    english, chinese = catalogue("en")[key], catalogue("zh")[key]
    assert CHINESE.search(chinese)
    assert not ENGLISH.search(re.sub(r"\{.*?\}", "", chinese))
    gaps = {gap: SAMPLES.get(gap, "Q7") for gap in re.findall(r"\{(\w+)", english)}
    said = of_a_file(**{"found" if part == "outside" else part: english.format(**gaps)})
    own = [re.escape(piece) for piece in re.split(r"\{.*?\}", chinese)]
    assert any(re.fullmatch(".*?".join(own), text) for text in said)


def of_a_file(file="a.csv", found="", allowed="a file"):
    [[file, _, _, found, allowed]] = fault_rows([Fault(file, 0, "", found, allowed)], Words("zh"))
    return file, found, allowed


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("a code of bases.csv (near: bop, bpm6)", "bases表中已有的代码（相近的有：bop、bpm6）"),
        ("a code of areas.csv, or blank", "areas表中已有的代码；可留空"),
        ("yes, no", "下列之一：yes（是）、no（否）"),
        ("PERSONS, PERCENT, joined by ;", "下列之一：PERSONS（人）、PERCENT（百分比）；可填多个，以“;”分隔"),
        ("0 for PERCENT", "单位为PERCENT（百分比）时，填0"),
        ("USD, CNY for services_trade_total", "指标为services_trade_total时，填USD（美元）、CNY（人民币元）"),
        ("each ref_area once; row 12 has it", "每个ref_area只能出现一次，第12行已使用"),
        ("each ref_area once; row 12 of the record has it", "每个ref_area只能出现一次，已公布数据第12行已使用"),
        ("nearly 1800 ENTERPRISES is no change in per cent: 78.7 or 78.7%",
         "近1800家企业不是百分比形式的同比变动，请写为78.7或78.7%的形式"),
        ("12.1 × 10⁸ USD is no change in per cent: 78.7 or 78.7%",
         "12.1×10⁸美元不是百分比形式的同比变动，请写为78.7或78.7%的形式"),
        ("about and over say how sure the figure is twice: keep one", "about（约）、over（超过）重复限定，请保留其一"),
        ("January to August or the 8th of January: write 2021年1-8月 or 2021-01-08",
         "既可读作1月至8月，也可读作1月8日，请写为2021年1-8月或2021-01-08"),
        ("January to month 31 or the 31st of January: write 2021年1-31月 or 2021-01-31",
         "既可读作1月至31月，也可读作1月31日，请写为2021年1-31月或2021-01-31"),
    ],
)  # fmt: skip
def test_what_stands_in_a_gap_is_said_in_chinese_too(english, chinese):
    assert of_a_file(allowed=english)[2] == chinese


@pytest.mark.parametrize(
    "piece", [" to ", " or the ", ", because growth is ", "the cell shows ", " and holds ", " for "]
)
def test_a_cell_of_thousands_of_words_is_told_at_once(piece):
    """A cell holds at most 32,767 signs; a pattern that tries every split of it would take hours."""
    text = piece * (32_767 // len(piece))
    assert of_a_file(found=text)[1] == text


@pytest.mark.parametrize("typed", ["twice", "12 cells", "no rows", "an empty file", "text"])
def test_what_somebody_typed_stays_as_it_is(typed):
    fault = Fault(
        "a.csv", 3, "value", typed, "no figure is found: digits such as 12.1亿美元, 近1800家 or 78.7%"
    )
    assert fault_rows([fault], Words("zh"))[0][3] == typed


def test_the_english_page_says_what_the_command_says():
    fault = Fault("a.xlsx, sheet b", 3, "value", "twice", "once, among value, unit")
    assert fault_rows([fault], Words("en")) == [
        ["a.xlsx, sheet b", "3", "value", "twice", "once, among value, unit"]
    ]


@pytest.fixture
def a_short_longest_cell() -> Iterator[None]:
    """The length that csv allows, set here: a library that checks packages raises it for the whole process."""
    before = csv.field_size_limit(1_000)
    yield
    csv.field_size_limit(before)


@pytest.mark.parametrize("text", ['a,"b', 'a,"b"c,d', "x" * 1_001], ids=["open", "inside", "long"])
@pytest.mark.usefixtures("a_short_longest_cell")
def test_what_python_says_of_a_csv_file_is_said_in_chinese(text):
    with pytest.raises(csv.Error) as error:
        list(csv.reader(io.StringIO(text), strict=True))
    assert CHINESE.search(of_a_file(found=str(error.value))[1])


@pytest.mark.parametrize("number", [errno.ENOENT, errno.EACCES, errno.EISDIR, errno.EIO])
def test_what_the_system_says_of_a_file_is_said_in_chinese(number):
    fault = Fault("areas.csv", 0, "", os.strerror(number), "a readable file of this name")
    assert english_left(fault) == []
    assert CHINESE.search(fault_rows([fault], Words("zh"))[0][3])
