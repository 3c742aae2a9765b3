"""What stands around a chart, as HTML: its sentence, source, notes, method and table."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from lib.charts.card import Card
from lib.facts.reconcile.finding import Finding
from lib.facts.record import Record
from lib.site.markup.method import method_html, source_html
from lib.site.markup.tags import joined, table, tag
from lib.words.findings import verdict_word
from lib.words.speak import Words
from lib.words.tables import screen_head, screen_rows


@dataclass(frozen=True, slots=True)
class Dressed:
    """A card with all its texts made."""

    card: Card
    head: Markup
    source: Markup
    notes: Markup
    method: Markup
    table: Markup


def dressed(card: Card, record: Record, words: Words, *, mark: str = "") -> Dressed:
    """What is a card with all its texts made? `mark` stands before its title."""
    rows = [(row.label, row.fact) for row in card.rows]
    return Dressed(
        card=card,
        head=tag("h2", (mark, card.title), "card-title") + tag("p", card.subtitle, "card-sub"),
        source=source_html(card.facts, record, words),
        notes=notes_html(card),
        method=method_html(rows, record, words),
        table=table(screen_head(words), screen_rows(rows, record, words), caption=card.title, numeric=(2, 3)),
    )


def notes_html(card: Card) -> Markup:
    """What must a reader of a chart know?"""
    return joined(tag("p", note, "card-note") for note in card.notes)


def verdict_mark(finding: Finding, words: Words) -> Markup:
    """What stands before the sentence of a finding? Its verdict as a word; the colour only repeats it."""
    return tag("span", verdict_word(finding, words), f"verdict {finding.verdict}") + " "
