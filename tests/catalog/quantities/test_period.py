import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.catalog.quantities import read_period
from lib.facts.period import Period
from lib.words.periods import date_text, period_text
from tests.catalog.quantities.reading import read_or_why

months = st.tuples(st.integers(1949, 2100), st.integers(1, 12))


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("2021年1-8月", "2021-01_2021-08"),
        ("2021年1—8月", "2021-01_2021-08"),
        ("２０２１年１－８月", "2021-01_2021-08"),
        ("2021 年 1 月至 8 月", "2021-01_2021-08"),
        ("2021年上半年", "2021-01_2021-06"),
        ("2021年前三季度", "2021-01_2021-09"),
        ("2021年第二季度", "2021-04_2021-06"),
        ("2021-08", "2021-08_2021-08"),
        ("2021", "2021-01_2021-12"),
        ("2016—2020年", "2016-01_2020-12"),
        ("Jan–Aug 2021", "2021-01_2021-08"),
        ("January to August 2021", "2021-01_2021-08"),
        ("first half of 2021", "2021-01_2021-06"),
        ("2021-01_2021-08", "2021-01_2021-08"),
        ("2021-01-01/2021-08-31", "2021-01_2021-08"),
        ("2020年末", "2020-12-31"),
        ("2021-09-13", "2021-09-13"),
        ("13 September 2021", "2021-09-13"),
    ],
)
def test_what_people_type_is_read(typed, code):
    assert read_period(typed).code == code


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "nothing is typed"),
        ("2021-1-8", "January to August or the 8th of January"),
        ("1-8月", "no year of four digits"),
        ("21年1-8月", "no year of four digits"),
        ("2021.1", "January or October"),
        ("01/08/2021", "day and month can stand in either order"),
        ("十三五时期", "a plan period by its name"),
        ("2021年13月", "months are 1 to 12, not 13"),
        ("2021年8-1月", "the period ends before it starts"),
        ("2021-02-30", "2021-02 has 28 days"),
        ("2021-01-01/2021-08-15", "a period is of whole months"),
        ("1021年1-8月", "a year from 1949 to 2100"),
        ("2021年1-8", "a period that is not known"),
    ],
)
def test_what_could_mean_several_things_is_refused(typed, why):
    assert why in str(read_or_why(read_period, typed))


@given(months, months, st.sampled_from(["zh", "en"]), st.booleans())
def test_what_the_dashboard_writes_is_the_same_period(first, last, lang, long):
    first, last = sorted((first, last))
    period = Period.parse(f"{first[0]}-{first[1]:02}_{last[0]}-{last[1]:02}")
    assert read_period(period_text(period, lang, long=long)) == period
    assert read_period(period.code) == period


@given(st.dates(min_value=Period.parse("1949-01_1949-01").start), st.sampled_from(["zh", "en"]))
def test_a_day_is_a_point_in_time(day, lang):
    if day.year > 2100:
        day = day.replace(year=2000, day=min(day.day, 28))
    point = Period(day, day)
    assert read_period(date_text(day, lang)) == point
    assert read_period(day.isoformat()) == point


@given(st.text(max_size=30) | st.text(alphabet="0123456789年月-—–/._上下半季度一QHJanAug 日末", max_size=14))
def test_any_text_is_read_or_refused_in_one_sentence(text):
    read = read_or_why(read_period, text)
    if isinstance(read, str):
        assert read
        assert "\n" not in read
    else:
        assert read.start <= read.end


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("2021年前八个月", "2021-01_2021-08"),
        ("2021年前十一个月", "2021-01_2021-11"),
        ("2021上半年", "2021-01_2021-06"),
        ("2021年度", "2021-01_2021-12"),
        ("2021M08", "2021-08_2021-08"),
        ("2021三季度", "2021-07_2021-09"),
    ],
)
def test_a_period_is_read_as_people_type_it(typed, code):
    assert read_period(typed).code == code


def test_until_is_a_point_in_time_only_where_its_end_is_named():
    assert read_period("截至2021年末").is_point
    assert "not since when" in str(read_or_why(read_period, "截至2021年8月"))
