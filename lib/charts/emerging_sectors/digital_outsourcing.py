"""Digitalised outsourcing beside the offshore total: two bars, not stacked, since its scope is not stated."""

from __future__ import annotations

from lib.charts.card import Card, Look, Row
from lib.charts.outsourcing.pairs import beside
from lib.charts.spec import Axis
from lib.charts.strips import Strip, add_strips
from lib.charts.theme import frame
from lib.facts.emerging import DigitalOutsourcing, digital_outsourcing
from lib.facts.record import Record
from lib.words.scales import LARGE, unit_name
from lib.words.speak import Words


def digital_outsourcing_card(record: Record, words: Words, look: Look) -> Card:
    """How much outsourcing is digitalised, and does the printed share fit the offshore total?"""
    found = digital_outsourcing(record)
    title = words(
        "emerging_sectors.digital_outsourcing.title", period=found.executed.period, told=_told(found, words)
    )
    scale = LARGE[words.lang]
    named = {
        piece: words(f"emerging_sectors.digital_outsourcing.{piece}")
        for piece in ("executed", "growth", "offshore", "printed", "computed")
    }
    grown = beside(words.label(found.executed, scale), found.growth, words)
    canvas = frame(look.theme, height=170)
    strips = [Strip(found.executed, named["executed"], grown, own=True)]
    if found.offshore:
        strips.append(Strip(found.offshore, named["offshore"], words.label(found.offshore, scale), own=True))
    longest = max(strip.fact.at(scale) for strip in strips)
    add_strips(
        canvas, tuple(strips), words, look, Axis(ends=(0, longest * 1.05), most=5), scale=scale, inside=True
    )
    return Card(
        name="digital_outsourcing",
        title=title,
        subtitle=words(
            "emerging_sectors.digital_outsourcing.subtitle",
            unit=unit_name(found.executed.unit, scale, words.lang),
            executed=found.executed,
        ),
        chart=canvas.chart,
        rows=(
            Row(named["executed"], found.executed),
            *(
                Row(named[piece], fact)
                for piece, fact in (
                    ("growth", None if found.growth.is_missing else found.growth),
                    ("offshore", found.offshore),
                    ("printed", found.printed_share),
                    ("computed", found.computed_share),
                )
                if fact
            ),
        ),
        alt=words(
            "emerging_sectors.digital_outsourcing.alt",
            said=title,
            offshore=words("emerging_sectors.digital_outsourcing.alt_offshore", offshore=found.offshore)
            if found.offshore
            else "",
        ),
        notes=(*_shares(found, words), words("emerging_sectors.digital_outsourcing.note_scope")),
    )


def _told(found: DigitalOutsourcing, words: Words) -> str:
    """The amount, and its growth and its printed share where they are known."""
    clauses = [words("emerging_sectors.digital_outsourcing.level", executed=found.executed)]
    if not found.growth.is_missing:
        clauses.append(words.change(found.growth))
    if found.printed_share:
        clauses.append(words("emerging_sectors.digital_outsourcing.share", printed=found.printed_share))
    return words.comma(clauses)


def _shares(found: DigitalOutsourcing, words: Words) -> tuple[str, ...]:
    """Does the printed share fit the one that the two amounts give?"""
    printed, computed = found.printed_share, found.computed_share
    if printed is None or computed is None:
        return ()
    agree = "agree" if printed.bounds.meets(computed.bounds) else "disagree"
    return (words(f"emerging_sectors.digital_outsourcing.{agree}", printed=printed, computed=computed),)
