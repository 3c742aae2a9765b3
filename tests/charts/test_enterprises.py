"""The charts of the page on enterprises: values, whiskers, open ends, gaps, and what they say."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from lib.charts.card import Look
from lib.charts.enterprises import CHARTS
from lib.charts.tokens import LIGHT
from lib.draw.plotly import figure_of
from lib.facts.errors import DatasetUnavailable
from lib.facts.record import Record
from lib.words.speak import Words
from tests.charts.drawn import bars, labels
from tests.growing.records import like, with_rows

LOOK = Look()


@pytest.mark.parametrize("name", sorted(CHARTS))
def test_every_chart_is_whole_in_both_languages(record: Record, words: Words, name: str) -> None:
    card = CHARTS[name](record, words, LOOK)
    assert card.name == name
    assert card.rows
    assert {trace.type for trace in figure_of(card).data} <= {"bar", "scatter"}
    for trace in figure_of(card).data:
        assert trace.hoverinfo == "text"
        assert all(trace.hovertext)
    for text in (card.title, card.subtitle, card.alt, *card.notes):
        assert not re.search(r"\b(nan|None)\b", text)


@pytest.mark.parametrize("name", sorted(CHARTS))
def test_a_missing_dataset_is_an_error_and_not_an_empty_chart(
    record: Record, words: Words, name: str
) -> None:
    fault = DatasetUnavailable(file="enterprises.parquet", problem="missing")
    with pytest.raises(DatasetUnavailable):
        CHARTS[name](replace(record, faults={"enterprises": fault}), words, LOOK)


def test_counts_are_named_with_what_is_counted_and_when(record: Record, zh: Words) -> None:
    card = CHARTS["enterprise_counts"](record, zh, LOOK)
    assert card.title == "截至2021年9月，重庆服务贸易企业近1800家"
    assert card.subtitle == "企业数，家；各地年份和口径不同，仅供参考"
    assert labels(card) == [
        "重庆市 · 服务贸易企业 · 2021年9月",
        "<b>近1800</b>",
        "成都市 · 服务贸易企业 · 2017年11月",
        "<b>超2600</b>",
        "长沙市 · 服务外包企业 · 2023年9月",
        "<b>1403</b>",
        "河南省 · 服务外包企业 · 2017年3月",
        "<b>1288</b>",
        "武汉市 · 重点服务贸易企业 · 2025年9月",
        "<b>超130</b>",
    ]


def test_counts_say_the_same_in_english(record: Record, en: Words) -> None:
    card = CHARTS["enterprise_counts"](record, en, LOOK)
    assert card.title == "As of September 2021 Chongqing had nearly 1,800 service-trade enterprises"
    assert labels(card)[:4] == [
        "Chongqing · services trade · Sep 2021",
        "<b>nearly 1,800</b>",
        "Chengdu · services trade · Nov 2017",
        "<b>over 2,600</b>",
    ]
    assert labels(card)[-2:] == ["Wuhan · key services-trade firms · Sep 2025", "<b>over 130</b>"]
    assert "for orientation only" in card.subtitle


def test_over_has_a_hatched_open_end_and_nearly_a_whisker_down(record: Record, zh: Words) -> None:
    drawn = bars(CHARTS["enterprise_counts"](record, zh, LOOK))
    solid = [bar for bar in drawn if bar.marker.pattern.shape is None]
    hatched = [bar for bar in drawn if bar.marker.pattern.shape == "/"]
    assert [bar.x[0] for bar in solid] == [1800, 2600, 1403, 1288, 130]
    assert [(bar.base[0], bar.y[0]) for bar in hatched] == [(2600, -1), (130, -4)]
    # The two open ends are of one length: the hatch says that there is more, not how much.
    assert hatched[0].x[0] == pytest.approx(hatched[1].x[0])
    # Nearly 1,800 is 1,750 to 1,800: nothing above, 50 below.
    assert (solid[0].error_x.array[0], solid[0].error_x.arrayminus[0]) == (0, 50)
    assert [bar.error_x.array for bar in solid[1:]] == [None] * 4
    assert [bar.marker.color for bar in solid] == [LIGHT.chongqing, *[LIGHT.others] * 4]


def test_the_average_is_a_range_whose_lower_end_goes_with_the_larger_count(record: Record, zh: Words) -> None:
    card = CHARTS["value_per_enterprise"](record, zh, LOOK)
    line, ends = figure_of(card).data
    # 675.25亿元 ÷ 1800 = 3751.39万元; 675.35亿元 ÷ 1750 = 3859.14万元.
    assert list(line.x) == list(ends.x) == pytest.approx([3751.39e4, 3859.14e4], abs=100)
    assert labels(card) == ["<b>3751万元/家</b>", "÷ 1800家", "<b>3859万元/家</b>", "÷ 1750家"]
    assert card.title == "2020年户均服务进出口额不低于3751万元/家"
    assert card.subtitle == "2020年服务进出口675.3亿元 ÷ 2021年9月企业近1800家"
    assert "时点和口径不同，仅供参考" in card.notes[0]


def test_the_average_says_the_same_in_english(record: Record, en: Words) -> None:
    card = CHARTS["value_per_enterprise"](record, en, LOOK)
    # 67.525 bn ÷ 1,800 = 37.51 m; 67.535 bn ÷ 1,750 = 38.59 m.
    assert labels(card) == [
        "<b>CNY 37.51m each</b>",
        "÷ 1,800",
        "<b>CNY 38.59m each</b>",
        "÷ 1,750",
    ]
    assert card.title == "In 2020 services trade came to no less than CNY 37.51m each"
    assert "for orientation only" in card.notes[0]


def test_the_nation_has_a_gap_for_2015_and_a_whisker_for_about(record: Record, zh: Words) -> None:
    card = CHARTS["national_outsourcing_enterprises"](record, zh, LOOK)
    drawn = bars(card)
    assert [(bar.x[0], bar.y[0]) for bar in drawn] == [
        (2012, 21159),
        (2013, 24818),
        (2014, 28127),
        (2016, 40000),
    ]
    assert [bar.error_y.array for bar in drawn[:3]] == [None] * 3
    assert (drawn[3].error_y.array[0], drawn[3].error_y.arrayminus[0]) == (5000, 5000)
    assert labels(card) == ["21159家", "24818家", "28127家", "约4万家", "未见"]
    gap = figure_of(card).layout.annotations[-1]
    assert (gap.x, gap.y) == (2015, 0)
    assert card.title == "全国服务外包企业由2012年末的21159家增至2016年末的约4万家"
    assert card.notes[1] == "2015年末数未见，不作插补。"


def test_the_nation_says_the_same_in_english(record: Record, en: Words) -> None:
    card = CHARTS["national_outsourcing_enterprises"](record, en, LOOK)
    assert labels(card) == ["21,159", "24,818", "28,127", "about 40,000", "not found"]
    assert card.title == (
        "The nation's outsourcing enterprises rose from 21,159 at the end of 2012 "
        "to about 40,000 at the end of 2016"
    )
    assert card.alt == (
        "Bar chart. 21,159 at the end of 2012; 24,818 at the end of 2013; 28,127 at the end of 2014; "
        "about 40,000 at the end of 2016."
    )
    assert card.notes[1] == "No figure for the end of 2015; none is filled in."


def test_another_count_of_chongqings_is_named_as_one_and_never_as_a_later_one(
    record: Record, zh: Words
) -> None:
    name = "430100.outsourcing_enterprises.total.2023-09-15_2023-09-15"
    day = date(2023, 12, 31)
    cells = {"ref_area": "CN-CQ", "period_start": day, "period_end": day, "note_zh": ""}
    more = with_rows(record, like(record, name, value=699.0, lower=699.0, upper=699.0, **cells))
    card = CHARTS["enterprise_counts"](more, zh, Look())
    own = [row for row in card.rows if row.fact.ref_area == "CN-CQ"]
    assert [row.label for row in own] == [
        "重庆市 · 服务贸易企业 · 2021年9月",
        "重庆市 · 服务外包企业（另一口径）· 2023年12月",
    ]
    assert card.rows.index(own[1]) > 1  # among the other counts of its kind, not after the first
    assert "1800" in card.title
    assert any("不能与2021年9月的近1800家前后相比" in note for note in card.notes)
