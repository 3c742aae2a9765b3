"""How far to the goal: the outcome a point, the needed path dashed, the stated one dotted."""

from __future__ import annotations

from dataclasses import replace

import plotly.graph_objects as go

from lib.charts.card import Card, Look, Row
from lib.charts.labels import label, threshold
from lib.charts.theme import frame, tokens_of
from lib.charts.trade_volume.paths import add_path, add_point
from lib.facts.convert import in_currency
from lib.facts.fact import Fact
from lib.facts.goal import GoalPath, goal_path
from lib.facts.record import Record
from lib.words.scales import LARGE, unit_name
from lib.words.speak import Words


def goal_path_card(record: Record, words: Words, look: Look) -> Card:
    """Which growth does the goal for 2025 need, and where would the stated growth lead?"""
    printed = goal_path(record)
    path = in_one_currency(printed, look.currency, record)
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
            *(
                Row(words("trade_volume.goal_path.needed_level", year=level), level)
                for level in path.needed_path
            ),
            *(
                Row(words("trade_volume.goal_path.stated_level", year=level), level)
                for level in path.stated_path
            ),
            *_printed_rows(printed, words, look),
        ),
        alt=words("trade_volume.goal_path.alt", end=end, **said),
        notes=_notes(printed, words, look),
    )


def in_one_currency(path: GoalPath, currency: str, record: Record) -> GoalPath:
    """What is the path in a currency? All at the rate of the outcome's year: growth is kept."""
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


def _printed_rows(path: GoalPath, words: Words, look: Look) -> tuple[Row, ...]:
    """The figures that the note speaks of, where the chart shows them in another currency."""
    if look.currency == path.goal.unit:
        return ()
    end = path.stated_path[-1]
    return (
        Row(words("trade_volume.goal_path.goal_printed"), path.goal),
        Row(words("trade_volume.goal_path.stated_printed", year=end), end),
    )


def _notes(path: GoalPath, words: Words, look: Look) -> tuple[str, ...]:
    said = words("trade_volume.goal_path.note", stated=path.stated, end=path.stated_path[-1], goal=path.goal)
    if look.currency == "CNY":
        return (said,)
    return said, words("trade_volume.goal_path.rate_note", year=path.outcome)


def _draw(path: GoalPath, words: Words, look: Look) -> go.Figure:
    tokens, scale = tokens_of(look.theme), LARGE[words.lang]
    figure = frame(look.theme)
    first, last = path.outcome, path.goal
    for levels, dash, colour in (
        (path.stated_path, "dot", tokens.others),
        (path.needed_path, "dash", tokens.chongqing),
    ):
        add_path(figure, (first, *levels), dash=dash, colour=colour, words=words, scale=scale)
    for point, symbol, colour in ((first, "circle", tokens.chongqing), (last, "circle-open", tokens.goal)):
        add_point(figure, point, symbol=symbol, colour=colour, words=words, scale=scale)
    threshold(
        figure,
        words("trade_volume.goal_path.goal_label", goal=last),
        y=last.at(scale),
        colour=tokens.goal,
        text_colour=tokens.goal_text,
        x=0.03,
    )
    start, end = first.period.end.year, last.period.end.year
    label(
        figure,
        words.label(first, scale),
        start,
        first.at(scale),
        colour=tokens.chongqing,
        xanchor="left",
        xshift=-7,
        yshift=-17,
    )
    label(
        figure,
        words("trade_volume.goal_path.needed_label", needed=path.needed),
        end,
        path.needed_path[len(path.needed_path) // 2].at(scale),
        colour=tokens.chongqing,
        xanchor="right",
        yshift=-20,
    )
    stated_end = path.stated_path[-1]
    label(
        figure,
        words("trade_volume.goal_path.stated_label", stated=path.stated, end=words.label(stated_end, scale)),
        end,
        stated_end.at(scale),
        colour=tokens.quiet,
        xanchor="right",
        yshift=13,
    )
    figure.update_xaxes(range=[start - 0.25, end + 0.3], dtick=1)
    figure.update_yaxes(range=[0, stated_end.at(scale) * 1.18])
    return figure
