"""The three types of the nation's offshore outsourcing year by year: three panels of one scale."""

from __future__ import annotations

from lib.charts.card import Card, Look, Row
from lib.charts.year_panels import YearPanel, year_panels
from lib.facts.fact import Fact
from lib.facts.national_offshore import national_types
from lib.facts.record import Record
from lib.words.scales import NATIONAL, unit_name
from lib.words.speak import Words


def national_offshore_types_card(record: Record, words: Words, look: Look) -> Card:
    """Which types is the nation's offshore outsourcing made of, and how has each moved?"""
    found, scale = national_types(record), NATIONAL[words.lang]
    names = {
        years[0].category: record.name("categories", years[0].category, words.lang) for years in found.by_type
    }
    largest = names[found.largest.category]
    rows = [
        Row(words("outsourcing.national_offshore_types.row", name=names[fact.category], fact=fact), fact)
        for years in found.by_type
        for fact in years
    ]
    if found.total and found.share:
        rows.append(
            Row(words("outsourcing.national_offshore_types.total_row", fact=found.total), found.total)
        )
        rows.append(
            Row(
                words("outsourcing.national_offshore_types.share_row", name=largest, fact=found.share),
                found.share,
            )
        )
    panels = tuple(
        YearPanel(
            words("outsourcing.national_offshore_types.heading", name=names[years[0].category]),
            years,
            scale,
        )
        for years in found.by_type
    )
    return Card(
        name="national_offshore_types",
        title=words(
            "outsourcing.national_offshore_types.title"
            if found.share
            else "outsourcing.national_offshore_types.title_no_share",
            largest=found.largest,
            name=largest,
            share=found.share,
        ),
        subtitle=words(
            "outsourcing.national_offshore_types.subtitle",
            unit=unit_name(found.largest.unit, scale, words.lang),
        ),
        chart=year_panels(panels, words, look),
        rows=tuple(rows),
        alt=words(
            "outsourcing.national_offshore_types.alt",
            types=words.join(_told(years, names, words) for years in found.by_type),
        ),
        notes=(words("outsourcing.national_offshore_types.note"),),
    )


def _told(facts: tuple[Fact, ...], names: dict[str, str], words: Words) -> str:
    years = words.list([words("outsourcing.national_offshore_types.alt_year", fact=fact) for fact in facts])
    return words("outsourcing.national_offshore_types.alt_type", name=names[facts[0].category], years=years)
