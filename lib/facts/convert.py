"""An amount in the other currency, at the average rate of its year."""

from __future__ import annotations

from lib.calc.currency import cny_from_usd, usd_from_cny
from lib.facts.derive import derive
from lib.facts.fact import Fact
from lib.facts.period import Period
from lib.facts.record import CHINA, Record

RATE = "exchange_rate"


def in_currency(fact: Fact, currency: str, record: Record, *, rate_year: int | None = None) -> Fact:
    """What is an amount in a currency? Itself where it is printed in it; otherwise a derived figure.

    The rate is the annual average of the year that the amount falls in, or of `rate_year`, and stands among
    the inputs with its source. Raises NoSuchFigure when the record holds no rate for the year.
    """
    if fact.unit == currency:
        return fact
    year = rate_year or fact.period.end.year
    rate = record.one(RATE, ref_area=CHINA, period=Period.parse(f"{year}-01_{year}-12"))
    inputs = {"amount_cny" if currency == "USD" else "amount_usd": fact, "cny_per_usd": rate}
    return derive(
        usd_from_cny if currency == "USD" else cny_from_usd,
        like=fact,
        unit=currency,
        across_scopes=True,
        assumptions=("annual_average_rate",),
        decimals=None,
        **inputs,
    )


def convertible(facts: tuple[Fact, ...], currency: str, record: Record) -> tuple[Fact, ...]:
    """Which of these amounts can be told in a currency? A year's rate is published after its figures.

    All where none can be: whoever converts them then says which rate is missing.
    """
    if all(fact.unit == currency for fact in facts):
        return facts
    rates = {fact.period.end.year for fact in record.all(RATE, ref_area=CHINA) if fact.period.is_year}
    found = tuple(fact for fact in facts if fact.unit == currency or fact.period.end.year in rates)
    return found or facts


def newest_rate_year(record: Record, until: int) -> int:
    """Which year, no later than `until`, is the newest that has an average rate? Raises NoSuchFigure for none."""
    years = [fact.period.end.year for fact in record.all(RATE, ref_area=CHINA) if fact.period.is_year]
    found = [year for year in years if year <= until]
    if not found:
        raise record.missing(RATE, ref_area=CHINA)
    return max(found)
