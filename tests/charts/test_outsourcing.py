import re
from dataclasses import replace
from datetime import date

import pytest

from lib.charts.card import Look
from lib.charts.outsourcing import CHARTS
from lib.charts.theme import tokens_of
from lib.draw.plotly import figure_of
from lib.facts.errors import DatasetUnavailable, NoSuchFigure
from lib.words.provenance import entry
from tests.charts.drawn import bars, is_hatched, labels
from tests.facts.altered import with_copy, without

LIGHT, DARK = tokens_of("light"), tokens_of("dark")
HALF = "2021-01_2021-06"
EXECUTED = "offshore_outsourcing_executed"
TITLES = {
    "growth_base": (
        "2021年1—8月离岸服务外包执行额同比增长78.7%，上年同期约6.8亿美元",
        "Offshore outsourcing in January–August 2021 was up 78.7% year on year, from about USD 0.68bn",
    ),
    "rest_of_year": (
        "2020年9—12月离岸服务外包执行额约16.0亿美元，占全年约70%",
        "Offshore outsourcing came to about USD 1.60bn in September–December 2020, about 70% of the year",
    ),
    "contract_executed": (
        "2021年上半年离岸合同额7.2亿美元，同比增长68.7%；执行额5.2亿美元，同比增长44.89%",
        "Offshore outsourcing in January–June 2021: contract value USD 0.72bn, up 68.7% year on year; "
        "executed value USD 0.52bn, up 44.89% year on year",
    ),
    "growth_against_nation": (
        "2021年上半年执行额增速高于全国约19.0个百分点",
        "Growth of executed value in January–June 2021 was about 19.0 points ahead of the nation's",
    ),
    "offshore_annual": (
        "2020年离岸服务外包执行额22.8亿美元，同比增长10.5%",
        "Offshore outsourcing was USD 2.28bn in 2020, up 10.5% year on year",
    ),
    "share_of_nation": (
        "2020年离岸服务外包执行额占全国2.1%，2018年为2.4%",
        "Chongqing's share of the nation's offshore outsourcing was 2.1% in 2020, after 2.4% in 2018",
    ),
    "plan_total": (
        "2016—2020年离岸服务外包执行额累计103.2亿美元，较上一规划期增长77.6%",
        "Offshore outsourcing came to USD 10.32bn in 2016–2020, +77.6% on the previous plan period",
    ),
    "offshore_types": (
        "2020年知识流程外包（KPO）执行额18.2亿美元，占离岸服务外包约80%",
        "Knowledge process outsourcing (KPO) amounted to USD 1.82bn in 2020, about 80% of offshore outsourcing",
    ),
    "offshore_markets": (
        "2021年上半年离岸执行额中共建“一带一路”国家和地区1.2208亿美元、东盟5278万美元，两者有重叠",
        "Offshore executed value in January–June 2021: USD 122.08m for Belt and Road economies "
        "and USD 52.78m for ASEAN; the groups overlap",
    ),
    "first_half_segments": (
        "2021年上半年工业设计外包执行额2.5亿美元，同比增长82.2%",
        "January–June 2021: Industrial design outsourcing USD 0.25bn, up 82.2% year on year",
    ),
    "national_offshore": (
        "2021年全国离岸服务外包执行额8600亿元，同比增长17.8%",
        "The nation's offshore outsourcing was CNY 860.0bn in 2021, up 17.8% year on year",
    ),
    "national_offshore_types": (
        "2021年全国知识流程外包（KPO）离岸执行额3661亿元，占离岸服务外包约42.6%",
        "Knowledge process outsourcing (KPO) nationwide amounted to CNY 366.1bn in 2021, "
        "about 42.6% of national offshore outsourcing",
    ),
}


def draw(name, record, words, theme="light", period=""):
    return CHARTS[name](record, words, Look(theme=theme, period=period))


def lengths(card):
    return [bar.x[0] for bar in bars(card)]


def of_year(year):
    where = {"indicator": EXECUTED, "ref_area": "CN-CQ", "category": "total", "counterpart": "WLD"}
    return where | {"period_start": date(year, 1, 1), "period_end": date(year, 12, 31)}


def test_every_chart_has_its_title_here():
    assert set(TITLES) == set(CHARTS)


@pytest.mark.parametrize("name", TITLES)
def test_titles_say_the_number_in_both_languages(record, zh, en, name):
    assert (draw(name, record, zh).title, draw(name, record, en).title) == TITLES[name]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", TITLES)
def test_nothing_missing_reaches_the_reader(record, words, name, theme):
    card = draw(name, record, words, theme)
    hovers = [text for trace in figure_of(card).data for text in trace.hovertext or ()]
    texts = [card.title, card.subtitle, card.alt, *card.notes, *labels(card), *hovers]
    texts += [text for row in card.rows for pair in entry(row.fact, record, words) for text in pair]
    texts += [row.label for row in card.rows]
    assert [text for text in texts if not text or re.search(r"nan|None|[{}—]$", text)] == []
    assert card.name == name
    assert all(trace.hovertext is not None for trace in bars(card))


