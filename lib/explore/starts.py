"""Good questions to start from, each an address of its own."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

CITIES = "CN-CQ,510100,610100,420100"

STARTS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "nation_years": {"indicator": "services_trade_total", "area": "CN", "span": "year", "currency": "CNY"},
        "nation_months": {"indicator": "services_trade_total", "area": "CN", "span": "months", "currency": "CNY"},
        "nation_growth": {"indicator": "services_trade_total", "area": "CN", "currency": "CNY", "measure": "printed"},
        "nation_exports": {"indicator": "services_exports", "area": "CN", "span": "year", "currency": "CNY"},
        "knowledge_share": {"indicator": "knowledge_intensive_share", "area": "CN"},
        "knowledge_index": {
            "indicator": "knowledge_intensive_trade", "area": "CN", "span": "year", "currency": "CNY",
            "measure": "index",
        },
        "four_cities": {
            "indicator": "offshore_outsourcing_executed", "area": CITIES, "span": "year", "currency": "USD",
        },
        "beside_nation": {
            "indicator": "offshore_outsourcing_executed", "area": "CN-CQ,CN", "span": "year", "currency": "USD",
        },
        "of_nation": {"indicator": "offshore_outsourcing_executed_share_of_national", "area": CITIES, "span": "year"},
        "types": {
            "indicator": "offshore_outsourcing_executed", "area": "CN", "category": "each.outsourcing_type",
            "span": "year", "currency": "CNY",
        },
        "own_total": {"indicator": "services_trade_total", "span": "year", "kind": "all", "currency": "printed"},
        "ranks": {"indicator": "services_trade_rank", "area": "CN-CQ,CN-HB,CN-SH,420100", "category": "each"},
        "tourism": {"indicator": "inbound_tourism_receipts", "area": "CN-CQ", "span": "year"},
        "employees": {"indicator": "outsourcing_employees_cumulative", "area": "CN", "span": "point"},
    }
)  # fmt: skip
"""By the name of the message that says the question."""
