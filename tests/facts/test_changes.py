"""What an edition added, what it revised, and what was only printed again."""

from dataclasses import replace
from datetime import date

import pytest

from lib.calc.growth import implied_base
from lib.facts.changes import Change, changes, editions, revised_ids, with_revisions
from lib.facts.derive import derive
from lib.facts.errors import DatasetUnavailable, NoSuchFigure
from tests.facts.altered import without
from tests.facts.vintages import EARLIER, JAN_AUG, LATER, TOTAL, UNDATED, again, with_edition

COPY = f"{TOTAL}.copy"
RANK = "cn-cq.offshore_outsourcing_executed_rank.national.2020-01_2020-12"
EMPLOYEES = "cn.outsourcing_employees_cumulative.total.2019-06-30_2019-06-30"


def pairs(found: tuple[Change, ...]) -> list[tuple[float, float, bool]]:
    """Old value, new value, and is that a revision?"""
    return [(change.old.value, change.new.value, change.new.revised) for change in found if change.old]


def names(found: tuple[Change, ...]) -> list[tuple[str, str]]:
    return [(change.old.observations[0], change.new.observations[0]) for change in found if change.old]


def test_the_first_edition_added_every_figure(record):
    found = changes(record)

    assert editions(record) == ("2026.11",)
    assert len(found) == len({change.new.observations for change in found}) == 548
    assert found == changes(record, "2026.11")


def test_two_figures_of_the_first_edition_were_printed_again_with_another_value(record):
    # conflicts.csv: cq-offshore-rank-2020 (10th and 9th), cn-outsourcing-employees-2019 (10.91 and 10.90 m).
    # One source of each has no date, so neither is a revision. 22.8 and 2.28 of 2020 are one value.
    found = changes(record)

    assert pairs(found) == [(10, 9, False), (1091, 1090, False)]
    assert names(found) == [
        (f"{RANK}.cqcom-briefing-2021-08", f"{RANK}.cns-2021-09-13"),
        (f"{EMPLOYEES}.mofcom-2019-07", f"{EMPLOYEES}.yicai-2019-07-19"),
    ]
    assert revised_ids(record) == frozenset()
    assert not any(record.by_id(change.new.observations[0]).revised for change in found)


def test_an_edition_that_adds_nothing_changes_nothing(record):
    assert changes(with_edition(record)) == ()


@pytest.mark.parametrize(
    ("value", "lower", "upper", "cells", "revises"),
    [
        # 67.53 stands for 67.525 to 67.535
        (68.1, 68.05, 68.15, {"decimals": 1}, True),  # the intervals do not meet
        (67.54, 67.535, 67.545, {}, True),  # they touch, but the digits differ at one precision
        (67.53, 67.525, 67.535, {}, False),  # the same figure once more
        (67.5, 67.45, 67.55, {"decimals": 1}, False),  # the same with fewer digits
        (67.532, 67.5315, 67.5325, {"decimals": 3}, False),  # the same with more digits
        (675.3, 675.25, 675.35, {"decimals": 1, "unit_mult": 8}, False),  # the same in 亿
        (675.4, 675.35, 675.45, {"decimals": 1, "unit_mult": 8}, True),
        (67, 67, float("inf"), {"decimals": 0, "qualifier": "over"}, False),  # over 67 allows 67.53
        (68, 68, float("inf"), {"decimals": 0, "qualifier": "over"}, True),  # over 68 does not
        (68, 67.5, 68.5, {"decimals": 0, "qualifier": "about"}, False),
        # another figure altogether
        (68.1, 68.05, 68.15, {"decimals": 1, "basis": "services_trade_usd_wide"}, False),
        (68.1, 68.05, 68.15, {"decimals": 1, "kind": "target"}, False),
        (68.1, 68.05, 68.15, {"decimals": 1, "unit": "USD"}, False),
        (68.1, 68.05, 68.15, {"decimals": 1, "category": "travel"}, False),
        (68.1, 68.05, 68.15, {"decimals": 1, "ref_area": "CN-SC"}, False),
        (68.1, 68.05, 68.15, {"decimals": 1, "counterpart": "ASEAN"}, False),
        (68.1, 68.05, 68.15, {"decimals": 1, "period_end": date(2020, 11, 30)}, False),
        (68.1, 68.05, 68.15, {"decimals": 1, "period_start": date(2020, 2, 1)}, False),
    ],
)
def test_what_revises_an_earlier_print(record, value, lower, upper, cells, revises):
    later = again(with_edition(record), value, lower, upper, **cells)
    (change,) = changes(later)

    assert change.new.observations == (COPY,)
    assert change.new.revised is revises
    assert (change.old.value if change.old else None) == (67.53 if revises else None)
    assert revised_ids(later) == ({COPY} if revises else set())