@pytest.mark.parametrize("name", TITLES)
def test_without_the_dataset_a_card_says_so(record, zh, name):
    fault = DatasetUnavailable(file="outsourcing.parquet", problem="missing")
    with pytest.raises(DatasetUnavailable):
        draw(name, replace(record, faults={"outsourcing": fault}), zh)


def test_growth_stands_on_hatched_bases_with_whiskers(record, zh):
    card = draw("growth_base", record, zh)
    base, level = bars(card)
    assert list(level.y) == [5.2, 12.1]
    assert list(base.y) == pytest.approx([3.5889, 6.7711], abs=5e-5)  # 5.2 ÷ 1.4489, 12.1 ÷ 1.787
    assert (is_hatched(base), is_hatched(level)) == (True, False)
    # 12.15 ÷ 1.7865 = 6.8010 above, 12.05 ÷ 1.7875 = 6.7413 below 6.7711
    assert base.error_y.array[1] == pytest.approx(0.0299, abs=1e-4)
    assert base.error_y.arrayminus[1] == pytest.approx(0.0298, abs=1e-4)
    assert labels(card) == ["约3.6", "5.2  +44.89%", "约6.8", "12.1  +78.7%"]
    assert figure_of(card).layout.yaxis.range[0] == 0


def test_a_chosen_period_changes_the_sentence_and_is_set_off(record, zh, en):
    card = draw("growth_base", record, zh, period=HALF)
    assert card.title == "2021年上半年离岸服务外包执行额同比增长44.89%，上年同期约3.6亿美元"
    assert figure_of(card).layout.xaxis.ticktext == ("<b>上半年</b>", "1—8月")
    newest = draw("growth_base", record, en)
    assert figure_of(newest).layout.xaxis.ticktext == ("January–June", "<b>January–August</b>")


def test_the_rest_of_the_year_is_hatched_and_what_is_printed_is_solid(record, zh):
    card = draw("rest_of_year", record, zh)
    first, rest, level = bars(card)
    assert (is_hatched(first), is_hatched(rest), is_hatched(level)) == (True, True, False)
    assert lengths(card) == pytest.approx([6.7711, 16.0289, 12.1], abs=5e-5)  # 22.8 − 6.7711 = 16.0289
    assert rest.base[0] == pytest.approx(6.7711, abs=5e-5)
    assert first.error_x.array is not None
    assert labels(card) == [
        "1—8月<br>约6.8",
        "9—12月<br>约16.0",
        "1—8月<br>12.1",
        "2020年，全年22.8",
        "2021年",
        "<b>+78.7%</b><br>9—12月未公布",
    ]
    assert card.alt == (
        "条形图。2020年全年22.8亿美元：1—8月约6.8亿美元，9—12月约16.0亿美元（约占70%）；"
        "2021年1—8月12.1亿美元，同比增长78.7%。"
    )


def test_the_rest_of_the_year_follows_the_chosen_period(record, en):
    card = draw("rest_of_year", record, en, period=HALF)
    assert (
        card.title
        == "Offshore outsourcing came to about USD 1.92bn in July–December 2020, about 84% of the year"
    )
    assert labels(card)[-1] == "<b>+44.89%</b>"  # January to August is published: nothing to say of the rest
    assert lengths(card) == pytest.approx([0.35889, 1.92111, 0.52], abs=5e-6)  # 2.28 − 0.35889 = 1.92111


def test_the_rest_of_the_year_needs_the_year(record, zh):
    with pytest.raises(NoSuchFigure):
        draw("rest_of_year", without(record, "outsourcing", **of_year(2020)), zh)


def test_contracts_and_executed_value_stand_each_on_a_base(record, zh):
    card = draw("contract_executed", record, zh)
    assert lengths(card)[::2] == [7.2, 5.2, 5, 3.6]
    # 7.2 ÷ 1.687, 5.2 ÷ 1.4489, 5 ÷ 1.57, 3.6 ÷ 1.384
    assert lengths(card)[1::2] == pytest.approx([4.2679, 3.5889, 3.1847, 2.6012], abs=5e-5)
    assert [is_hatched(bar) for bar in bars(card)] == [False, True] * 4
    assert labels(card)[:3] == ["离岸合同额", "2021  7.2  +68.7%", "2020  约4.3"]
    assert labels(card)[6:9] == ["其中：知识流程外包（KPO）合同额", "2021  5  +57%", "2020  约3"]


