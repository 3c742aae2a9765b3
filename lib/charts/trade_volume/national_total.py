"""The nation's services trade: a grey bar a year, a year without a verified total left open."""

from __future__ import annotations

from lib.charts.card import Card, Look, Row
from lib.charts.labels import gaps
from lib.charts.shown import bar_of
from lib.charts.spec import Axis, Chart, Fill
from lib.charts.theme import frame, hatched, tokens_of
from lib.facts.fact import Fact
from lib.facts.national import National, national_total, to_digits
from lib.facts.record import Record
from lib.words.numbers import parts
from lib.words.scales import NATIONAL, unit_name
from lib.words.speak import Words


def national_total_card(record: Record, words: Words, look: Look) -> Card:
    """How large was the nation's services trade in each year?"""
    found = national_total(record, look.currency)
    first, last = found.years[0], found.years[-1]
    grown = not last.is_derived and not found.growth.is_missing
    title = words(
        "trade_volume.national_total.title" if grown else "trade_volume.national_total.title_converted",
        last=last,
        level=_level(last, words),
        growth=found.growth,
    )
    items = [
        words("trade_volume.national_total.alt_item", year=fact, level=_level(fact, words))
        for fact in found.years
    ]
    return Card(
        name="national_total",
        title=title,
        subtitle=words(
            "trade_volume.national_total.subtitle",
            unit=unit_name(last.unit, NATIONAL[words.lang], words.lang),
            first=first,
            last=last,
        ),
        chart=_draw(found, words, look),
        rows=(
            *(Row(words("trade_volume.national_total.row", fact=fact), fact) for fact in found.years),
            *(
                (Row(words("trade_volume.national_total.growth_row", last=last), found.growth),)
                if grown
                else ()
            ),
        ),
        alt=words("trade_volume.national_total.alt", years=words.list(items)),
        notes=_notes(found, last, words),
    )


def _level(fact: Fact, words: Words) -> str:
    scale = NATIONAL[words.lang]
    return words.said(to_digits(fact, scale), scale)


def _notes(found: National, last: Fact, words: Words) -> tuple[str, ...]:
    notes = [words("trade_volume.national_total.note_scope")]
    if found.gaps:
        years = words.years(found.gaps)
        notes.insert(0, words("trade_volume.national_total.note_gap", years=years))
    if last.is_derived:
        notes.append(words("trade_volume.national_total.note_rate"))
    return tuple(notes)


def _draw(found: National, words: Words, look: Look) -> Chart:
    tokens, scale = tokens_of(look.theme), NATIONAL[words.lang]
    years = [fact.period.end.year for fact in found.years]
    values = [fact.at(scale) for fact in found.years]
    fill = hatched(tokens.others, tokens.card) if found.years[-1].is_derived else Fill(tokens.others)
    canvas = frame(look.theme)
    canvas.bars(
        (
            bar_of(fact.period.end.year, fact, fill, words, scale, text=_label(fact, words), ink=tokens.text)
            for fact in found.years
        ),
        width=0.62,
    )
    gaps(canvas, found.gaps, words, colour=tokens.quiet)
    canvas.axes(
        x=Axis(ends=(years[0] - 0.6, years[-1] + 0.6), step=1, form="d"),
        y=Axis(ends=(0, max(values) * 1.2), most=5),
    )
    return canvas.chart


def _label(fact: Fact, words: Words) -> str:
    """A word such as nearly stands over its number: beside it, it would reach into the next bar."""
    scale = NATIONAL[words.lang]
    said = parts(to_digits(fact, scale), words.lang, scale)
    qualifier = said.qualifier.strip()
    return f"{qualifier}<br>{said.number}" if qualifier else said.number
