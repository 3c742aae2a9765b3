"""What is said beside headline figures that are years old."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from lib.facts.record import Record
from lib.words.answers.since import beside_answer, said_since
from lib.words.speak import Words
from tests.facts.altered import with_copy, without
from tests.words.test_answers import JAN_AUG, TOTAL_2020, months, with_total


def searched(record: Record, day: str) -> Record:
    releases = record.frame("releases").assign(date=day)
    return replace(record, frames={**record.frames, "releases": releases})


def test_what_came_since_and_what_was_not_found_are_told_apart(record: Record, zh: Words, en: Words) -> None:
    assert said_since(record, zh) == (
        "此后见于公布的有：2024年全国服务进出口总额7.52万亿元，同比增长14.4%；2025—2029年全市服务贸易年均增长目标6%。"
        "未见公布的有：2021—2025年全市服务进出口总额、2021年8月以后的离岸服务外包执行额，"
        "因此2025年1000亿元的预计数是否实现尚无法判断。资料检索至2026年11月23日。"
    )
    assert said_since(record, en) == (
        "Published since: the nation's services trade of 2024, CNY 7.52tn, up 14.4% on 2023; a goal of 6% growth a "
        "year for the city in 2025–2029. Not found: the city's services trade of 2021–2025 and its offshore "
        "service outsourcing executed after August 2021, so whether the CNY 100bn expected for 2025 came about "
        "cannot be told. Sources were searched until 23 November 2026."
    )


def test_while_figures_are_fresh_nothing_is_said(record: Record, words: Words) -> None:
    assert said_since(searched(record, "2021-10-01"), words) == ""


def test_a_later_outcome_closes_its_gap_and_leaves_the_others(record: Record, zh: Words) -> None:
    later = with_total(record, 70.00, "2023-01-01", "2023-12-31")
    assert "未见公布的有：2021—2022年、2024—2025年全市服务进出口总额、" in said_since(later, zh)


def test_the_outcome_of_the_goal_year_leaves_no_question_about_the_goal(record: Record, zh: Words) -> None:
    said = said_since(with_total(record, 103.84, "2025-01-01", "2025-12-31"), zh)
    assert "2021—2024年全市服务进出口总额" in said
    assert "无法判断" not in said
    assert "全国服务进出口总额" not in said  # the nation's newest year is older than the city's now


def test_a_newer_period_of_outsourcing_is_named_as_the_last_one_known(record: Record, zh: Words) -> None:
    newer = with_copy(record, "outsourcing", JAN_AUG, **months("2022-01-01", "2022-12-31"))
    assert "2022年12月以后的离岸服务外包执行额" in said_since(newer, zh)
    fresh = with_copy(record, "outsourcing", JAN_AUG, **months("2026-01-01", "2026-06-30"))
    assert "离岸服务外包执行额" not in said_since(fresh, zh)


def test_without_a_total_of_the_city_no_run_of_years_is_claimed(record: Record, zh: Words) -> None:
    bare = without(record, "trade_volume", observation_id=TOTAL_2020)
    assert "全市服务进出口总额" not in said_since(bare, zh)


def test_it_stands_on_the_pages_that_ask(record: Record, words: Words) -> None:
    assert beside_answer("overview", record, words) == said_since(record, words)
    assert beside_answer("talent", record, words) == ""
    assert date.fromisoformat("2026-11-23").strftime("%Y") in beside_answer("trade_volume", record, words)