def test_growth_is_drawn_beside_the_nations_and_the_gap_is_said(record, zh, en):
    card = draw("growth_against_nation", record, zh)
    assert lengths(card) == [10.5, 9.2, 44.89, 25.9, 68.7, 26.7]
    assert [bar.marker.color for bar in bars(card)] == [LIGHT.chongqing, LIGHT.others] * 3
    assert labels(card)[3:6] == ["2021年上半年执行额 · 高约19.0个百分点", "重庆 +44.89%", "全国 +25.9%"]
    assert card.notes == (
        "矛盾：发布稿称高于全国的幅度为执行额13.1个百分点、合同额37.5个百分点，"
        "与商务部公布的各口径全国增速均不相符。",
    )
    assert draw("growth_against_nation", record, en).alt == (
        "Bar chart. 2020, executed value: Chongqing +10.5%, nation +9.2%; January–June 2021, executed value: "
        "Chongqing +44.89%, nation +25.9%; January–June 2021, contract value: Chongqing +68.7%, "
        "nation +26.7%."
    )


def test_growth_behind_the_nations_is_said_as_such(record, zh, en):
    own = "cn-cq.offshore_outsourcing_executed.total.2021-01_2021-06"
    slow = with_copy(record, "outsourcing", own, growth=20.0, growth_lower=19.95, growth_upper=20.05)
    slow = without(slow, "outsourcing", observation_id=own)
    # 20.0 − 25.9 = −5.9
    assert draw("growth_against_nation", slow, zh).title == "2021年上半年执行额增速低于全国约5.9个百分点"
    assert draw("growth_against_nation", slow, en).title == (
        "Growth of executed value in January–June 2021 was about 5.9 points behind the nation's"
    )


def test_without_a_stated_lead_there_is_no_contradiction(record, zh):
    for measure in ("executed", "contract"):
        where = {"indicator": f"offshore_outsourcing_{measure}_growth_gap", "ref_area": "CN-CQ"}
        record = without(record, "outsourcing", **where)
    assert draw("growth_against_nation", record, zh).notes == ()


def test_years_carry_the_printed_growth_or_else_the_one_of_the_levels(record, zh, en):
    card = draw("offshore_annual", record, zh)
    (bar,) = bars(card)
    assert list(bar.y) == [21.5, 20.6, 22.8]
    assert list(bar.text) == ["21.5", "20.6<br>约−4.2%", "22.8<br>+10.5%"]
    assert figure_of(card).layout.yaxis.range[0] == 0
    assert card.notes == (
        "2020年增速10.5%为公布数；按总量数据计算为约10.7%（10.17—11.19），在取整误差内一致。",
    )
    assert draw("offshore_annual", record, en).alt == (
        "Bar chart. 2018: USD 2.15bn, growth not found; 2019: USD 2.06bn, down about 4.2% year on year; "
        "2020: USD 2.28bn, up 10.5% year on year."
    )


def test_a_printed_growth_that_the_levels_rule_out_is_told(record, zh):
    printed = "cn-cq.offshore_outsourcing_executed.total.2020-01_2020-12.cqcom-briefing-2021-08"
    odd = with_copy(record, "outsourcing", printed, growth=12.0, growth_lower=11.95, growth_upper=12.05)
    odd = without(odd, "outsourcing", observation_id=printed)
    assert draw("offshore_annual", odd, zh).notes == (
        "2020年增速12.0%为公布数；按两年金额推算为约10.7%（10.17—11.19），两者不符。",
    )


def test_shares_are_drawn_as_printed_and_the_contradiction_is_said(record, en):
    card = draw("share_of_nation", record, en)
    (bar,) = bars(card)
    assert list(bar.y) == [2.4, 2.1, 2.1]
    assert list(bar.text) == ["2.4%", "2.1%", "2.1%"]
    assert figure_of(card).layout.yaxis.range[0] == 0
    assert card.notes == (
        "Contradiction: against the Ministry of Commerce total the share of 2020 is about 2.2% (2.15–2.16), "
        "not the printed 2.1%.",
    )


def test_the_plan_is_one_bar_with_the_unprinted_years_hatched(record, zh):
    card = draw("plan_total", record, zh)
    assert lengths(card) == pytest.approx([38.3, 21.5, 20.6, 22.8])
    assert [bar.base[0] for bar in bars(card)] == pytest.approx([0, 38.3, 59.8, 80.4])
    assert [is_hatched(bar) for bar in bars(card)] == [True, False, False, False]
    assert len({bar.y[0] for bar in bars(card)}) == 1
    assert labels(card) == ["2016—2017年<br>约38.3", "2018年<br>21.5", "2019年<br>20.6", "2020年<br>22.8"]
    assert card.notes == ("2016—2017年没有分年数据，由合计减去其后各年得约38.3亿美元（38.1—38.5）。",)
    assert card.alt == (
        "条形图。2016—2020年合计103.2亿美元：2016—2017年约38.3亿美元，"
        "2018年21.5亿美元、2019年20.6亿美元、2020年22.8亿美元。"
    )


