"""Each question to start from draws, in the form that it is meant in, under a sentence that is true to the letter."""

from __future__ import annotations

import pytest

from lib.charts.card import Look
from lib.explore.card import explore_card
from lib.explore.forms import form_of
from lib.explore.offered import parse
from lib.explore.starts import STARTS
from lib.facts.record import Record
from lib.words.speak import Words
from tests.audit.recompute import disagreement
from tests.explore.choosing import names_of, unaccounted

FORMS = {
    "nation_years": "lines",
    "nation_months": "months",
    "nation_growth": "lines",
    "nation_exports": "lines",
    "knowledge_share": "lines",
    "knowledge_index": "lines",
    "four_cities": "lines",
    "beside_nation": "lines",
    "of_nation": "lines",
    "types": "stack",
    "own_total": "bars",
    "ranks": "list",
    "tourism": "lines",
    "employees": "lines",
}


@pytest.mark.parametrize("name", STARTS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_draws_in_its_form_and_its_sentence_is_true(
    shipped: Record, name: str, words: Words, theme: str
) -> None:
    offer = parse(STARTS[name], shipped)
    card = explore_card(offer, shipped, words, Look(theme))
    assert offer.refused == ()
    assert form_of(offer.series, offer.choice) == FORMS[name]
    assert unaccounted(card, shipped, words, names_of(offer, shipped, words.lang)) == []
    assert [said for fact in card.facts if (said := disagreement(fact))] == []
    assert card.alt.endswith(("。", "."))


def test_sentences_of_the_first_edition_to_the_letter(record: Record) -> None:
    said = {
        name: {
            lang: explore_card(parse(STARTS[name], record), record, Words(lang), Look()).title
            for lang in ("zh", "en")
        }
        for name in ("four_cities", "own_total")
    }
    assert said == {
        "four_cities": {
            "zh": "2020年，离岸服务外包执行额：重庆市22.8亿美元、成都市22.9亿美元、西安市6.0亿美元、武汉市9.4亿美元",
            "en": "Offshore service outsourcing, executed value in 2020: Chongqing USD 2.28bn, Chengdu USD 2.29bn, "
            "Xi'an USD 0.60bn and Wuhan USD 0.94bn",
        },
        "own_total": {
            "zh": "2020年，重庆市服务进出口总额675.3亿元",
            "en": "Services trade, imports plus exports, Chongqing: CNY 67.53bn in 2020",
        },
    }
