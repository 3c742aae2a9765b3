import re
from dataclasses import replace

import pytest

from lib.charts.card import Look
from lib.charts.talent import CHARTS
from lib.charts.theme import tokens_of
from lib.draw.plotly import figure_of
from lib.facts.errors import DatasetUnavailable, NoSuchFigure
from lib.words.answers.talent import bases_head, bases_rows, bases_sources
from lib.words.provenance import entry
from tests.charts.drawn import bars, is_hatched, labels
from tests.facts.altered import with_copy, without

LIGHT, DARK = tokens_of("light"), tokens_of("dark")
TITLES = {
    "talent_progress": (
        "截至2021年9月，人才培训基地已认定9个，计划约10个；其余目标的进展未见公布",
        "Training bases: 9 of about 10 planned, September 2021; progress on the other goals was not found",
    ),
    "years_needed": (
        "培养超3000人：每年人数如为全市合计，约需15年；如为单个基地，约需1.67年",
        "Training over 3,000 people takes about 15 years if the yearly number is in all, "
        "about 1.67 years if for each base",
    ),
    "bases_by_focus": (
        "2021年9月，9个培训基地中，计算机培训4个",
        "Computer training: 4 of the 9 bases of September 2021",
    ),
}


def draw(name, record, words, theme="light"):
    return CHARTS[name](record, words, Look(theme=theme))


def with_outcome(record):
    plan = "cn-cq.talent_partner_enterprises.total.2021-09-13_2021-09-13"
    printed = {
        "kind": "outcome",
        "value": 40,
        "lower": 40,
        "upper": 40,
        "qualifier": "exact",
        "obs_status": "A",
    }
    return with_copy(record, "talent", plan, **printed)


def test_every_chart_has_its_title_here():
    assert set(TITLES) == set(CHARTS)


@pytest.mark.parametrize("name", TITLES)
def test_titles_say_the_number_in_both_languages(record, zh, en, name):
    assert (draw(name, record, zh).title, draw(name, record, en).title) == TITLES[name]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", TITLES)
def test_nothing_missing_reaches_the_reader(record, words, name, theme):
    card = draw(name, record, words, theme)
    hovers = [text for trace in figure_of(card).data for text in trace.hovertext or ()]
    texts = [card.title, card.subtitle, card.alt, *card.notes, *labels(card), *hovers]
    texts += [text for row in card.rows for pair in entry(row.fact, record, words) for text in pair]
    texts += [row.label for row in card.rows]
    assert [text for text in texts if not text or re.search(r"nan|None|[{}—]$", text)] == []
    assert card.name == name
    assert all(bar.hovertext is not None for bar in bars(card))


@pytest.mark.parametrize("name", TITLES)
def test_without_the_dataset_a_card_says_so(record, zh, name):
    fault = DatasetUnavailable(file="talent.parquet", problem="missing")
    with pytest.raises(DatasetUnavailable):
        draw(name, replace(record, faults={"talent": fault}), zh)


def known(card):
    """How long is each bar of what is known?"""
    return [bar.x[0] for bar in bars(card) if bar.marker.color == LIGHT.chongqing]


def planned(card):
    """Which bars are open in the colour of goals?"""
    return [
        bar for bar in bars(card) if (bar.marker.color, bar.marker.line.color) == (LIGHT.card, LIGHT.goal)
    ]


def test_what_is_known_is_solid_the_plan_open_and_what_is_not_published_no_bar(record, zh, en):
    card = draw("talent_progress", record, zh)
    assert known(card) == [9]
    assert [bar.x[0] for bar in planned(card)] == [10, 100, 3000]
    assert len(bars(card)) == 4
    assert labels(card).count("未见公布") == 2
    assert labels(draw("talent_progress", record, en)).count("not published") == 2
    assert [text for text in labels(card) if text.startswith("计划")] == [
        "计划约10个",
        "计划约100家",
        "计划超3000人",
    ]
    assert not any("%" in text for text in [card.title, *card.notes, *labels(card)])


def test_each_goal_is_on_a_scale_of_its_own_and_all_end_at_one_place(record, words):
    card = draw("talent_progress", record, words)
    assert [bar.xaxis for bar in planned(card)] == ["x", "x2", "x3"]
    ranges = [figure_of(card).layout[axis].range for axis in ("xaxis", "xaxis2", "xaxis3")]
    assert [low for low, _ in ranges] == [0, 0, 0]
    # every goal at one and the same place across, 1 ÷ 2.3 of the way
    assert [high for _, high in ranges] == pytest.approx([23, 230, 6900])


def test_about_ten_is_a_whisker_from_five_to_fifteen_and_over_has_none(record, zh):
    ten, hundred, over = planned(draw("talent_progress", record, zh))
    assert (ten.error_x.arrayminus, ten.error_x.array) == ((5,), (5,))
    assert (hundred.error_x.arrayminus, hundred.error_x.array) == ((50,), (50,))
    assert over.error_x.array is None


def test_the_label_of_a_plan_stands_behind_its_whisker(record, zh):
    layout = figure_of(draw("talent_progress", record, zh)).layout
    assert {mark.text: (mark.x, mark.y) for mark in layout.annotations if mark.text.startswith("计划")} == {
        "计划约10个": (15, -1),
        "计划约100家": (150, -1),
        "计划超3000人": (3000, -1),
    }


