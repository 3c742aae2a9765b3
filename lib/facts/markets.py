"""Chongqing's offshore outsourcing beside others: its markets, the nation's growth, its share."""

from __future__ import annotations

from dataclasses import dataclass

from lib.calc.growth import growth_gap_points
from lib.calc.share import share_pct
from lib.facts.derive import derive
from lib.facts.errors import NoSuchFigure
from lib.facts.fact import Fact
from lib.facts.outsourcing import CONTRACT, EXECUTED
from lib.facts.period import Period
from lib.facts.record import CHINA, Record

SHARE, MARKETS = "offshore_outsourcing_executed_share_of_national", "offshore_outsourcing_source_markets"
MEASURES = (EXECUTED, CONTRACT)
GROUPS = ("BRI", "ASEAN")
NATIONAL_RATES = (EXECUTED, CONTRACT, "outsourcing_executed", "outsourcing_contract")


@dataclass(frozen=True, slots=True)
class Market:
    """What one group of economies placed, by one measure; `level` and `growth` None where not published."""

    group: str
    measure: str
    level: Fact | None
    growth: Fact | None


@dataclass(frozen=True, slots=True)
class Against:
    """Growth here and in the nation: same measure, same period, same currency, same scope; and the gap."""

    own: Fact
    nation: Fact
    gap: Fact

    @property
    def side(self) -> str:
        """Is growth here `ahead` of the nation's or `behind`?"""
        return "ahead" if self.gap.value >= 0 else "behind"

    @property
    def size(self) -> Fact:
        """How wide is the gap, whichever side is ahead?"""
        if self.side == "ahead":
            return self.gap
        return self.gap.opposite()


@dataclass(frozen=True, slots=True)
class Share:
    """A printed share of the nation, and the one that the two printed amounts give, where both are."""

    printed: Fact
    computed: Fact | None


def markets(record: Record) -> tuple[Market, ...]:
    """What did each group of markets place in the newest period printed for any of them?"""
    printed = {
        (group, measure): record.all(measure, counterpart=group, category="total", kind="outcome")
        for group in GROUPS
        for measure in MEASURES
    }
    periods = [fact.period for facts in printed.values() for fact in facts]
    if not periods:
        raise record.missing(EXECUTED, counterpart=GROUPS)
    return tuple(
        _market(record, group, measure, printed[group, measure], max(periods))
        for measure in MEASURES
        for group in GROUPS
    )


def source_markets(record: Record, period: Period) -> Fact | None:
    """From how many markets did offshore outsourcing come in a period? None where it was not published."""
    found = record.all(MARKETS, period_start=period.start, period_end=period.end)
    return found[-1] if found else None


def against_nation(record: Record) -> tuple[Against, ...]:
    """How much faster than in the nation did outsourcing grow, where both print one measure and period?

    In order of period, and within one the executed value first.
    """
    found = []
    for measure in MEASURES:
        levels = record.all(measure, category="total", kind="outcome")
        for period, unit, basis in dict.fromkeys((fact.period, fact.unit, fact.basis) for fact in levels):
            codes = {"period": period, "unit": unit, "basis": basis, "kind": "outcome"}
            try:
                own = record.growth(record.one(measure, **codes))  # type: ignore[arg-type]
                nation = record.growth(record.one(measure, ref_area=CHINA, **codes))  # type: ignore[arg-type]
            except NoSuchFigure:
                continue
            if not (own.is_missing or nation.is_missing):
                found.append(Against(own, nation, _gap(own, nation)))
    if not found:
        raise record.missing(f"{EXECUTED}_growth_gap")
    return tuple(sorted(found, key=lambda pair: pair.own.period.end))


def stated_gaps_that_fit_nothing(record: Record, pairs: tuple[Against, ...]) -> tuple[Fact, ...]:
    """Which stated leads over the nation fit none of the national rates printed for the period?"""
    misfits = []
    for pair in pairs:
        where = {"period_start": pair.own.period.start, "period_end": pair.own.period.end}
        rates = [
            record.growth(level)
            for indicator in NATIONAL_RATES
            for level in record.all(indicator, ref_area=CHINA, category="total", **where)
        ]
        gaps = [_gap(pair.own, rate) for rate in rates if not rate.is_missing]
        for stated in record.all(f"{pair.own.indicator}_growth_gap", **where):
            if not any(gap.bounds.meets(stated.bounds) for gap in gaps):
                misfits.append(stated)
    return tuple(misfits)


def shares_of_nation(record: Record) -> tuple[Share, ...]:
    """Which share of the nation's offshore outsourcing is Chongqing's, year by year as printed?"""
    printed = record.all(SHARE, category="total", kind="outcome")
    if not printed:
        raise record.missing(SHARE)
    return tuple(Share(share, _computed(record, share)) for share in printed)


def _market(record: Record, group: str, measure: str, facts: tuple[Fact, ...], period: Period) -> Market:
    level = next((fact for fact in facts if fact.period == period), None)
    growth = record.growth(level) if level else None
    return Market(group, measure, level, None if growth is None or growth.is_missing else growth)


def _gap(own: Fact, nation: Fact) -> Fact:
    return derive(
        growth_gap_points,
        like=own,
        unit="PERCENTAGE_POINT",
        across_scopes=True,
        own_pct=own,
        other_pct=nation,
    )


def _computed(record: Record, share: Fact) -> Fact | None:
    codes = {"period": share.period, "unit": "USD", "basis": share.basis, "kind": "outcome"}
    try:
        part = record.one(EXECUTED, **codes)  # type: ignore[arg-type]
        whole = record.one(EXECUTED, ref_area=CHINA, **codes)  # type: ignore[arg-type]
    except NoSuchFigure:
        return None
    return derive(share_pct, like=share, unit="PERCENT", part=part, whole=whole)
