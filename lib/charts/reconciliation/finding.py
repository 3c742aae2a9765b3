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


def finding_card(finding: Finding, say: Names, words: Words, look: Look) -> Card:
    """What does one comparison find? Both sides with what they can stand for, and the arithmetic."""
    said = title(finding, say, words)
    return Card(
        name=f"finding_{finding.code}",
        title=said,
        subtitle=words(
            "reconciliation.subtitle",
            check=words(f"reconciliation.check.{finding.check}"),
            unit=_unit(finding.printed, words),
        ),
        chart=draw(finding, words, look),
        rows=_rows(finding, say, words),
        alt=words(
            "reconciliation.alt",
            verdict=verdict_word(finding, words),
            title=said,
            printed=finding.printed,
            implied=finding.implied,
        ),
        notes=notes(finding, words),
    )


def _unit(fact: Fact, words: Words) -> str:
    if fact.unit in AMOUNTS:
        return unit_name(fact.unit, scale_for(fact, words.lang), words.lang)
    return words(f"unit.{fact.unit}")


def _rows(finding: Finding, say: Names, words: Words) -> tuple[Row, ...]:
    other = "implied" if finding.implied.is_derived else "other_print"
    rows = [
        Row(
            words("reconciliation.row.printed", subject=subject(finding.printed, say, words)), finding.printed
        ),
        Row(
            words(f"reconciliation.row.{other}", subject=subject(finding.implied, say, words)),
            finding.implied,
        ),
    ]
    derivation = finding.implied.derivation
    for name, given in derivation.inputs if derivation else ():
        if isinstance(given, Fact):
            symbol = words(f"provenance.symbol.{name}")
            label = words("reconciliation.row.input", symbol=symbol, subject=subject(given, say, words))
            rows.append(Row(label, given))
    for _, fact in finding.also:
        rows.append(Row(words("reconciliation.row.also", subject=subject(fact, say, words)), fact))
    return tuple(rows)