def test_progress_says_that_no_target_year_is_printed(record, zh, en):
    assert draw("talent_progress", record, zh).notes[0] == (
        "对接企业、培养高端人才只有计划数，完成数未见公布，不能视为零。"
    )
    assert "来源未说明目标年份" in draw("talent_progress", record, zh).notes[1]
    assert "no target year" in draw("talent_progress", record, en).notes[1]
    assert draw("talent_progress", record, zh).alt == (
        "条形图。截至2021年9月，人才培训基地已认定9个，计划约10个；对接企业，2021年9月计划约100家，进展未见公布；"
        "培养高端人才，2021年9月计划超3000人，进展未见公布。"
    )


def test_an_outcome_that_is_published_later_is_drawn_solid(record, zh):
    card = draw("talent_progress", with_outcome(record), zh)
    assert known(card) == [9, 40]
    assert [bar.x[0] for bar in planned(card)] == [10, 100, 3000]
    assert labels(card).count("未见公布") == 1
    assert card.title == (
        "截至2021年9月，人才培训基地已认定9个，计划约10个；截至2021年9月，对接企业已认定40家，计划约100家；"
        "其余目标的进展未见公布"
    )
    assert card.notes[0] == "培养高端人才只有计划数，完成数未见公布，不能视为零。"


def test_without_an_outcome_nothing_is_drawn_solid(record, zh, en):
    none = without(record, "talent", indicator="talent_training_bases", kind="outcome")
    card = draw("talent_progress", none, zh)
    assert card.title == "2021年9月计划人才培训基地约10个，进展未见公布"
    assert draw("talent_progress", none, en).title == (
        "Training bases: about 10 planned in September 2021, progress not found"
    )
    assert known(card) == []
    assert planned(card) == bars(card)


def test_both_readings_of_the_yearly_number_stand_side_by_side(record, zh, en):
    card = draw("years_needed", record, zh)
    (bar,) = bars(card)
    assert list(bar.x) == pytest.approx([15, 1.6667], abs=5e-5)  # 3000 ÷ 200; 3000 ÷ 9 ÷ 200
    assert is_hatched(bar)
    assert list(bar.text) == ["<b>约15年</b>", "<b>约1.67年</b>"]
    assert labels(card) == ["合计：超3000人 ÷ 超200人/年", "每个基地：超3000人 ÷ 9个 ÷ 超200人/年"]
    assert "既不是上限也不是下限；来源未给出目标年份" in card.notes[1]
    assert "neither the least nor the most" in draw("years_needed", record, en).notes[1]
    assert figure_of(card).layout.xaxis.range[0] == 0


def test_years_need_the_yearly_number(record, zh):
    with pytest.raises(NoSuchFigure):
        draw("years_needed", without(record, "talent", indicator="talent_trained_per_year"), zh)


def test_bases_are_counted_by_what_they_train(record, zh, en):
    card = draw("bases_by_focus", record, zh)
    (bar,) = bars(card)
    assert list(bar.x) == [4, 3, 1, 1]
    assert list(bar.text) == ["4个", "3个", "1个", "1个"]
    assert labels(card) == ["计算机培训", "商务服务和业务运营服务培训", "云计算大数据培训", "文化创意培训"]
    assert figure_of(card).layout.xaxis.range[0] == 0
    assert draw("bases_by_focus", record, en).alt == (
        "Bar chart, 9 bases in September 2021. Computer training: 4; Business service and business operation service "
        "training: 3; Cloud computing and big data training: 1; Cultural and creative training: 1."
    )


def test_the_bases_are_listed_as_printed_and_not_translated_back(record, zh, en):
    rows = bases_rows(record, zh)
    assert len(rows) == 9
    assert rows[0] == ["Chongqing Step Software Vocational Training College", "计算机培训"]
    assert [row[0] for row in rows] == [row[0] for row in bases_rows(record, en)]
    assert bases_rows(record, en)[8] == [
        "Chongqing Jiahe Vocational Training School",
        "Cultural and creative training",
    ]
    assert bases_head(zh) == ["基地名称", "培训方向"]
    assert [source.source_id for source in bases_sources(record, zh)] == ["cns-2021-09-13"]


def test_a_chinese_name_that_was_seen_is_used(record, zh, en):
    table = record.frame("talent_bases").copy()
    table.loc[table.index[0], "name_zh"] = "某职业培训学院"
    seen = replace(record, frames=dict(record.frames) | {"talent_bases": table})
    assert bases_rows(seen, zh)[0][0] == "某职业培训学院"
    assert bases_rows(seen, en)[0][0] == "Chongqing Step Software Vocational Training College"


@pytest.mark.parametrize("name", TITLES)
def test_dark_cards_take_the_colours_of_the_dark_theme(record, zh, name):
    card = draw(name, record, zh, theme="dark")
    edges = {
        bar.marker.line.color for bar in bars(card) if bar.marker.color == DARK.card and not is_hatched(bar)
    }
    assert edges <= {DARK.goal}
    filled = [bar for bar in bars(card) if bar.marker.line.color != DARK.goal]
    colours = {bar.marker.pattern.fgcolor if is_hatched(bar) else bar.marker.color for bar in filled}
    assert colours <= {DARK.chongqing, DARK.others}
    assert DARK.chongqing in colours
