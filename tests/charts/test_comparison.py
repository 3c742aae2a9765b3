import pytest

from lib.charts.card import Look
from lib.charts.comparison import CHARTS
from lib.charts.theme import tokens_of
from lib.draw.plotly import figure_of
from lib.facts.errors import DatasetUnavailable, NoSuchFigure
from lib.words.answers.comparison import answer
from tests.charts.drawn import bars, is_hatched, labels
from tests.facts.altered import with_copy, without

LIGHT = tokens_of("light")
TITLES = {
    "cities_offshore": (
        "2020年离岸服务外包执行额22.8亿美元，居四市第2位",
        "Offshore outsourcing of USD 2.28bn in 2020, 2nd of the four cities",
    ),
    "city_lead": (
        "离岸执行额与成都相比：2018年多1.6亿美元，2020年少0.1亿美元",
        "Against Chengdu, Chongqing's offshore value was USD 0.16bn more in 2018 and USD 0.01bn less in 2020",
    ),
    "cities_share": (
        "2020年重庆占全国离岸服务外包执行额的2.1%",
        "Chongqing made up 2.1% of China's offshore outsourcing in 2020",
    ),
    "ranks": (
        "2020年离岸服务外包执行额全国位次说法不一（第9位、第10位），居中西部第2位",
        "Chongqing's offshore value in 2020: 9th and 10th in China by two sources, 2nd in central and western China",
    ),
}


def draw(name, record, words, theme="light"):
    return CHARTS[name](record, words, Look(theme=theme))


def panel(card, axis):
    return [trace for trace in figure_of(card).data if (trace.xaxis or "x") == axis]


@pytest.mark.parametrize("name", TITLES)
def test_titles_say_the_number_in_both_languages(record, zh, en, name):
    assert tuple(draw(name, record, words).title for words in (zh, en)) == TITLES[name]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", CHARTS)
def test_every_card_is_whole_in_both_themes(record, words, name, theme):
    card = draw(name, record, words, theme)
    assert card.name == name
    assert {trace.type for trace in figure_of(card).data} <= {"scatter", "bar"}
    for trace in figure_of(card).data:
        assert trace.hoverinfo in ("text", "skip")
        assert trace.hoverinfo == "skip" or len(trace.hovertext) == len(trace.x)
    told = " ".join([card.title, card.subtitle, card.alt, *card.notes, *(row.label for row in card.rows)])
    assert "nan" not in told
    assert "None" not in told
    assert len({row.label for row in card.rows}) == len(card.rows)


def test_small_multiples_share_one_scale_and_repeat_chongqing_pale(record, zh):
    card = draw("cities_offshore", record, zh)
    layout = figure_of(card).layout
    ranges = {layout[f"yaxis{axis}"].range for axis in ("", "2", "3", "4")}
    assert len(ranges) == 1
    assert next(iter(ranges))[0] == 0
    (own,) = panel(card, "x")
    assert list(own.y) == [21.5, 20.6, 22.8]
    assert (own.line.color, own.opacity) == (LIGHT.chongqing, None)
    expected = {"x2": [19.9, 20.3, 22.9], "x3": [None, 8.4, 9.4], "x4": [8.8, 6.4, 6.0]}
    for axis, values in expected.items():
        pale, city = panel(card, axis)
        assert list(pale.y) == [21.5, 20.6, 22.8]
        assert (pale.line.color, pale.opacity) == (LIGHT.chongqing, 0.35)
        assert list(city.y) == values
        assert city.line.color == LIGHT.others


def test_small_multiples_leave_wuhan_2018_open(record, zh, en):
    card = draw("cities_offshore", record, zh)
    wuhan = panel(card, "x3")[1]
    assert wuhan.connectgaps is False
    assert wuhan.y[0] is None
    (mark,) = (mark for mark in figure_of(card).layout.annotations if mark.text == "未见")
    assert (mark.xref, mark.x) == ("x3", 2018)
    assert "not found" in labels(draw("cities_offshore", record, en))


def test_each_city_year_is_drawn_and_tabled_once(record, zh):
    card = draw("cities_offshore", record, zh)
    assert labels(card).count("22.8") == 1
    figures = [(row.fact.ref_area, row.fact.period) for row in card.rows if row.fact.unit == "USD"]
    assert len(figures) == len(set(figures)) == 11


