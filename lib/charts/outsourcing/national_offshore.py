"""The nation's offshore contracts and executed value year by year, Chongqing's known years under them."""

from __future__ import annotations

from lib.charts.card import Card, Look, Row
from lib.charts.year_panels import YearPanel, year_panels
from lib.facts.fact import Fact
from lib.facts.national_offshore import NationalOffshore, national_offshore
from lib.facts.record import Record
from lib.words.scales import LARGE, NATIONAL, unit_name
from lib.words.speak import Words


def national_offshore_card(record: Record, words: Words, look: Look) -> Card:
    """How did the nation's offshore outsourcing go on, and until when is Chongqing's known?"""
    found = national_offshore(record)
    last, grown = found.executed[-1], not found.growth.is_missing
    large, national = LARGE[words.lang], NATIONAL[words.lang]
    units = {"unit": unit_name(last.unit, national, words.lang)}
    if found.own:
        units["own_unit"] = unit_name(found.own[0].unit, large, words.lang)
    series = {"contract": found.contract, "executed": found.executed, "own": found.own}
    panels = tuple(
        YearPanel(
            words(f"outsourcing.national_offshore.{name}", unit=units.get("own_unit", "")),
            facts,
            large if name == "own" else national,
            own=name == "own",
        )
        for name, facts in series.items()
        if facts
    )
    series["dollars"] = found.in_dollars
    return Card(
        name="national_offshore",
        title=words(
            "outsourcing.national_offshore.title"
            if grown
            else "outsourcing.national_offshore.title_no_growth",
            last=last,
            growth=found.growth,
        ),
        subtitle=words(
            "outsourcing.national_offshore.subtitle"
            if found.own
            else "outsourcing.national_offshore.subtitle_nation",
            **units,
        ),
        chart=year_panels(panels, words, look),
        rows=(
            *(
                Row(words(f"outsourcing.national_offshore.{name}_row", fact=fact), fact)
                for name, facts in series.items()
                for fact in facts
            ),
            *(
                (Row(words("outsourcing.national_offshore.growth_row", fact=found.growth), found.growth),)
                if grown
                else ()
            ),
        ),
        alt=words(
            "outsourcing.national_offshore.alt",
            **{name: _told(facts, words) for name, facts in series.items()},
        ),
        notes=_notes(found, words),
    )


def _told(facts: tuple[Fact, ...], words: Words) -> str:
    return words.list(
        [words("outsourcing.national_offshore.alt_year", fact=fact) for fact in facts]
    ) or words("outsourcing.national_offshore.none")


def _notes(found: NationalOffshore, words: Words) -> tuple[str, ...]:
    notes = (words("outsourcing.national_offshore.note"),)
    if not found.in_dollars:
        return notes
    levels = words.list(
        [words("outsourcing.national_offshore.dollars", fact=fact) for fact in found.in_dollars]
    )
    return (*notes, words("outsourcing.national_offshore.note_dollars", levels=levels))
