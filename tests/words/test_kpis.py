from datetime import date

import pytest

from lib.words.kpis import KPIS
from lib.words.speak import Words
from tests.facts.altered import with_copy, without

JAN_DEC_2020 = "cn-cq.services_trade_total.total.2020-01_2020-12"


def said(record, name, lang, currency="CNY"):
    kpi = KPIS[name](record, Words(lang), currency)
    return f"{kpi.parts.qualifier}{kpi.parts.number}", kpi.unit, [text for text, _ in kpi.lines]


@pytest.mark.parametrize(
    ("name", "zh", "en"),
    [
        (
            "services_trade_total",
            ("675.3", "亿元", ["2020年", "居中西部第2位"]),
            ("67.53", "CNY bn", ["2020", "2nd in central and western China"]),
        ),
        (
            "offshore_outsourcing_executed",
            ("12.1", "亿美元", ["2021年1—8月", "▲ 同比增长78.7%"]),
            ("1.21", "USD bn", ["Jan–Aug 2021", "▲ up 78.7% year on year"]),
        ),
        (
            "emerging_services_share",
            ("超50", "%", ["2021年1—8月", "占全市服务贸易，高于50%线"]),
            ("over 50", "%", ["Jan–Aug 2021", "of services trade, above the 50% line"]),
        ),
        (
            "services_trade_enterprises",
            ("近1800", "家", ["截至2021年9月"]),
            ("nearly 1,800", "", ["as of Sep 2021"]),
        ),
        (
            "talent_training_bases",
            ("9", "个", ["截至2021年9月", "计划约10个"]),
            ("9", "", ["as of Sep 2021", "of about 10 planned"]),
        ),
    ],
)
def test_a_card_shows_the_published_figure_with_its_qualifier(record, name, zh, en):
    assert said(record, name, "zh") == zh
    assert said(record, name, "en") == en


def test_the_total_in_dollars_is_marked_as_derived(record):
    # 67.53 / 6.9042 = 9.781
    assert said(record, "services_trade_total", "en", "USD")[:2] == ("≈9.78", "USD bn")


def test_every_figure_of_a_card_can_be_traced(record, words):
    for build in KPIS.values():
        for label, fact in build(record, words, "CNY").rows:
            assert label
            assert fact.lineage()


LATER = {"period_start": date(2022, 1, 1), "period_end": date(2022, 6, 30)}
TOTAL = {"value": 41.21, "lower": 41.205, "upper": 41.215, "decimals": 2}


def test_a_newer_total_without_a_rank_keeps_its_card_and_the_older_rank_its_year(record):
    later = with_copy(record, "trade_volume", JAN_DEC_2020, **LATER, **TOTAL)
    assert said(later, "services_trade_total", "zh")[2] == ["2022年上半年", "2020年居中西部第2位"]
    assert said(later, "services_trade_total", "en")[2] == [
        "Jan–Jun 2022",
        "2nd in central and western China, 2020",
    ]


def test_a_newer_count_of_bases_names_the_year_of_the_plan(record):
    day = date(2025, 12, 31)
    rows = {"period_start": day, "period_end": day, "value": 12.0, "lower": 12.0, "upper": 12.0}
    later = with_copy(record, "talent", "cn-cq.talent_training_bases.total.2021-09-13_2021-09-13", **rows)
    assert said(later, "talent_training_bases", "zh")[2] == ["截至2025年12月", "2021年9月计划约10个"]


def test_without_any_rank_the_total_stands_alone(record):
    alone = without(record, "trade_volume", indicator="services_trade_rank")
    assert said(alone, "services_trade_total", "zh")[2] == ["2020年"]
