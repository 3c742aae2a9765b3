"""Every sentence and card holds without any row of Chongqing's, and says any next headline figure with its period."""

from __future__ import annotations

import pytest

from lib.facts.errors import NoSuchFigure
from lib.facts.headline import headline as newest
from lib.facts.record import Record
from lib.words.numbers import plain
from tests.growing.composed import Composer, Said, sentences
from tests.growing.holes import holes, without_period
from tests.growing.nexts import GROWTH_PCT, HEADLINES, Headline, nexts
from tests.growing.records import rows_of, without_indicator, without_row


@pytest.fixture(scope="module")
def told(record: Record) -> Composer:
    """Every answer, fact, card and section of the record."""
    return Composer(record, sentences())


def faults(one: Said) -> list[str]:
    """What is wrong with what is said? It may be missing whole, where it names the figure that is missing."""
    if one.error is None:
        return holes(one.texts)
    named = isinstance(one.error, NoSuchFigure) and one.error.missing is not None
    return [] if named else [f"ends with {one.error!r}"]


def test_sentences_hold_without_any_figure(record: Record, told: Composer) -> None:
    own = rows_of(record)
    cases = {row["observation_id"]: without_row(record, row["observation_id"]) for row in own}
    cases |= {row["indicator"]: without_indicator(record, row["indicator"]) for row in own}
    wrong = [
        f"{case}: {one.name} ({one.lang}) {fault}"
        for case, less in cases.items()
        for one in told.of(less)
        for fault in faults(one)
    ]
    assert wrong == []


def test_only_what_rests_on_the_missing_figure_alone_is_gone(record: Record, told: Composer) -> None:
    bare = without_indicator(record, "services_trade_total")
    gone = {one.name for one in told.of(bare) if one.error}
    assert gone == {
        "kpi services_trade_total",
        "kpi value_per_enterprise",
        "answer trade_volume",
        "fact total_and_goal",
    }


@pytest.mark.parametrize("headline", HEADLINES, ids=lambda headline: headline.name)
def test_sentences_say_any_next_figure_with_its_period(
    record: Record, told: Composer, headline: Headline
) -> None:
    wrong = []
    for case in nexts(record, headline):
        fact = newest(case.record, headline.name)
        is_newest = fact.period == case.period
        for one in told.of(case.record):
            wrong += [f"{case}: {one.name} ({one.lang}) {fault}" for fault in faults(one)]
            for number in (_number(fact.value, fact.unit, one.lang), plain(GROWTH_PCT, 2, one.lang)):
                late = without_period(one.texts, number, case.period, one.lang)
                wrong += [
                    f"{case}: {one.name} ({one.lang}) {number} without its period: {text}" for text in late
                ]
        assert is_newest, case
    assert wrong == []


def _number(value: float, unit: str, lang: str) -> str:
    """How do the numbers of the next figures read? 71.93bn yuan is 719.3亿元."""
    if unit in ("CNY", "USD"):
        return plain(value * 10, 1, "zh") if lang == "zh" else plain(value, 2, "en")
    return plain(value, 1 if unit == "PERCENT" else 0, lang)
