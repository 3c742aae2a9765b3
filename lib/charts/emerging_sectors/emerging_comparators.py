"""Shares beside Chongqing's, each under its own definition and year: for orientation, not ranked."""

from __future__ import annotations

from lib.charts.card import Card, Look, Row
from lib.charts.spec import Axis
from lib.charts.strips import Strip, add_strips
from lib.charts.theme import frame
from lib.facts.emerging import comparators, scope_text
from lib.facts.fact import Fact
from lib.facts.record import CHINA, CHONGQING, Record
from lib.words.speak import Words

ROW_HEIGHT = 60


def emerging_comparators_card(record: Record, words: Words, look: Look) -> Card:
    """Which shares do other places and the nation print, and why can they not be ranked?"""
    shares = comparators(record)
    strips = tuple(_strip(share, record, words) for share in shares)
    canvas = frame(look.theme, height=ROW_HEIGHT * len(strips) + 40)
    add_strips(canvas, strips, words, look, Axis(ends=(0, 104), step=25, suffix="%"), inside=True)
    nation = next((share for share in shares if share.ref_area == CHINA), None)
    return Card(
        name="emerging_comparators",
        title=words.join(
            words(f"emerging_sectors.emerging_comparators.title_{key}", share=share)
            for key, share in (("own", shares[0]), ("nation", nation))
            if share
        ),
        subtitle=words("emerging_sectors.emerging_comparators.subtitle"),
        chart=canvas.chart,
        rows=tuple(Row(strip.name, strip.fact) for strip in strips),
        alt=words(
            "emerging_sectors.emerging_comparators.alt",
            shares=words.join(
                words("emerging_sectors.emerging_comparators.alt_share", name=strip.name, share=strip.fact)
                for strip in strips
            ),
        ),
        notes=(
            words("emerging_sectors.emerging_comparators.note"),
            words("emerging_sectors.emerging_comparators.scopes", scopes=_scopes(shares, record, words)),
        ),
    )


def _strip(share: Fact, record: Record, words: Words) -> Strip:
    name = words(
        "emerging_sectors.emerging_comparators.name",
        area=record.name("areas", share.ref_area, words.lang),
        definition=words(f"emerging_sectors.definition.{share.indicator}"),
        share=share,
    )
    return Strip(share, name, words.fact(share), own=share.ref_area == CHONGQING)


def _scopes(shares: tuple[Fact, ...], record: Record, words: Words) -> str:
    """What does each definition take in, in the record's own words, and whose share is it?"""
    areas: dict[str, list[str]] = {}
    for share in shares:
        areas.setdefault(share.basis, []).append(record.name("areas", share.ref_area, words.lang))
    scopes = [
        words(
            "emerging_sectors.emerging_comparators.scope",
            names=words.list(names),
            text=scope_text(record, basis, words.lang),
        )
        for basis, names in areas.items()
    ]
    return {"zh": "", "en": " "}[words.lang].join(scopes)
