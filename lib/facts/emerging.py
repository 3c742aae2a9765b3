"""Emerging sectors in Chongqing's services trade: their share, their mix, and like shares elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lib.calc.share import against_threshold, share_pct
from lib.facts.derive import derive
from lib.facts.errors import NoSuchFigure, maybe
from lib.facts.fact import Fact
from lib.facts.headline import headline
from lib.facts.period import Period
from lib.facts.record import CHINA, CHONGQING, Record

HALF = 50.0
SHARE, KNOWLEDGE = "emerging_services_share", "knowledge_intensive_share"


@dataclass(frozen=True, slots=True)
class DigitalOutsourcing:
    """Digitalised outsourcing of a year, its growth, its printed share, and that of the offshore total.

    None where the printed share or the offshore total of the year is not known.
    """

    executed: Fact
    growth: Fact
    printed_share: Fact | None
    offshore: Fact | None
    computed_share: Fact | None


def emerging_share(record: Record) -> Fact:
    """What share of Chongqing's services trade is emerging sectors, all of them together?"""
    return headline(record, SHARE)


def standing(share: Fact) -> str:
    """Is a share above or below one half, as far as its bounds tell? above, below or cannot_be_told."""
    return against_threshold(share=share.bounds, threshold=HALF)


def is_open(fact: Fact) -> bool:
    """Is only one side of a figure known, as with "over 50 %"?"""
    return fact.qualifier in ("over", "under", "at_least", "at_most")


def sector_names(record: Record, lang: str) -> tuple[str, ...]:
    """Which sectors does the source count as emerging, in its order?"""
    return tuple(str(name) for name in record.frame("emerging_list")[f"name_{lang}"])


def sector_mix(record: Record) -> tuple[Fact, ...]:
    """Which share of services trade has each emerging sector, in the newest period that is split?

    Raises NoSuchFigure while no source prints a split; shares of one statistical scope only.
    """
    sectors = tuple(str(code) for code in record.frame("emerging_list")["category"])
    parts = record.all(SHARE, category=sectors, kind="outcome")
    if not parts:
        raise record.missing(SHARE, category=sectors)
    newest = parts[-1]
    same = {
        part.category: part for part in parts if (part.period, part.basis) == (newest.period, newest.basis)
    }
    return tuple(same[code] for code in sectors if code in same)


def has_mix(record: Record) -> bool:
    """Does any source print the share of each sector?"""
    try:
        return bool(sector_mix(record))
    except NoSuchFigure:
        return False


def comparators(record: Record) -> tuple[Fact, ...]:
    """Which shares stand beside Chongqing's, each in its own definition? Its own first, then the others.

    The nation's is that of the same months where it is printed, the others' the newest.
    """
    own = emerging_share(record)
    emerging = [
        _newest(record, SHARE, area, "emerging") for area in _areas(record, SHARE) if area != CHONGQING
    ]
    knowledge = [_newest(record, KNOWLEDGE, area, "total", own.period) for area in _areas(record, KNOWLEDGE)]
    return (own, *(share for share in (*emerging, *knowledge) if share))


def knowledge_intensive(record: Record) -> tuple[Fact, ...]:
    """What was the nation's knowledge-intensive share, in every year and part of a year that is printed?"""
    found = record.all(KNOWLEDGE, ref_area=CHINA, category="total", kind="outcome")
    if not found:
        raise record.missing(KNOWLEDGE, ref_area=CHINA)
    return found


def digital_outsourcing(record: Record) -> DigitalOutsourcing:
    """How much of Chongqing's outsourcing is digitalised: as printed, and as a share of the offshore total?

    The source does not say whether the amount is offshore only, so the computed share crosses two scopes.
    """
    executed = record.latest("digital_outsourcing_executed", category="digital")
    period = executed.period
    printed = maybe(record.one, "outsourcing_executed_structure_share", period=period, category="digital")
    offshore = maybe(
        record.one, "offshore_outsourcing_executed", period=period, unit=executed.unit, kind="outcome"
    )
    computed = offshore and derive(
        share_pct,
        like=printed or replace(executed, kind="outcome"),
        unit="PERCENT",
        across_scopes=True,
        assumptions=("numerator_scope_not_stated",),
        decimals=1,
        part=executed,
        whole=offshore,
    )
    return DigitalOutsourcing(executed, record.growth(executed), printed, offshore, computed)


def scope_text(record: Record, basis: str, lang: str) -> str:
    """What does a statistical scope take in, in words?"""
    table = record.frame("bases")
    found = table.loc[table["basis"] == basis, f"scope_{lang}"]
    if found.empty:
        raise NoSuchFigure(f'unknown basis "{basis}"')
    return str(found.iloc[0])


def growth_behind(record: Record, share: Fact) -> tuple[Fact, Fact] | None:
    """By how much did the part and the whole of a national share grow? None where either is not printed."""
    grown = []
    for indicator in ("knowledge_intensive_trade", "services_trade_total"):
        levels = record.all(
            indicator,
            ref_area=CHINA,
            category="total",
            kind="outcome",
            period_start=share.period.start,
            period_end=share.period.end,
        )
        growths = [growth for growth in map(record.growth, levels) if not growth.is_missing]
        if not growths:
            return None
        grown.append(growths[0])
    return grown[0], grown[1]


def _areas(record: Record, indicator: str) -> list[str]:
    """Whose figures of an indicator are there? The nation first, then by code."""
    frame = record.frame(record.dataset_of(indicator))
    codes = frame.loc[(frame["indicator"] == indicator) & (frame["kind"] == "outcome"), "ref_area"]
    return sorted({str(code) for code in codes}, key=lambda code: (code != CHINA, code))


def _newest(
    record: Record, indicator: str, area: str, category: str, period: Period | None = None
) -> Fact | None:
    codes = {"ref_area": area, "category": category, "kind": "outcome"}
    same = maybe(record.one, indicator, period=period, **codes) if period else None
    return same or maybe(record.latest, indicator, **codes)
