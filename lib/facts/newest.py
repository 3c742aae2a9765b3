"""How new is what the record knows of Chongqing?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lib.facts.errors import maybe
from lib.facts.fact import Fact
from lib.facts.headline import HEADLINES, headline
from lib.facts.period import Period
from lib.facts.record import Record


@dataclass(frozen=True, slots=True)
class Newest:
    """The period of the newest headline figure, and when its source was published, None where that is undated."""

    period: Period
    published: date | None


def newest_own(record: Record) -> Newest | None:
    """Which period does the newest headline figure of Chongqing speak of? None where there is none.

    A count of one day, which is often that of the article, is no newer than the months before it.
    """
    facts = [fact for indicator in HEADLINES if (fact := maybe(headline, record, indicator))]
    if not facts:
        return None
    newest = max(facts, key=_age)
    source = maybe(record.source, record.row(newest.observations[0])["source_id"])
    published = str(source["published"] or "") if source is not None else ""
    return Newest(newest.period, date.fromisoformat(published) if published else None)


def _age(fact: Fact) -> tuple[int, bool, date]:
    period = fact.period
    months = period.end.year * 12 + period.end.month - period.is_point
    return months, not period.is_point, period.end
