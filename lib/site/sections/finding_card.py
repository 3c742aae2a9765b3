"""A card for each finding: verdict, sentence, two intervals, arithmetic, source, and behind it the table."""

from __future__ import annotations

from pathlib import Path

from lib.charts.marks import with_marks
from lib.charts.reconciliation.finding import finding_card as card_of
from lib.facts.reconcile import findings_of
from lib.facts.reconcile.finding import Finding
from lib.site.blocks.chart_card import grid, inside_of
from lib.site.here import Here
from lib.site.markup.chart import verdict_mark
from lib.site.pieces import Box, Piece, Text
from lib.site.shared import shared
from lib.site.states import fault
from lib.words.names import Names

_CSS = Path(__file__).with_name("finding.css").read_text(encoding="utf-8")


def finding_cards(findings: tuple[Finding, ...], here: Here) -> tuple[Piece, ...]:
    """What are the cards of these findings, two in a row, one below the other on a phone?"""
    return Text(f"<style>{_CSS}</style>"), grid("findings", *(_card(found, here) for found in findings))


def _card(found: Finding, here: Here) -> Piece:
    try:
        return _made(found.code, here)
    except Exception as error:
        return fault(error, here.words)


@shared
def _made(code: str, here: Here) -> Box:
    (found,) = (found for found in findings_of(here.record) if found.code == code)
    made = card_of(found, Names.of(here.record, here.words.lang), here.words, here.look)
    card = with_marks(made, here.words, here.record)
    return Box(f"chart_{card.name}", inside_of(card, here, mark=verdict_mark(found, here.words)))
