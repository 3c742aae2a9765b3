"""The charts of the goal in every state of knowledge, from the first outcome to those after the goal's year."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lib.charts.card import Look
from lib.charts.registry import CHARTS
from lib.charts.spec import Points, Value
from lib.draw.plotly import figure_of
from lib.facts.goal import goal_path
from lib.facts.period import Period
from lib.facts.record import Record
from lib.words.speak import Words
from tests.charts.drawn import labels
from tests.growing.records import like, with_rows

TOTAL = "cn-cq.services_trade_total.total.2020-01_2020-12"
UNSEEN = ("2025年完成情况未见公布", "no outcome of 2025 was found")


def knowing(record: Record, *outcomes: tuple[str, float], **cells: object) -> Record:
    """The record with more totals in yuan (10⁹), by the code of their period."""
    rows = []
    for code, value in outcomes:
        period = Period.parse(code)
        when = {"period_start": period.start, "period_end": period.end}
        rows.append(like(record, TOTAL, value=value, **when, **cells))
    return with_rows(record, *rows)


def titles(record: Record, name: str = "goal_path") -> tuple[str, str]:
    return tuple(CHARTS[name](record, Words(lang), Look()).title for lang in ("zh", "en"))  # type: ignore[return-value]


def solid(record: Record, name: str = "goal_path") -> list[list[Value]]:
    """The years that each solid line or point of the chart covers."""
    lines = [
        mark for mark in CHARTS[name](record, Words("zh"), Look()).chart.marks if isinstance(mark, Points)
    ]
    known = [line for line in lines if line.symbol and not line.symbol.open and not line.whisker]
    return [[point.x for point in line.points] for line in known]


def test_with_no_outcome_since_2020_the_goal_is_never_spoken_of_as_ahead(record: Record) -> None:
    # (100 ÷ 67.53)^(1/5) = 1.0817
    assert titles(record) == (
        f"2021年预计2025年达到1000亿元（据2020年数测算年均须增长8.2%）；{UNSEEN[0]}",
        f"In 2021 CNY 100bn was expected for 2025 (growth of 8.2% a year from 2020); {UNSEEN[1]}",
    )


def test_before_the_goals_year_has_passed_it_is_ahead(record: Record) -> None:
    releases = record.frame("releases").assign(date="2024-06-30")
    earlier = replace(record, frames={**record.frames, "releases": releases})
    assert titles(earlier) == (
        "2021年预计2025年达到1000亿元，据2020年数测算年均须增长8.2%",
        "In 2021 CNY 100bn was expected for 2025, which needs growth of 8.2% a year from 2020",
    )


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        (103.84, "2025年实绩1038.4亿元，已达到", "the outcome of 2025, CNY 103.84bn, reached it"),
        (97.31, "2025年实绩973.1亿元，未达到", "the outcome of 2025, CNY 97.31bn, fell short of it"),
    ],
)
def test_the_goals_own_year_is_told_as_reached_or_missed(
    record: Record, value: float, zh: str, en: str
) -> None:
    known = knowing(record, ("2025-01_2025-12", value))
    assert titles(known) == (
        f"2021年预计2025年达到1000亿元；{zh}",
        f"In 2021 CNY 100bn was expected for 2025; {en}",
    )
    path = goal_path(known)
    assert (path.needed, path.needed_path, path.gap) == (None, (), None)
    # From the outcome: 103.84 × 1.06⁴ = 131.096, 97.31 × 1.06⁴ = 122.852
    assert titles(known, "goal_path_later")[0].startswith(
        f"以2025年{value * 10:.1f}亿元为起点，年均增长6%，2029年"
    )


def test_what_rounding_leaves_open_is_not_decided(record: Record) -> None:
    cells = {"lower": 99.5, "upper": 100.5, "qualifier": "about"}
    said = titles(knowing(record, ("2025-01_2025-12", 100.0), **cells))
    assert "是否达到因取整无法判断" in said[0]
    assert "rounding leaves open whether that reached it" in said[1]


def test_a_later_outcome_is_where_the_needed_growth_starts(record: Record) -> None:
    later = knowing(record, ("2024-01_2024-12", 88.0))
    # 100 ÷ 88 = 1.1364
    assert "据2024年数测算年均须增长13.6%" in titles(later)[0]
    assert UNSEEN[0] in titles(later)[0]
    assert [level.period.end.year for level in goal_path(later).needed_path] == [2025]
    # The stated growth still counts from 2020, the year before its period.
    assert [level.period.end.year for level in goal_path(later).stated_path] == [2021, 2022, 2023, 2024, 2025]
    assert solid(later) == [[2020], [2024]]  # no line across years without a figure


def test_an_outcome_past_the_goal_needs_no_growth(record: Record) -> None:
    past = knowing(record, ("2023-01_2023-12", 104.2))
    assert goal_path(past).needed is None
    assert titles(past)[0] == f"2021年预计2025年达到1000亿元；{UNSEEN[0]}"


def test_two_years_that_follow_each_other_are_drawn_as_a_line(record: Record) -> None:
    grown = knowing(record, ("2021-01_2021-12", 71.9), ("2022-01_2022-12", 78.2))
    assert solid(grown) == [[2020, 2021, 2022]]
    assert "78.2" in " ".join(labels(CHARTS["goal_path"](grown, Words("en"), Look())))


def test_outcomes_after_the_goals_year_stand_beside_it(record: Record) -> None:
    after = knowing(record, ("2025-01_2025-12", 103.84), ("2026-01_2026-12", 109.9))
    assert titles(after)[0].endswith("2025年实绩1038.4亿元，已达到")
    assert solid(after) == solid(after, "goal_path_later") == [[2020], [2025, 2026]]
    only_after = knowing(record, ("2026-01_2026-12", 109.9))
    assert titles(only_after)[0].endswith(UNSEEN[0])


def test_half_a_year_is_never_held_against_the_goal(record: Record) -> None:
    half = knowing(record, ("2022-01_2022-06", 41.21))
    card = CHARTS["goal_path"](half, Words("zh"), Look())
    assert card.title == titles(record)[0]
    assert "非全年的数字（2022年上半年412.1亿元）不与全年目标相比，不入图。" in card.notes
    assert not any("412.1" in text for text in labels(card))
    assert figure_of(card).layout.yaxis.range[1] > 1000


def test_a_year_without_a_rate_is_converted_at_the_last_one_known(record: Record) -> None:
    known = knowing(record, ("2026-01_2026-12", 109.9), ("2025-01_2025-12", 103.84))
    card = CHARTS["goal_path"](known, Words("zh"), Look(currency="USD"))
    # 1038.4 ÷ 7.1875 = 144.5
    assert "2025年实绩约144.5亿美元，已达到" in card.title
    assert "美元数一律按2025年平均汇率折算，增速不受汇率影响。" in card.notes


def test_without_a_stated_growth_the_goal_still_stands(record: Record) -> None:
    frame = record.frame("trade_volume")
    less = frame[frame["indicator"] != "services_trade_avg_annual_growth"]
    alone = replace(record, frames={**record.frames, "trade_volume": less})
    assert titles(alone) == titles(record)
    assert goal_path(alone).stated_path == ()
