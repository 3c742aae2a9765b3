"""The charts of the page on emerging sectors: what is solid, what is hatched, and what they say."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from lib.charts.card import Look
from lib.charts.emerging_sectors import CHARTS
from lib.charts.tokens import DARK, LIGHT
from lib.draw.plotly import figure_of
from lib.facts.errors import DatasetUnavailable, NoSuchFigure
from lib.facts.record import Record
from lib.words.speak import Words
from tests.charts.drawn import bars, is_hatched, labels
from tests.facts.test_emerging import CONSTRUCTED, with_mix, with_share
from tests.growing.records import like, with_rows

LOOK = Look()


def exactly(record: Record) -> Record:
    """Constructed for these tests: the share printed as 53.4 %."""
    return with_share(record, value=53.4, lower=53.35, upper=53.45, qualifier="exact", decimals=1)


def test_every_chart_is_there_and_the_mix_alone_lacks_its_figures(record: Record, words: Words) -> None:
    assert set(CHARTS) == {
        "emerging_threshold",
        "emerging_mix",
        "emerging_comparators",
        "knowledge_intensive_share",
        "digital_outsourcing",
        "digitally_deliverable",
        "digital_goals",
    }
    for name in set(CHARTS) - {"emerging_mix"}:
        card = CHARTS[name](record, words, LOOK)
        assert card.name == name
        assert card.rows
        assert {trace.type for trace in figure_of(card).data} <= {"bar", "scatter"}
        for trace in figure_of(card).data:
            assert trace.hoverinfo == "text"
            assert all(trace.hovertext)
        for text in (card.title, card.subtitle, card.alt, *card.notes):
            assert not re.search(r"\b(nan|None)\b", text)


@pytest.mark.parametrize("name", sorted(set(CHARTS) - {"emerging_mix"}))
def test_a_damaged_dataset_is_an_error_and_not_an_empty_chart(
    record: Record, words: Words, name: str
) -> None:
    fault = DatasetUnavailable(file="emerging_sectors.parquet", problem="damaged")
    with pytest.raises(DatasetUnavailable):
        CHARTS[name](replace(record, faults={"emerging_sectors": fault}), words, LOOK)


def test_the_threshold_is_told_to_the_letter(record: Record, zh: Words, en: Words) -> None:
    card = CHARTS["emerging_threshold"](record, zh, LOOK)
    assert card.title == "2021年1—8月新兴领域占服务贸易比重超50%"
    assert card.subtitle == "占重庆服务贸易比重，%；实心为公布数，斜纹为可能区间"
    assert card.notes == (
        "原文列举金融、信息技术、数字贸易、保税研发设计、检测维修，并含其他（未公布分项）。",
    )
    assert "高于50%线" in card.alt
    assert "确切比重未公布" in card.alt
    assert labels(card) == ["原文未公布<br>确切比重", "50%线"]
    card = CHARTS["emerging_threshold"](record, en, LOOK)
    assert card.title == "Emerging sectors made up over 50% of services trade in January–August 2021"
    assert card.notes == (
        "The source names as examples: finance, information technology, digital trade, bonded R&D and design, "
        'inspection and maintenance, "and other" (no split published).',
    )
    assert labels(card) == ["exact share<br>not published", "50% line"]


def test_over_fifty_is_solid_to_fifty_and_hatched_to_a_hundred(record: Record, zh: Words) -> None:
    card = CHARTS["emerging_threshold"](record, zh, LOOK)
    solid, possible = bars(card)
    assert (solid.x[0], is_hatched(solid), solid.error_x.array) == (50, False, None)
    assert (possible.base[0], possible.x[0], is_hatched(possible)) == (50, 50, True)
    assert solid.text == ("已知：超50%",)
    assert solid.marker.color == LIGHT.chongqing
    line = figure_of(card).layout.shapes[0]
    assert (line.x0, line.x1, line.line.color) == (50, 50, LIGHT.goal)


def test_a_constructed_exact_share_is_solid_with_a_whisker(record: Record, zh: Words, en: Words) -> None:
    card = CHARTS["emerging_threshold"](exactly(record), zh, LOOK)
    (solid,) = bars(card)
    assert (solid.x[0], is_hatched(solid)) == (53.4, False)
    # 53.4 with one decimal stands for 53.35 to 53.45.
    assert solid.error_x.array[0] == pytest.approx(0.05)
    assert solid.error_x.arrayminus[0] == pytest.approx(0.05)
    assert solid.text == ("53.4%",)
    assert card.title == "2021年1—8月新兴领域占服务贸易比重53.4%"
    assert "未公布确切" not in "".join(labels(card))
    card = CHARTS["emerging_threshold"](exactly(record), en, LOOK)
    assert card.title == "Emerging sectors made up 53.4% of services trade in January–August 2021"
    assert card.subtitle == "Share of Chongqing's services trade, %; the whisker shows what rounding allows"


def test_the_dark_theme_takes_its_own_colours(record: Record, zh: Words) -> None:
    solid, possible = bars(CHARTS["emerging_threshold"](record, zh, Look(theme="dark")))
    assert solid.marker.color == DARK.chongqing
    assert possible.marker.pattern.fgcolor == DARK.chongqing


def test_without_a_split_there_is_no_mix(record: Record, words: Words) -> None:
    with pytest.raises(NoSuchFigure):
        CHARTS["emerging_mix"](record, words, LOOK)


def test_a_constructed_mix_is_one_stacked_bar_with_its_parts_named(
    record: Record, zh: Words, en: Words
) -> None:
    card = CHARTS["emerging_mix"](with_mix(record, CONSTRUCTED), zh, LOOK)
    assert [bar.y[0] for bar in bars(card)] == [12.4, 18.1, 9.7, 8.3, 3.2]
    assert {bar.x[0] for bar in bars(card)} == {0}
    # Each on those before it: 12.4 + 18.1 = 30.5, + 9.7 = 40.2, + 8.3 = 48.5.
    assert [bar.base[0] for bar in bars(card)] == pytest.approx([0, 12.4, 30.5, 40.2, 48.5])
    assert labels(card) == [
        "金融 12.4%",
        "信息技术 18.1%",
        "数字贸易 9.7%",
        "保税研发设计 8.3%",
        "检测维修 3.2%",
        "50%线",
    ]
    # Each label beside the middle of its piece: 12.4 ÷ 2, then 12.4 + 18.1 ÷ 2, and so on.
    middles = [note.y for note in figure_of(card).layout.annotations][:5]
    assert middles == pytest.approx([6.2, 21.45, 35.35, 44.35, 50.1])
    line = figure_of(card).layout.shapes[0]
    assert (line.y0, line.y1) == (50, 50)
    assert card.title == "2021年1—8月，信息技术占服务贸易18.1%，居各新兴领域之首"
    card = CHARTS["emerging_mix"](with_mix(record, CONSTRUCTED), en, LOOK)
    assert card.title == (
        "Information technology led the emerging sectors with 18.1% of services trade in January–August 2021"
    )
    assert len(card.rows) == 5


def test_comparators_are_named_with_definition_and_year_and_not_ranked(record: Record, zh: Words) -> None:
    card = CHARTS["emerging_comparators"](record, zh, LOOK)
    assert labels(card) == [
        "重庆市 · 新兴领域 · 2021年1—8月",
        "四川省 · 新兴领域 · 2018年",
        "中国 · 知识密集型服务 · 2021年1—8月",
        "北京市 · 知识密集型服务 · 2023年",
    ]
    assert (
        card.title == "2021年1—8月重庆新兴领域占全市服务贸易比重超50%；2021年1—8月全国知识密集型服务占比45.1%"
    )
    assert "不作排名" in card.subtitle
    assert "口径" in card.notes[1]
    assert "与重庆的五个领域不同" in card.notes[1]


def test_comparators_say_the_same_in_english(record: Record, en: Words) -> None:
    card = CHARTS["emerging_comparators"](record, en, LOOK)
    assert card.title == (
        "Chongqing's emerging sectors made up over 50% of its services trade in January–August 2021; "
        "the nation's knowledge-intensive services 45.1% in January–August 2021"
    )
    assert labels(card)[2] == "China · knowledge-intensive · Jan–Aug 2021"
    assert "not ranked" in card.subtitle


def test_over_is_hatched_and_an_exact_comparator_is_not(record: Record, zh: Words) -> None:
    drawn = [
        (bar.x[0], bar.y[0], is_hatched(bar))
        for bar in bars(CHARTS["emerging_comparators"](record, zh, LOOK))
    ]
    assert drawn == [
        (50, 0, False),
        (50, 0, True),
        (60, -1, False),
        (40, -1, True),
        (45.1, -2, False),
        (45.5, -3, False),
    ]


def test_chongqing_has_its_colour_and_the_others_grey(record: Record, zh: Words) -> None:
    solid = [bar for bar in bars(CHARTS["emerging_comparators"](record, zh, LOOK)) if not is_hatched(bar)]
    assert [bar.marker.color for bar in solid] == [LIGHT.chongqing, LIGHT.others, LIGHT.others, LIGHT.others]


def test_no_line_crosses_the_years_without_a_figure(record: Record, zh: Words) -> None:
    first, joined, parts = figure_of(CHARTS["knowledge_intensive_share"](record, zh, LOOK)).data
    assert list(first.y) == [27.3]
    assert list(joined.y) == [32.4, 34.7, 44.5]
    assert [day.year for day in joined.x] == [2018, 2019, 2020]
    assert parts.mode == "markers"
    assert parts.marker.symbol == "circle-open"
    assert list(parts.y) == [34.2, 43.3, 43.7, 46.4, 45.8, 45.1, 44.7, 44.2, 43.5]
    assert not set(parts.x) & {*first.x, *joined.x}


def test_the_national_share_is_told_to_the_letter(record: Record, zh: Words, en: Words) -> None:
    card = CHARTS["knowledge_intensive_share"](record, zh, LOOK)
    assert card.title == "全国知识密集型服务占比由2015年的27.3%升至2020年的44.5%"
    assert card.notes == (
        "仅相邻年份连线，缺数年份不插补。",
        "2020年知识密集型服务进出口同比增长8.3%，而服务进出口总额同比下降15.7%：占比上升也因总额缩小。",
    )
    card = CHARTS["knowledge_intensive_share"](record, en, LOOK)
    assert card.title == "The nation's knowledge-intensive share rose from 27.3% in 2015 to 44.5% in 2020"
    # Thirteen shares, and the two growth rates that the note says.
    assert len(card.rows) == 15


def test_digitalised_outsourcing_stands_beside_the_total_and_is_not_stacked(
    record: Record, zh: Words
) -> None:
    card = CHARTS["digital_outsourcing"](record, zh, LOOK)
    assert [(bar.x[0], bar.y[0]) for bar in bars(card)] == [(22.13, 0), (22.8, -1)]
    assert [bar.text[0] for bar in bars(card)] == ["22.13  +11.7%", "22.8"]
    assert card.title == "2020年数字化服务外包执行额22.13亿美元，同比增长11.7%，公布占比97%"
    assert card.notes == (
        "公布占比97%；按离岸执行额计算为97.1%（可能区间96.83—97.30%），两者相符。",
        "来源未说明数字化服务外包是否仅指离岸，故两条并列，不作叠加。",
    )


def test_digitalised_outsourcing_says_the_same_in_english(record: Record, en: Words) -> None:
    card = CHARTS["digital_outsourcing"](record, en, LOOK)
    assert card.title == (
        "2020: digitalised outsourcing of USD 2.213bn, up 11.7% year on year, a published share of 97%"
    )
    assert [bar.x[0] for bar in bars(card)] == [2.213, 2.28]
    assert card.subtitle == "Executed value, USD bn, 2020"


def test_a_printed_share_that_does_not_fit_is_said_not_to(record: Record, zh: Words) -> None:
    frame = record.frame("outsourcing").copy()
    row = frame["observation_id"] == "cn-cq.outsourcing_executed_structure_share.digital.2020-01_2020-12"
    # Constructed for this test: 95 % stands for 94.5 to 95.5, below the computed 96.8.
    frame.loc[row, ["value", "lower", "upper"]] = [95.0, 94.5, 95.5]
    changed = replace(record, frames=dict(record.frames) | {"outsourcing": frame})
    assert CHARTS["digital_outsourcing"](changed, zh, LOOK).notes[0].endswith("两者不符。")


def test_digitally_deliverable_trade_stands_in_dollars_and_in_yuan_apart(record: Record, zh: Words) -> None:
    card = CHARTS["digitally_deliverable"](record, zh, LOOK)
    (dollars,) = figure_of(card).data
    assert list(dollars.x) == list(range(2015, 2023))
    assert [value for value in dollars.y if value is not None] == [2000.0, 2722.0, 2947.6, 3727.1]
    assert card.title == "2022年全国可数字化交付服务进出口3727.1亿美元，同比增长3.4%"
    # Knowledge-intensive trade of 2022 was printed as 25068.5: 2.51 trillion can stand for it, 2.61 cannot.
    name = "cn.digitally_deliverable_trade.total.2022-01_2022-12"
    cells = {"unit": "CNY", "unit_mult": 12, "decimals": 2}
    card = CHARTS["digitally_deliverable"](
        with_rows(record, like(record, name, value=2.51, **cells)), zh, LOOK
    )
    dollars, yuan = figure_of(card).data
    assert (dollars.yaxis, yuan.yaxis) == ("y", "y2")
    assert yuan.y[-1] == 2.51
    assert any("知识密集型" in note for note in card.notes)
    other = CHARTS["digitally_deliverable"](
        with_rows(record, like(record, name, value=2.61, **cells)), zh, LOOK
    )
    assert not any("知识密集型" in note for note in other.notes)


def test_a_share_of_another_scope_stands_beyond_a_line_that_says_so(
    record: Record, zh: Words, en: Words
) -> None:
    assert "<b>口径变化</b>" not in labels(CHARTS["knowledge_intensive_share"](record, zh, LOOK))
    name = "cn.knowledge_intensive_share.total.2023-01_2023-06"
    when = {"period_start": date(2026, 1, 1), "period_end": date(2026, 3, 31)}
    more = with_rows(record, like(record, name, value=43.5, basis="knowledge_intensive_mofcom_2026", **when))
    card = CHARTS["knowledge_intensive_share"](more, zh, LOOK)
    assert "<b>口径变化</b>" in labels(card)
    assert "<b>scope changed</b>" in labels(CHARTS["knowledge_intensive_share"](more, en, LOOK))
    assert [shape.x0 for shape in figure_of(card).layout.shapes] == [date(2026, 1, 1)]
    assert len(figure_of(card).layout.xaxis.tickvals) <= 6  # of twelve years
