"""Lists of printed figures: each in its own words, and none that is doubtful or a goal unsaid."""

from __future__ import annotations

from datetime import date

import pytest

from lib.charts.card import Card, Look
from lib.charts.comparison.peers_since import MOST
from lib.charts.registry import CHARTS
from lib.charts.tokens import LIGHT
from lib.draw.plotly import figure_of
from lib.facts.errors import NoSuchFigure
from lib.facts.record import Record
from lib.words.speak import Words
from tests.charts.drawn import labels
from tests.growing.records import like, with_rows, without


def draw(name: str, record: Record, words: Words) -> Card:
    return CHARTS[name](record, words, Look())


def of_2024(record: Record, area: str = "420100", value: float = 31.7):  # type: ignore[no-untyped-def]
    row = next(
        row
        for row in record.rows("offshore_outsourcing_executed", ref_area="420100")
        if row["period_end"] == date(2020, 12, 31)
    )
    when = {"period_start": date(2024, 1, 1), "period_end": date(2024, 12, 31)}
    return like(record, row["observation_id"], ref_area=area, value=value, decimals=1, **when)


def test_what_a_peer_prints_later_comes_by_data_alone(record: Record, zh: Words, en: Words) -> None:
    more = with_rows(record, of_2024(record))
    card = draw("peers_since", more, zh)
    (row,) = [row for row in card.rows if row.fact.ref_area == "420100" and row.fact.value == 31.7]
    assert row.label == "武汉市 · 离岸服务外包执行额 · 2024年"
    assert any(text.endswith("<b>31.7亿美元</b>（2024年）") or "31.7亿美元" in text for text in labels(card))
    assert "武汉" in card.title
    assert "Wuhan" in draw("peers_since", more, en).title


def test_peers_are_those_of_the_centre_and_the_west_and_none_is_chongqings(record: Record, zh: Words) -> None:
    areas = {row.fact.ref_area for row in draw("peers_since", record, zh).rows}
    assert areas
    assert not areas & {"CN", "CN-CQ", "CN-CQ-LJXQ", "500118", "CN-BJ", "CN-SH"}
    for row in draw("peers_since", record, zh).rows:
        assert row.fact.period.end.year > 2020  # the newest year of the common table
        assert row.fact.kind == "outcome"


def test_only_so_many_are_drawn_and_all_stand_in_the_table(record: Record, zh: Words) -> None:
    peers = (
        "340100",
        "CN-AH",
        "CN-GZ",
        "CN-HA",
        "CN-HB",
        "CN-HN",
        "CN-SN",
        "CN-SC",
        "610100",
        "510100",
        "420100",
    )
    more = with_rows(record, *(of_2024(record, area, 5.1 + place) for place, area in enumerate(peers)))
    card = draw("peers_since", more, zh)
    assert len(card.rows) > MOST
    assert len(figure_of(card).data) == MOST
    assert f"图中只列{MOST}项，各地最新的在先，其余见数据表。" in card.notes


def test_without_a_later_figure_of_a_peer_there_is_no_list(record: Record, zh: Words) -> None:
    less = without(
        record, lambda row: row["period_end"].year > 2020 and row["ref_area"] not in ("CN", "CN-CQ")
    )
    with pytest.raises(NoSuchFigure):
        draw("peers_since", less, zh)


def test_a_goal_and_an_estimate_each_keep_their_word(record: Record, zh: Words, en: Words) -> None:
    (estimate,) = [
        row for row in record.rows("services_trade_total", kind="estimate") if row["period_end"].year == 2025
    ]
    target = like(
        record, estimate["observation_id"], kind="target", value=1000.0, lower=1000.0, upper=float("inf"),
        qualifier="over", unit_mult=8, decimals=0,
    )  # fmt: skip
    more = with_rows(record, target)
    card = draw("goals_printed", more, zh)
    assert card.title == "2025年服务进出口，来源所作表述：预计1000亿元，目标超过1000亿元"
    assert "an estimate of CNY 100bn, a target of over CNY 100bn" in draw("goals_printed", more, en).title
    named = [row.label for row in card.rows]
    assert "服务进出口总额 · 2025年，预计" in named
    assert "服务进出口总额 · 2025年，目标" in named
    assert {trace.marker.symbol for trace in figure_of(card).data} == {"circle-open"}
    assert {trace.marker.color for trace in figure_of(card).data} == {LIGHT.goal}


def test_a_doubtful_figure_of_a_district_says_its_doubt_and_no_headline_has_it(
    record: Record, zh: Words
) -> None:
    (doubtful,) = [
        row for row in record.rows("services_trade_total", ref_area="CN-CQ-LJXQ") if row["kind"] == "outcome"
    ]
    changed = like(
        record, doubtful["observation_id"], confidence="low", note_zh="可能是全市数。", upper=float("inf")
    )
    less = without(record, lambda row: row["observation_id"] == doubtful["observation_id"])
    card = draw("district_figures", with_rows(less, changed), zh)
    assert "可信度低：重庆两江新区 · 服务进出口总额 · 2021年：可能是全市数。" in card.notes
    assert "70" not in card.title


def test_goals_of_digital_trade_name_the_plans_years(record: Record, zh: Words) -> None:
    card = draw("digital_goals", record, zh)
    assert card.title == "2025—2029年数字贸易规划目标：数字贸易年均增速10%，数字贸易产业园数30个"
    assert labels(card) == [
        "数字贸易年均增速<br><b>10%</b>（2025—2029年，目标）",
        "数字贸易产业园数 · 市级园区<br><b>30个</b>（2025—2029年，目标）",
    ]


@pytest.mark.parametrize("name", ["peers_since", "goals_printed", "district_figures", "digital_goals"])
def test_lists_are_whole_and_every_row_has_a_name_of_its_own(record: Record, words: Words, name: str) -> None:
    card = draw(name, record, words)
    assert card.name == name
    assert len({row.label for row in card.rows}) == len(card.rows)
    assert all(trace.hovertext for trace in figure_of(card).data)
    assert card.alt.count(words("chart.listed.item", name="", text="").strip()) >= len(figure_of(card).data)