def test_the_edition_before_still_says_what_it_added(record):
    later = again(with_edition(record), 68.10, 68.095, 68.105)

    assert changes(later, "2026.11") == changes(record)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (LATER, (67.53, 68.10, True)),  # 23 May 2025 after 13 September 2021
        (EARLIER, (68.10, 67.53, True)),  # 9 September 2021: the print of the 13th revises it
        (UNDATED, (68.10, 67.53, False)),  # which came later is not known
        ("cns-2021-09-13", (67.53, 68.10, False)),  # of one day
    ],
)
def test_within_one_edition_the_day_of_the_source_decides(record, source, expected):
    both = again(record, 68.10, 68.095, 68.105, release="2026.11", source_id=source)

    assert [pair for pair in pairs(changes(both)) if 67.53 in pair] == [expected]


@pytest.mark.parametrize(("source", "revises"), [(EARLIER, False), (UNDATED, True), (LATER, True)])
def test_an_old_text_that_is_entered_late_revises_nothing(record, source, revises):
    later = again(with_edition(record), 68.10, 68.095, 68.105, source_id=source)

    assert pairs(changes(later)) == [(67.53, 68.10, revises)]
    assert revised_ids(later) == ({COPY} if revises else set())


@pytest.mark.parametrize(
    ("third", "expected"),
    [
        ((68.10, 68.095, 68.105, 2), []),  # says what 2027.02 said
        ((68.1, 68.05, 68.15, 1), []),  # the same with fewer digits
        ((67.53, 67.525, 67.535, 2), [(68.10, 67.53, True)]),  # back to the first value
        ((69.00, 68.995, 69.005, 2), [(68.10, 69.00, True)]),  # beside the newest print, not the first
    ],
)
def test_earlier_prints_are_asked_from_the_newest_back(record, third, expected):
    value, lower, upper, decimals = third
    twice = again(with_edition(record), 68.10, 68.095, 68.105)
    thrice = again(
        replace(twice, frames={**twice.frames, "trade_volume": _renamed(twice)}),
        value, lower, upper, decimals=decimals, release="2027.05",
    )  # fmt: skip

    assert pairs(changes(with_edition(thrice, "2027.05", "2027-05-01"))) == expected


def _renamed(record):
    frame = record.frame("trade_volume")
    return frame.assign(observation_id=frame["observation_id"].replace(COPY, f"{TOTAL}.second"))


def test_a_vaguer_print_in_between_hides_no_revision(record):
    # 67.53, then over 60, then 68.10: the last does not fit the first
    between = again(with_edition(record), 60, 60, float("inf"), decimals=0, qualifier="over")
    last = again(
        replace(between, frames={**between.frames, "trade_volume": _renamed(between)}),
        68.10, 68.095, 68.105, release="2027.05",
    )  # fmt: skip

    assert pairs(changes(with_edition(last, "2027.05", "2027-05-01"))) == [(67.53, 68.10, True)]


def test_editions_are_in_order_of_their_days(record):
    early = with_edition(with_edition(record, "2027.02.1", "2027-03-01"), "2027.02", "2027-02-01")

    assert editions(early) == ("2026.11", "2027.02", "2027.02.1")


def test_a_figure_says_that_it_is_revised_and_what_follows_from_it_does_not(record):
    later = with_revisions(again(with_edition(record), 68.10, 68.095, 68.105, source_id=LATER))
    total = later.latest("services_trade_total", basis="services_trade_cny")
    base = derive(implied_base, like=total, current=total, growth_pct=10.0)

    assert (total.value, total.revised) == (68.10, True)
    assert later.by_id(TOTAL).revised is False
    both = later.all("services_trade_total", unit="CNY", period_end=total.period.end)
    assert [(fact.value, fact.revised) for fact in both] == [(67.53, False), (68.10, True)]
    assert not base.revised
    assert not later.growth(total).revised


def test_an_unknown_edition_is_no_figure(record):
    with pytest.raises(NoSuchFigure, match=r'unknown edition "2025.01". Known: 2026.11'):
        changes(record, "2025.01")


def test_without_the_list_of_editions_only_days_tell_what_is_revised(record):
    fault = DatasetUnavailable(file="releases.parquet", problem="missing", detail="there is no such file")
    later = again(record, 68.10, 68.095, 68.105, source_id=LATER)
    broken = replace(
        later,
        frames={name: frame for name, frame in later.frames.items() if name != "releases"},
        faults={"releases": fault},
    )

    with pytest.raises(DatasetUnavailable):
        changes(broken)
    assert revised_ids(broken) == {COPY}


def test_without_sources_nothing_of_one_edition_is_called_revised(record):
    both = again(record, 68.10, 68.095, 68.105, release="2026.11", source_id=LATER)
    broken = replace(both, frames={name: frame for name, frame in both.frames.items() if name != "sources"})

    assert revised_ids(both) == {COPY}
    assert revised_ids(broken) == frozenset()


def test_a_dataset_that_cannot_be_read_is_left_out(record):
    frames = {name: frame for name, frame in record.frames.items() if name != "outsourcing"}

    assert len(changes(replace(record, frames=frames))) == 548 - 257
    assert len(changes(without(record, "outsourcing", observation_id=JAN_AUG))) == 547
