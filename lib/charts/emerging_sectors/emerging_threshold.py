"""Is it over the threshold: a bar solid to what is known, hatched to what is possible, a line at one half."""

from __future__ import annotations

import plotly.graph_objects as go

from lib.charts.card import Card, Look, Row
from lib.charts.labels import hover, label
from lib.charts.strips import add_line, extent, ink_on
from lib.charts.theme import frame, hatched, tokens_of, whisker
from lib.facts.emerging import HALF, emerging_share, has_mix, is_open, standing
from lib.facts.fact import Fact
from lib.facts.record import Record
from lib.words.answers.emerging_sectors import sectors_text, share_of_what
from lib.words.speak import Words

WIDTH = 0.5


def emerging_threshold_card(record: Record, words: Words, look: Look) -> Card:
    """Do emerging sectors make up more than half of Chongqing's services trade?"""
    share = emerging_share(record)
    known = "open" if is_open(share) else "exact"
    names, of = sectors_text(record, words), share_of_what(share, words)
    split = "sectors_split" if has_mix(record) else "sectors_unsplit"
    return Card(
        name="emerging_threshold",
        title=words("emerging_sectors.emerging_threshold.title", share=share, of=of),
        subtitle=words(f"emerging_sectors.emerging_threshold.subtitle_{known}", of=of),
        figure=_draw(share, words, look),
        rows=(Row(words("emerging_sectors.emerging_threshold.share", share=share, of=of), share),),
        alt=words(
            f"emerging_sectors.emerging_threshold.alt_{known}",
            share=share,
            of=of,
            side=words(f"emerging_sectors.side.{standing(share)}", half=words.constant(HALF)),
        ),
        notes=(words(f"emerging_sectors.emerging_threshold.{split}", names=names),),
    )


def _draw(share: Fact, words: Words, look: Look) -> go.Figure:
    tokens = tokens_of(look.theme)
    known, possible = extent(share)
    lower, upper = share.bounds_at(0)
    said = hover(share, words)
    figure = frame(look.theme, barmode="overlay")
    figure.add_bar(
        x=[known],
        y=[0],
        width=WIDTH,
        orientation="h",
        marker={"color": tokens.chongqing},
        error_x=None
        if possible > known or lower == upper
        else whisker([lower], [known], [upper], tokens.text),
        text=[
            words("emerging_sectors.emerging_threshold.known", share=share)
            if is_open(share)
            else words.fact(share)
        ],
        textposition="inside",
        insidetextanchor="middle",
        insidetextfont={"color": ink_on(True, look), "size": 14.5},
        textangle=0,
        hovertext=[said],
        hoverinfo="text",
    )
    if possible > known:
        figure.add_bar(
            x=[possible - known],
            base=[known],
            y=[0],
            width=WIDTH,
            orientation="h",
            marker=hatched(tokens.chongqing, tokens.card),
            hovertext=[said],
            hoverinfo="text",
        )
        label(
            figure,
            words("emerging_sectors.emerging_threshold.unknown"),
            (known + possible) / 2,
            0,
            colour=tokens.text,
            bgcolor=tokens.card,
            borderpad=3,
        )
    add_line(figure, words("emerging_sectors.line", half=words.constant(HALF)), HALF, look)
    figure.update_xaxes(range=[0, 104], dtick=25, ticksuffix="%", ticklabeloverflow="allow")
    figure.update_yaxes(visible=False, range=[-0.45, 0.62])
    return figure.drawn()
