"""A finding as a card: two intervals on one axis, the overlap shaded, or the gap in red with the word."""

from __future__ import annotations

from lib.charts.card import Card, Look, Row
from lib.charts.reconciliation.intervals import draw
from lib.facts.derive import AMOUNTS
from lib.facts.fact import Fact
from lib.facts.reconcile.finding import Finding
from lib.words.findings import notes, subject, title, verdict_word
from lib.words.names import Names
from lib.words.numbers import scale_for
from lib.words.scales import unit_name
from lib.words.speak import Words


def finding_card(found: Finding, say: Names, words: Words, look: Look) -> Card:
    """What does one comparison find? Both sides with what they can stand for, and the arithmetic."""
    said = title(found, say, words)
    return Card(
        name=f"finding_{found.code}",
        title=said,
        subtitle=words(
            "reconciliation.subtitle",
            check=words(f"reconciliation.check.{found.check}"),
            unit=_unit(found.printed, words),
        ),
        chart=draw(found, words, look),
        rows=_rows(found, say, words),
        alt=words(
            "reconciliation.alt",
            verdict=verdict_word(found, words),
            title=said,
            printed=found.printed,
            implied=found.implied,
        ),
        notes=notes(found, words),
    )


def _unit(fact: Fact, words: Words) -> str:
    if fact.unit in AMOUNTS:
        return unit_name(fact.unit, scale_for(fact, words.lang), words.lang)
    return words(f"unit.{fact.unit}")


def _rows(found: Finding, say: Names, words: Words) -> tuple[Row, ...]:
    other = "implied" if found.implied.is_derived else "other_print"
    rows = [
        Row(words("reconciliation.row.printed", subject=subject(found.printed, say, words)), found.printed),
        Row(words(f"reconciliation.row.{other}", subject=subject(found.implied, say, words)), found.implied),
    ]
    derivation = found.implied.derivation
    for name, given in derivation.inputs if derivation else ():
        if isinstance(given, Fact):
            symbol = words(f"provenance.symbol.{name}")
            label = words("reconciliation.row.input", symbol=symbol, subject=subject(given, say, words))
            rows.append(Row(label, given))
    for _, fact in found.also:
        rows.append(Row(words("reconciliation.row.also", subject=subject(fact, say, words)), fact))
    return tuple(rows)
