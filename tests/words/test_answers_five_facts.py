"""The five sentences of the overview."""

from __future__ import annotations

from lib.facts.record import Record
from lib.words.answers.five_facts import FIVE_FACTS, last_full_year
from lib.words.speak import Words
from tests.facts.altered import without


def test_the_five_facts_in_chinese(record: Record, zh: Words) -> None:
    # 12.1 ÷ 1.787 = 6.77; (1000 ÷ 675.3)^(1 ÷ 5) = 1.0817
    assert [say(record, zh) for say in FIVE_FACTS] == [
        "2020年，全市服务进出口总额675.3亿元，居中西部第2位。"
        "2021年预计2025年达到1000亿元（据2020年数测算年均须增长8.2%）；2025年完成情况未见公布。",
        "2021年1—8月，离岸服务外包执行额12.1亿美元，同比增长78.7%，据此推算上年同期约6.8亿美元。",
        "2020年，离岸服务外包执行额22.8亿美元，居中西部第2位；全国位次各来源不一：中国新闻社为第9位、"
        "中国外包网（文中注明来自重庆市商务委员会）为第10位。",
        "2021年1—8月，金融、信息技术、数字贸易、保税研发设计、检测维修等新兴领域占全市服务贸易比重超过50%；"
        "分领域占比未见公布。",
        "截至2021年9月，服务贸易企业近1800家；已认定服务贸易人才培训基地9个，计划约10个；"
        "计划对接企业约100家、培养高端人才超过3000人；每年计划培训超过200人（原文未说明是单个基地还是合计）。"
        "对接企业、培养人数的进展未见公布。",
    ]


def test_the_five_facts_in_english_have_the_same_figures(record: Record, en: Words) -> None:
    said = [say(record, en) for say in FIVE_FACTS]
    for sentence, figures in zip(
        said,
        (
            ("CNY 67.53bn", "2nd", "CNY 100bn was expected for 2025", "8.2% a year", "no outcome of 2025"),
            ("USD 1.21bn", "up 78.7% on January–August 2020", "about USD 0.68bn"),
            (
                "USD 2.28bn",
                "2nd",
                "9th according to China News Service",
                "10th according to China Outsourcing",
            ),
            ("over 50%", "no split by sector was found"),
            (
                "nearly 1,800",
                "9 talent training bases were named, of about 10 planned",
                "about 100",
                "over 3,000",
                "over 200",
            ),
        ),
        strict=True,
    ):
        for figure in figures:
            assert figure in sentence


def test_sources_that_agree_are_not_said_to_disagree(record: Record, zh: Words) -> None:
    tenth = "cn-cq.offshore_outsourcing_executed_rank.national.2020-01_2020-12.cqcom-briefing-2021-08"
    changed = without(record, "outsourcing", observation_id=tenth)
    assert last_full_year(changed, zh) == (
        "2020年，离岸服务外包执行额22.8亿美元，居中西部第2位；全国位次：中国新闻社为第9位。"
    )
