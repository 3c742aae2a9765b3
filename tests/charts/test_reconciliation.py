"""The cards, tables and sentences of findings: what they say and draw, in both languages."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from lib.charts.card import Card, Look
from lib.charts.reconciliation.finding import finding_card
from lib.charts.tokens import LIGHT
from lib.draw.fitted import height_of
from lib.draw.plotly import figure_of
from lib.facts.reconcile import findings_of
from lib.facts.reconcile.finding import Finding
from lib.facts.reconcile.verdict import HOLDS
from lib.facts.record import Record
from lib.words.findings import cannot_rows, notes, report, summary_head, summary_rows, title
from lib.words.names import Names
from lib.words.provenance import entry
from lib.words.speak import Words
from tests.charts.drawn import labels

EXECUTED = "cn-cq.offshore_outsourcing_executed"
RANK = f"{EXECUTED}_rank.national.2020-01_2020-12.cns-2021-09-13"
GROWTH = f"{EXECUTED}.total.2020-01_2020-12.cqcom-briefing-2021-08"
PACE = f"{EXECUTED}.total.2021-01_2021-08"
GOAL = "cn-cq.services_trade_total.total.2025-01_2025-12.estimate"
Draw = Callable[[str, str, Words], Card]


@pytest.fixture
def draw(record: Record) -> Draw:
    def card(check: str, code: str, words: Words) -> Card:
        (found,) = (one for one in findings_of(record) if one.check == check and code in one.observations)
        return finding_card(found, Names.of(record, words.lang), words, Look())

    return card


def boxes(card: Card) -> list[Any]:
    """The two intervals, the printed one first."""
    return [trace for trace in figure_of(card).data if trace.fill == "toself"]


def ends(box: Any) -> tuple[float, float]:
    return min(box.x), max(box.x)


def test_a_growth_within_rounding_says_both_figures(draw: Draw, zh: Words, en: Words) -> None:
    chinese, english = draw("growth", GROWTH, zh), draw("growth", GROWTH, en)
    assert chinese.title == "重庆市离岸服务外包执行额（2020年）：公布增速10.5%，按绝对额计算约10.7%"
    assert english.title == (
        "Chongqing: Offshore service outsourcing, executed value, 2020: "
        "printed growth is 10.5%, the two levels give about 10.7%"
    )
    assert chinese.notes[0] == (
        "推算：(22.8 ÷ 20.6 − 1) × 100 → 约10.7%（可能区间10.17—11.19）；公布：10.5%（可能区间10.45—10.55）"
    )
    assert english.notes[0] == (
        "Implied: (2.28 ÷ 2.06 − 1) × 100 → ≈10.7% (can stand for 10.17–11.19); "
        "printed: 10.5% (can stand for 10.45–10.55)"
    )
    assert chinese.subtitle == "增速与绝对额 · %"


def test_an_overlap_is_shaded_and_the_implied_side_hatched(draw: Draw, zh: Words) -> None:
    card = draw("growth", GROWTH, zh)
    printed, implied = boxes(card)
    assert ends(printed) == (pytest.approx(10.45), pytest.approx(10.55))
    assert ends(implied) == (pytest.approx(10.169, abs=1e-3), pytest.approx(11.192, abs=1e-3))
    assert printed.fillpattern.shape is None
    assert implied.fillpattern.shape == "/"
    (overlap,) = figure_of(card).layout.shapes
    assert (overlap.x0, overlap.x1) == (pytest.approx(10.45), pytest.approx(10.55))
    assert overlap.fillcolor == LIGHT.quiet
    assert labels(card) == ["10.5", "约10.7"]


def test_a_contradiction_is_a_red_gap_with_the_word(draw: Draw, zh: Words, en: Words) -> None:
    card = draw("rank", RANK, zh)
    (gap,) = figure_of(card).layout.shapes
    assert (gap.x0, gap.x1) == (9, 10)
    assert gap.fillcolor == LIGHT.contradiction
    assert labels(card) == ["第9", "第10", "<b>不一致</b>"]
    assert labels(draw("rank", RANK, en)) == ["9th", "10th", "<b>contradicts</b>"]
    # Both sides are printed: neither is hatched.
    assert [box.fillpattern.shape for box in boxes(card)] == [None, None]
    assert (
        card.title == "重庆市离岸服务外包执行额位次·全国位次（2020年）：一处公布为第9位，另一处公布为第10位"
    )
    assert card.alt == (
        "不一致。重庆市离岸服务外包执行额位次·全国位次（2020年）：一处公布为第9位，另一处公布为第10位。"
        "公布值可能区间9，对照值可能区间10。"
    )


def test_the_goal_says_what_it_needs_and_where_the_stated_growth_leads(
    draw: Draw, zh: Words, en: Words
) -> None:
    chinese, english = draw("goal", GOAL, zh), draw("goal", GOAL, en)
    assert chinese.title == (
        "重庆市服务进出口总额（2025年预计）：达到1000亿元需年均增长8.2%，公布的年均增速为超10%"
    )
    assert english.title.endswith("CNY 100bn needs 8.2% a year, over 10% a year is stated")
    assert chinese.notes[1] == "目标：2025年1000亿元。按公布的年均增速，2025年应达至少1088亿元。"
    # "Over" has no upper end: its box runs to the end of the axis.
    printed, _ = boxes(chinese)
    assert ends(printed) == (10, figure_of(chinese).layout.xaxis.range[1])


def test_two_scopes_are_not_shaded(draw: Draw, zh: Words, en: Words) -> None:
    card = draw("pace", PACE, zh)
    assert not figure_of(card).layout.shapes
    assert labels(card) == ["5.2", "约6.9"]
    assert (
        card.title
        == "重庆市离岸服务外包执行额（2021年上半年）：5.2亿美元；此后2021年7—8月约6.9亿美元（由累计数相减）"
    )
    assert card.notes[1] == "由公布增速推算，2020年7—8月约3.2亿美元。2021年7—8月同比增长约117%。"
    assert draw("pace", PACE, en).notes[1] == (
        "The printed growth rates put July–August 2020 at about USD 0.32bn. "
        "July–August 2021 would be up about 117% on a year earlier."
    )


def test_areas_other_than_chongqing_are_grey(draw: Draw, zh: Words) -> None:
    code = "cn-gz.offshore_outsourcing_executed_avg_annual_growth.total.2017-01_2019-12"
    own, other = draw("growth", GROWTH, zh), draw("average", code, zh)
    assert boxes(own)[0].line.color == LIGHT.chongqing
    assert boxes(other)[0].line.color == LIGHT.others
    assert other.notes[-1].endswith("含低可信度数据。")


def test_every_finding_reads_well(record: Record, words: Words) -> None:
    say = Names.of(record, words.lang)
    for found in findings_of(record):
        text = " ".join((title(found, say, words), *notes(found, words)))
        assert not re.search(r"\bnan\b|None|inf\b|约约|为为|\{|\}", text), text
        assert say("indicators", found.implied.indicator) in text or found.check == "goal"


def test_every_kind_of_finding_draws_and_tells_its_method(record: Record, words: Words) -> None:
    say = Names.of(record, words.lang)
    kinds: dict[tuple[str, str], Finding] = {}
    for found in findings_of(record):
        kinds.setdefault((found.check, found.verdict), found)
    for found in kinds.values():
        card = finding_card(found, say, words, Look(theme="dark"))
        assert height_of(card) <= 110
        assert {trace.type for trace in figure_of(card).data} == {"scatter"}
        assert all(trace.hoverinfo == "text" and trace.hovertext for trace in figure_of(card).data)
        assert {found.printed, found.implied} <= set(card.facts)
        assert all(entry(fact, record, words) for fact in card.facts)


def test_the_counts_of_the_table_add_up(record: Record, en: Words) -> None:
    rows = [[int(cell) for cell in row[1:]] for row in summary_rows(findings_of(record), en)]
    *checks, total = rows
    assert total == [16, 40, 66, 416, 538]
    assert [sum(column) for column in zip(*checks, strict=True)] == total
    assert all(sum(row[:-1]) == row[-1] for row in rows)
    assert summary_head(en)[1] == "Contradicts"


def test_what_cannot_be_computed_is_said(record: Record, zh: Words) -> None:
    caption, rows = cannot_rows(record, findings_of(record), zh)
    assert caption == "数据清单共列41条已知出入，程序查出26条；以下15条无法推算"
    assert ["官方表标题为2016—2019年，但含2020年数据。", "误在标题或标注，不在数字。"] in rows
    # A conflict without a reason that nothing finds would have to be looked into.
    caption, rows = cannot_rows(record, (), zh)
    assert rows[0][1] == "程序未能查出，待核。"


def test_a_terminal_gets_a_line_for_each_finding(record: Record) -> None:
    (found,) = (one for one in findings_of(record) if RANK in one.observations and one.check == "rank")
    assert report([found], "en") == [
        "Contradicts | Ranks | Printed as 9th (can stand for 9) and as 10th (can stand for 10) | "
        f"{RANK}, {EXECUTED}_rank.national.2020-01_2020-12.cqcom-briefing-2021-08"
    ]
    assert all(
        one.verdict == HOLDS for one in findings_of(record) if report([one], "zh")[0].startswith("一致")
    )
