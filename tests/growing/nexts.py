"""The next figure of each headline indicator, alone or with any of what is usually printed beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain, combinations

from lib.facts.observation import Row
from lib.facts.period import Period
from lib.facts.record import Record
from tests.growing.records import like, with_rows

GROWTH, RANK, SHARE = "growth", "rank", "share"


@dataclass(frozen=True, slots=True)
class Headline:
    """An indicator, the row that a next one is made like, its value, and the rows that may stand beside it.

    `said` is how the value reads in each language; `also` are periods before, at and after a goal. The numbers
    occur nowhere else, so that a text that says one is known to speak of the next figure.
    """

    name: str
    row: str
    value: float
    said: Mapping[str, str]
    rank: str = ""
    share: str = ""
    also: tuple[str, ...] = ()


HEADLINES = (
    Headline(
        "services_trade_total",
        "cn-cq.services_trade_total.total.2020-01_2020-12",
        71.93,
        {"zh": "719.3", "en": "71.93"},
        rank="cn-cq.services_trade_rank.central_west.2020-01_2020-12",
        also=("2024-01_2024-12", "2025-01_2025-12", "2026-01_2026-12"),
    ),
    Headline(
        "offshore_outsourcing_executed",
        "cn-cq.offshore_outsourcing_executed.total.2021-01_2021-08",
        1.87,
        {"zh": "18.7", "en": "1.87"},
        rank="cn-cq.offshore_outsourcing_executed_rank.central_west.2020-01_2020-12",
        share="cn-cq.offshore_outsourcing_executed_share_of_national.total.2020-01_2020-12",
    ),
    Headline(
        "emerging_services_share",
        "cn-cq.emerging_services_share.emerging.2021-01_2021-08",
        57.3,
        {"zh": "57.3", "en": "57.3"},
    ),
    Headline(
        "services_trade_enterprises",
        "cn-cq.services_trade_enterprises.total.2021-09-13_2021-09-13",
        2137.0,
        {"zh": "2137", "en": "2,137"},
    ),
    Headline(
        "talent_training_bases",
        "cn-cq.talent_training_bases.total.2021-09-13_2021-09-13",
        17.0,
        {"zh": "17个", "en": "17 "},
    ),
)
GROWTH_PCT, RANK_VALUE, SHARE_PCT = 6.53, 7.0, 3.7


@dataclass(frozen=True, slots=True)
class Next:
    """A record with the next figure of a headline indicator: of which period, and with what beside it."""

    headline: Headline
    period: Period
    beside: tuple[str, ...]
    record: Record

    def __str__(self) -> str:
        """Which case is this? For the message of a test that fails."""
        return f"{self.headline.name} {self.period.code} with {', '.join(self.beside) or 'nothing'}"


def next_periods(newest: Period) -> tuple[Period, ...]:
    """Which periods may come next? A half-year, nine months, the year, two years on; days for a point.

    >>> [period.code for period in next_periods(Period.parse("2021-01_2021-08"))]
    ['2022-01_2022-06', '2021-01_2021-09', '2021-01_2021-12', '2023-01_2023-12']
    """
    last = newest.end.year
    if newest.is_point:
        days = (date(last + 1, 6, 30), date(last + 1, 9, 30), date(last, 12, 31), date(last + 2, 12, 31))
        return tuple(Period(day, day) for day in days)
    this = last if newest.end.month < 9 else last + 1
    spans = ((last + 1, 6), (this, 9), (last if newest.end.month < 12 else last + 1, 12), (last + 2, 12))
    return tuple(Period.parse(f"{year}-01_{year}-{month:02}") for year, month in spans)


def nexts(record: Record, headline: Headline) -> Iterator[Next]:
    """Which records may follow: each next period, with every subset of what may stand beside the level?"""
    row = record.row(headline.row)
    offered = [GROWTH, *([RANK] if headline.rank else []), *([SHARE] if headline.share else [])]
    subsets = tuple(chain.from_iterable(combinations(offered, size) for size in range(len(offered) + 1)))
    periods = next_periods(Period(row["period_start"], row["period_end"]))
    for period in (*periods, *map(Period.parse, headline.also)):
        for beside in subsets:
            yield Next(headline, period, beside, next_figure(record, headline, period, beside))


def next_figure(
    record: Record, headline: Headline, period: Period, beside: tuple[str, ...] = (), **cells: object
) -> Record:
    """The record with the next figure of a headline indicator and what stands beside it."""
    when = {"period_start": period.start, "period_end": period.end}
    grown = GROWTH in beside
    nan = float("nan")
    growth = {
        "growth": GROWTH_PCT if grown else nan,
        "growth_lower": GROWTH_PCT - 0.005 if grown else nan,
        "growth_upper": GROWTH_PCT + 0.005 if grown else nan,
        "growth_decimals": 2 if grown else 0,
        "growth_qualifier": "exact" if grown else "",
    }
    counted = record.row(headline.row)["unit"] in ("ENTERPRISES", "BASES")
    exact = {"lower": headline.value, "upper": headline.value, "qualifier": "exact"} if counted else {}
    rows: list[Row] = [like(record, headline.row, value=headline.value, **exact, **when, **growth, **cells)]
    if RANK in beside:
        rows.append(like(record, headline.rank, value=RANK_VALUE, lower=RANK_VALUE, upper=RANK_VALUE, **when))
    if SHARE in beside:
        rows.append(like(record, headline.share, value=SHARE_PCT, **when))
    return with_rows(record, *rows)