def test_types_are_one_bar_with_their_growth(record, zh, en):
    card = draw("offshore_types", record, zh)
    assert lengths(card) == [18.2, 2.4, 2.24]
    assert [bar.base[0] for bar in bars(card)] == pytest.approx([0, 18.2, 20.6])
    assert not any(map(is_hatched, bars(card)))
    assert labels(card) == ["KPO 18.2  +8.5%", "ITO 2.4  +6.1%", "BPO 2.24  +36.9%"]
    assert card.notes == ("三类合计22.84亿美元（22.735—22.945），公布的总额为22.8亿美元，在取整误差内一致。",)
    assert draw("offshore_types", record, en).notes == (
        "The three types add up to USD 2.284bn (2.2735–2.2945); the printed total is USD 2.28bn: "
        "they agree within rounding.",
    )


def test_types_that_do_not_add_up_are_told(record, zh):
    kpo = "cn-cq.offshore_outsourcing_executed.kpo.2020-01_2020-12"
    larger = with_copy(record, "outsourcing", kpo, value=18.9, lower=18.85, upper=18.95)
    larger = without(larger, "outsourcing", observation_id=kpo)
    assert draw("offshore_types", larger, zh).notes == (
        # 18.9 + 2.4 + 2.24 = 23.54; 18.85 + 2.35 + 2.235 = 23.435; 18.95 + 2.45 + 2.245 = 23.645
        "三类合计23.54亿美元（23.435—23.645），公布的总额为22.8亿美元，两者不符。",
    )


def test_overlapping_groups_stand_side_by_side(record, zh):
    card = draw("offshore_markets", record, zh)
    assert lengths(card) == [1.2208, 0.5278, 1.9306]
    assert len({bar.y[0] for bar in bars(card)}) == 3  # none on another's row, so nothing is stacked
    assert not any(bar.base for bar in bars(card))
    assert [bar.text[0] for bar in bars(card)] == ["1.2208  +43.65%", "0.5278  +71.8%", "1.9306  +94.7%"]
    assert "东盟合同额：未见公布" in labels(card)
    assert card.notes == ("同期发包市场覆盖81个国家和地区。",)
    assert card.alt == (
        "条形图，各组有重叠，不可相加。共建“一带一路”国家和地区执行额1.2208亿美元，同比增长43.65%；"
        "东盟执行额5278万美元，同比增长71.8%；共建“一带一路”国家和地区合同额1.9306亿美元，"
        "同比增长94.7%；东盟合同额：未见公布。"
    )


def test_an_unknown_number_of_markets_is_not_mentioned(record, zh):
    few = without(record, "outsourcing", indicator="offshore_outsourcing_source_markets", ref_area="CN-CQ")
    assert draw("offshore_markets", few, zh).notes == ()


def test_groups_without_an_executed_value_are_told_by_their_contracts(record, zh):
    for group in ("BRI", "ASEAN"):
        record = without(record, "outsourcing", indicator=EXECUTED, counterpart=group)
    title = draw("offshore_markets", record, zh).title
    assert title == "2021年上半年离岸合同额中共建“一带一路”国家和地区1.9306亿美元"


def test_segments_leave_a_hatched_rest(record, zh):
    card = draw("first_half_segments", record, zh)
    assert lengths(card) == pytest.approx([2.5, 0.8287, 0.2713])  # 3.6 − 2.5 − 0.8287 = 0.2713
    assert [is_hatched(bar) for bar in bars(card)] == [False, False, True]
    assert labels(card) == [
        "工业设计外包<br>2.5  +82.2%",
        "医药和生物技术研发外包<br>0.8287  +55.6%",
        "其他 约0.3",
    ]
    assert card.notes == (
        "“其他”由合计减去各项公布数得出，为约0.3亿美元（0.17—0.37）；以各项互不重叠为前提。",
    )


@pytest.mark.parametrize("name", TITLES)
def test_dark_cards_take_the_colours_of_the_dark_theme(record, zh, name):
    card = draw(name, record, zh, theme="dark")
    colours = {bar.marker.pattern.fgcolor if is_hatched(bar) else bar.marker.color for bar in bars(card)}
    assert colours <= {DARK.chongqing, DARK.others}
    assert (DARK.chongqing in colours) == (name != "national_offshore_types")  # the nation's alone


def test_a_whole_year_stands_on_the_year_before_and_not_on_the_same_months_of_it(record, zh):
    card = draw("growth_base", record, zh, period="2020-01_2020-12")
    assert card.title == "2020年离岸服务外包执行额同比增长10.5%，上年20.6亿美元"
