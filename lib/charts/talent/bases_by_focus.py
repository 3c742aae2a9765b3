"""What the named bases train, counted in the source's own list."""

from __future__ import annotations

from textwrap import wrap

import plotly.graph_objects as go

from lib.charts.card import Card, Look, Row
from lib.charts.labels import hover, label
from lib.charts.theme import frame, tokens_of
from lib.facts.fact import Fact
from lib.facts.record import Record
from lib.facts.talent import bases_by_focus, named_total
from lib.words.speak import Words

HEIGHT, WIDTH, LINE = 380, 0.4, 44


def bases_by_focus_card(record: Record, words: Words, look: Look) -> Card:
    """How many of the named bases train what?"""
    bases, counts = named_total(record), bases_by_focus(record)
    names = [record.name("categories", count.category, words.lang) for count in counts]
    listed = list(zip(names, counts, strict=True))
    return Card(
        name="bases_by_focus",
        title=words("talent.bases_by_focus.title", bases=bases, most=counts[0], name=names[0]),
        subtitle=words("talent.bases_by_focus.subtitle", bases=bases),
        figure=_draw(listed, words, look),
        rows=(
            Row(words("talent.bases_by_focus.bases"), bases),
            *(Row(words("talent.bases_by_focus.count", name=name), count) for name, count in listed),
        ),
        alt=words(
            "talent.bases_by_focus.alt",
            bases=bases,
            parts=words.join(
                words("talent.bases_by_focus.alt_part", name=name, count=count) for name, count in listed
            ),
        ),
    )


def _draw(listed: list[tuple[str, Fact]], words: Words, look: Look) -> go.Figure:
    tokens = tokens_of(look.theme)
    figure = frame(look.theme, height=HEIGHT)
    counts = [count for _, count in listed]
    figure.add_bar(
        x=[count.at(0) for count in counts],
        y=[-place for place in range(len(counts))],
        width=WIDTH,
        orientation="h",
        marker={"color": tokens.chongqing},
        text=[words.fact(count) for count in counts],
        textposition="outside",
        textfont={"color": tokens.chongqing, "size": 12.5},
        hovertext=[f"{name}<br>{hover(count, words)}" for name, count in listed],
        hoverinfo="text",
    )
    for place, (name, _) in enumerate(listed):
        label(
            figure,
            "<br>".join(wrap(name, LINE)),
            0,
            WIDTH / 2 - place,
            colour=tokens.text,
            xanchor="left",
            yanchor="bottom",
            xshift=-4,
            align="left",
        )
    figure.update_xaxes(range=[0, max(count.at(0) for count in counts) * 1.15], visible=False)
    figure.update_yaxes(visible=False, range=[-len(counts) + 0.6, 0.72])
    return figure.drawn()
