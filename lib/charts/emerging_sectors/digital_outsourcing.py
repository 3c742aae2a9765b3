"""Digitalised outsourcing beside the offshore total: two bars, not stacked, since its scope is not stated."""

from __future__ import annotations

from lib.charts.card import Card, Look, Row
from lib.charts.strips import Strip, add_strips
from lib.charts.theme import frame
from lib.facts.emerging import digital_outsourcing
from lib.facts.record import Record
from lib.words.scales import LARGE, unit_name
from lib.words.speak import Words


def digital_outsourcing_card(record: Record, words: Words, look: Look) -> Card:
    """How much outsourcing is digitalised, and does the printed share fit the offshore total?"""
    found = digital_outsourcing(record)
    said = {
        "executed": found.executed,
        "growth": found.growth,
        "printed": found.printed_share,
        "computed": found.computed_share,
        "offshore": found.offshore,
    }
    agree = "agree" if found.printed_share.bounds.meets(found.computed_share.bounds) else "disagree"
    scale = LARGE[words.lang]
    named = {
        piece: words(f"emerging_sectors.digital_outsourcing.{piece}", **said)
        for piece in ("executed", "growth", "offshore", "printed", "computed")
    }
    grown = f"{words.label(found.executed, scale)}  {words.signed(found.growth)}"
    figure = frame(look.theme, height=170)
    strips = (
        Strip(found.executed, named["executed"], grown, own=True),
        Strip(found.offshore, named["offshore"], words.label(found.offshore, scale), own=True),
    )
    add_strips(figure, strips, words, look, scale=scale, inside=True)
    figure.update_xaxes(rangemode="tozero", nticks=5)
    return Card(
        name="digital_outsourcing",
        title=words("emerging_sectors.digital_outsourcing.title", **said),
        subtitle=words(
            "emerging_sectors.digital_outsourcing.subtitle",
            unit=unit_name(found.executed.unit, scale, words.lang),
            **said,
        ),
        figure=figure,
        rows=(
            Row(named["executed"], found.executed),
            Row(named["growth"], found.growth),
            Row(named["offshore"], found.offshore),
            Row(named["printed"], found.printed_share),
            Row(named["computed"], found.computed_share),
        ),
        alt=words("emerging_sectors.digital_outsourcing.alt", **said),
        notes=(
            words(f"emerging_sectors.digital_outsourcing.{agree}", **said),
            words("emerging_sectors.digital_outsourcing.note_scope"),
        ),
    )
