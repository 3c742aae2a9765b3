from dataclasses import replace

import pytest

from lib.calc.interval import Interval
from lib.facts.fact import Fact
from lib.facts.period import Period
from lib.words.numbers import ordinal, plain
from lib.words.speak import Words

PLAIN = Fact(
    value=0.0, bounds=Interval(0.0, 0.0), unit="CNY", unit_mult=8, decimals=0, qualifier="exact",
    period=Period.parse("2020-01_2020-12"), indicator="services_trade_total", ref_area="CN-CQ",
)  # fmt: skip


def fact(value: float, decimals: int, unit_mult: int, unit: str, qualifier: str = "exact") -> Fact:
    return replace(PLAIN, value=value, decimals=decimals, unit_mult=unit_mult, unit=unit, qualifier=qualifier)


@pytest.mark.parametrize(
    ("given", "zh", "en"),
    [
        (fact(67.53, 2, 9, "CNY"), "675.3亿元", "CNY 67.53bn"),
        (fact(5957830267.02, 2, 0, "USD"), "59.58亿美元", "USD 5.96bn"),  # kept to the cent
        (fact(1.2208, 4, 8, "USD"), "1.2208亿美元", "USD 122.08m"),
        (fact(100, 0, 9, "CNY"), "1000亿元", "CNY 100bn"),
        (fact(1.21, 2, 9, "USD"), "12.1亿美元", "USD 1.21bn"),
        (fact(5.2, 1, 8, "USD"), "5.2亿美元", "USD 0.52bn"),
        (fact(22.8, 1, 8, "USD"), "22.8亿美元", "USD 2.28bn"),
        (fact(8287, 0, 4, "USD"), "8287万美元", "USD 82.87m"),
        (fact(12208, 0, 4, "USD"), "1.2208亿美元", "USD 122.08m"),
        (fact(5.98, 2, 12, "CNY"), "5.98万亿元", "CNY 5.98tn"),
        (fact(45642.7, 1, 8, "CNY"), "45642.7亿元", "CNY 4,564.27bn"),
        (fact(88, 0, 6, "USD"), "0.88亿美元", "USD 88m"),
        (fact(-295.1, 1, 8, "USD"), "−295.1亿美元", "USD −29.51bn"),
        (fact(1800, 0, 0, "ENTERPRISES", "nearly"), "近1800家", "nearly 1,800"),
        (fact(2600, 0, 0, "ENTERPRISES", "over"), "超2600家", "over 2,600"),
        (fact(2.9, 1, 4, "ENTERPRISES"), "2.9万家", "29,000"),
        (fact(50, 0, 0, "PERCENT", "over"), "超50%", "over 50%"),
        (fact(-3.1, 1, 0, "PERCENT"), "−3.1%", "−3.1%"),
        (fact(10, 0, 0, "BASES", "about"), "约10个", "about 10"),
        (fact(37.5, 1, 0, "PERCENTAGE_POINT"), "37.5个百分点", "37.5 points"),
        (fact(2, 0, 0, "RANK"), "第2位", "2nd"),
        (fact(0.677, 2, 9, "USD", "derived"), "约6.8亿美元", "≈USD 0.68bn"),
        (fact(108.757, 1, 9, "CNY", "at_least"), "至少1088亿元", "at least CNY 108.8bn"),
        (fact(float("nan"), 0, 8, "CNY"), "—", "—"),
    ],
)
def test_a_figure_reads_as_an_official_would_write_it(given, zh, en):
    assert Words("zh").fact(given) == zh
    assert Words("en").fact(given) == en


def test_minus_is_the_real_sign_and_zero_has_none():
    assert plain(-0.04, 1, "en") == "0.0"
    assert plain(-3.14, 1, "zh") == "−3.1"


def test_halves_are_rounded_as_people_round():
    assert plain(0.125, 2, "en") == "0.13"
    assert plain(2.5, 0, "en") == "3"


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (1, "1st"),
        (2, "2nd"),
        (3, "3rd"),
        (4, "4th"),
        (11, "11th"),
        (12, "12th"),
        (21, "21st"),
        (111, "111th"),
    ],
)
def test_places(place, text):
    assert ordinal(place, "en") == text


@pytest.mark.parametrize(
    ("bounds", "zh", "en"),
    [
        (Interval(0.674126, 0.680101), "6.74—6.80", "0.674–0.680"),
        (Interval(1.2, float("inf")), "≥12", "≥1.2"),
        (Interval(0.5, 0.5), "5.0", "0.50"),
    ],
)
def test_bounds_carry_a_digit_more(bounds, zh, en):
    given = replace(fact(0.677, 2, 9, "USD", "derived"), bounds=bounds)
    assert Words("zh").bounds(given) == zh
    assert Words("en").bounds(given) == en


def test_bounds_that_look_alike_get_further_digits():
    needed = replace(fact(8.1686, 1, 0, "PERCENT", "derived"), bounds=Interval(8.16698, 8.17018))
    assert Words("en").bounds(needed) == "8.167–8.170"


def test_change_is_said_in_words(zh, en):
    up, down = fact(78.7, 1, 0, "PERCENT"), fact(-22.5, 1, 0, "PERCENT")
    assert (zh.change(up), en.change(up)) == ("同比增长78.7%", "up 78.7% year on year")
    assert (zh.change(down), en.change(down)) == ("同比下降22.5%", "down 22.5% year on year")
    assert zh.change(fact(0.0, 1, 0, "PERCENT")) == "同比持平"
    assert zh.change(fact(float("nan"), 1, 0, "PERCENT")) == "—"
    assert (en.signed(up), en.signed(down)) == ("+78.7%", "−22.5%")
