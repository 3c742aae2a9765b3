"""What a register says, worked out a second time: plain Python, no frame, no engine."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

TYPES = {"ito", "bpo", "kpo"}
EMERGING = {
    "bonded_rd_design",
    "digital_trade",
    "finance",
    "information_technology",
    "inspection_maintenance",
}
OTHERS = {
    "financial_outsourcing",
    "industrial_design",
    "other_services",
    "pharma_biotech_rd",
    "telecom_computer_information",
    "transport",
    "travel",
}
AREAS = {"CN", "SG", "US", "HK", "DE"}
DISTRICTS = {"500112", "500103", "500101", "500243"}
Row = Mapping[str, Any]
Place = tuple[str, str, str]
Parts = dict[str, Decimal]

# First broken rule first, as a row is counted once.
BROKEN: dict[str, Callable[[Row], bool]] = {
    "missing": lambda row: any(cell is None for cell in row.values()),
    "unknown_business_type": lambda row: row["business_type"] not in TYPES,
    "unknown_sector": lambda row: row["sector"] not in EMERGING | OTHERS,
    "unknown_client_area": lambda row: row["client_area"] not in AREAS,
    "unknown_district": lambda row: row["district"] not in DISTRICTS,
    "home_country_offshore": lambda row: row["client_area"] == "CN" and row["offshore"],
    "negative_value": lambda row: row["executed_usd"] < 0 or row["contract_usd"] < 0,
    "executed_over_contract": lambda row: row["executed_usd"] > 10 * row["contract_usd"],
    "not_a_month": lambda row: row["month"].day != 1,
    "month_in_future": lambda row: row["month"] > date(2022, 6, 1),
    "month_before_signing": lambda row: row["month"] < row["signed_on"].replace(day=1),
}


@dataclass
class Told:
    """Counts by rule, and for each month and measure what each enterprise has in each cell."""

    rejected: Counter[str] = field(default_factory=Counter)
    parts: dict[tuple[date, str], dict[Place, Parts]] = field(default_factory=dict)
    active: dict[date, set[str]] = field(default_factory=lambda: defaultdict(set))


def verdicts(rows: Sequence[Row]) -> list[str]:
    """Which rule does each row break? "" for none."""
    first = [next((rule for rule, breaks in BROKEN.items() if breaks(row)), "") for row in rows]
    keys = Counter(
        (row["contract_id"], row["month"]) for row, rule in zip(rows, first, strict=True) if not rule
    )
    return [
        rule or ("duplicate_key" if keys[row["contract_id"], row["month"]] > 1 else "")
        for row, rule in zip(rows, first, strict=True)
    ]


def told(rows: Sequence[Row]) -> Told:
    """What does a register say?"""
    found = Told()
    for row, rule in zip(rows, verdicts(rows), strict=True):
        if rule:
            found.rejected[rule] += 1
            continue
        found.active[row["month"]].add(row["enterprise_id"])
        signed_here = (row["signed_on"].year, row["signed_on"].month) == (
            row["month"].year,
            row["month"].month,
        )
        amounts = {
            "executed": row["executed_usd"],
            "contract": row["contract_usd"] if signed_here else Decimal(0),
        }
        for measure, amount in amounts.items():
            table = found.parts.setdefault((row["month"], measure), {})
            for place in _places(row):
                of = table.setdefault(place, {})
                of[row["enterprise_id"]] = of.get(row["enterprise_id"], Decimal(0)) + amount
    return found


def cell(parts: Parts) -> tuple[Decimal, Decimal, int]:
    """The sum, the largest part, and how many parts are above zero."""
    return sum(parts.values(), Decimal(0)), max(parts.values()), sum(part > 0 for part in parts.values())


def is_sensitive(parts: Parts) -> bool:
    """Fewer than three enterprises, or one with more than 85 %? Nothing at all tells of nobody."""
    value, most, many = cell(parts)
    return value > 0 and (many < 3 or most / value > Decimal("0.85"))


def _places(row: Row) -> Iterator[Place]:
    for scope in ("all", "offshore" if row["offshore"] else "onshore"):
        yield scope, "total", "total"
        yield scope, "business_type", row["business_type"]
        yield scope, "sector", row["sector"]
        yield scope, "client_area", row["client_area"]
        yield scope, "district", row["district"]
        if row["sector"] in EMERGING:
            yield scope, "emerging", "emerging"