def test_rounding_leaves_it_open_whether_two_cities_are_equal(record, zh, en):
    assert draw("cities_offshore", record, zh).notes[0] == (
        "2020年重庆与成都之差在取整误差以内，两市可能相等（重庆22.75—22.85，成都22.85—22.95，亿美元）。"
    )
    assert draw("cities_offshore", record, en).notes[0] == (
        "In 2020 rounding leaves it open whether Chongqing and Chengdu are equal "
        "(Chongqing 2.275–2.285, Chengdu 2.285–2.295, USD bn)."
    )


def test_a_year_without_one_city_has_a_place_among_the_others(record, zh):
    fewer = without(record, "outsourcing", ref_area="420100", indicator="offshore_outsourcing_executed")
    assert draw("cities_offshore", fewer, zh).title == "2020年离岸服务外包执行额22.8亿美元，居三市第2位"


def test_the_lead_over_chengdu_is_hatched_with_whiskers(record, zh):
    card = draw("city_lead", record, zh)
    (bar,) = bars(card)
    assert is_hatched(bar)
    # 21.5 − 19.9, 20.6 − 20.3, 22.8 − 22.9, each ± 0.1
    assert list(bar.y) == pytest.approx([1.6, 0.3, -0.1])
    assert list(bar.error_y.array) == pytest.approx([0.1, 0.1, 0.1])
    assert list(bar.error_y.arrayminus) == pytest.approx([0.1, 0.1, 0.1])
    low, high = figure_of(card).layout.yaxis.range
    assert low < -0.2 < 1.7 < high
    assert labels(card) == ["约1.6", "约0.3", "约−0.1"]


def test_the_lead_says_that_the_range_touches_zero(record, zh):
    assert draw("city_lead", record, zh).notes == (
        "零线以上为重庆较高，以下为成都较高；2020年的范围触及零，舍入后两市可能相等。",
    )


def test_shares_are_drawn_as_printed_on_one_scale_from_zero(record, zh):
    card = draw("cities_share", record, zh)
    drawn = [list(bar.x) for bar in bars(card)]
    # Chongqing, Chengdu, Wuhan, Xi'an in 2018, 2019, 2020
    assert drawn == [[2.4, 2.2, None, None], [2.1, 2.1, 0.8, 0.7], [2.1, 2.1, 0.8, 0.6]]
    layout = figure_of(card).layout
    assert layout.xaxis.range == layout.xaxis2.range == layout.xaxis3.range
    assert layout.xaxis.range[0] == 0
    assert labels(card).count("未见") == 2
    assert bars(card)[0].marker.color == (LIGHT.chongqing, LIGHT.others, LIGHT.others, LIGHT.others)


def test_shares_that_the_ministrys_total_contradicts_are_named(record, zh, en):
    assert draw("cities_share", record, zh).notes == (
        "与商务部全国数（1057.8亿美元）不一致：据此推算，重庆约2.16%，表中为2.1%；"
        "成都约2.16%，表中为2.1%；武汉约0.89%，表中为0.8%。",
    )
    assert draw("cities_share", record, en).notes == (
        "Does not agree with the Ministry of Commerce total of USD 105.78bn, which gives "
        "Chongqing about 2.16% where the table has 2.1%; Chengdu about 2.16% where the table has 2.1%; "
        "Wuhan about 0.89% where the table has 0.8%.",
    )


def test_both_national_ranks_are_shown_in_red_with_the_word(record, zh, en):
    card = draw("ranks", record, zh)
    marks = [(trace.x[0], trace.marker.color) for trace in figure_of(card).data if trace.mode == "markers"]
    assert marks == [
        (9.0, LIGHT.contradiction),
        (10.0, LIGHT.contradiction),
        (2.0, LIGHT.chongqing),
        (2.0, LIGHT.chongqing),
    ]
    assert labels(card).count("≠ 来源不一致") == 2
    assert labels(draw("ranks", record, en)).count("≠ sources disagree") == 2
    assert "第9位" in labels(card)
    assert "第10位" in labels(card)


