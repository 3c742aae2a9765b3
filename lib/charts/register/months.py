"""Single months as bars, the newest and the same month a year earlier labelled."""

from __future__ import annotations

import plotly.graph_objects as go

from lib.charts.card import Look
from lib.charts.labels import hover
from lib.charts.theme import frame, tokens_of
from lib.facts.fact import Fact
from lib.words.speak import Words

EVERY = 6
# The name of the newest month needs room on a phone, or Plotly leaves it out.
_AT_THE_END = 1.4


def draw_months(months: tuple[Fact, ...], words: Words, look: Look, *, scale: int) -> go.Figure:
    """What do months look like, one bar each? Every sixth month is named, counted back from the newest."""
    tokens, last = tokens_of(look.theme), months[-1]
    named = {last.period, last.period.year_before()}
    places = list(range(len(months)))
    figure = frame(look.theme)
    figure.add_bar(
        x=places,
        y=[fact.at(scale) for fact in months],
        marker={"color": tokens.chongqing},
        text=[words.label(fact, scale) if fact.period in named else "" for fact in months],
        textposition="outside",
        textangle=0,
        cliponaxis=False,
        textfont={"color": tokens.chongqing, "size": 12.5},
        hovertext=[hover(fact, words, scale) for fact in months],
        hoverinfo="text",
    )
    ticks = places[::-1][::EVERY][::-1]
    texts = [words.period(months[place].period) for place in ticks]
    figure.update_xaxes(tickvals=ticks, ticktext=texts, range=[-0.8, len(months) + _AT_THE_END])
    figure.update_yaxes(range=[0, max(max(fact.at(scale) for fact in months), 1e-9) * 1.2], nticks=5)
    return figure.drawn()
