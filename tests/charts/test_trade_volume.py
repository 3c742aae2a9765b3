import pytest

from lib.charts.card import Look
from lib.charts.theme import tokens_of
from lib.charts.trade_volume import CHARTS
from lib.draw.plotly import figure_of
from lib.facts.errors import DatasetUnavailable, NoSuchFigure
from lib.words.speak import Words
from tests.charts.drawn import bars, is_hatched, labels, with_text
from tests.facts.altered import with_copy, without

LIGHT = tokens_of("light")
TITLES = {
    ("goal_path", "CNY"): (
        "2021年预计2025年达到1000亿元（据2020年数测算年均须增长8.2%）；2025年完成情况未见公布",
        "In 2021 CNY 100bn was expected for 2025 (growth of 8.2% a year from 2020); no outcome of 2025 was found",
    ),
    ("goal_path", "USD"): (
        "2021年预计2025年达到约145亿美元（据2020年数测算年均须增长8.2%）；2025年完成情况未见公布",
        "In 2021 about USD 14.5bn was expected for 2025 (growth of 8.2% a year from 2020); "
        "no outcome of 2025 was found",
    ),
    ("goal_path_later", "CNY"): (
        "若2025年达到1000亿元，此后年均增长6%，2029年约1260亿元",
        "If CNY 100bn was met in 2025, growth of 6% a year from there would give about CNY 126bn in 2029",
    ),
    ("usd_series", "CNY"): (
        "2019年1—8月旧口径163.5亿美元，与2020年675.3亿元口径不同，不可比",
        "USD 16.35bn in January–August 2019 and CNY 67.53bn in 2020 differ in scope and are not comparable",
    ),
    ("tourism_receipts", "CNY"): (
        "2014年国际旅游外汇收入13.54亿美元，同比增长6.8%",
        "Inbound tourism receipts were USD 1.354bn in 2014, up 6.8% year on year",
    ),
    ("national_total", "CNY"): (
        "2024年全国服务进出口7.52万亿元，同比增长14.4%",
        "The nation's services trade was CNY 7.52tn in 2024, up 14.4% year on year",
    ),
    ("national_total", "USD"): (
        "2024年全国服务进出口约1.05万亿美元",
        "The nation's services trade was about USD 1.05tn in 2024",
    ),
    ("national_months", "CNY"): (
        "2024年全国服务进出口累计7.52万亿元，同比增长14.4%",
        "The nation's services trade added up to CNY 7.52tn in 2024, up 14.4% year on year",
    ),
    ("national_sides", "CNY"): (
        "2024年全国服务进出口逆差11726.8亿元，上年为1.2万亿元，取整后难判增减",
        "The nation's services deficit was CNY 1,172.68bn in 2024, after CNY 1.2tn the year before: "
        "too close to tell once rounded",
    ),
}


def draw(name, record, words, *, currency="CNY", theme="light"):
    return CHARTS[name](record, words, Look(theme=theme, currency=currency))


@pytest.mark.parametrize(("name", "currency"), TITLES)
def test_titles_say_the_number_in_both_languages(record, zh, en, name, currency):
    said = tuple(draw(name, record, words, currency=currency).title for words in (zh, en))
    assert said == TITLES[name, currency]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("currency", ["CNY", "USD"])
@pytest.mark.parametrize("name", CHARTS)
def test_every_card_is_whole_in_both_themes_and_currencies(record, words, name, currency, theme):
    card = draw(name, record, words, currency=currency, theme=theme)
    assert card.name == name
    assert {trace.type for trace in figure_of(card).data} <= {"scatter", "bar"}
    for trace in figure_of(card).data:
        assert trace.hoverinfo == "text"
        assert len(trace.hovertext) == len(trace.x)
    told = " ".join([card.title, card.subtitle, card.alt, *card.notes, *(row.label for row in card.rows)])
    assert "nan" not in told
    assert "None" not in told
    assert len({row.label for row in card.rows}) == len(card.rows)


def test_goal_path_joins_outcome_and_goal_with_dashes_and_marks_both(record, zh):
    stated, needed, outcome, goal = figure_of(draw("goal_path", record, zh)).data
    assert (stated.line.dash, needed.line.dash) == ("dot", "dash")
    assert list(needed.x) == list(stated.x) == [2020, 2021, 2022, 2023, 2024, 2025]
    assert needed.y[0] == 675.3
    assert needed.y[-1] == pytest.approx(1000.0)
    assert stated.y[-1] == pytest.approx(1087.577, abs=0.001)
    assert (outcome.marker.symbol, outcome.y[0]) == ("circle", 675.3)
    assert (goal.marker.symbol, goal.y[0], goal.marker.color) == ("circle-open", 1000.0, LIGHT.goal)


def test_goal_path_is_labelled_directly(record, zh, en):
    assert labels(draw("goal_path", record, zh)) == [
        "675.3（口径调整）",
        "预计2025年1000亿元",
        "年均须增长8.2%",
        "按年均超10%测算：至少1088（预计数）",
    ]
    assert "at over 10% a year: at least 108.8 [f]" in labels(draw("goal_path", record, en))


