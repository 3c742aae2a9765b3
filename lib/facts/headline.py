"""The figures that the site leads with, each in the statistical scope that it speaks of."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from lib.facts.fact import Fact
from lib.facts.record import Record

HEADLINES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "services_trade_total": {"basis": "services_trade_cny"},
        "offshore_outsourcing_executed": {"basis": "offshore_mofcom"},
        "emerging_services_share": {"basis": "emerging_services_commission", "category": "emerging"},
        "services_trade_enterprises": {"basis": "services_enterprises_local"},
        "talent_training_bases": {"basis": "talent_project_2021"},
    }
)
"""A later figure of another scope stands elsewhere: under the same words it would be another quantity."""


def headline(record: Record, indicator: str, **where: object) -> Fact:
    """Which is the newest figure of a headline indicator in its own scope? Raises NoSuchFigure for none.

    `where` as in `Record.rows`, such as `kind="target"`.
    """
    return record.latest(indicator, **{**HEADLINES[indicator], **where})
