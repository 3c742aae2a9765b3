"""Printed figures that no other question asks for, each of its own scope: peers' newer ones, goals, districts."""

from __future__ import annotations

from collections.abc import Iterator

from lib.facts.cities import EXECUTED, cities_of
from lib.facts.errors import maybe
from lib.facts.fact import AHEAD, Fact
from lib.facts.observation import Row, to_fact
from lib.facts.record import ANY_CONFIDENCE, CHONGQING, Record

REGIONS = ("central", "west")
TRADE, OUTSOURCING = "trade_volume", "outsourcing"
TOTAL = "services_trade_total"
COMPARED = ("CNY", "USD", "PERCENT")


def peers_since(record: Record) -> tuple[Fact, ...]:
    """What did central and western peers print after the newest year that has them all in one table?

    The newest outcome of each indicator of trade and outsourcing, by area and then by period: amounts, rates and
    shares. Shares of emerging sectors stand on the page on those.
    """
    after = common_year(record)
    areas = record.frame("areas")
    near = areas["region"].isin(REGIONS) & (areas["ref_area"] != CHONGQING) & (areas["parent"] != CHONGQING)
    peers = tuple(areas.loc[near, "ref_area"])
    newest = {
        (row["ref_area"], row["indicator"], row["category"]): row
        for row in _rows(record, TRADE, OUTSOURCING, ref_area=peers, kind="outcome", unit=COMPARED)
        if row["period_end"].year > after
    }
    if not newest:
        raise record.missing(EXECUTED, ref_area=peers)
    return tuple(sorted(map(to_fact, newest.values()), key=lambda fact: (fact.ref_area, fact.period)))


def common_year(record: Record) -> int:
    """Which is the newest year for which one table prints Chongqing and peers? 0: none."""
    common = maybe(cities_of, record)
    return common.years[-1] if common else 0


def goals(record: Record, *indicators: str) -> tuple[Fact, ...]:
    """Which goals and estimates of Chongqing are printed for these indicators? By the period that they are for."""
    found = [fact for name in indicators for fact in record.all(name, kind=AHEAD)]
    if not found:
        raise record.missing(indicators[0], kind="target")
    return tuple(sorted(found, key=lambda fact: (fact.period.end, fact.indicator, fact.kind)))


def districts(record: Record) -> tuple[Fact, ...]:
    """What is printed of services trade of parts of Chongqing, doubtful figures included?"""
    areas = record.frame("areas")
    parts = tuple(areas.loc[areas["parent"] == CHONGQING, "ref_area"])
    found = map(to_fact, _rows(record, TRADE, ref_area=parts, confidence=ANY_CONFIDENCE))
    ordered = tuple(sorted(found, key=lambda fact: (fact.ref_area, fact.period)))
    if not ordered:
        raise record.missing(TOTAL, ref_area=parts)
    return ordered


def _rows(record: Record, *datasets: str, **where: object) -> Iterator[Row]:
    """The rows of every indicator of some datasets that have these codes."""
    table = record.frame("indicators")
    for indicator in table.loc[table["dataset"].isin(datasets), "indicator"]:
        yield from record.rows(str(indicator), **where)
