"""Growth on the same period: two bars, the earlier one hatched with whiskers because it is implied."""

from __future__ import annotations

import plotly.graph_objects as go

from lib.charts.card import Card, Look, Row
from lib.charts.labels import hover
from lib.charts.theme import frame, hatched, tokens_of, whisker
from lib.facts.outsourcing import GrowthOnBase, periods_of_newest_year
from lib.facts.record import Record
from lib.words.scales import LARGE, unit_name
from lib.words.speak import Words


def growth_base_card(record: Record, words: Words, look: Look) -> Card:
    """By how much did offshore outsourcing grow on the same period, and from which base?"""
    pairs = periods_of_newest_year(record)
    last = pairs[-1]
    said = {"level": last.level, "growth": last.growth, "base": last.base}
    return Card(
        name="growth_base",
        title=words("outsourcing.growth_base.title", **said),
        subtitle=words("outsourcing.growth_base.subtitle", unit=unit_name(last.level.unit, LARGE[words.lang], words.lang)),
        figure=_draw(pairs, words, look),
        rows=tuple(row for pair in pairs for row in _rows(pair, words)),
        alt=words(
            "outsourcing.growth_base.alt",
            pairs=words.join(words("outsourcing.growth_base.alt_pair", **_said(pair)) for pair in pairs),
        ),
        notes=(words("outsourcing.growth_base.note"),),
    )


def _said(pair: GrowthOnBase) -> dict[str, object]:
    return {"level": pair.level, "growth": pair.growth, "base": pair.base}


def _rows(pair: GrowthOnBase, words: Words) -> tuple[Row, ...]:
    return (
        Row(words("outsourcing.growth_base.level", **_said(pair)), pair.level),
        Row(words("outsourcing.growth_base.growth", **_said(pair)), pair.growth),
        Row(words("outsourcing.growth_base.base", **_said(pair)), pair.base),
    )


def _draw(pairs: tuple[GrowthOnBase, ...], words: Words, look: Look) -> go.Figure:
    tokens, scale = tokens_of(look.theme), LARGE[words.lang]
    names = [words("outsourcing.growth_base.months", period=pair.level.period) for pair in pairs]
    bases = [pair.base.at(scale) for pair in pairs]
    bounds = [pair.base.bounds_at(scale) for pair in pairs]
    year = pairs[-1].level.period
    figure = frame(look.theme, barmode="group", showlegend=True)
    figure.add_bar(
        name=words("outsourcing.growth_base.implied", year=year.year_before()),
        x=names,
        y=bases,
        marker=hatched(tokens.others, tokens.card),
        error_y=whisker([low for low, _ in bounds], bases, [high for _, high in bounds], tokens.text),
        text=[words.number(pair.base, scale) for pair in pairs],
        textposition="outside",
        textfont={"color": tokens.quiet, "size": 12.5},
        hovertext=[hover(pair.base, words, scale) for pair in pairs],
        hoverinfo="text",
    )
    levels = [pair.level.at(scale) for pair in pairs]
    figure.add_bar(
        name=words("outsourcing.growth_base.printed", year=year),
        x=names,
        y=levels,
        marker={"color": tokens.chongqing},
        text=[f"{words.number(pair.level, scale)}  {words.signed(pair.growth)}" for pair in pairs],
        textposition="outside",
        textfont={"color": tokens.chongqing, "size": 12.5},
        hovertext=[f"{hover(pair.level, words, scale)}<br>{words.change(pair.growth)}" for pair in pairs],
        hoverinfo="text",
    )
    figure.update_yaxes(range=[0, max(levels) * 1.16], nticks=5)
    return figure

