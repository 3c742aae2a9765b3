"""The nation's months, sides and outsourcing: what stands together, and what never does."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pandas as pd
import pytest

from lib.charts.card import Card, Look
from lib.charts.registry import CHARTS
from lib.charts.tokens import LIGHT
from lib.draw.plotly import figure_of
from lib.facts.errors import NoSuchFigure
from lib.facts.national_sides import national_sides
from lib.facts.record import CHINA, Record
from lib.words.speak import Words
from tests.charts.drawn import is_hatched, labels
from tests.growing.records import like, with_rows, without

YEAR_2024 = "cn.services_trade_total.total.2024-01_2024-12.cny"
NO_GROWTH = {"growth": math.nan, "growth_lower": math.nan, "growth_upper": math.nan, "growth_decimals": 0}


def draw(name: str, record: Record, words: Words) -> Card:
    return CHARTS[name](record, words, Look())


def with_scope(record: Record) -> Record:
    """Constructed: a first quarter of 2026 over 1.8 trillion, and seven months of 4.4, in a scope of their own."""
    bases = record.frames["bases"]
    more = bases[bases["basis"] == "bop_mofcom"].assign(basis="bop_mofcom_2026", scope_zh="新口径")
    record = replace(record, frames={**record.frames, "bases": pd.concat([bases, more], ignore_index=True)})
    cells = {"basis": "bop_mofcom_2026", "unit_mult": 12, "decimals": 1, "period_start": date(2026, 1, 1)}
    cells |= NO_GROWTH
    first = {
        "value": 1.8,
        "lower": 1.8,
        "upper": math.inf,
        "qualifier": "over",
        "period_end": date(2026, 3, 31),
    }
    return with_rows(
        record,
        like(record, YEAR_2024, **cells, **first),
        like(record, YEAR_2024, **cells, value=4.4, period_end=date(2026, 7, 31)),
    )


def test_each_year_is_a_line_of_what_was_printed_from_january_on(record: Record, zh: Words) -> None:
    card = draw("national_months", record, zh)
    lines = {trace.name: trace for trace in figure_of(card).data if "lines" in trace.mode}
    assert list(lines) == ["2020", "2021", "2022", "2023", "2024"]  # the newest five
    assert list(lines["2020"].x) == [6, 12]  # 2.2 trillion for half of 2020, 4564.27 billion for the year
    assert list(lines["2020"].y) == [2.2, 4.56427]
    assert lines["2024"].line.color == LIGHT.text
    assert {line.line.color for name, line in lines.items() if name != "2024"} == {LIGHT.others}
    assert "<b>2024年 7.52</b>" in labels(card)
    assert not any("口径变化" in text for text in labels(card))


def test_a_new_scope_stands_in_a_panel_of_its_own_and_no_line_crosses(record: Record, zh: Words) -> None:
    card = draw("national_months", with_scope(record), zh)
    by_axis: dict[str, set[str]] = {}
    for trace in figure_of(card).data:
        by_axis.setdefault(trace.xaxis, set()).add(trace.name)
    earlier = {"2020", "2021", "2022", "2023", "2024"}
    assert by_axis == {"x": earlier | {"仅知下限或上限"}, "x2": {"2026", "仅知下限或上限"}}
    assert "<b>2026年起<br>口径变化</b>" in labels(card)
    assert figure_of(card).layout.yaxis.range == figure_of(card).layout.yaxis2.range
    assert figure_of(card).layout.xaxis.domain[1] < figure_of(card).layout.xaxis2.domain[0]
    assert card.title == "2026年1—7月全国服务进出口累计4.4万亿元"
    assert "2026年起另立一图，不与此前各年相连。新口径" in card.notes
    open_points = [trace for trace in figure_of(card).data if trace.xaxis == "x2" and trace.mode == "markers"]
    assert [(list(trace.x), trace.marker.symbol) for trace in open_points] == [([3], "circle-open")]


def test_names_of_lines_that_end_close_together_are_not_over_each_other(record: Record, zh: Words) -> None:
    # half of 2023 was 3.13584: make it as near to the half of 2022, the newest of each year, as can be
    close = without(record, lambda row: row["indicator"] == "services_trade_total" and (
        row["ref_area"] == CHINA and row["period_end"].month > 6
    ))  # fmt: skip
    card = draw("national_months", close, zh)
    heights: dict[float, list[float]] = {}
    for note in figure_of(card).layout.annotations:
        heights.setdefault(note.x, []).append(note.y)
    top = figure_of(card).layout.yaxis.range[1]
    for found in heights.values():
        ordered = sorted(found)
        assert all(high - low > top * 0.05 for low, high in pairwise(ordered))


def test_without_any_total_the_months_are_missing(record: Record, zh: Words) -> None:
    none = without(
        record, lambda row: row["indicator"] == "services_trade_total" and row["ref_area"] == CHINA
    )
    with pytest.raises(NoSuchFigure) as raised:
        draw("national_months", none, zh)
    assert raised.value.missing is not None


def test_sides_and_deficit_are_the_printed_ones_of_each_year(record: Record, zh: Words, en: Words) -> None:
    card = draw("national_sides", record, zh)
    exports, imports, deficit = figure_of(card).data
    years = list(range(2017, 2025))
    assert [list(trace.x) for trace in figure_of(card).data] == [years] * 3
    # 2019 was printed in dollars alone
    assert list(exports.y) == [1.54, 1.77, None, 1.93567, 2.54, 2.85, 2.69, 3.17556]
    assert list(imports.y) == [3.16, 3.47, None, 2.6286, 2.75, 3.13, 3.89, 4.34824]
    assert list(deficit.y) == [1.62, 1.7, None, 0.69293, 0.21128, 0.2757, 1.2, 1.17268]
    # 1.17268 lies within what 1.2 can stand for, 1.15 to 1.25
    assert card.title == "2024年全国服务进出口逆差11726.8亿元，上年为1.2万亿元，取整后难判增减"
    assert draw("national_sides", record, en).title.endswith("too close to tell once rounded")


@pytest.mark.parametrize(
    ("value", "title"),
    [
        (0.9, "2024年全国服务进出口逆差0.9万亿元，较上年（1.2万亿元）收窄"),
        (1.4, "2024年全国服务进出口逆差1.4万亿元，较上年（1.2万亿元）扩大"),
    ],
)
def test_a_deficit_narrows_or_widens_only_where_rounding_cannot_undo_it(
    record: Record, zh: Words, value: float, title: str
) -> None:
    name = "cn.services_trade_deficit.total.2024-01_2024-12"
    changed = like(record, name, value=value, unit_mult=12, decimals=1)
    again = with_rows(without(record, lambda row: row["observation_id"] == name), changed)
    assert draw("national_sides", again, zh).title == title


def test_a_deficit_that_no_source_prints_is_worked_out_and_hatched(record: Record, zh: Words) -> None:
    name = "cn.services_trade_deficit.total.2024-01_2024-12"
    less = without(record, lambda row: row["observation_id"] == name)
    last = national_sides(less).deficits[-1]
    assert last.is_derived
    assert last.at(12) == pytest.approx(4.34824 - 3.17556)
    card = draw("national_sides", less, zh)
    assert is_hatched(figure_of(card).data[-1])
    assert list(figure_of(card).data[-1].x) == [2024]
    assert "2024年逆差未见公布，按进口减出口计算，图中以斜纹表示。" in card.notes


def test_chongqings_years_stand_under_the_nations_on_a_scale_of_their_own(record: Record, zh: Words) -> None:
    card = draw("national_offshore", record, zh)
    contract, executed, own = figure_of(card).data
    assert list(own.x) == [2018, 2019, 2020, 2021]
    assert list(own.y) == [21.5, 20.6, 22.8, None]
    assert (own.marker.color, executed.marker.color) == (LIGHT.chongqing, LIGHT.others)
    assert list(executed.y) == [None, None, 0.7302, 0.86]
    assert list(contract.y) == [None, None, 0.97389, 1.1295]
    assert {row.fact.unit for row in card.rows if row.fact.ref_area != CHINA} == {"USD"}


def test_a_year_seen_in_dollars_alone_is_said_and_not_drawn(record: Record, zh: Words) -> None:
    name = "cn.offshore_outsourcing_executed.total.2020-01_2020-12.usd"
    when = {"period_start": date(2022, 1, 1), "period_end": date(2022, 12, 31)}
    more = with_rows(record, like(record, name, value=1234.5, **NO_GROWTH, **when))
    card = draw("national_offshore", more, zh)
    assert "全国执行额仅见美元数的年份：2022年1234.5亿美元；列于数据表，不入图。" in card.notes
    assert 2022 not in list(figure_of(card).data[1].x)


def test_without_chongqings_years_the_nations_stand_alone(record: Record, words: Words) -> None:
    name = "offshore_outsourcing_executed"
    less = without(record, lambda row: row["indicator"] == name and row["ref_area"] == "CN-CQ")
    card = draw("national_offshore", less, words)
    assert len(figure_of(card).data) == 2


def test_the_types_of_the_nation_stand_on_one_scale(record: Record, zh: Words) -> None:
    card = draw("national_offshore_types", record, zh)
    assert [list(trace.y) for trace in figure_of(card).data] == [[0.3661], [0.3631], [0.1308]]
    # 366.1 of 860.0
    assert card.title == "2021年全国知识流程外包（KPO）离岸执行额3661亿元，占离岸服务外包约42.6%"


def test_a_month_that_comes_by_data_alone_goes_on_the_line_of_its_year(
    record: Record, zh: Words, en: Words
) -> None:
    when = {"period_start": date(2025, 1, 1), "period_end": date(2025, 8, 31)}
    more = with_rows(record, like(record, YEAR_2024, value=5432.1, **NO_GROWTH, **when))
    card = draw("national_months", more, zh)
    lines = {trace.name: list(trace.x) for trace in figure_of(card).data if "lines" in trace.mode}
    assert list(lines) == ["2021", "2022", "2023", "2024", "2025"]
    assert lines["2025"] == [8]
    assert card.title == "2025年1—8月全国服务进出口累计5.43万亿元"
    assert (
        draw("national_months", more, en).title
        == "The nation's services trade added up to CNY 5.43tn in January–August 2025"
    )


def test_a_deficit_stands_without_the_sides_that_are_not_printed(record: Record, words: Words) -> None:
    less = without(record, lambda row: row["indicator"] == "services_exports" and row["ref_area"] == CHINA)
    card = draw("national_sides", less, words)
    assert len({trace.yaxis for trace in figure_of(card).data}) == 2
    assert words("chart.none_seen") in card.alt
