"""Growth on the same period: two bars, the earlier one hatched with whiskers because it is implied."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go

from lib.charts.card import Card, Look
from lib.charts.labels import hover, label
from lib.charts.outsourcing.pairs import pair_rows, said
from lib.charts.theme import frame, hatched, tokens_of, whisker
from lib.facts.outsourcing import GrowthOnBase, growth_in, periods_of_newest_year
from lib.facts.record import Record
from lib.words.scales import LARGE, unit_name
from lib.words.speak import Words

APART, WIDTH = 0.2, 0.36
MOST_PERIODS = 3


def growth_base_card(record: Record, words: Words, look: Look) -> Card:
    """By how much did offshore outsourcing grow on the same period, and from which base?"""
    chosen = growth_in(record, look.period)
    pairs = _beside(chosen, periods_of_newest_year(record))
    unit = unit_name(chosen.level.unit, LARGE[words.lang], words.lang)
    name = record.name("indicators", chosen.level.indicator, words.lang)
    return Card(
        name="growth_base",
        title=words("outsourcing.growth_base.title", **said(chosen)),
        subtitle=words("outsourcing.growth_base.subtitle", unit=unit),
        figure=_draw(pairs, chosen, words, look),
        rows=tuple(row for pair in pairs for row in pair_rows(pair, words, name=name)),
        alt=words(
            "outsourcing.growth_base.alt",
            pairs=words.join(words("outsourcing.growth_base.alt_pair", **said(pair)) for pair in pairs),
        ),
        notes=(words("outsourcing.growth_base.note"),),
    )


def _beside(chosen: GrowthOnBase, pairs: tuple[GrowthOnBase, ...]) -> tuple[GrowthOnBase, ...]:
    """The newest periods and the chosen one: more labels than these do not fit."""
    newest = pairs[-MOST_PERIODS:]
    return newest if chosen in newest else (chosen, *newest[1:])


def _name(pair: GrowthOnBase, chosen: bool, words: Words) -> str:
    """The period that the reader chose stands in bold."""
    name = words("outsourcing.growth_base.months", period=pair.level.period)
    return f"<b>{name}</b>" if chosen else name


def _draw(pairs: tuple[GrowthOnBase, ...], chosen: GrowthOnBase, words: Words, look: Look) -> go.Figure:
    names = [_name(pair, pair == chosen, words) for pair in pairs]
    tokens, scale = tokens_of(look.theme), LARGE[words.lang]
    bases = [pair.base.at(scale) for pair in pairs]
    bounds = [pair.base.bounds_at(scale) for pair in pairs]
    levels = [pair.level.at(scale) for pair in pairs]
    year = pairs[-1].level.period
    figure = frame(look.theme, barmode="overlay", showlegend=True)
    figure.add_bar(
        name=words("outsourcing.pair.implied", year=year.year_before()),
        x=[place - APART for place in range(len(pairs))],
        y=bases,
        width=WIDTH,
        marker=hatched(tokens.others, tokens.card),
        error_y=whisker([low for low, _ in bounds], bases, [high for _, high in bounds], tokens.text),
        hovertext=[hover(pair.base, words, scale) for pair in pairs],
        hoverinfo="text",
    )
    figure.add_bar(
        name=words("outsourcing.pair.printed", year=year),
        x=[place + APART for place in range(len(pairs))],
        y=levels,
        width=WIDTH,
        marker={"color": tokens.chongqing},
        hovertext=[f"{hover(pair.level, words, scale)}<br>{words.change(pair.growth)}" for pair in pairs],
        hoverinfo="text",
    )
    for place, (pair, (_, high)) in enumerate(zip(pairs, bounds, strict=True)):
        over: dict[str, Any] = {"yanchor": "bottom", "yshift": 1}
        label(figure, words.label(pair.base, scale), place - APART, high, colour=tokens.quiet, **over)
        text = f"{words.label(pair.level, scale)}  {words.signed(pair.growth)}"
        label(figure, text, place + APART, pair.level.at(scale), colour=tokens.chongqing, **over)
    figure.update_xaxes(tickvals=list(range(len(pairs))), ticktext=names, range=[-0.55, len(pairs) - 0.45])
    figure.update_yaxes(range=[0, max(levels + [high for _, high in bounds]) * 1.14], nticks=5)
    return figure
