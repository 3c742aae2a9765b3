"""Chongqing less the largest other city, by year: hatched because worked out, with what rounding allows."""

from __future__ import annotations

from lib.charts.card import Card, Look, Row
from lib.charts.labels import label
from lib.charts.shown import bar_of
from lib.charts.spec import Axis, Chart, Of, Stroke
from lib.charts.theme import frame, hatched, tokens_of, whisker
from lib.charts.years import every
from lib.facts.cities import Cities, cities_of, leads
from lib.facts.fact import Fact
from lib.facts.lead import size_of
from lib.facts.record import CHONGQING, Record
from lib.words.cities import city_name
from lib.words.scales import LARGE, unit_name
from lib.words.speak import Words


def city_lead_card(record: Record, words: Words, look: Look) -> Card:
    """By how much is Chongqing ahead of the largest other city or behind it, and since when?"""
    cities = cities_of(record)
    other = cities.rival
    found, city = leads(record, cities, other), city_name(other, record, words)
    first, last = found[0], found[-1]
    said = {
        "city": city,
        "first": first,
        "last": last,
        "more": _said(first, words),
        "less": _said(last, words),
    }
    unit = unit_name(last.unit, LARGE[words.lang], words.lang)
    touches = last.lower <= 0 <= last.upper
    years = [words("comparison.city_lead.alt_year", fact=fact) for fact in found]
    return Card(
        name="city_lead",
        title=words(
            "comparison.city_lead.title" if len(found) > 1 else "comparison.city_lead.title_single", **said
        ),
        subtitle=words("comparison.city_lead.subtitle", city=city, unit=unit),
        chart=_draw(found, words, look),
        rows=(
            *(Row(words("comparison.city_lead.row", city=city, fact=fact), fact) for fact in found),
            *_inputs(cities, other, record, words),
        ),
        alt=words("comparison.city_lead.alt", city=city, years=words.list(years)),
        notes=(
            words(
                "comparison.city_lead.note" if touches else "comparison.city_lead.note_clear",
                city=city,
                year=words.year(last.period.end.year),
            ),
        ),
    )


def _said(fact: Fact, words: Words) -> str:
    piece = "more" if fact.value > 0 else "less" if fact.value < 0 else "same"
    return words(f"comparison.city_lead.{piece}", size=words.bare(size_of(fact)))


def _inputs(cities: Cities, other: str, record: Record, words: Words) -> tuple[Row, ...]:
    names = {code: city_name(code, record, words) for code in (CHONGQING, other)}
    return tuple(
        Row(words("comparison.cities_offshore.row", city=names[code], fact=fact), fact)
        for code in names
        for fact in cities.of(code)
        if fact is not None
    )


def _draw(found: tuple[Fact, ...], words: Words, look: Look) -> Chart:
    tokens, scale = tokens_of(look.theme), LARGE[words.lang]
    bounds = [fact.bounds_at(scale) for fact in found]
    lowest, highest = min(0.0, *(low for low, _ in bounds)), max(0.0, *(high for _, high in bounds))
    canvas, fill = frame(look.theme), hatched(tokens.chongqing, tokens.card)
    mark = canvas.bars(
        (
            bar_of(fact.period.end.year, fact, fill, words, scale, bounds=ends)
            for fact, ends in zip(found, bounds, strict=True)
        ),
        width=0.5,
        whisker=whisker(tokens.text),
    )
    labelled = every(found)
    for item, (fact, (low, high)) in enumerate(zip(found, bounds, strict=True)):
        if fact not in labelled:
            continue
        above = fact.value >= 0
        label(
            canvas, words.label(fact, scale), fact.period.end.year, high if above else low,
            colour=tokens.chongqing, of=Of(mark, item), role="end", up=12 if above else -12,
        )  # fmt: skip
    span = highest - lowest
    canvas.level(0, Stroke(tokens.quiet, 1.2))
    first, last = found[0].period.end.year, found[-1].period.end.year
    canvas.axes(
        x=Axis(ends=(first - 0.6, last + 0.6), step=1, form="d"),
        y=Axis(ends=(lowest - span * 0.16, highest + span * 0.16), most=5),
    )
    return canvas.chart
