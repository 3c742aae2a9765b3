"""The nation's trade in services by year, as context for Chongqing's."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from lib.facts.convert import convertible, in_currency
from lib.facts.fact import Fact
from lib.facts.record import CHINA, Record
from lib.facts.series import once_a_period, whole_years, years_without

BASIS = "bop_mofcom"


@dataclass(frozen=True, slots=True)
class National:
    """Totals of whole years in one scope, the years without one, and the printed growth of the newest."""

    years: tuple[Fact, ...]
    gaps: tuple[int, ...]
    growth: Fact


def national_total(record: Record, currency: str = "CNY") -> National:
    """How large was the nation's services trade in each year? In yuan as printed, or at each year's rate.

    A year whose rate is not known yet is left out of the dollars.
    """
    series = once_a_period(record, "services_trade_total", ref_area=CHINA, basis=BASIS, unit="CNY")
    years = convertible(whole_years(series), currency, record)
    return National(
        years=tuple(in_currency(fact, currency, record) for fact in years),
        gaps=years_without(years),
        growth=record.growth(years[-1]),
    )


def to_digits(fact: Fact, scale: int, digits: int = 2) -> Fact:
    """What is a figure where a label has room for so many decimals in units of ten to the `scale`, no more?

    Only the number of digits shown changes: 7.5238 tn reads 7.52, 4.7 stays 4.7, and 0.0315 reads 0.032: of what is
    below a tenth as many digits are left, from the first that is not zero on.
    """
    value = abs(fact.at(scale))
    zeros = max(0, -math.floor(math.log10(value)) - 1) if value > 0 else 0
    return replace(fact, decimals=min(fact.decimals, digits + zeros + fact.unit_mult - scale))
