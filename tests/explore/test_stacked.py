"""Parts stand in one bar where they add up to a printed total, the rest hatched; what may overlap does not."""

from __future__ import annotations

import pytest

from lib.charts.card import Look
from lib.explore.card import explore_card
from lib.explore.choice import STACK
from lib.explore.forms import form_of
from lib.explore.offered import parse
from lib.explore.stacked import stacks_of
from lib.facts.record import Record
from lib.words.speak import Words
from tests.audit.recompute import disagreement

EXECUTED = {"indicator": "offshore_outsourcing_executed", "currency": "USD"}


def test_types_that_add_up_leave_no_rest(record: Record, words: Words) -> None:
    offer = parse({**EXECUTED, "category": "each.outsourcing_type", "span": "year"}, record)
    (one,) = stacks_of(offer.series, offer.choice)
    # 18.2 + 2.4 + 2.24 = 22.84, printed as 22.8 (in USD 100m): nothing is left beyond rounding
    assert [part.category for part in one.parts] == ["kpo", "ito", "bpo"]
    assert one.rest is None
    assert form_of(offer.series, offer.choice) == STACK
    assert "KPO" in str(explore_card(offer, record, words, Look()).chart)


def test_what_parts_leave_is_told_with_its_bounds_and_stands_in_the_table(
    record: Record, words: Words
) -> None:
    offer = parse({**EXECUTED, "category": "each.outsourcing_type", "span": "half"}, record)
    (one,) = stacks_of(offer.series, offer.choice)
    assert one.rest is not None
    # 5.2 less 3.6 (USD 100m), each printed to 0.1: between 5.15 - 3.65 = 1.5 and 5.25 - 3.55 = 1.7
    assert one.rest.bounds_at(8) == pytest.approx((1.5, 1.7))
    assert disagreement(one.rest) == ""
    card = explore_card(offer, record, words, Look())
    assert one.rest in card.facts


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        ({**EXECUTED, "category": "each", "span": "half"}, "overlap"),
        ({**EXECUTED, "span": "year"}, "no_whole"),
        ({**EXECUTED, "area": "CN-CQ,510100", "category": "each", "span": "year"}, "no_whole"),
        (
            {**EXECUTED, "category": "each.outsourcing_type", "span": "year", "measure": "of_total"},
            "no_whole",
        ),
    ],
)
def test_what_may_not_be_stacked_is_not_offered_and_the_reason_is_told(
    shipped: Record, asked: dict[str, str], reason: str
) -> None:
    offer = parse(asked, shipped)
    assert STACK not in [option.code for option in offer.options["form"]]
    assert (STACK, reason) in [(one.form, one.reason) for one in offer.barred]
