"""An observation that is written as releases write it is read as the same observation."""

import calendar

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.catalog.codes import QUALIFIERS
from lib.catalog.quantities import Unreadable, read_period, read_quantity
from lib.catalog.schema import TABLES
from lib.catalog.typed import typed

ZH = {
    "qualifier": {"exact": "", "about": "约", "nearly": "近", "over": "超过", "under": "不足"},
    "scale": {0: "", 3: "千", 4: "万", 6: "百万", 8: "亿", 9: "十亿", 12: "万亿"},
    "unit": {
        "USD": "美元",
        "CNY": "元",
        "PERCENT": "%",
        "ENTERPRISES": "家",
        "PERSONS": "人",
        "BASES": "个基地",
    },
}
EN = {
    "qualifier": {"exact": "", "about": "about ", "nearly": "nearly ", "over": "more than ", "under": "less than "},
    "scale": {0: "", 3: " thousand", 6: " million", 8: " hundred million", 9: " billion", 12: " trillion"},
    "unit": {"USD": " US dollars", "CNY": " yuan", "PERCENT": " per cent", "ENTERPRISES": " enterprises",
             "PERSONS": " people", "BASES": " training bases"},
}  # fmt: skip


def last(year, month):
    return f"{year}-{month:02}-{calendar.monthrange(year, month)[1]}"


@st.composite
def periods(draw):
    """A period in both languages, with its first and last day."""
    year, month = draw(st.integers(1949, 2100)), draw(st.integers(1, 12))
    end = draw(st.integers(month, 12))
    first, names = f"{year}-{month:02}-01", calendar.month_name
    months = f"{names[month]} to {names[end]} {year}"
    match draw(
        st.sampled_from(
            ["months", "month", "quarter", "half", "three quarters", "year", "day", "end", "years"]
        )
    ):
        case "months":
            return f"{year}年{month}-{end}月", months, first, last(year, end)
        case "month":
            return f"{year}年{month}月", f"{year}-{month:02}", first, last(year, month)
        case "quarter":
            number = (month - 1) // 3 + 1
            zh = f"{year}年第{'一二三四'[number - 1]}季度"
            return zh, f"Q{number} {year}", f"{year}-{number * 3 - 2:02}-01", last(year, number * 3)
        case "half":
            return f"{year}年上半年", f"first half of {year}", f"{year}-01-01", f"{year}-06-30"
        case "three quarters":
            return f"{year}年前三季度", f"first three quarters of {year}", f"{year}-01-01", f"{year}-09-30"
        case "year":
            return f"{year}年", f"{year}", f"{year}-01-01", f"{year}-12-31"
        case "day":
            day = draw(st.integers(1, 28))
            point = f"{year}-{month:02}-{day:02}"
            return f"{year}年{month}月{day}日", f"{day} {names[month]} {year}", point, point
        case "end":
            return f"{year}年末", f"end of {year}", f"{year}-12-31", f"{year}-12-31"
        case _:
            later = draw(st.integers(year, 2100))
            return f"{year}-{later}年", f"{year}–{later}", f"{year}-01-01", f"{later}-12-31"


def full_width(text):
    return "".join(chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" else sign for sign in text)


@settings(deadline=None)
@given(
    st.sampled_from([ZH, EN]),
    st.decimals("0.01", 10**6, places=2).map(str) | st.integers(1, 10**9).map(str),
    st.sampled_from(sorted(EN["scale"])),
    st.sampled_from(sorted(ZH["unit"])),
    st.sampled_from(sorted(QUALIFIERS)),
    st.decimals("0.1", 999, places=1).map(str),
    st.sampled_from(sorted(QUALIFIERS)),
    periods(),
    st.booleans(),
)
def test_an_observation_that_is_written_out_is_read_back(
    said, value, mult, unit, word, rise, rise_word, period, wide
):
    scale = mult if unit != "PERCENT" else 0
    cells = {
        "value": f"{said['qualifier'][word]}{value}{said['scale'][scale]}{said['unit'][unit]}",
        "growth": f"{said['qualifier'][rise_word]}{rise}%",
        "period": period[0] if said is ZH else period[1],
    }
    cells = {name: full_width(text) if wide else text for name, text in cells.items()}
    done = typed(pd.DataFrame([cells], index=[2], dtype=str), TABLES["observations"], "release.csv")
    assert done.faults == []
    assert len(done.readings) == 3
    read = done.frame.loc[2]
    assert read[["value", "unit_mult", "unit", "qualifier"]].tolist() == [value, str(scale), unit, word]
    assert read[["growth", "growth_qualifier"]].tolist() == [rise, rise_word]
    assert read[["period_start", "period_end"]].tolist() == list(period[2:])


@settings(deadline=None)
@given(st.integers(1, 999), st.integers(1, 999), st.integers(1000, 9999), st.data())
def test_a_figure_that_can_be_read_in_two_ways_never_is(a, b, year, data):
    text = data.draw(
        st.sampled_from(
            [
                f"{a}-{b}亿美元", f"{a}%至{b}%", f"{a}～{b}亿元", f"{a}亿{b}万元", f"{a},{b % 90 + 10}亿元", f"{a}兆元",
                f"¥{a}亿", f"${a}亿", f"{a}亿港元", f"{a}千万元", f"USD {a}亿元", f"约近{a}家", f"近{a}家左右",
                f"近-{a}%", f"{a}.{b}.{a}亿元", f"{a}‰", f"{a}百亿元", f"{a} {b}亿元", f"{a}/{b}",
                f"{a}e{b}", f"{year}年", f"({a})",
            ]
        )
    )  # fmt: skip
    with pytest.raises(Unreadable):
        read_quantity(text)


@settings(deadline=None)
@given(st.integers(1, 12), st.integers(1, 12), st.integers(1949, 2100), st.data())
def test_a_period_that_can_be_read_in_two_ways_never_is(a, b, year, data):
    text = data.draw(
        st.sampled_from(
            [
                f"{year}-{a}-{b % 9 + 1}", f"{a}-{b}月", f"{year % 100:02}年{a}月", f"{a:02}/{b:02}/{year}", f"{a}月",
                f"{a}.{b}.{year}", f"十三五时期前{a}年", f"{year}年{a}-{a + 12}月", f"{year}年{a}、{b}月", f"前{a}个月",
                f"{year}.{a % 9 + 1}", f"{year}年{a}-{b}", f"今年{a}月", f"{year}财年",
                f"{year}{a:02}", f"去年同期{a}月",
            ]
        )
    )  # fmt: skip
    with pytest.raises(Unreadable):
        read_period(text)
