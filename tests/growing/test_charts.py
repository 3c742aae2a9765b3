"""Every chart holds without any row of Chongqing's, and with any next headline figure."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from lib.facts.errors import NoSuchFigure
from lib.facts.record import Record
from tests.growing.composed import Composer, Said
from tests.growing.holes import holes, without_period
from tests.growing.nexts import HEADLINES, Headline, nexts
from tests.growing.records import rows_of, without_indicator, without_row


def faults(said: Iterable[Said], case: str) -> list[str]:
    """What is wrong with what is said of a record? A chart may only be missing for a figure that it names."""
    found = []
    for one in said:
        if isinstance(one.error, NoSuchFigure) and one.error.missing is None:
            found.append(f"{case}: {one.name} does not say which figure is missing: {one.error}")
        found += [f"{case}: {one.name} ({one.lang}) {hole}" for hole in holes(one.texts)]
    return found


def test_charts_hold_without_any_figure(record: Record, drawn: Composer) -> None:
    own = rows_of(record)
    cases = {row["observation_id"]: without_row(record, row["observation_id"]) for row in own}
    cases |= {row["indicator"]: without_indicator(record, row["indicator"]) for row in own}
    assert [fault for case, less in cases.items() for fault in faults(drawn.of(less), case)] == []


@pytest.mark.parametrize("headline", HEADLINES, ids=lambda headline: headline.name)
def test_charts_hold_with_any_next_figure(record: Record, drawn: Composer, headline: Headline) -> None:
    """And each sentence that says the next figure says its period."""
    found = []
    for case in nexts(record, headline):
        said = list(drawn.of(case.record))
        found += faults(said, str(case))
        for one in said:
            number = headline.said[one.lang]
            found += [
                f"{case}: {one.name} ({one.lang}) {text}"
                for text in without_period(one.texts, number, case.period, one.lang)
            ]
    assert found == []
