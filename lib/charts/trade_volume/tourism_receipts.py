"""What inbound visitors spend: a bar a year; a year without a figure is marked, not drawn as zero."""

from __future__ import annotations

from lib.charts.card import Card, Look, Row
from lib.charts.labels import gaps
from lib.charts.shown import bar_of
from lib.charts.spec import Axis, Chart, Fill
from lib.charts.theme import frame, tokens_of
from lib.facts.fact import Fact
from lib.facts.record import Record
from lib.facts.tourism import Tourism, tourism_receipts
from lib.words.scales import LARGE, unit_name
from lib.words.speak import Words


def tourism_receipts_card(record: Record, words: Words, look: Look) -> Card:
    """How much did inbound tourism bring in each year, as a proxy for travel exports?"""
    found = tourism_receipts(record)
    first, last = found.years[0], found.years[-1]
    grown = not found.growth.is_missing
    unit = unit_name(last.unit, LARGE[words.lang], words.lang)
    notes = [words("trade_volume.tourism_receipts.note")]
    if found.parts:
        parts = words.list([words.period(fact.period) for fact in found.parts])
        notes.append(words("trade_volume.tourism_receipts.note_parts", parts=parts))
    growth = (
        (Row(words("trade_volume.tourism_receipts.growth_row", last=last), found.growth),) if grown else ()
    )
    return Card(
        name="tourism_receipts",
        title=words(
            "trade_volume.tourism_receipts.title"
            if grown
            else "trade_volume.tourism_receipts.title_no_growth",
            last=last,
            growth=found.growth,
        ),
        subtitle=words("trade_volume.tourism_receipts.subtitle", unit=unit, first=first, last=last),
        chart=_draw(found, words, look),
        rows=(
            *(Row(words("trade_volume.tourism_receipts.row", fact=fact), fact) for fact in found.years),
            *growth,
            *(Row(words("trade_volume.tourism_receipts.part_row", fact=fact), fact) for fact in found.parts),
        ),
        alt=_alt(found, first, last, words),
        notes=tuple(notes),
    )


def _alt(found: Tourism, first: Fact, last: Fact, words: Words) -> str:
    if not found.gaps:
        return words("trade_volume.tourism_receipts.alt_complete", first=first, last=last)
    gaps = words.years(found.gaps)
    return words("trade_volume.tourism_receipts.alt", first=first, last=last, gaps=gaps)


def _draw(found: Tourism, words: Words, look: Look) -> Chart:
    tokens, scale = tokens_of(look.theme), LARGE[words.lang]
    values, own = [fact.at(scale) for fact in found.years], tokens.chongqing
    canvas = frame(look.theme, height=330)
    canvas.bars(
        (
            bar_of(
                fact.period.end.year, fact, Fill(own), words, scale, text=words.label(fact, scale), ink=own
            )
            for fact in found.years
        ),
        width=0.72,
    )
    gaps(canvas, found.gaps, words, colour=tokens.quiet)
    years = range(found.years[0].period.end.year, found.years[-1].period.end.year + 1)
    canvas.axes(
        x=Axis(ends=(years[0] - 0.9, years[-1] + 0.9), step=1, form="d"),
        y=Axis(ends=(0, max(values) * 1.12), most=5),
    )
    return canvas.chart
