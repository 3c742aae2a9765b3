"""The sentences that open the pages: of the first edition to the letter, and of what may come after it."""

from __future__ import annotations

from datetime import date

from lib.facts.record import Record
from lib.words.answers import comparison, outsourcing, overview, talent, trade_volume
from lib.words.speak import Words
from tests.facts.altered import with_copy, without

TOTAL_2020 = "cn-cq.services_trade_total.total.2020-01_2020-12"
GOAL_2025 = "cn-cq.services_trade_total.total.2025-01_2025-12.estimate"
JAN_AUG = "cn-cq.offshore_outsourcing_executed.total.2021-01_2021-08"
PLAN_OF_PERSONS = "cn-cq.talent_high_end_trained.total.2021-09-13_2021-09-13"


def months(first: str, last: str) -> dict[str, date]:
    return {"period_start": date.fromisoformat(first), "period_end": date.fromisoformat(last)}


def with_total(record: Record, value: float, first: str, last: str) -> Record:
    """The record with another total in billion yuan, printed to two decimals."""
    ends = {"lower": value - 0.005, "upper": value + 0.005}
    return with_copy(record, "trade_volume", TOTAL_2020, value=value, **ends, **months(first, last))


def test_the_overview_of_the_first_edition(record: Record, zh: Words, en: Words) -> None:
    assert overview.answer(record, zh) == (
        "2020年，全市服务进出口总额675.3亿元，居中西部第2位。"
        "2021年1—8月，离岸服务外包执行额12.1亿美元，同比增长78.7%；新兴领域占全市服务贸易比重超过50%。"
    )
    assert overview.answer(record, en) == (
        "In 2020 Chongqing's services trade came to CNY 67.53bn, 2nd in central and western China. "
        "In January–August 2021 offshore service outsourcing executed reached USD 1.21bn, up 78.7% on "
        "January–August 2020; emerging sectors made up over 50% of the city's services trade."
    )


def test_a_newer_total_stands_without_a_rank_and_names_the_year_of_the_older_one(
    record: Record, zh: Words, en: Words
) -> None:
    later = with_total(record, 70.00, "2024-01-01", "2024-12-31")
    assert overview.answer(later, zh).startswith(
        "2024年，全市服务进出口总额700.0亿元，2020年居中西部第2位。2021年1—8月，"
    )
    assert overview.answer(later, en).startswith(
        "In 2024 Chongqing's services trade came to CNY 70.00bn, 2nd in central and western China in 2020. In"
    )
    unranked = without(later, "trade_volume", indicator="services_trade_rank")
    assert overview.answer(unranked, zh).startswith("2024年，全市服务进出口总额700.0亿元。2021年1—8月，")


def test_outsourcing_without_a_printed_growth_leaves_no_hole(record: Record, zh: Words, en: Words) -> None:
    ends = {"value": 1.40, "lower": 1.395, "upper": 1.405, "growth": float("nan"), "growth_qualifier": ""}
    later = with_copy(record, "outsourcing", JAN_AUG, **ends, **months("2021-01-01", "2021-09-30"))
    assert overview.answer(later, zh).endswith(
        "2021年1—9月，离岸服务外包执行额14.0亿美元。2021年1—8月，新兴领域占全市服务贸易比重超过50%。"
    )
    assert (
        "In January–September 2021 offshore service outsourcing executed reached USD 1.40bn. In"
        in overview.answer(later, en)
    )
    assert outsourcing.answer(later, zh) == (
        "2021年1—9月，离岸服务外包执行额14.0亿美元。2020年全年离岸服务外包执行额22.8亿美元，同比增长10.5%。"
    )


def test_outsourcing_of_the_first_edition(record: Record, zh: Words, en: Words) -> None:
    # 12.1 ÷ 1.787 = 6.77
    assert outsourcing.answer(record, zh) == (
        "2021年1—8月，离岸服务外包执行额12.1亿美元，同比增长78.7%，据此推算上年同期约6.8亿美元。"
        "2020年全年离岸服务外包执行额22.8亿美元，同比增长10.5%。"
    )
    assert outsourcing.answer(record, en) == (
        "In January–August 2021 offshore service outsourcing executed reached USD 1.21bn, up 78.7% on "
        "January–August 2020, which implies about USD 0.68bn a year earlier. Offshore service "
        "outsourcing came to USD 2.28bn in the whole of 2020, up 10.5% on 2019."
    )