def test_each_rank_names_its_source(record, zh):
    assert [row.label for row in draw("ranks", record, zh).rows] == [
        "2020年离岸服务外包执行额位次，全国（中国新闻社 2021-09-13（译文））",
        "2020年离岸服务外包执行额位次，全国（中国外包网（文中注明来自重庆市商务委员会）（转载））",
        "2020年离岸服务外包执行额位次，中西部（中国新闻社 2021-09-13（译文））",
        "2020年服务进出口总额位次，中西部（中国新闻社 2021-09-13（译文））",
        "重庆在所列城市中的位次（按2020年执行额推算）",
    ]


def test_ranks_that_agree_carry_no_red(record, zh):
    one = without(record, "outsourcing", category="national", source_id="cns-2021-09-13")
    card = draw("ranks", one, zh)
    assert card.title == "2020年离岸服务外包执行额居全国第10位，居中西部第2位"
    assert LIGHT.contradiction not in {trace.marker.color for trace in figure_of(card).data}
    assert not [text for text in labels(card) if "不一致" in text]


def test_the_computed_place_stands_in_the_notes_with_what_rounding_leaves_open(record, zh):
    assert draw("ranks", record, zh).notes[1] == (
        "按2020年公布数推算，重庆、成都、武汉、西安中重庆居第2位；"
        "成都22.9亿美元、重庆22.8亿美元，两者在取整误差以内可能相等。"
    )


def test_a_third_city_year_of_another_scope_changes_nothing(record, zh):
    other = with_copy(
        record,
        "outsourcing",
        "510100.offshore_outsourcing_executed.total.2020-01_2020-12",
        basis="outsourcing_mofcom",
        value=99.0,
    )
    assert draw("cities_offshore", other, zh).title == TITLES["cities_offshore"][0]


@pytest.mark.parametrize("name", CHARTS)
def test_a_dataset_that_cannot_be_read_is_an_error_on_the_card(record, zh, name):
    fault = DatasetUnavailable(file="outsourcing.parquet", problem="damaged")
    broken = type(record)(frames=record.frames, faults={"outsourcing": fault})
    with pytest.raises(DatasetUnavailable):
        draw(name, broken, zh)


@pytest.mark.parametrize("name", ["cities_offshore", "city_lead", "cities_share"])
def test_without_chongqing_there_is_an_error_and_no_zero(record, zh, name):
    gone = without(record, "outsourcing", ref_area="CN-CQ", basis="offshore_mofcom")
    with pytest.raises(NoSuchFigure):
        draw(name, gone, zh)


def test_a_fifth_city_comes_by_its_figures_alone(record, words):
    """Hefei at USD 1.17 bn in 2020, from a source of its own."""
    more = with_copy(
        record,
        "outsourcing",
        "510100.offshore_outsourcing_executed.total.2020-01_2020-12",
        ref_area="340100",
        value=11.7,
        lower=11.65,
        upper=11.75,
        source_id="cns-2021-09-13",
    )
    card = draw("cities_offshore", more, words)
    assert {"zh": "居五市第2位", "en": "2nd of the five cities"}[words.lang] in card.title
    # By their newest figures: Chengdu 22.9, Hefei 11.7, Wuhan 9.4, Xi'an 6.0
    names = {
        "zh": ["重庆", "成都", "合肥", "武汉", "西安"],
        "en": ["Chongqing", "Chengdu", "Hefei", "Wuhan", "Xi'an"],
    }
    heads = [text[3:-4] for text in labels(card) if text.startswith("<b>")]
    assert heads == names[words.lang]
    assert {"zh": "合肥（11.7亿美元）", "en": "Hefei (USD 1.17bn)"}[words.lang] in answer(more, words)
    for name in CHARTS:
        assert draw(name, more, words).name == name


def test_the_lead_is_over_the_largest_other_city(record, zh):
    larger = with_copy(
        record,
        "outsourcing",
        "420100.offshore_outsourcing_executed.total.2020-01_2020-12",
        value=23.4,
        lower=23.35,
        upper=23.45,
        source_id="cns-2021-09-13",
        ref_area="430100",
    )
    # 22.8 − 23.4
    assert draw("city_lead", larger, zh).title == "2020年离岸执行额比长沙少0.6亿美元"
