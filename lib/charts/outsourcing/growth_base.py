"""Growth on the same period: two bars, the earlier one hatched with whiskers because it is implied."""

from __future__ import annotations

from typing import Any

from lib.charts.canvas import Canvas
from lib.charts.card import Card, Look
from lib.charts.labels import hover, label
from lib.charts.outsourcing.pairs import pair_rows, said
from lib.charts.shown import bar_of
from lib.charts.spec import Axis, Bar, Chart, Fill, Of
from lib.charts.theme import frame, hatched, tokens_of, whisker
from lib.facts.fact import Fact
from lib.facts.outsourcing import GrowthOnBase
from lib.facts.outsourcing_periods import growth_in, of_one_year
from lib.facts.record import Record
from lib.words.periods import months_text
from lib.words.scales import LARGE, unit_name
from lib.words.speak import Words

APART, WIDTH = 0.2, 0.36
MOST_PERIODS = 3


def growth_base_card(record: Record, words: Words, look: Look) -> Card:
    """By how much did offshore outsourcing grow on the same period, and from which base?"""
    chosen = growth_in(record, look.period)
    pairs = _beside(chosen, of_one_year(record, chosen.level))
    unit = unit_name(chosen.level.unit, LARGE[words.lang], words.lang)
    name = record.name("indicators", chosen.level.indicator, words.lang)
    return Card(
        name="growth_base",
        title=words(f"outsourcing.growth_base.{_known('title', chosen)}", **said(chosen)),
        subtitle=words("outsourcing.growth_base.subtitle", unit=unit),
        chart=_draw(pairs, chosen, words, look),
        rows=tuple(row for pair in pairs for row in pair_rows(pair, words, name=name)),
        alt=words(
            "outsourcing.growth_base.alt",
            pairs=words.join(
                words(f"outsourcing.growth_base.{_known('alt_pair', pair)}", **said(pair)) for pair in pairs
            ),
        ),
        notes=(words("outsourcing.growth_base.note"),),
    )


def _known(message: str, pair: GrowthOnBase) -> str:
    """Which form of a message fits what is known of a pair: with growth and base, or of the level alone?"""
    return f"{message}_alone" if pair.growth.is_missing else message


def _beside(chosen: GrowthOnBase, pairs: tuple[GrowthOnBase, ...]) -> tuple[GrowthOnBase, ...]:
    """The newest periods and the chosen one: more labels than these do not fit."""
    newest = pairs[-MOST_PERIODS:]
    return newest if any(_same(pair, chosen) for pair in newest) else (chosen, *newest[1:])


def _same(one: GrowthOnBase, other: GrowthOnBase) -> bool:
    return one.level.period == other.level.period


def _name(pair: GrowthOnBase, words: Words, *, chosen: bool, long: bool) -> str:
    """The period that the reader chose stands in bold; English months are spelled out where there is room."""
    period = pair.level.period
    months = months_text(period, words.lang, long=long)
    name = words("outsourcing.growth_base.year") if period.is_year else months
    return f"<b>{name}</b>" if chosen else name


def _draw(pairs: tuple[GrowthOnBase, ...], chosen: GrowthOnBase, words: Words, look: Look) -> Chart:
    names = [_name(pair, words, chosen=_same(pair, chosen), long=len(pairs) < MOST_PERIODS) for pair in pairs]
    tokens, scale = tokens_of(look.theme), LARGE[words.lang]
    levels = [pair.level.at(scale) for pair in pairs]
    year = pairs[-1].level.period
    canvas = frame(look.theme, legend=True)
    based = [(place, pair.base) for place, pair in enumerate(pairs) if not pair.base.is_missing]
    of_bases: dict[float, Of] = {}
    for key, implied in (("implied", True), ("printed", False)):
        bases = [(place - APART, base) for place, base in based if base.is_derived == implied]
        if bases:
            name = words(f"outsourcing.pair.{key}", year=year.year_before())
            mark = _bases(canvas, bases, name, words, look)
            of_bases |= {place: Of(mark, item) for item, (place, _) in enumerate(bases)}
    printed = canvas.bars(
        (
            Bar(place + APART, level, Fill(tokens.chongqing), pair.level, hover=_pointed(pair, words, scale))
            for place, (pair, level) in enumerate(zip(pairs, levels, strict=True))
        ),
        name=words("outsourcing.pair.printed", year=year),
        width=WIDTH,
    )
    over: dict[str, Any] = {"role": "end", "along": "bottom", "up": 1}
    for place, pair in enumerate(pairs):
        left, right = place - APART, place + APART
        if not pair.base.is_missing:
            text, high = words.label(pair.base, scale), pair.base.bounds_at(scale)[1]
            label(canvas, text, left, high, colour=tokens.quiet, of=of_bases[left], **over)
        text = words.label(pair.level, scale)
        text += "" if pair.growth.is_missing else f"  {words.signed(pair.growth)}"
        label(
            canvas, text, right, pair.level.at(scale), colour=tokens.chongqing, of=Of(printed, place), **over
        )
    highest = max(levels + [base.bounds_at(scale)[1] for _, base in based])
    canvas.axes(
        x=Axis(ends=(-0.55, len(pairs) - 0.45), ticks=tuple(range(len(pairs))), names=tuple(names)),
        y=Axis(ends=(0, highest * 1.14), most=5),
    )
    return canvas.chart


def _bases(canvas: Canvas, bases: list[tuple[float, Fact]], name: str, words: Words, look: Look) -> int:
    """The levels of the year before: hatched with whiskers where the growth implies them, solid where printed."""
    tokens, scale = tokens_of(look.theme), LARGE[words.lang]
    implied = bases[0][1].is_derived
    fill = hatched(tokens.others, tokens.card) if implied else Fill(tokens.others)
    bars = (
        bar_of(place, base, fill, words, scale, bounds=base.bounds_at(scale) if implied else None)
        for place, base in bases
    )
    return canvas.bars(bars, name=name, width=WIDTH, whisker=whisker(tokens.text) if implied else None)


def _pointed(pair: GrowthOnBase, words: Words, scale: int) -> str:
    text = hover(pair.level, words, scale)
    return text if pair.growth.is_missing else f"{text}<br>{words.change(pair.growth)}"
