"""Growth on the same period: two bars, the earlier one hatched with whiskers because it is implied."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go

from lib.charts.canvas import Canvas
from lib.charts.card import Card, Look
from lib.charts.labels import hover, label
from lib.charts.outsourcing.pairs import pair_rows, said
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
        figure=_draw(pairs, chosen, words, look),
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


def _draw(pairs: tuple[GrowthOnBase, ...], chosen: GrowthOnBase, words: Words, look: Look) -> go.Figure:
    names = [_name(pair, words, chosen=_same(pair, chosen), long=len(pairs) < MOST_PERIODS) for pair in pairs]
    tokens, scale = tokens_of(look.theme), LARGE[words.lang]
    levels = [pair.level.at(scale) for pair in pairs]
    year = pairs[-1].level.period
    figure = frame(look.theme, barmode="overlay", showlegend=True)
    based = [(place, pair.base) for place, pair in enumerate(pairs) if not pair.base.is_missing]
    for key, implied in (("implied", True), ("printed", False)):
        bases = [(place - APART, base) for place, base in based if base.is_derived == implied]
        if bases:
            _bases(figure, bases, words(f"outsourcing.pair.{key}", year=year.year_before()), words, look)
    figure.add_bar(
        name=words("outsourcing.pair.printed", year=year),
        x=[place + APART for place in range(len(pairs))],
        y=levels,
        width=WIDTH,
        marker={"color": tokens.chongqing},
        hovertext=[_pointed(pair, words, scale) for pair in pairs],
        hoverinfo="text",
    )
    over: dict[str, Any] = {"yanchor": "bottom", "yshift": 1}
    for place, pair in enumerate(pairs):
        if not pair.base.is_missing:
            high = pair.base.bounds_at(scale)[1]
            label(figure, words.label(pair.base, scale), place - APART, high, colour=tokens.quiet, **over)
        text = words.label(pair.level, scale)
        text += "" if pair.growth.is_missing else f"  {words.signed(pair.growth)}"
        label(figure, text, place + APART, pair.level.at(scale), colour=tokens.chongqing, **over)
    figure.update_xaxes(tickvals=list(range(len(pairs))), ticktext=names, range=[-0.55, len(pairs) - 0.45])
    figure.update_yaxes(
        range=[0, max(levels + [base.bounds_at(scale)[1] for _, base in based]) * 1.14], nticks=5
    )
    return figure.drawn()


def _bases(figure: Canvas, bases: list[tuple[float, Fact]], name: str, words: Words, look: Look) -> None:
    """The levels of the year before: hatched with whiskers where the growth implies them, solid where printed."""
    tokens, scale = tokens_of(look.theme), LARGE[words.lang]
    values = [base.at(scale) for _, base in bases]
    bounds = [base.bounds_at(scale) for _, base in bases]
    implied = bases[0][1].is_derived
    figure.add_bar(
        name=name,
        x=[place for place, _ in bases],
        y=values,
        width=WIDTH,
        marker=hatched(tokens.others, tokens.card) if implied else {"color": tokens.others},
        error_y=whisker([low for low, _ in bounds], values, [high for _, high in bounds], tokens.text)
        if implied
        else None,
        hovertext=[hover(base, words, scale) for _, base in bases],
        hoverinfo="text",
    )


def _pointed(pair: GrowthOnBase, words: Words, scale: int) -> str:
    text = hover(pair.level, words, scale)
    return text if pair.growth.is_missing else f"{text}<br>{words.change(pair.growth)}"
