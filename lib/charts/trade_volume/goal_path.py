"""How far to the goal: the outcome as a point, the needed path dashed, the stated one dotted, the goal a line."""

from __future__ import annotations

from dataclasses import replace

import plotly.graph_objects as go

from lib.charts.card import Card, Look, Row
from lib.charts.labels import hover, label, threshold
from lib.charts.theme import frame, tokens_of
from lib.facts.convert import in_currency
from lib.facts.fact import Fact
from lib.facts.goal import GoalPath, goal_path
from lib.facts.record import Record
from lib.words.scales import LARGE, unit_name
from lib.words.speak import Words


def goal_path_card(record: Record, words: Words, look: Look) -> Card:
    """Which growth does the goal for 2025 need, and where would the stated growth lead?"""
    path = _in(look.currency, goal_path(record), record)
    unit = unit_name(path.outcome.unit, LARGE[words.lang], words.lang)
    said = {"goal": path.goal, "needed": path.needed, "stated": path.stated, "outcome": path.outcome}
    end = path.stated_path[-1]
    return Card(
        name="goal_path",
        title=words("trade_volume.goal_path.title", **said),
        subtitle=words("trade_volume.goal_path.subtitle", unit=unit, year=path.outcome),
        figure=_draw(path, words, look),
        rows=(
            Row(words("trade_volume.goal_path.outcome"), path.outcome),
            Row(words("trade_volume.goal_path.goal"), path.goal),
            Row(words("trade_volume.goal_path.gap"), path.gap),
            Row(words("trade_volume.goal_path.needed"), path.needed),
            Row(words("trade_volume.goal_path.stated"), path.stated),
            *(Row(words("trade_volume.goal_path.needed_level", year=level), level) for level in path.needed_path),
            *(Row(words("trade_volume.goal_path.stated_level", year=level), level) for level in path.stated_path),
        ),
        alt=words("trade_volume.goal_path.alt", end=end, **said),
        notes=_notes(path, words, look),
    )


def _in(currency: str, path: GoalPath, record: Record) -> GoalPath:
    year = path.outcome.period.end.year

    def level(fact: Fact) -> Fact:
        return in_currency(fact, currency, record, rate_year=year)

    return replace(
        path,
        outcome=level(path.outcome),
        goal=level(path.goal),
        gap=level(path.gap),
        needed_path=tuple(map(level, path.needed_path)),
        stated_path=tuple(map(level, path.stated_path)),
    )


def _notes(path: GoalPath, words: Words, look: Look) -> tuple[str, ...]:
    said = words("trade_volume.goal_path.note", stated=path.stated, end=path.stated_path[-1], goal=path.goal)
    if look.currency == "CNY":
        return (said,)
    return said, words("trade_volume.goal_path.rate_note", year=path.outcome)


def _draw(path: GoalPath, words: Words, look: Look) -> go.Figure:
    tokens, scale = tokens_of(look.theme), LARGE[words.lang]
    figure = frame(look.theme)
    for levels, dash, colour in (
        (path.stated_path, "dot", tokens.others),
        (path.needed_path, "dash", tokens.chongqing),
    ):
        points = (path.outcome, *levels)
        figure.add_scatter(
            x=[point.period.end.year for point in points],
            y=[point.at(scale) for point in points],
            mode="lines",
            line={"color": colour, "dash": dash, "width": 2},
            hovertext=[hover(point, words, scale) for point in points],
            hoverinfo="text",
        )
    first, last = path.outcome, path.goal
    for point, symbol, colour in ((first, "circle", tokens.chongqing), (last, "circle-open", tokens.goal)):
        figure.add_scatter(
            x=[point.period.end.year],
            y=[point.at(scale)],
            mode="markers",
            marker={"size": 11, "symbol": symbol, "color": colour, "line": {"width": 2.5}},
            hovertext=[hover(point, words, scale)],
            hoverinfo="text",
        )
    threshold(
        figure,
        words("trade_volume.goal_path.goal_label", goal=last),
        y=last.at(scale),
        colour=tokens.goal,
        text_colour=tokens.goal_text,
        x=0.03,
    )
    start = first.period.end.year
    label(figure, words.number(first, scale), start, first.at(scale), colour=tokens.chongqing, yshift=15)
    label(
        figure,
        words("trade_volume.goal_path.needed_label", needed=path.needed),
        start + 3,
        path.needed_path[2].at(scale),
        colour=tokens.chongqing,
        yshift=-20,
        xanchor="left",
    )
    label(
        figure,
        words("trade_volume.goal_path.stated_label", stated=path.stated, end=words.number(path.stated_path[-1], scale)),
        last.period.end.year,
        path.stated_path[-1].at(scale),
        colour=tokens.quiet,
        xanchor="right",
        yshift=13,
    )
    figure.update_xaxes(range=[start - 0.25, last.period.end.year + 0.3], dtick=1)
    figure.update_yaxes(range=[0, path.stated_path[-1].at(scale) * 1.18])
    return figure
