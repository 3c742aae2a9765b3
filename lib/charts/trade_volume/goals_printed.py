"""Every goal and estimate of Chongqing's services trade in the words of its source."""

from __future__ import annotations

from lib.charts.card import Card, Look
from lib.charts.listed import items, listed, rows, told
from lib.facts.fact import Fact
from lib.facts.further import goals
from lib.facts.record import Record
from lib.words.speak import Words

TOTAL = "services_trade_total"
INDICATORS = (TOTAL, "services_trade_growth", "services_trade_avg_annual_growth")


def goals_printed_card(record: Record, words: Words, look: Look) -> Card:
    """Which goals and estimates does any source print, and which of the two does it say?"""
    found = goals(record, *INDICATORS)
    shown = items(found, record, words, area=False)
    return Card(
        name="goals_printed",
        title=_title(found, words),
        subtitle=words("trade_volume.goals_printed.subtitle"),
        chart=listed(shown, words, look),
        rows=rows(shown),
        alt=told(shown, words),
        notes=(words("trade_volume.goals_printed.note"),),
    )


def _title(found: tuple[Fact, ...], words: Words) -> str:
    """The newest year that a level is set for, with all that is said of it; else how many there are."""
    levels = [fact for fact in found if fact.indicator == TOTAL]
    if not levels:
        return words("trade_volume.goals_printed.title_other", count=words.count(len(found)))
    newest = [fact for fact in levels if fact.period == levels[-1].period]
    said = [words(f"trade_volume.goals_printed.said_{fact.kind}", fact=fact) for fact in newest]
    return words(
        "trade_volume.goals_printed.title",
        year=words.year(newest[0].period.end.year),
        said=words.comma(dict.fromkeys(said)),
    )
