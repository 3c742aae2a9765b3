import pytest

from lib.words.kpis import KPIS
from lib.words.speak import Words


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
            ("超50", "%", ["2021年1—8月", "高于50%线"]),
            ("over 50", "%", ["Jan–Aug 2021", "above the 50% line"]),
        ),
        (
            "services_trade_enterprises",
            ("近1800", "家", ["2021年9月", "百度、阿里、腾讯落户"]),
            ("nearly 1,800", "", ["Sep 2021", "Baidu, Alibaba, Tencent here"]),
        ),
        (
            "talent_training_bases",
            ("9", "个", ["2021年9月", "计划约10个"]),
            ("9", "", ["Sep 2021", "of about 10 planned"]),
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
