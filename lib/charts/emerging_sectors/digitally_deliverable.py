"""The nation's digitally deliverable services trade: dollars and yuan each in a panel of their own."""

from __future__ import annotations

from lib.charts.card import Card, Look, Row
from lib.charts.year_panels import YearPanel, year_panels
from lib.facts.digitally_deliverable import DigitallyDeliverable, digitally_deliverable
from lib.facts.record import Record
from lib.words.scales import LARGE, NATIONAL, unit_name
from lib.words.speak import Words


def digitally_deliverable_card(record: Record, words: Words, look: Look) -> Card:
    """How large is the nation's trade in services that can be delivered digitally?"""
    found = digitally_deliverable(record)
    grown = not found.growth.is_missing
    scales = [(NATIONAL if years[0].unit == "CNY" else LARGE)[words.lang] for years in found.by_unit]
    units = [
        unit_name(years[0].unit, scale, words.lang)
        for years, scale in zip(found.by_unit, scales, strict=True)
    ]
    panels = tuple(
        YearPanel(
            words("emerging_sectors.digitally_deliverable.heading", unit=unit),
            years,
            scale,
            digits=2 if scale == 12 else 0,
        )
        for unit, years, scale in zip(units, found.by_unit, scales, strict=True)
    )
    whole = [fact for years in found.by_unit for fact in years]
    return Card(
        name="digitally_deliverable",
        title=words(
            "emerging_sectors.digitally_deliverable.title"
            if grown
            else "emerging_sectors.digitally_deliverable.title_no_growth",
            last=found.last,
            growth=found.growth,
        ),
        subtitle=words(
            "emerging_sectors.digitally_deliverable.subtitle"
            if len(units) > 1
            else "emerging_sectors.digitally_deliverable.subtitle_one",
            unit=units[0],
        ),
        chart=year_panels(panels, words, look),
        rows=(
            *(
                Row(words(f"emerging_sectors.digitally_deliverable.row_{fact.unit}", fact=fact), fact)
                for fact in whole
            ),
            *(
                Row(words(f"emerging_sectors.digitally_deliverable.part_{fact.unit}", fact=fact), fact)
                for fact in found.parts
            ),
            *(
                (
                    Row(
                        words("emerging_sectors.digitally_deliverable.growth_row", fact=found.growth),
                        found.growth,
                    ),
                )
                if grown
                else ()
            ),
        ),
        alt=words(
            "emerging_sectors.digitally_deliverable.alt",
            years=words.list(
                [words("emerging_sectors.digitally_deliverable.alt_year", fact=fact) for fact in whole]
            ),
        ),
        notes=_notes(found, words),
    )


def _notes(found: DigitallyDeliverable, words: Words) -> tuple[str, ...]:
    notes = (words("emerging_sectors.digitally_deliverable.note"),)
    if not found.same:
        return notes
    periods = words.list([words.period(fact.period) for fact in found.same])
    return (*notes, words("emerging_sectors.digitally_deliverable.note_same", periods=periods))