def test_goal_path_quotes_the_source_in_its_own_currency(record, zh):
    quoted = "来源同时给出“年均超10%”和“1000亿元”：按前者推算，2025年至少1088亿元，两者并不一致。"
    for currency in ("CNY", "USD"):
        card = draw("goal_path", record, zh, currency=currency)
        assert card.notes[0] == quoted
        assert "1000亿元" in [zh.fact(row.fact) for row in card.rows]


def test_goal_path_later_draws_a_third_path_with_what_rounding_allows(record, zh):
    card = draw("goal_path_later", record, zh)
    later = figure_of(card).data[1]
    assert later.line.dash == "dashdot"
    assert list(later.x) == [2025, 2026, 2027, 2028, 2029]
    # 1000 × 1.06ⁿ
    assert list(later.y) == pytest.approx([1000.0, 1060.0, 1123.6, 1191.016, 1262.477], abs=0.001)
    end = figure_of(card).data[-1]
    # 1.065⁴ = 1.286466, 1.055⁴ = 1.238825: 1286.466 − 1262.477 and 1262.477 − 1238.825
    assert end.error_y.array[0] == pytest.approx(23.989, abs=0.001)
    assert end.error_y.arrayminus[0] == pytest.approx(23.652, abs=0.001)


def test_goal_path_later_says_what_it_assumes(record, zh, en):
    said = draw("goal_path_later", record, zh)
    assert said.notes == (
        "2025—2029年年均增长6%出自后续行动方案，未说明口径和基数；本图假定2025年如数达到1000亿元并以此为起点，"
        "端点短线为数据取整可能造成的误差（1239—1286）。",
        "该增速低于据实绩测算到2025年所须的年均8.2%。",
    )
    assert (
        "that CNY 100bn was met in 2025 and is the start is our assumption"
        in draw("goal_path_later", record, en).notes[0]
    )


def test_usd_series_keeps_two_scopes_on_two_axes_and_joins_nothing(record, zh):
    card = draw("usd_series", record, zh)
    axes = {}
    for trace in figure_of(card).data:
        assert trace.type == "bar"  # no line
        axes.setdefault((trace.xaxis, trace.yaxis), []).append(trace.x[0])
    assert axes == {("x", "y"): [61.0, 97.0, 170.0, 163.5, 300.0, 500.0], ("x2", "y2"): [675.3, 1000.0]}
    assert figure_of(card).layout.xaxis.range[0] == figure_of(card).layout.xaxis2.range[0] == 0
    assert "<b>口径变化</b>" in labels(card)
    assert "<b>scope changed</b>" in labels(draw("usd_series", record, Words("en")))


def test_usd_series_hatches_parts_of_years_and_leaves_targets_open(record, zh):
    card = draw("usd_series", record, zh)
    shown = {trace.y[0]: trace for trace in bars(card)}
    outcomes = {name: bar for name, bar in shown.items() if not name.endswith(("目标", "预计"))}
    assert {name: is_hatched(bar) for name, bar in outcomes.items()} == {
        "2011年": False,
        "2014年1—9月": True,
        "2019年1—8月": True,
        "2020年": False,
    }
    ahead = {name: bar for name, bar in shown.items() if name not in outcomes}
    assert {name: bar.text[0] for name, bar in ahead.items()} == {
        "2015年目标": "170（目标数）",
        "2020年目标": "300（目标数）",
        "2022年目标": "超500（目标数）",
        "2025年预计": "1000（预计数）",
    }
    assert {(bar.marker.color, bar.marker.line.color) for bar in ahead.values()} == {(LIGHT.card, LIGHT.goal)}
    assert {bar.textfont.color for bar in ahead.values()} == {LIGHT.goal_text}


def test_usd_series_explains_the_break(record, zh, en):
    assert draw("usd_series", record, zh).notes == (
        "旧口径2019年1—8月即折合约1129.5亿元，已超过现口径2025年全年的1000亿元；"
        "所查资料均未说明口径如何变化。",
    )
    assert "January–August 2019 alone comes to about CNY 112.95bn" in draw("usd_series", record, en).notes[0]


def test_tourism_receipts_draws_whole_years_and_no_zero_for_a_gap(record, zh):
    card = draw("tourism_receipts", record, zh)
    (bar,) = figure_of(card).data
    assert list(bar.x) == [*range(1998, 2010), 2011, 2014]
    assert (bar.y[0], bar.y[-1], min(bar.y)) == (0.88, 13.54, 0.88)
    assert {2014: "13.54"}.items() <= with_text(bar).items()
    assert figure_of(card).layout.yaxis.range[0] == 0
    assert [mark.x for mark in figure_of(card).layout.annotations] == [2010, 2012.5]
    assert labels(card) == ["未见", "2012—2013年未见"]


