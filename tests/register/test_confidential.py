"""No withheld cell can be had back from everything that is published."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.register.confidential import Cell, withheld
from lib.register.observations import observations
from lib.register.origin import Origin
from lib.register.rollup import Rolled
from lib.register.table import Key
from tests.register.attack import determined
from tests.register.oracle import EMERGING, Parts, Place, Told, cell, is_sensitive, told
from tests.register.random_rows import rows
from tests.register.rows import Row, contract, enterprises

At = tuple[date, Place]
PUBLISHED = {"outsourcing_executed": "all", "offshore_outsourcing_executed": "offshore"}


def rolled(found: Told) -> Rolled:
    tables = {
        at: {Key(*place): Cell(*cell(parts)) for place, parts in table.items()}
        for at, table in found.parts.items()
    }
    active = {month: len(names) for month, names in found.active.items()}
    seen: set[tuple[int, str]] = set()
    new = {}
    for month in sorted(active):
        names = {(month.year, name) for name in found.active[month]}
        new[month], seen = len(names - seen), seen | names
    return Rolled(0, 0, {}, False, tables, active, new)


def place_of(row: Row) -> Place:
    scope = PUBLISHED[row["indicator"]]
    if row["counterpart"] != "WLD":
        return scope, "client_area", row["counterpart"]
    code = row["category"]
    if code in ("total", "emerging"):
        return scope, code, code
    if code.isdigit():
        return scope, "district", code
    return scope, "business_type" if code in ("ito", "bpo", "kpo") else "sector", code


def months_of(row: Row) -> list[date]:
    first, last = (date.fromisoformat(row[name]).replace(day=1) for name in ("period_start", "period_end"))
    return [date(first.year, number, 1) for number in range(first.month, last.month + 1)]


def sums_that_hold(places: set[Place]) -> Iterator[dict[Place, int]]:
    """Every sum that a reader knows to hold in one month."""
    for scope in ("all", "offshore", "onshore"):
        whole = (scope, "total", "total")
        for breakdown in ("business_type", "sector", "client_area", "district"):
            parts = [place for place in places if place[:2] == (scope, breakdown)]
            yield {whole: 1} | dict.fromkeys(parts, -1)
        emerging = [place for place in places if place[:2] == (scope, "sector") and place[2] in EMERGING]
        yield {(scope, "emerging", "emerging"): 1} | dict.fromkeys(emerging, -1)
    for place in places:
        if place[0] == "all":
            yield {place: 1, ("offshore", *place[1:]): -1, ("onshore", *place[1:]): -1}


def equations(tables: dict[date, dict[Place, Parts]]) -> Iterator[dict[At, int]]:
    for month, table in tables.items():
        for line in sums_that_hold(set(table)):
            yield {(month, place): sign for place, sign in line.items() if place in table}


@settings(max_examples=60, deadline=None)
@given(rows(broken=False))
def test_nothing_withheld_can_be_worked_out_from_months_years_and_scopes(given_rows: list[Row]) -> None:
    found = told(given_rows)
    tables = {month: table for (month, measure), table in found.parts.items() if measure == "executed"}
    shown, hidden = observations(rolled(found), Origin(is_synthetic=False, release="2026.11"))
    amounts = [row for row in shown if row["indicator"] in PUBLISHED]

    published = [{(m, place_of(row)): 1 for m in months_of(row)} for row in amounts]
    present = [{at: sign for at, sign in line.items() if at[1] in tables[at[0]]} for line in published]
    told_by_all = determined((), [*present, *equations(tables)])

    sensitive = {(m, place) for m, table in tables.items() for place in table if is_sensitive(table[place])}
    assert not sensitive & told_by_all
    of_amounts = [row for row in hidden if row["indicator"] in PUBLISHED and len(months_of(row)) == 1]
    kept = {(months_of(row)[0], place_of(row)) for row in of_amounts}
    assert not {at for at in kept if at[1] in tables[at[0]]} & told_by_all


@settings(max_examples=60, deadline=None)
@given(rows(broken=False))
def test_what_is_left_by_subtraction_is_of_three_enterprises_and_no_one_dominates(
    given_rows: list[Row],
) -> None:
    for table in told(given_rows).parts.values():
        kept = withheld({Key(*place): Cell(*cell(parts)) for place, parts in table.items()})
        for line in sums_that_hold(set(table)):
            whole, *parts = line
            if whole not in table or whole[0] == "onshore" or Key(*whole) in kept:
                continue
            of_rest: Parts = dict(table[whole])
            for part in parts:
                if part in table and part[0] != "onshore" and Key(*part) not in kept:
                    for enterprise, amount in table[part].items():
                        of_rest[enterprise] -= amount
            assert not is_sensitive(of_rest), line


@settings(max_examples=30, deadline=None)
@given(rows(broken=False))
def test_shares_and_growth_are_given_only_of_figures_that_are_published(given_rows: list[Row]) -> None:
    shown, _ = observations(rolled(told(given_rows)), Origin(is_synthetic=False, release="2026.11"))
    values = {
        (
            row["indicator"],
            row["category"],
            row["counterpart"],
            row["period_start"][:7],
            row["period_end"][:7],
        ): row
        for row in shown
    }
    for (indicator, category, partner, start, end), row in values.items():
        if row["growth"]:
            before = values[indicator, category, partner, _year_before(start), _year_before(end)]
            assert Decimal(before["value"]) > 0
        if indicator == "emerging_services_share":
            whole = values["outsourcing_executed", "total", "WLD", start, end]
            part = values.get(("outsourcing_executed", "emerging", "WLD", start, end), {"value": "0"})
            error = Decimal(row["value"]) - 100 * Decimal(part["value"]) / Decimal(whole["value"])
            assert abs(error) <= Decimal("0.005")


def _year_before(month: str) -> str:
    return f"{int(month[:4]) - 1}{month[4:]}"


@pytest.mark.parametrize(
    ("parts", "sensitive"),
    [
        (["100", "100", "100"], False),
        (["100", "100"], True),  # two enterprises: each knows the other
        (["85", "10", "5"], False),  # 85 % is the most that is allowed
        (["85.01", "10", "4.99"], True),
        (["100", "100", "0"], True),  # who has nothing in it does not count
        (["0", "0"], False),  # nobody to tell of
    ],
)
def test_the_two_rules_of_a_sensitive_cell(parts: list[str], sensitive: bool) -> None:
    amounts = {str(number): Decimal(part) for number, part in enumerate(parts)}

    assert Cell(*cell(amounts)).is_sensitive == sensitive


def test_a_second_cell_goes_with_the_sensitive_one() -> None:
    """finance has one enterprise; of the others travel is the smallest, so finance is total less published."""
    given_rows = [contract(contract_id="F", enterprise_id="F", sector="finance")]
    for sector, amount in (("travel", "200"), ("transport", "300"), ("other_services", "900")):
        given_rows += [
            row | {"contract_id": f"{sector}{row['enterprise_id']}"}
            for row in enterprises(4, sector=sector, executed_usd=Decimal(amount))
        ]
    table = told(given_rows).parts[date(2021, 1, 1), "executed"]

    kept = withheld({Key(*place): Cell(*cell(parts)) for place, parts in table.items()})

    of_all = {key.code for key in kept if key.scope == "all"}
    # emerging is finance alone here.
    assert of_all == {"finance", "emerging", "travel"}


def test_nothing_is_withheld_where_every_cell_has_enough_enterprises() -> None:
    table = told(enterprises(5)).parts[date(2021, 1, 1), "executed"]

    assert withheld({Key(*place): Cell(*cell(parts)) for place, parts in table.items()}) == frozenset()


@given(st.integers(2, 5))
def test_the_attack_finds_a_cell_that_is_withheld_alone(parts: int) -> None:
    """The attack itself has to work: total and all parts but one are known."""
    line = {"total": 1} | {f"part{n}": -1 for n in range(parts)}
    known = [{name: 1} for name in line if name != "part0"]

    assert "part0" in determined((), [line, *known])
    assert "part0" not in determined((), [line, *known[:-1]])
