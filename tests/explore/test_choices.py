"""Whatever is chosen: a card is made, no two scopes share a line, and its sentence says what its rows hold."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lib.charts.card import Look
from lib.draw.native import drawing
from lib.draw.plotly import figure_of
from lib.explore.card import explore_card
from lib.explore.choice import BARS, BY_MONTH, LINES, MEASURES, SIDE
from lib.explore.forms import common_period, form_of
from lib.explore.offered import Offer, offered, parse
from lib.facts.record import Record
from lib.words.speak import Words
from tests.audit.recompute import disagreement
from tests.explore.choosing import choices, names_of, unaccounted
from tests.growing.longer import longer

FEW = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


class Held:
    """A record that a failure does not print."""

    def __init__(self, record: Record) -> None:
        self.record = record

    def __repr__(self) -> str:
        return self.record.version


@pytest.fixture(scope="module")
def held(shipped: Record) -> Held:
    return Held(shipped)


@pytest.fixture(scope="module")
def long(shipped: Record) -> Held:
    return Held(longer(shipped))


def holds(offer: Offer, record: Record, lang: str, theme: str) -> None:
    words = Words(lang)
    card = explore_card(offer, record, words, Look(theme))
    form = form_of(offer.series, offer.choice)
    assert not offer.refused
    assert all(option.figures for options in offer.options.values() for option in options)
    assert offered(record, offer.choice).choice == offer.choice
    assert unaccounted(card, record, words, names_of(offer, record, lang)) == [], card.title
    assert drawing(card.chart, words).panels
    for one in offer.series:
        assert {
            (fact.basis, fact.kind, fact.ref_area, fact.category, fact.counterpart) for fact in one.facts
        } == {(one.key.basis, one.key.kind, *one.key.entity)}
        assert len({fact.unit for fact in one.facts}) == 1
    apart(offer, form, figure_of(card))


def apart(offer: Offer, form: str, figure: Any) -> None:
    """Each series in a panel of its own; in one panel only what has one scope."""
    if form in (LINES, BARS, BY_MONTH):
        axes = ["x" if not index else f"x{index + 1}" for index, _ in enumerate(offer.series)]
        assert {trace.xaxis or "x" for trace in figure.data} == set(axes)
        for axis, one in zip(axes, offer.series, strict=True):
            drawn = [
                y for trace in figure.data if (trace.xaxis or "x") == axis for y in trace.y if y is not None
            ]
            assert len(drawn) == len(one.facts)
    if form == SIDE:
        period = common_period(offer.series)
        assert (
            len({one.key.basis for one in offer.series for fact in one.facts if fact.period == period}) == 1
        )


@FEW
@given(data=st.data(), lang=st.sampled_from(["zh", "en"]), theme=st.sampled_from(["light", "dark"]))
def test_any_choice_over_the_record_gives_a_true_card(
    held: Held, data: st.DataObject, lang: str, theme: str
) -> None:
    offer = parse(data.draw(choices(held.record)), held.record)
    holds(offer, held.record, lang, theme)
    assert [
        said for one in offer.series for fact in (*one.facts, *one.others) if (said := disagreement(fact))
    ] == []


@FEW
@given(data=st.data(), lang=st.sampled_from(["zh", "en"]), theme=st.sampled_from(["light", "dark"]))
def test_any_choice_over_a_record_three_times_as_long_gives_a_true_card(
    long: Held, data: st.DataObject, lang: str, theme: str
) -> None:
    holds(parse(data.draw(choices(long.record)), long.record), long.record, lang, theme)


@pytest.mark.parametrize("measure", MEASURES)
def test_every_measure_of_every_indicator_of_everyone_can_be_drawn(
    shipped: Record, measure: str, zh: Words
) -> None:
    drawn = 0
    for option in parse({}, shipped).options["indicator"]:
        base = parse(
            {"indicator": option.code, "category": "each", "counterpart": "each", "kind": "all"}, shipped
        )
        everyone = ",".join(area.code for area in base.options["area"])
        for span in base.options["span"]:
            asked = {
                "indicator": option.code,
                "area": everyone,
                "category": "each",
                "span": span.code,
                "measure": measure,
            }
            offer = parse(asked, shipped)
            if offer.choice.measure == measure:
                explore_card(offer, shipped, zh, Look())
                drawn += 1
    assert drawn