def test_tourism_receipts_is_said_to_be_a_proxy_and_tables_the_parts(record, zh, en):
    card = draw("tourism_receipts", record, zh)
    assert card.notes[0] == "旅游部门统计，可作旅行服务出口的参考，不是服务进出口总额的组成部分。"
    assert "a proxy for travel exports" in draw("tourism_receipts", record, en).notes[0]
    parts = {row.label: zh.fact(row.fact) for row in card.rows if "不足一年" in row.label}
    assert parts == {
        "国际旅游外汇收入，2012年1月（不足一年）": "3693万美元",
        "国际旅游外汇收入，2016年1—8月（不足一年）": "超10亿美元",
        "国际旅游外汇收入，2018年1—2月（不足一年）": "1.2754亿美元",
    }


def test_tourism_receipts_without_a_printed_growth_says_none(record, zh):
    older = record.frame("trade_volume")
    newest = older["observation_id"] == "cn-cq.inbound_tourism_receipts.travel.2014-01_2014-12"
    day = older.loc[newest, "period_end"].iloc[0]
    card = draw("tourism_receipts", without(record, "trade_volume", period_end=day), zh)
    assert card.title == "2011年国际旅游外汇收入9.68亿美元，同比增长37.66%"
    no_growth = without(
        with_copy(
            record,
            "trade_volume",
            "cn-cq.inbound_tourism_receipts.travel.2014-01_2014-12",
            growth=float("nan"),
        ),
        "trade_volume",
        observation_id="cn-cq.inbound_tourism_receipts.travel.2014-01_2014-12",
    )
    assert draw("tourism_receipts", no_growth, zh).title == "2014年国际旅游外汇收入13.54亿美元"


def test_national_total_is_grey_starts_at_zero_and_leaves_2019_open(record, zh, en):
    card = draw("national_total", record, zh)
    (bar,) = figure_of(card).data
    assert list(bar.x) == [2017, 2018, 2020, 2021, 2022, 2023, 2024]
    assert list(bar.y) == [4.7, 5.24, 4.56427, 5.3, 5.98, 6.575, 7.5238]
    assert list(bar.text) == ["4.7", "5.24", "4.56", "近<br>5.3", "5.98", "6.58", "7.52"]
    assert bar.marker.color == LIGHT.others
    assert figure_of(card).layout.yaxis.range[0] == 0
    assert [mark.x for mark in figure_of(card).layout.annotations] == [2019]
    assert card.notes[0] == "2019年没有可核对的全年人民币总额，该年留空，不以零计。"
    # On a phone "nearly" would reach into the bars beside its own.
    assert figure_of(draw("national_total", record, en)).data[0].text[4:] == ("5.98", "6.58", "7.52")


def test_national_total_in_dollars_is_hatched_because_worked_out(record, zh):
    yuan, dollars = (
        figure_of(draw("national_total", record, zh, currency=currency)).data[0]
        for currency in ("CNY", "USD")
    )
    assert not is_hatched(yuan)
    assert is_hatched(dollars)
    # 7.5238 ÷ 7.1957
    assert dollars.y[-1] == pytest.approx(1.0456, abs=0.0001)


def test_alt_texts_carry_the_numbers(record, zh, en):
    assert draw("goal_path_later", record, en).alt == (
        "Line chart. Services trade: CNY 67.53bn in 2020. If CNY 100bn was met in 2025 "
        "and growth is 6% a year from there, 2029 would be about CNY 126bn (rounding allows 123.9–128.6)."
    )
    assert draw("tourism_receipts", record, zh).alt == (
        "柱状图。国际旅游外汇收入由1998年的0.88亿美元增至2014年的13.54亿美元；2010、2012、2013年未见全年数。"
    )
    assert draw("national_total", record, zh).alt == (
        "柱状图。全国服务进出口总额：2017年4.7万亿元、2018年5.24万亿元、2020年4.56万亿元、"
        "2021年近5.3万亿元、2022年5.98万亿元、2023年6.58万亿元、2024年7.52万亿元。"
    )
    assert "口径变化。现口径（人民币）：2020年675.3亿元" in draw("usd_series", record, zh).alt


@pytest.mark.parametrize("name", CHARTS)
def test_a_dataset_that_cannot_be_read_is_an_error_on_the_card(record, zh, name):
    fault = DatasetUnavailable(file="trade_volume.parquet", problem="missing")
    broken = type(record)(frames=record.frames, faults={"trade_volume": fault})
    with pytest.raises(DatasetUnavailable):
        draw(name, broken, zh)


@pytest.mark.parametrize("name", ["goal_path", "goal_path_later", "usd_series"])
def test_a_missing_outcome_is_an_error_and_not_a_zero(record, zh, name):
    gone = without(record, "trade_volume", observation_id="cn-cq.services_trade_total.total.2020-01_2020-12")
    with pytest.raises(NoSuchFigure):
        draw(name, gone, zh)
