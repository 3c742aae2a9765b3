"""What stands around a chart: the line under its sentence, what must be known, what is read out."""

from __future__ import annotations

from lib.explore.choice import FIRST_IS, INDEX, LIST, OF_NATION, OF_TOTAL, PRINTED, STACK
from lib.explore.forms import MOST_LISTED
from lib.explore.named import DOT, Named
from lib.explore.offered import Offer
from lib.explore.sentence import reads
from lib.explore.series import OUTCOME, Series
from lib.facts.derive import AMOUNTS
from lib.facts.record import CHONGQING

_READ_OUT = 12


def subtitle(named: Named, form: str) -> str:
    """What does the line under the sentence say? Unit, kind of period, from when to when, what the marks mean."""
    words = named.words
    facts = [fact for one in named.series for fact in one.facts]
    units = dict.fromkeys(fact.unit for fact in facts)
    first, last = (pick(fact.period.end.year for fact in facts) for pick in (min, max))
    years = (
        words("explore.year", year=words.year(first))
        if first == last
        else words("explore.years", first=words.year(first), last=words.year(last))
    )
    said = [
        named.what,
        words.list([named.unit(unit) for unit in units]),
        words(f"explore.span.{named.choice.span}"),
        years,
        words(f"explore.form_is.{form}"),
    ]
    if all(one.key.area != CHONGQING for one in named.series):
        said.append(words("explore.not_chongqing"))
    return DOT.join(said)


def notes(named: Named, offer: Offer, form: str) -> tuple[str, ...]:
    """What must a reader know: scopes, further prints, what was left out and why?"""
    words, series = named.words, named.series
    facts = [fact for one in series for fact in one.facts]
    scopes = list(dict.fromkeys(named.scope(one.key) for one in series if one.key.basis))
    said = []
    if scopes:
        several = "scopes" if len(scopes) > 1 else "scope"
        said.append(words(f"explore.note.{several}", scopes=words.join(scopes)))
    others = [fact for one in series for fact in one.others]
    if others:
        said.append(words("explore.note.others", count=words.count(len(others))))
    if low := sum(1 for fact in facts if fact.confidence == "low"):
        said.append(words("explore.note.low", count=words.count(low)))
    if offer.elsewhere:
        said.append(words("explore.note.elsewhere", count=words.count(offer.elsewhere)))
    if any(
        one.key.unit in AMOUNTS and fact.unit in AMOUNTS and fact.unit != one.key.unit
        for one in series
        for fact in one.facts
    ):
        said.append(words("explore.note.converted"))
    if named.choice.measure in (PRINTED, INDEX, OF_NATION, OF_TOTAL) or any(
        fact.is_derived for fact in facts
    ):
        said.append(words(f"explore.note.{named.choice.measure}", base=words.constant(FIRST_IS)))
    if any(one.key.kind != OUTCOME for one in series):
        said.append(words("explore.note.ahead"))
    if form == STACK:
        said.append(words("explore.note.stack"))
    if form == LIST and len(facts) > MOST_LISTED:
        said.append(words("explore.note.listed", most=words.count(MOST_LISTED), all=words.count(len(facts))))
    return tuple(said)


def alt(named: Named, form: str) -> str:
    """How is a chart read out? Each series from its first figure to its last, and where a line is broken."""
    words = named.words
    said = [_series(one, index, named) for index, one in enumerate(named.series)]
    return words("explore.alt", form=words(f"explore.form.{form}"), series=words.join(said))


def _series(one: Series, index: int, named: Named) -> str:
    words, facts = named.words, one.facts
    left = len(facts) - _READ_OUT
    shown = facts if left <= 0 else (facts[0], *facts[1 - _READ_OUT :])
    items = [
        words("explore.alt_item", period=words.period(fact.period), figure=reads(fact, words, named))
        for fact in shown
    ]
    if left > 0:
        items.insert(1, words("explore.alt_left", count=words.count(left)))
    return words("explore.alt_series", name=named.heading(index), items=words.list(items))
