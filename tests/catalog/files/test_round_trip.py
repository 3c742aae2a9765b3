"""One workbook as XLSX, ODS, XLS and CSV gives one record."""

import calendar
import io
from datetime import date

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.catalog.release import read_release
from tests.catalog.files.made import HEADER, ods_of, row
from tests.catalog.files.made_xls import xls_bytes

NUMERALS = "〇一二三四五六七八九"
MONTH_FORMATS = {
    'yyyy"年"m"月"': lambda day: f"{day.year}年{day.month}月",
    '[$-804]yyyy"年"m"月";@': lambda day: f"{day.year}年{day.month}月",
    '[DBNum1][$-804]yyyy"年"m"月";@': lambda day: (
        "".join(NUMERALS[int(digit)] for digit in str(day.year))
        + f"年{'十' * (day.month > 9)}{NUMERALS[day.month % 10] if day.month != 10 else ''}月"
    ),
    "yyyy/m": lambda day: f"{day.year}/{day.month}",
    "yyyy\\-mm": lambda day: f"{day:%Y-%m}",
    "mmm-yy": lambda day: f"{calendar.month_abbr[day.month]}-{day:%y}",
    "mmmm\\ yyyy": lambda day: f"{calendar.month_name[day.month]} {day.year}",
    "[$-409]mmm\\-yy;@": lambda day: f"{calendar.month_abbr[day.month]}-{day:%y}",
    27: lambda day: f"{day.year}年{day.month}月",
    55: lambda day: f"{day.year}年{day.month}月",
    57: lambda day: f"{day.year}年{day.month}月",
    17: lambda day: f"{calendar.month_abbr[day.month]}-{day:%y}",
}
DAY_FORMATS = {
    "yyyy/m/d": lambda day: f"{day.year}/{day.month}/{day.day}",
    'yyyy"年"m"月"d"日";@': lambda day: f"{day.year}年{day.month}月{day.day}日",
    "d-mmm-yy": lambda day: f"{day.day}-{calendar.month_abbr[day.month]}-{day:%y}",
    "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy": lambda day: f"{day:%A, %B %d, %Y}",
    14: lambda day: f"{day.year}/{day.month}/{day.day}",
    31: lambda day: f"{day.year}年{day.month}月{day.day}日",
    58: lambda day: f"{day.month}月{day.day}日",
}
NUMBER_FORMATS = ("General", "0.00_ ", "#,##0.00_ ", "[Red]0.00", "0.00_);[Red]\\(0.00\\)", 2, 4, 39, 40, 43)
PERCENT_FORMATS = ("0.00%", "0.00%_ ", 10)


def serial(day: date) -> int:
    return (day - date(1899, 12, 30)).days


def xlsx_of(header, line):
    book = openpyxl.Workbook()
    book.active.title = "observations"
    book.active.append(list(header))
    for place, cell in enumerate(line, start=1):
        at = book.active.cell(2, place)
        at.value = cell[0] if isinstance(cell, tuple) else cell
        if isinstance(cell, tuple) and isinstance(cell[1], str):
            at.number_format = cell[1]
    for place, cell in enumerate(line, start=1):
        if isinstance(cell, tuple) and isinstance(cell[1], int):
            at = book.active.cell(2, place)
            at.number_format = "General"
            at._style = at._style.__copy__()
            at._style.numFmtId = cell[1]
            book._cell_styles.add(at._style)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def read(name, data):
    release = read_release([(name, data)], {})
    assert release.faults == [], (name, release.faults)
    return release.tables["observations"].to_dict("records")


days = st.dates(date(1990, 1, 1), date(2060, 12, 31))


@settings(deadline=None, max_examples=15, derandomize=True)
@given(st.data(), days, st.integers(1, 99_999), st.integers(-9_999, 99_999))
def test_one_workbook_gives_one_record_in_every_kind_of_file(data, day, hundredths, growth):
    is_month = data.draw(st.booleans())
    form, said = data.draw(
        st.sampled_from(sorted((MONTH_FORMATS if is_month else DAY_FORMATS).items(), key=str))
    )
    day = day.replace(day=1) if is_month else day
    value, rise = hundredths / 100, growth / 10_000
    digits = data.draw(st.sampled_from(NUMBER_FORMATS))
    percent = data.draw(st.sampled_from(PERCENT_FORMATS))
    typed = row()
    at = {name: HEADER.index(name) for name in ("period", "value", "growth")}
    header = [*HEADER, "unit_mult", "unit"]

    cells = [*typed, "8", "USD"]
    cells[at["period"]] = (serial(day), form)
    cells[at["value"]] = (value, digits)
    cells[at["growth"]] = (rise, percent)

    plain = [*typed, "8", "USD"]
    plain[at["period"]] = f"{day:%Y-%m}" if is_month else day.isoformat()
    plain[at["value"]] = (
        f"{value:.2f}" if digits != "General" else f"{value:g}" if value < 1e5 else str(value)
    )
    plain[at["growth"]] = f"{growth / 100:.2f}%"

    shown = {
        at["period"]: (said(day), f'office:value-type="date" office:date-value="{day.isoformat()}"'),
        at["value"]: (plain[at["value"]], f'office:value-type="float" office:value="{value}"'),
        at["growth"]: (plain[at["growth"]], f'office:value-type="percentage" office:value="{rise}"'),
    }
    ods = ods_of(header, [shown.get(place, (cell, "")) for place, cell in enumerate(plain)])
    csv = "\n".join(",".join(line) for line in (header, plain)).encode()

    expected = read("release.csv", csv)
    assert read("release.xlsx", xlsx_of(header, cells)) == expected
    assert read("release.ods", ods) == expected
    assert read("release.xls", xls_bytes([header, cells])) == expected
    assert read("release.et", xls_bytes([header, cells])) == expected
