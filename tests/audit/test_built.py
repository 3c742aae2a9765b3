"""Does every number that a page is built of come from the record, a period or a count, and is it true?

Worked out a second time as well, from the CSV and by hand: in one file, since building the pages is what takes long.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

import pytest

from lib.calc.interval import Interval
from lib.facts.fact import Fact
from tests.audit import arithmetic
from tests.audit.account import written_by_hand
from tests.audit.built import Text
from tests.audit.conftest import Built
from tests.audit.marks import NUMBER, Ledger, Saying, bare, pieces
from tests.audit.published import Reach, observations
from tests.audit.recompute import Unaccounted, disagreement, worked_out
from tests.audit.sayings import too_many_digits, wrong

# Digits that bounds do not support, and why they are shown all the same; each beside its bounds.
SHOWN_ANYWAY = {
    ("share_pct", "outsourcing_executed_structure_share"): "on which side of the printed 97 % it lies",
    ("years_needed", "talent_high_end_trained"): "years to the month, of the printed numbers as they stand",
}


def test_no_number_is_written_by_hand(built: Built) -> None:
    faults = [fault for visit, texts in built.pages.items() for fault in written_by_hand(texts, visit.name)]
    assert not faults, "\n".join(faults)


def test_every_text_is_true_to_what_it_was_made_of(built: Built) -> None:
    faults = [fault for said in built.ledger.sayings if (fault := wrong(said))]
    assert not faults, "\n".join(faults)
    kinds = {said.kind for said in built.ledger.sayings}
    assert kinds == {
        "figure", "bounds", "change", "printed", "formula", "input", "period", "year", "count", "constant"
    }  # fmt: skip


def test_the_pages_hold_numbers_of_every_kind(built: Built) -> None:
    """So that the tests above cannot pass by reading nothing."""
    kinds = {text.kind for texts in built.pages.values() for text in texts if NUMBER.search(bare(text.text))}
    assert {"text", "label", "alt", "hover 0", "hover 1", "option"} <= kinds
    assert all(any(NUMBER.search(bare(text.text)) for text in texts) for texts in built.pages.values())


def test_a_derived_figure_shows_no_more_digits_than_its_bounds_support(built: Built) -> None:
    faults, needed = [], set()
    for card in _cards(built):
        printed = _decimals_printed(card.table, built.ledger)
        for said in card.said:
            fault = too_many_digits(said)
            if not fault:
                continue
            reason = (said.of.derivation.function, said.of.indicator)
            if reason in SHOWN_ANYWAY:
                needed.add(reason)
            elif said.of.decimals > printed[said.of.unit]:  # else to the digits of what it stands beside
                faults.append(f"{card.place}: {said.text}: {fault}")
    assert not faults, "\n".join(faults)
    assert needed == set(SHOWN_ANYWAY)


def test_the_bounds_of_every_derived_figure_of_a_chart_stand_in_its_table(built: Built) -> None:
    faults = []
    for card in _cards(built):
        bounded = {said.of.derivation for said in card.table if said.kind == "bounds"}
        faults += [
            f"{card.place}: {said.text} ({said.of.derivation.function}) without its bounds in the table"
            for said in card.said
            if said.of.derivation not in bounded
        ]
    assert not faults, "\n".join(faults)


def test_the_answer_on_the_data_counts_what_the_record_holds(built: Built) -> None:
    rows = observations().values()
    own = sum(row["ref_area"] == "CN-CQ" for row in rows)
    counts = [str(len(rows)), str(len({row["source_id"] for row in rows})), str(own)]
    (texts,) = (
        texts for visit, texts in built.pages.items() if visit.page.name == "data" and not visit.query
    )
    heading = next(text.text for text in texts if text.scope == "" and text.kind == "text")
    told = [part.text for part in pieces(heading) if part.said is not None]
    assert sorted(told[:3]) == sorted(counts)


class Card:
    """A chart card: what it says of derived figures, and what its table says."""

    def __init__(self, place: str) -> None:
        self.place = place
        self.said: list[Saying] = []
        self.table: list[Saying] = []


def _cards(built: Built) -> Iterator[Card]:
    for visit, texts in built.pages.items():
        if ("view", "slide") in visit.query:
            continue  # says what the card says, and has no room for its table
        cards: dict[str, Card] = defaultdict(lambda place=visit.name: Card(place))
        for text in texts:
            part, _, name = text.scope.partition("_")
            cards[name].place = f"{visit.name}, {name}"
            for said in _said(text, built.ledger):
                if part == "rows":
                    cards[name].table.append(said)
                elif part in ("chart", "plot") and said.of.is_derived and not _is_input(said):
                    cards[name].said.append(said)
        yield from (card for card in cards.values() if card.table or card.said)


def _said(text: Text, ledger: Ledger) -> list[Saying]:
    found = [ledger.sayings[piece.said] for piece in pieces(text.text) if piece.said is not None]
    return [said for said in found if isinstance(said.of, Fact)]


def _is_input(said: Saying) -> bool:
    return said.kind in ("input", "formula")


def _decimals_printed(table: list[Saying], ledger: Ledger) -> dict[str, int]:
    """With how many decimals are figures of each unit printed that stand in a table?"""
    most: dict[str, int] = defaultdict(lambda: -99)
    for said in table:
        if not said.of.is_derived:
            most[said.of.unit] = max(most[said.of.unit], said.of.decimals)
    return most


def test_every_figure_is_what_the_record_gives(facts: tuple[Fact, ...]) -> None:
    faults = [fault for fact in facts if not fact.is_missing and (fault := disagreement(fact))]
    assert not faults, "\n".join(faults)
    # every printed figure stands on /data, and growth rates beside many of them
    assert len(facts) > len(observations())
    assert any(fact.is_derived for fact in facts)


def test_every_calculation_has_a_second_one(facts: tuple[Fact, ...]) -> None:
    used = {fact.derivation.function for fact in facts if fact.derivation}
    assert used <= arithmetic.HAND.keys() | arithmetic.OTHERS.keys() | {"place_among_cities"}
    assert {"growth_pct", "implied_base", "required_growth_pct", "projected_level", "remainder"} <= used


def test_the_second_calculation_is_right() -> None:
    def between(lower: str, value: str, upper: str) -> Reach:
        return Reach(Fraction(value), Fraction(lower), Fraction(upper))

    # 1.21 ÷ 1.787 = 0.677112…; 1.205 ÷ 1.7875 = 0.674125…; 1.215 ÷ 1.7865 = 0.680100…
    base = arithmetic.corners(
        arithmetic.HAND["implied_base"][1],
        {"current": between("1.205", "1.21", "1.215"), "growth_pct": between("78.65", "78.7", "78.75")},
    )
    assert base.value == Fraction("1.21") / Fraction("1.787")
    assert base.lower == Fraction("1.205") / Fraction("1.7875")
    assert base.upper == Fraction("1.215") / Fraction("1.7865")
    # 1.1⁵ = 1.61051
    level = arithmetic.HAND["projected_level"][1](
        start=Fraction(100), growth_pct=Fraction(10), years=Fraction(5)
    )
    assert level == Fraction("161.051")
    rate = arithmetic.HAND["required_growth_pct"][1](
        start=Fraction(100), target=Fraction("161.051"), years=Fraction(5)
    )
    assert f"{float(rate):.9f}" == "10.000000000"


def derived(facts: tuple[Fact, ...], function: str) -> Fact:
    return next(fact for fact in facts if fact.derivation and fact.derivation.function == function)


@pytest.mark.parametrize("part", ["value", "lower", "upper"])
def test_the_last_bit_is_noticed(facts: tuple[Fact, ...], part: str) -> None:
    fact = derived(facts, "implied_base")
    ends = dict(zip(("lower", "upper"), fact.bounds.exact_ends, strict=True))
    value = math.nextafter(fact.value, math.inf) if part == "value" else fact.value
    if part in ends:
        ends[part] *= 1 + Fraction(1, 10**20)
    altered = replace(fact, value=value, bounds=Interval(**ends))
    assert "the record gives" in disagreement(altered)
    assert disagreement(fact) == ""


def test_a_printed_figure_is_held_against_its_observation(facts: tuple[Fact, ...]) -> None:
    fact = next(fact for fact in facts if fact.observations and fact.indicator == "services_trade_total")
    assert "the record gives" in disagreement(replace(fact, value=fact.value + 0.1))
    assert "does not hold" in disagreement(replace(fact, observations=("nobody.printed.this",)))
    assert "neither printed" in disagreement(replace(fact, observations=()))


def test_a_calculation_without_a_second_one_is_refused(facts: tuple[Fact, ...]) -> None:
    fact = derived(facts, "implied_base")
    assert fact.derivation
    unknown = replace(fact, derivation=replace(fact.derivation, function="guessed"))
    with pytest.raises(Unaccounted, match="guessed has no calculation of its own"):
        worked_out(unknown)
    other = replace(fact, derivation=replace(fact.derivation, formula="{current} × 2"))
    with pytest.raises(Unaccounted, match="is shown as"):
        worked_out(other)
