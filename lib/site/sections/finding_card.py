"""A card for each finding: verdict, sentence, two intervals, arithmetic, source, and behind it the table."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from lib.charts.marks import with_marks
from lib.charts.reconciliation.finding import finding_card as card_of
from lib.facts.reconcile import findings_of
from lib.facts.reconcile.finding import Finding
from lib.site.blocks.chart_card import grid, inside_of
from lib.site.here import Here
from lib.site.markup.chart import verdict_mark
from lib.site.markup.tags import coded
from lib.site.pieces import Box, Piece, Text
from lib.site.shared import shared
from lib.site.states import fault
from lib.words.names import Names

STYLE = Path(__file__).with_name("finding.css").read_text(encoding="utf-8")


def finding_cards(findings: tuple[Finding, ...], here: Here) -> tuple[Piece, ...]:
    """What are the cards of these findings, two in a row, one below the other on a phone?"""
    return Text(coded("style", STYLE)), grid("findings", *(finding_box(found, here) for found in findings))


def finding_box(finding: Finding, here: Here) -> Piece:
    """What is the card of a finding? Where it cannot be made, that is said."""
    try:
        return _box(finding, here) if here.data_key is None else _once(finding.code, here)
    except Exception as error:
        return fault(error, here.words)


@shared
def _once(code: str, here: Here) -> Box:
    return _box(_by_code("findings", here)[code], here)


@shared
def _by_code(_name: str, here: Here) -> Mapping[str, Finding]:
    """Each finding by the name under which its card is kept: a name says all that was compared, and takes long."""
    return {found.code: found for found in findings_of(here.record)}


def _box(finding: Finding, here: Here) -> Box:
    made = card_of(finding, Names.of(here.record, here.words.lang), here.words, here.look)
    card = with_marks(made, here.words, here.record)
    return Box(f"chart_{card.name}", inside_of(card, here, mark=verdict_mark(finding, here.words)))
