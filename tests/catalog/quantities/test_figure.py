from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.calc.interval import Interval
from lib.calc.printed import decimals, printed_bounds
from lib.catalog.codes import COUNTED_UNITS, CURRENCIES, MULTIPLIERS, QUALIFIERS
from lib.catalog.quantities import Quantity, read_quantity
from lib.facts.fact import Fact
from lib.facts.period import Period
from lib.words.speak import Words
from tests.catalog.quantities.reading import read_or_why

AMOUNTS = {0: "", 3: "千", 4: "万", 6: "百万", 8: "亿", 9: "十亿", 12: "万亿"}
NAMES = {"USD": "美元", "CNY": "元", "PERCENT": "%", "ENTERPRISES": "家", "PERSONS": "人", "MULTIPLE": "倍"}
BEFORE = {"exact": "", "about": "约", "nearly": "近", "over": "超", "under": "不足"}

digits = st.decimals(0, 10**9, places=2, allow_nan=False).map(lambda value: f"{value}") | st.integers(
    0, 10**9
).map(str)


def full_width(text: str) -> str:
    return "".join(chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" else sign for sign in text)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("１２．１", Quantity("12.1")),
        ("12.1亿", Quantity("12.1", 8)),
        ("12.1亿美元", Quantity("12.1", 8, "USD")),
        ("人民币675.3亿元", Quantity("675.3", 8, "CNY")),
        ("78.7%", Quantity("78.7", 0, "PERCENT")),
        ("７８．７％", Quantity("78.7", 0, "PERCENT")),
        ("近1800家", Quantity("1800", 0, "ENTERPRISES", "nearly")),
        ("近1800", Quantity("1800", None, "", "nearly")),
        ("1800余家", Quantity("1800", 0, "ENTERPRISES", "over")),
        ("1800家左右", Quantity("1800", 0, "ENTERPRISES", "about")),
        ("超50%", Quantity("50", 0, "PERCENT", "over")),
        ("over USD 1.21bn", Quantity("1.21", 9, "USD", "over")),
        ("about 1,800 enterprises", Quantity("1800", 0, "ENTERPRISES", "about")),
        ("−24.5亿美元", Quantity("-24.5", 8, "USD")),
        ("12.10", Quantity("12.10")),
        ("15.68万人", Quantity("15.68", 4, "PERSONS")),
        ("第2位", Quantity("2", 0, "RANK")),
        ("2nd", Quantity("2", 0, "RANK")),
        ("6.9元/美元", Quantity("6.9", 0, "CNY_PER_USD")),
        ("9个", Quantity("9", 0)),
    ],
)
def test_what_people_type_is_read(typed, read):
    assert read_quantity(typed) == read


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "nothing is typed"),
        ("10-12亿", "a range holds two figures"),
        ("10%—12%", "a range holds two figures"),
        ("1,21", "a comma stands only between thousands"),
        ("1.2.3", "digits, one point"),
        ("12亿1000万元", "a figure in two parts"),
        ("十二亿", "Chinese numerals"),
        ("5兆", "a million to some and a trillion to others"),
        ("¥5亿", "yuan or yen"),
        ("$5", "write USD or US$"),
        ("5亿港元", "港元 is no currency of the record"),
        ("3千万元", "千万 is no power of ten of the record"),
        ("USD 5亿元", "USD before the digits and CNY after them"),
        ("约近5", "about and nearly say how sure the figure is twice"),
        ("近-3%", "can lie on either side"),
        ("5 dozen", '"dozen" after the digits is no scale or unit that is known'),
        ("n/a", "no figure is found"),
    ],
)
def test_what_could_mean_several_things_is_refused(typed, why):
    assert why in str(read_or_why(read_quantity, typed))


@given(
    digits,
    st.sampled_from(sorted(AMOUNTS)),
    st.sampled_from(sorted(NAMES)),
    st.sampled_from(sorted(BEFORE)),
    st.booleans(),
)
def test_what_is_written_as_a_release_prints_it_is_read_back(value, power, unit, qualifier, wide):
    text = f"{BEFORE[qualifier]}{value}{AMOUNTS[power]}{NAMES[unit]}"
    assert read_quantity(full_width(text) if wide else text) == Quantity(value, power, unit, qualifier)


@given(
    digits,
    st.sampled_from([int(power) for power in MULTIPLIERS]),
    st.sampled_from([*CURRENCIES, "PERCENT", *COUNTED_UNITS]),
    st.sampled_from(sorted(QUALIFIERS)),
    st.sampled_from(["zh", "en"]),
)
def test_what_the_dashboard_writes_is_the_same_figure(text, power, unit, qualifier, lang):
    power = max(power, 3) if unit in CURRENCIES else 0  # as releases do: a form holds nine decimals
    text = text.partition(".")[0] if unit in COUNTED_UNITS else text
    text = text[:6] if unit == "RANK" else text  # nothing comes a billionth
    low, high = printed_bounds(text=text, qualifier="exact", counted=False, floor_zero=False, cap=None)
    fact = Fact(
        value=float(text),
        bounds=Interval(low, high),
        unit=unit,
        unit_mult=power,
        decimals=decimals(text),
        qualifier=qualifier if unit != "RANK" else "exact",
        period=Period.parse("2021-01_2021-08"),
        indicator="",
        ref_area="",
    )
    read = read_quantity(Words(lang).fact(fact))
    assert Decimal(read.value).scaleb(read.unit_mult or 0) == Decimal(text).scaleb(power)
    assert read.qualifier == fact.qualifier
    assert read.unit in (unit, "")


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused_in_one_sentence(text):
    read = read_or_why(read_quantity, text)
    if isinstance(read, str):
        assert read
        assert "\n" not in read
    else:
        assert decimals(read.value) >= 0
        assert read.qualifier in QUALIFIERS


@given(st.text(alphabet="0123456789.,-+约近超亿万千百元美%家人 USDbnm余个第位", max_size=12))
def test_texts_of_the_right_signs_are_read_or_refused(text):
    test_any_text_is_read_or_refused_in_one_sentence.hypothesis.inner_test(text)
