"""What is there for each enterprise: the range that "nearly" leaves, as a line with two ends."""

from __future__ import annotations

import plotly.graph_objects as go

from lib.charts.card import Card, Look, Row
from lib.charts.labels import hover, label
from lib.charts.theme import frame, tokens_of
from lib.facts.enterprises import ends_of, value_per_enterprise
from lib.facts.fact import Fact
from lib.facts.record import Record
from lib.words.speak import Words


def value_per_enterprise_card(record: Record, words: Words, look: Look) -> Card:
    """How much services trade is there for each enterprise, and how surely is that known?"""
    found = value_per_enterprise(record)
    each, count, total = found.each, found.count, found.total
    least, most = ends_of(each)
    said = {"each": each, "count": count, "total": total, "least": least, "most": most}
    sure = {True: "least", False: "most", None: "about"}[found.as_least]
    return Card(
        name="value_per_enterprise",
        title=words(f"enterprises.value_per_enterprise.title.{sure}", total=total, said=found.said),
        subtitle=words("enterprises.value_per_enterprise.subtitle", **said),
        figure=_draw(each, count, words, look),
        rows=(
            Row(words("enterprises.value_per_enterprise.each", **said), each),
            Row(words("enterprises.value_per_enterprise.total", **said), total),
            Row(words("enterprises.value_per_enterprise.count", **said), count),
        ),
        alt=words("enterprises.value_per_enterprise.alt", **said),
        notes=(words("enterprises.value_per_enterprise.note", **said),),
    )


def _draw(each: Fact, count: Fact, words: Words, look: Look) -> go.Figure:
    tokens = tokens_of(look.theme)
    least, most = ends_of(each)
    fewest, all_of_them = ends_of(count)
    figure = frame(look.theme, height=130)
    figure.add_scatter(
        x=[least.at(0), most.at(0)],
        y=[0, 0],
        mode="lines+markers",
        line={"color": tokens.chongqing, "width": 5},
        marker={"symbol": "line-ns", "size": 18, "line": {"width": 2.5, "color": tokens.chongqing}},
        hovertext=[hover(each, words), hover(each, words)],
        hoverinfo="text",
    )
    # The fewer enterprises there are, the more there is for each.
    for value, divided_by in ((least, all_of_them), (most, fewest)):
        label(
            figure,
            f"<b>{words.fact(value)}</b>",
            value.at(0),
            0,
            colour=tokens.chongqing,
            yshift=22,
            font={"color": tokens.chongqing, "size": 15},
        )
        label(
            figure,
            words("enterprises.value_per_enterprise.divided_by", count=divided_by),
            value.at(0),
            0,
            colour=tokens.quiet,
            yshift=-24,
        )
    # Room for the texts at both ends: half the range on either side.
    room = (most.at(0) - least.at(0)) / 2
    figure.update_xaxes(visible=False, range=[least.at(0) - room, most.at(0) + room])
    figure.update_yaxes(visible=False, range=[-1, 1])
    return figure.drawn()
