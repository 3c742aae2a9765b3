"""The five sentences of the overview."""

from __future__ import annotations

from lib.facts.record import Record
from lib.words.answers.five_facts import FIVE_FACTS, last_full_year
from lib.words.speak import Words
from tests.facts.altered import without


def test_the_five_facts_in_chinese(record: Record, zh: Words) -> None:
    # 12.1 ÷ 1.787 = 6.77
    assert [say(record, zh) for say in FIVE_FACTS] == [
        "2020年重庆服务进出口675.3亿元，居中西部第2位；预计到2025年达到1000亿元（来源另称年均增长超10%）。",
        "2021年1—8月离岸服务外包执行额12.1亿美元，同比增长78.7%，由此推算上年同期约6.8亿美元。",
        "2020年离岸服务外包执行额22.8亿美元，居中西部第2位；全国位次各来源不一：中国新闻社为第9位、"
        "中国外包网（文中注明来自重庆市商务委员会）为第10位。",
        "2021年1—8月，金融、信息技术、数字贸易、保税研发设计、检测维修等新兴领域占服务贸易比重超50%，分项未公布。",
        "截至2021年9月，服务贸易企业近1800家，百度、阿里、腾讯等已落户；人才培训基地9个、计划约10个，"
        "拟对接企业约100家、培养高端人才超3000人，每年培训超200人（未说明是单个基地还是合计）。",
    ]


def test_the_five_facts_in_english_have_the_same_figures(record: Record, en: Words) -> None:
    said = [say(record, en) for say in FIVE_FACTS]
    for sentence, figures in zip(
        said,
        (
            ("CNY 67.53bn", "2nd", "CNY 100bn", "2025", "over 10%"),
            ("USD 1.21bn", "up 78.7% year on year", "≈USD 0.68bn"),
            ("USD 2.28bn", "2nd", "9th by China News Service", "10th by China Outsourcing"),
            ("over 50%", "no split is published"),
            ("nearly 1,800", "9 talent training bases of about 10", "about 100", "over 3,000", "over 200"),
        ),
        strict=True,
    ):
        for figure in figures:
            assert figure in sentence


def test_sources_that_agree_are_not_said_to_disagree(record: Record, zh: Words) -> None:
    tenth = "cn-cq.offshore_outsourcing_executed_rank.national.2020-01_2020-12.cqcom-briefing-2021-08"
    changed = without(record, "outsourcing", observation_id=tenth)
    assert last_full_year(changed, zh) == (
        "2020年离岸服务外包执行额22.8亿美元，居中西部第2位；全国位次：中国新闻社为第9位。"
    )