def test_a_goal_whose_year_has_passed_unseen_is_not_spoken_of_as_ahead(
    record: Record, zh: Words, en: Words
) -> None:
    # (1000 ÷ 675.3)^(1 ÷ 5) = 1.0817
    assert trade_volume.answer(record, zh) == (
        "2020年，全市服务进出口总额675.3亿元，居中西部第2位。"
        "2021年预计2025年达到1000亿元（据2020年数测算年均须增长8.2%）；2025年完成情况未见公布。"
    )
    assert trade_volume.answer(record, en).endswith(
        "In 2021 CNY 100bn was expected for 2025 (growth of 8.2% a year from 2020); no outcome of 2025 was found."
    )


def test_a_goal_still_ahead_says_what_it_needs(record: Record, zh: Words) -> None:
    releases = record.frame("releases").assign(date="2023-06-30")
    early = Record(frames={**record.frames, "releases": releases}, version=record.version, as_of=record.as_of)
    assert trade_volume.answer(early, zh).endswith(
        "2021年预计2025年达到1000亿元，据2020年数测算年均须增长8.2%。"
    )


def test_the_outcome_of_the_goal_year_reaches_misses_or_leaves_open(
    record: Record, zh: Words, en: Words
) -> None:
    for value, said, told in (
        (103.84, "2025年实绩1038.4亿元，已达到。", "CNY 103.84bn, reached it."),
        (98.10, "2025年实绩981.0亿元，未达到。", "CNY 98.10bn, fell short of it."),
        (100.00, "是否达到因取整无法判断。", "rounding leaves open whether that reached it."),
    ):
        later = with_total(record, value, "2025-01-01", "2025-12-31")
        assert trade_volume.answer(later, zh).endswith(said)
        assert trade_volume.answer(later, en).endswith(told)


def test_a_half_year_is_never_held_against_the_goal(record: Record, zh: Words) -> None:
    half = with_total(record, 41.21, "2022-01-01", "2022-06-30")
    assert trade_volume.answer(half, zh) == (
        "2022年上半年，全市服务进出口总额412.1亿元。"
        "2020年，全市服务进出口总额675.3亿元，居中西部第2位。"
        "2021年预计2025年达到1000亿元（据2020年数测算年均须增长8.2%）；2025年完成情况未见公布。"
    )


def test_without_a_total_the_goal_is_told_alone(record: Record, zh: Words) -> None:
    bare = without(record, "trade_volume", observation_id=TOTAL_2020)
    assert trade_volume.answer(bare, zh) == "2021年预计2025年达到1000亿元；2025年完成情况未见公布。"
    assert overview.answer(bare, zh).startswith("2021年1—8月，离岸服务外包执行额")


def test_the_talent_programme_says_what_is_known_planned_and_unseen(
    record: Record, zh: Words, en: Words
) -> None:
    assert talent.answer(record, zh) == (
        "截至2021年9月，已认定服务贸易人才培训基地9个，计划约10个；"
        "计划对接企业约100家、培养高端人才超过3000人。对接企业、培养人数的进展未见公布。"
    )
    assert talent.answer(record, en) == (
        "As of September 2021, 9 talent training bases were named, of about 10 planned; the plan is to link "
        "with about 100 enterprises and train over 3,000 high-end specialists. No progress was found on the "
        "enterprises linked and the people trained."
    )


def test_what_is_known_to_be_trained_is_not_called_unseen(record: Record, zh: Words) -> None:
    day = date(2024, 12, 31)
    known = {
        "kind": "outcome",
        "value": 1200.0,
        "lower": 1200.0,
        "upper": 1200.0,
        "qualifier": "exact",
        "obs_status": "A",
    }
    later = with_copy(record, "talent", PLAN_OF_PERSONS, **known, period_start=day, period_end=day)
    said = talent.answer(later, zh)
    assert "截至2024年12月，已培养高端人才1200人，2021年9月计划超3000人。" in said
    assert said.endswith("对接企业的进展未见公布。")


def test_the_comparison_names_who_is_ahead_and_who_behind(record: Record, zh: Words, en: Words) -> None:
    assert comparison.answer(record, zh) == (
        "2020年，重庆离岸服务外包执行额22.8亿美元，略低于成都（22.9亿美元），高于武汉（9.4亿美元）和西安（6.0亿美元）。"
    )
    assert comparison.answer(record, en) == (
        "In 2020 Chongqing executed USD 2.28bn of offshore service outsourcing, a little behind Chengdu "
        "(USD 2.29bn), ahead of Wuhan (USD 0.94bn) and Xi'an (USD 0.60bn)."
    )


def test_a_city_without_a_figure_is_left_out_of_the_comparison(record: Record, zh: Words) -> None:
    day = date(2020, 12, 31)
    no_chengdu = without(record, "outsourcing", ref_area="510100", period_end=day)
    assert comparison.answer(no_chengdu, zh) == (
        "2020年，重庆离岸服务外包执行额22.8亿美元，高于武汉（9.4亿美元）和西安（6.0亿美元）。"
    )
