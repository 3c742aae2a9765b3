"""What to look for, in words: which figure, since when it is due, and where such a figure was printed before."""

from __future__ import annotations

from lib.catalog.csv_text import csv_text
from lib.facts.gaps import Gap, gaps
from lib.facts.period import Period
from lib.facts.record import Record
from lib.facts.searched import searched_until
from lib.words.findings import subject
from lib.words.names import Names
from lib.words.provenance import source
from lib.words.speak import Words

SHOWN = ("figure", "reason", "due", "last", "where", "month")
CODES = ("indicator", "ref_area", "category", "unit", "period_start", "period_end", "due_from")


def gap_head(words: Words) -> list[str]:
    """What are the columns of the list called?"""
    return [words(f"data.gaps.{name}") for name in SHOWN]


def gap_rows(record: Record, words: Words) -> list[list[str]]:
    """What is to be looked for? A line a figure, as `gap_head` names them.

    Raises DatasetUnavailable where a dataset or the list of editions cannot be read.
    """
    say = Names.of(record, words.lang)
    return [_row(gap, record, say, words) for gap in gaps(record)]


def gap_about(record: Record, words: Words) -> str:
    """How many figures are there to look for, as of which day?"""
    return words("data.gaps.about", count=words.count(len(gaps(record))), date=searched_until(record))


def gaps_csv(record: Record, words: Words) -> str:
    """What is the same as a table for programs? Codes and days first, then the words. Raises as `gap_rows`."""
    lines = (
        [gap.indicator, gap.ref_area, gap.category, gap.unit]
        + [day.isoformat() for day in (gap.period.start, gap.period.end, gap.due)]
        + texts
        for gap, texts in zip(gaps(record), gap_rows(record, words), strict=True)
    )
    return csv_text(([*CODES, *gap_head(words)], *lines))


def _row(gap: Gap, record: Record, say: Names, words: Words) -> list[str]:
    last = gap.last
    known = last or gap.goals[0]
    goals = [words(f"data.gaps.{goal.kind}", goal=goal) for goal in gap.goals]
    named = {"area": say("areas", gap.ref_area), "indicator": say("indicators", gap.indicator)}
    printed = words("data.gaps.printed", subject=subject(last, say, words), last=last) if last else ""
    return [
        words("data.gaps.named", period=gap.period, **named),
        words.join(goals) or words("data.gaps.rhythm"),
        words("data.gaps.since", date=gap.due),
        printed or words("data.gaps.none"),
        source(str(record.row(known.observations[0])["source_id"]), record, words).line,
        words("data.gaps.unknown") if gap.usual_days is None else _month(gap, words),
    ]


def _month(gap: Gap, words: Words) -> str:
    month = f"{gap.due:%Y-%m}"
    return words("data.gaps.usual", month=Period.parse(f"{month}_{month}"))
