"""The nation's exports, imports and deficit of services: three panels of one scale."""

from __future__ import annotations

from lib.charts.card import Card, Look, Row
from lib.charts.year_panels import YearPanel, year_panels
from lib.facts.fact import Fact
from lib.facts.national_sides import Sides, national_sides
from lib.facts.record import Record
from lib.words.scales import NATIONAL, unit_name
from lib.words.speak import Words


def national_sides_card(record: Record, words: Words, look: Look) -> Card:
    """How much does the nation export and import in services, and is the deficit growing?"""
    found = national_sides(record)
    last, scale = found.deficits[-1], NATIONAL[words.lang]
    sides = {"exports": found.exports, "imports": found.imports, "deficit": found.deficits}
    panels = tuple(
        YearPanel(
            words(f"trade_volume.national_sides.{side}", unit=unit_name(last.unit, scale, words.lang)),
            facts,
            scale,
        )
        for side, facts in sides.items()
        if facts
    )
    said = "surplus" if last.value < 0 else found.change
    return Card(
        name="national_sides",
        title=words(f"trade_volume.national_sides.title_{said}", last=last, before=found.before),
        subtitle=words("trade_volume.national_sides.subtitle", unit=unit_name(last.unit, scale, words.lang)),
        chart=year_panels(panels, words, look),
        rows=tuple(
            Row(words(f"trade_volume.national_sides.{side}_row", fact=fact), fact)
            for side, facts in sides.items()
            for fact in facts
        ),
        alt=words(
            "trade_volume.national_sides.alt",
            **{side: _listed(facts, words) for side, facts in sides.items()},
        ),
        notes=_notes(found, words),
    )


def _listed(facts: tuple[Fact, ...], words: Words) -> str:
    if not facts:
        return words("chart.none_seen")
    return words.list([words("trade_volume.national_sides.alt_year", fact=fact) for fact in facts])


def _notes(found: Sides, words: Words) -> tuple[str, ...]:
    derived = [fact.period.end.year for fact in found.deficits if fact.is_derived]
    notes = (words("trade_volume.national_sides.note_scope"),)
    return (
        (*notes, words("trade_volume.national_sides.note_derived", years=words.years(derived)))
        if derived
        else notes
    )
