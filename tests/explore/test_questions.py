"""Twenty questions of officials and analysts, each answered by up to three choices, from published figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pytest

from lib.charts.card import Look
from lib.explore.card import explore_card
from lib.explore.offered import parse
from lib.facts.record import Record
from lib.words.speak import Words


@dataclass(frozen=True)
class Question:
    """What is asked, by which choices, and what stands over the chart in each language."""

    asked: str
    choices: Mapping[str, str]
    zh: str
    en: str


QUESTIONS = (
    Question(
        "How much offshore outsourcing, and more or less than before?",
        {"indicator": "offshore_outsourcing_executed"},
        "2020年，重庆市离岸服务外包执行额22.8亿美元，同比增长10.5%，高于2018年的21.5亿美元",
        "Offshore service outsourcing, executed value, Chongqing: USD 2.28bn in 2020, up 10.5% on 2019, "
        "above USD 2.15bn in 2018",
    ),
    Question(
        "And in half a year?",
        {"indicator": "offshore_outsourcing_executed", "span": "half"},
        "2021年上半年，重庆市离岸服务外包执行额5.2亿美元，同比增长44.89%",
        "Offshore service outsourcing, executed value, Chongqing: USD 520m in January–June 2021, up "
        "44.89% on January–June 2020",
    ),
    Question(
        "Beside the nation?",
        {"indicator": "offshore_outsourcing_executed", "area": "CN-CQ,CN"},
        "2020年，离岸服务外包执行额：重庆市22.8亿美元、中国1057.8亿美元",
        "Offshore service outsourcing, executed value in 2020: Chongqing USD 2.28bn and China USD 105.78bn",
    ),
    Question(
        "Beside everyone?",
        {"indicator": "offshore_outsourcing_executed", "area": "each", "currency": "USD"},
        "2020年，离岸服务外包执行额：中国1057.8亿美元、重庆市22.8亿美元、成都市22.9亿美元、西安市6.0亿美元、武汉市9.4亿美元；另有1项未见同期数据",
        "Offshore service outsourcing, executed value in 2020: China USD 105.78bn, Chongqing USD 2.28bn, "
        "Chengdu USD 2.29bn, Xi'an USD 0.60bn and Wuhan USD 0.94bn; for 1 more no figure of that period "
        "was seen",
    ),
    Question(
        "Which types of it?",
        {"indicator": "offshore_outsourcing_executed", "category": "each.outsourcing_type"},
        "2020年，重庆市离岸服务外包执行额：合计22.8亿美元、知识流程外包（KPO）18.2亿美元、信息技术外包（ITO）2.4亿美元、业务流程外包（BPO）2.24亿美元",
        "Offshore service outsourcing, executed value, Chongqing in 2020: total USD 2.28bn, Knowledge "
        "process outsourcing (KPO) USD 1.82bn, Information technology outsourcing (ITO) USD 0.24bn and "
        "Business process outsourcing (BPO) USD 0.224bn",
    ),
    Question(
        "For which markets?",
        {"indicator": "offshore_outsourcing_executed", "counterpart": "each", "span": "half"},
        "2021年上半年，重庆市离岸服务外包执行额：全球5.2亿美元、对“一带一路”共建国家和地区1.2208亿美元、对东盟0.5278亿美元",
        "Offshore service outsourcing, executed value, Chongqing in January–June 2021: world USD 520m, "
        "with Belt and Road economies USD 122.08m and with Association of Southeast Asian Nations USD "
        "52.78m",
    ),
    Question(
        "Which growth was printed?",
        {"indicator": "offshore_outsourcing_executed", "measure": "printed"},
        "2020年，重庆市离岸服务外包执行额公布增速+10.5%",
        "Offshore service outsourcing, executed value, growth as printed, Chongqing: +10.5% in 2020",
    ),
    Question(
        "How much of the nation's?",
        {"indicator": "offshore_outsourcing_executed", "measure": "of_nation"},
        "2020年，重庆市离岸服务外包执行额占全国比重约2.2%",
        "Offshore service outsourcing, executed value, share of the nation, Chongqing: about 2.2% in 2020",
    ),
    Question(
        "How much above its first year?",
        {"indicator": "offshore_outsourcing_executed", "measure": "index"},
        "2020年，重庆市离岸服务外包执行额指数（2018年=100）约106",
        "Offshore service outsourcing, executed value, index (2018 = 100), Chongqing: about 106 in 2020",
    ),
    Question(
        "How many contracts were signed?",
        {"indicator": "offshore_outsourcing_contract", "span": "half"},
        "2021年上半年，重庆市离岸服务外包合同额7.2亿美元，同比增长68.7%",
        "Offshore service outsourcing, contract value, Chongqing: USD 720m in January–June 2021, up "
        "68.7% on January–June 2020",
    ),
    Question(
        "How large is services trade, goals beside it?",
        {"indicator": "services_trade_total", "kind": "all"},
        "2020年，重庆市服务进出口总额675.3亿元",
        "Services trade, imports plus exports, Chongqing: CNY 67.53bn in 2020",
    ),
    Question(
        "How large is the nation's?",
        {"indicator": "services_trade_total", "area": "CN"},
        "2025年，中国服务进出口总额8.08万亿元，高于2017年的4.7万亿元",
        "Services trade, imports plus exports, China: CNY 8.08tn in 2025, above CNY 4.7tn in 2017",
    ),
    Question(
        "How did the nation's grow?",
        {"indicator": "services_trade_total", "area": "CN", "measure": "printed"},
        "2024年，中国服务进出口总额公布增速+14.4%，2017年为+6.8%",
        "Services trade, imports plus exports, growth as printed, China: +14.4% in 2024, +6.8% in 2017",
    ),
    Question(
        "How much of it is knowledge-intensive?",
        {"indicator": "knowledge_intensive_share", "area": "CN"},
        "2020年，中国知识密集型服务占服务进出口比重44.5%，高于2015年的27.3%",
        "Knowledge-intensive share of services trade, China: 44.5% in 2020, above 27.3% in 2015",
    ),
    Question(
        "How large is the nation's deficit?",
        {"indicator": "services_trade_deficit", "area": "CN"},
        "2024年，中国服务贸易逆差1.17万亿元，低于2017年的1.62万亿元",
        "Services trade deficit, China: CNY 1.17tn in 2024, below CNY 1.62tn in 2017",
    ),
    Question(
        "What did visitors bring?",
        {"indicator": "inbound_tourism_receipts"},
        "2014年，重庆市国际旅游外汇收入（旅行服务）13.54亿美元，同比增长6.8%，高于1998年的0.88亿美元",
        "Inbound tourism receipts (Travel services), Chongqing: USD 1.354bn in 2014, up 6.8% on 2013, "
        "above USD 0.088bn in 1998",
    ),
    Question(
        "Which share has each city?",
        {"indicator": "offshore_outsourcing_executed_share_of_national", "area": "each"},
        "2020年，离岸服务外包执行额占全国比重：成都市2.1%、重庆市2.1%、武汉市0.8%、西安市0.6%",
        "Share of national offshore executed value in 2020: Chengdu 2.1%, Chongqing 2.1%, Wuhan 0.8% and "
        "Xi'an 0.6%",
    ),
    Question(
        "How many training bases?",
        {"indicator": "talent_training_bases", "kind": "all"},
        "2021年9月，重庆市服务贸易（服务外包）人才培训基地数9个",
        "Service trade (outsourcing) talent training bases, Chongqing: 9 as of September 2021",
    ),
    Question(
        "Which rank was printed, and is it sure?",
        {"indicator": "offshore_outsourcing_executed_rank", "category": "each"},
        "2020年，重庆市离岸服务外包执行额位次：全国位次第9位（另有来源为第10位）、中西部位次第2位",
        "Rank by offshore outsourcing executed value, Chongqing in 2020: Rank in China 9th (another source: "
        "10th) and Rank in central and western China 2nd",
    ),
    Question(
        "Where do emerging services stand?",
        {"indicator": "emerging_services_share", "area": "each"},
        "2021年1—8月，新兴服务贸易占比（新兴服务贸易）：重庆市超过50%；另有1项未见同期数据",
        "Share of emerging services in services trade (Emerging services trade) in January–August 2021: "
        "Chongqing over 50%; for 1 more no figure of that period was seen",
    ),
)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.asked)
def test_up_to_three_choices_answer(question: Question, record: Record, words: Words) -> None:
    offer = parse(question.choices, record)
    assert offer.refused == ()
    assert len(question.choices) <= 3
    said = explore_card(offer, record, words, Look()).title
    assert said == {"zh": question.zh, "en": question.en}[words.lang]


def test_a_figure_that_rounding_leaves_open_is_read_over_its_whisker(record: Record, zh: Words) -> None:
    """About 10 bases were planned, which can stand for 5 to 15: the label stands at 15, and not on the bar at 10."""
    offer = parse({"indicator": "talent_training_bases", "kind": "all"}, record)
    chart = explore_card(offer, record, zh, Look()).chart
    (label,) = (label for label in chart.labels if label.text == "约<br>10个")
    bar = chart.marks[label.of.mark].bars[label.of.item]
    assert (bar.length, bar.bounds, bar.text, label.y) == (10, (5, 15), "", 15)
