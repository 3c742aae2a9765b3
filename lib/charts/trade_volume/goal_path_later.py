"""Beyond the goal: the needed and the stated path to it, and a third one at the later plan's growth."""

from __future__ import annotations

from dataclasses import replace

import plotly.graph_objects as go

from lib.charts.card import Card, Look, Row
from lib.charts.labels import hover, label
from lib.charts.theme import frame, tokens_of, whisker
from lib.charts.trade_volume.goal_path import in_one_currency
from lib.charts.trade_volume.paths import add_path, add_point
from lib.facts.convert import in_currency
from lib.facts.goal import LaterPath, later_path
from lib.facts.record import Record
from lib.words.scales import LARGE, unit_name
from lib.words.speak import Words


def goal_path_later_card(record: Record, words: Words, look: Look) -> Card:
    """Where would the later plan's growth lead by its last year, if the goal before it had been met?"""
    later = _in(look.currency, later_path(record), record)
    path, end = later.to_goal, later.levels[-1]
    said = {"outcome": path.outcome, "goal": path.goal, "growth": later.growth, "end": end}
    rates = {"needed": path.needed, "stated": path.stated, "goal": path.goal}
    unit = unit_name(path.outcome.unit, LARGE[words.lang], words.lang)
    notes = [words("trade_volume.goal_path_later.note", **said)]
    if later.growth.upper < min(path.needed.lower, path.stated.lower):
        notes.append(words("trade_volume.goal_path_later.slower", **rates))
    if look.currency != "CNY":
        notes.append(words("trade_volume.goal_path.rate_note", year=path.outcome))
    return Card(
        name="goal_path_later",
        title=words("trade_volume.goal_path_later.title", **said),
        subtitle=words("trade_volume.goal_path_later.subtitle", unit=unit, outcome=path.outcome),
        figure=_draw(later, words, look),
        rows=(
            Row(words("trade_volume.goal_path.outcome"), path.outcome),
            Row(words("trade_volume.goal_path.goal"), path.goal),
            Row(words("trade_volume.goal_path.needed"), path.needed),
            Row(words("trade_volume.goal_path.stated"), path.stated),
            *(
                Row(words(f"trade_volume.goal_path.{kind}_level", year=level), level)
                for kind, levels in (("needed", path.needed_path), ("stated", path.stated_path))
                for level in levels
            ),
            Row(words("trade_volume.goal_path_later.growth", growth=later.growth), later.growth),
            *(
                Row(words("trade_volume.goal_path_later.level", level=level, goal=path.goal), level)
                for level in later.levels
            ),
        ),
        alt=words("trade_volume.goal_path_later.alt", **said),
        notes=tuple(notes),
    )


def _in(currency: str, later: LaterPath, record: Record) -> LaterPath:
    year = later.to_goal.outcome.period.end.year
    return replace(
        later,
        to_goal=in_one_currency(later.to_goal, currency, record),
        levels=tuple(in_currency(level, currency, record, rate_year=year) for level in later.levels),
    )


def _draw(later: LaterPath, words: Words, look: Look) -> go.Figure:
    tokens, scale, path = tokens_of(look.theme), LARGE[words.lang], later.to_goal
    figure = frame(look.theme)
    for points, dash, colour in (
        ((path.outcome, *path.stated_path), "dot", tokens.others),
        ((path.outcome, *path.needed_path), "dash", tokens.chongqing),
        ((path.goal, *later.levels), "dashdot", tokens.goal),
    ):
        add_path(figure, points, dash=dash, colour=colour, words=words, scale=scale)
    add_point(figure, path.outcome, symbol="circle", colour=tokens.chongqing, words=words, scale=scale)
    add_point(figure, path.goal, symbol="circle-open", colour=tokens.goal, words=words, scale=scale)
    end = later.levels[-1]
    _end_with_whisker(figure, later, words, look)
    years = path.outcome.period.end.year, path.goal.period.end.year, end.period.end.year
    label(
        figure, words.label(path.outcome, scale), years[0], path.outcome.at(scale),
        colour=tokens.chongqing, xanchor="left", xshift=-7, yshift=-17,
    )  # fmt: skip
    label(
        figure, words("trade_volume.goal_path.goal_label", goal=path.goal), years[1], path.goal.at(scale),
        colour=tokens.goal_text, xanchor="left", xshift=2, yshift=-18,
    )  # fmt: skip
    label(
        figure, words("trade_volume.goal_path_later.needed_label", needed=path.needed),
        years[1] - 1, path.needed_path[-2].at(scale),
        colour=tokens.chongqing, xanchor="right", xshift=14, yshift=-32,
    )  # fmt: skip
    label(
        figure,
        words(
            "trade_volume.goal_path_later.stated_label",
            stated=path.stated,
            end=words.label(path.stated_path[-1], scale),
        ),
        years[1], path.stated_path[-1].at(scale), colour=tokens.quiet, xanchor="right", yshift=12,
    )  # fmt: skip
    label(
        figure,
        words("trade_volume.goal_path_later.later_label", growth=later.growth, end=words.label(end, scale)),
        years[2], end.bounds_at(scale)[1], colour=tokens.goal_text, xanchor="right", xshift=8, yshift=13,
    )  # fmt: skip
    figure.update_xaxes(range=[years[0] - 0.35, years[2] + 0.4], tickmode="array", tickvals=years)
    figure.update_yaxes(range=[0, end.bounds_at(scale)[1] * 1.16], nticks=5)
    return figure


def _end_with_whisker(figure: go.Figure, later: LaterPath, words: Words, look: Look) -> None:
    tokens, scale, end = tokens_of(look.theme), LARGE[words.lang], later.levels[-1]
    lower, upper = end.bounds_at(scale)
    figure.add_scatter(
        x=[end.period.end.year],
        y=[end.at(scale)],
        mode="markers",
        marker={"size": 4, "color": tokens.goal},
        error_y=whisker([lower], [end.at(scale)], [upper], tokens.goal),
        hovertext=[hover(end, words, scale)],
        hoverinfo="text",
    )
