"""The sentence over a chart: what, who, when, how much, how it moved, from the figures that are shown."""

from __future__ import annotations

from dataclasses import dataclass

from lib.explore.choice import CHANGE, GROWTH, INDEX, LEVEL, MONTHS, OTHER, PRINTED, TOTAL
from lib.explore.forms import common_period
from lib.explore.named import TRILLION, Named, shortened
from lib.explore.series import OUTCOME, Series
from lib.facts.derive import AMOUNTS
from lib.facts.fact import Fact
from lib.facts.record import WORLD
from lib.words.speak import Words

MOST_NAMED = 5
_SIGNED = (PRINTED, GROWTH, CHANGE)


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence, and the figures in it that no series shows: printed growth beside a level."""

    text: str
    beside: tuple[Fact, ...] = ()


def told(named: Named) -> Told:
    """What is said of these series? Only of outcomes, unless there are none."""
    outcomes = tuple(one for one in named.series if one.key.kind == OUTCOME)
    found = outcomes or named.series
    if len({one.key.entity for one in found}) == 1:
        return _of_one(found, named, goal=not outcomes)
    return _of_several(found, named)


def _of_one(found: tuple[Series, ...], named: Named, *, goal: bool) -> Told:
    words = named.words
    one = max(found, key=lambda series: (series.facts[-1].period.end, len(series.facts)))
    last = one.facts[-1]
    growth = _growth(last, named)
    clauses = [
        words(
            "explore.title.at" if last.period.is_point else "explore.title.in",
            period=last.period,
            who=named.area,
            what=words(f"explore.title.{one.key.kind}", what=named.what) if goal else named.what,
            figure=_printed(one, last, named),
        )
    ]
    if growth:
        clauses.append(words("explore.title.growth", growth=growth))
    if moved := _moved(one, last, named):
        clauses.append(moved)
    return Told(words.comma(clauses), (growth,) if growth else ())


def _growth(last: Fact, named: Named) -> Fact | None:
    if named.choice.measure != LEVEL or last.is_derived or last.kind != OUTCOME:
        return None
    growth = named.record.growth(last)
    return None if growth.is_missing else growth


def _moved(one: Series, last: Fact, named: Named) -> str:
    """Where did it come from? The first figure of the series, or of a part of a year that of the year before."""
    if named.choice.span == OTHER or named.choice.measure == INDEX:
        return ""
    earlier = [fact for fact in one.facts if fact is not last]
    if named.choice.span == MONTHS:
        earlier = [fact for fact in earlier if fact.period == last.period.year_before()]
    if not earlier:
        return ""
    first = earlier[0]
    return named.words(
        f"explore.moved.{direction(last, first, named)}",
        period=first.period,
        first=reads(first, named.words, named),
    )


def direction(last: Fact, first: Fact, named: Named) -> str:
    """Is a figure above or below an earlier one, as far as bounds tell? plain where more is not higher."""
    if named.choice.measure in _SIGNED or last.unit in ("RANK", "MULTIPLE"):
        return "plain"
    (low, high), (before_low, before_high) = last.bounds_at(0), first.bounds_at(0)
    if low > before_high:
        return "above"
    return "below" if high < before_low else "plain"


def _of_several(found: tuple[Series, ...], named: Named) -> Told:
    """Several areas or parts: their figures of the newest period that most of them have."""
    words = named.words
    period = common_period(found) or max(one.facts[-1].period for one in found)
    there = [(one, fact) for one in found for fact in one.facts if fact.period == period]
    entities = {one.key.entity for one in found}
    seen: dict[tuple[str, str, str], tuple[Series, Fact]] = {}
    for one, fact in there:
        seen.setdefault(one.key.entity, (one, fact))
    shown = sorted(seen.values(), key=lambda pair: _place(pair, named))[:MOST_NAMED]
    items = [
        words("explore.title.item", who=named.who(one.key), figure=_printed(one, fact, named))
        for one, fact in shown
    ]
    clauses = [
        words(
            "explore.title.several_at" if period.is_point else "explore.title.several_in",
            period=period,
            what=named.what
            if named.several_areas
            else words("explore.title.of", who=named.area, what=named.what),
            items=words.list(items),
        )
    ]
    if more := len(seen) - len(shown):
        clauses.append(words("explore.title.more", count=words.count(more)))
    if lacking := len(entities) - len(seen):
        clauses.append(words("explore.title.lacking", count=words.count(lacking)))
    if len({one.key.basis for one, _ in shown}) > 1:
        clauses.append(words("explore.title.not_compared"))
    return Told(words.join(clauses))


def _place(pair: tuple[Series, Fact], named: Named) -> tuple[object, ...]:
    """Areas as they were asked for; of parts the whole first, then the largest."""
    key, fact = pair[0].key, pair[1]
    whole = (key.category, key.counterpart) == (TOTAL, WORLD)
    return named.choice.areas.index(key.area), not whole, -fact.at(0)


def _printed(one: Series, fact: Fact, named: Named) -> str:
    """What does a figure read as, with what another source prints for the same period where both cannot be right?"""
    words, figure = named.words, reads(fact, named.words, named)
    others = [
        reads(other, words, named)
        for other in one.others
        if other.period == fact.period and not fact.interval_at(0).meets(other.interval_at(0))
    ]
    if not others:
        return figure
    return words("explore.title.otherwise", figure=figure, others=words.list(list(dict.fromkeys(others))))


def reads(fact: Fact, words: Words, named: Named) -> str:
    """What does a figure read as in a sentence? A change with its sign, amounts of a chart in one power of ten.

    Beside trillions, what is below one is said in its own power: 5.25万亿元, 840亿元.
    """
    if named.choice.measure in _SIGNED:
        return words.signed(fact)
    scale = named.scale(fact.unit)
    if fact.unit not in AMOUNTS or (scale >= TRILLION and abs(fact.at(scale)) < 1):
        return words.said(fact)
    return words.said(shortened(fact, scale), scale)
