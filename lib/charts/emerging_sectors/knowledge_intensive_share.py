"""The nation's knowledge-intensive share: full years filled, parts of a year open, no line across a gap."""

from __future__ import annotations

import math
from datetime import date
from itertools import pairwise
from typing import Any

import plotly.graph_objects as go

from lib.charts.canvas import Canvas
from lib.charts.card import Card, Look, Row
from lib.charts.labels import hover, label
from lib.charts.theme import frame, tokens_of
from lib.charts.tokens import Tokens
from lib.charts.years import every
from lib.facts.emerging import emerging_share, growth_behind, knowledge_intensive
from lib.facts.errors import maybe
from lib.facts.fact import Fact
from lib.facts.record import Record
from lib.facts.series import runs_of_years
from lib.words.speak import Words


def knowledge_intensive_share_card(record: Record, words: Words, look: Look) -> Card:
    """How has the share of knowledge-intensive services in the nation's services trade moved?"""
    shares = knowledge_intensive(record)
    years = [share for share in shares if share.period.is_year]
    own = maybe(emerging_share, record)
    said = [share for share in shares if own and not share.period.is_year and share.period == own.period]
    behind = growth_behind(record, years[-1]) if years else None
    told = (
        words("emerging_sectors.knowledge_intensive_share.alt_years", years=_list(years, words))
        if years
        else ""
    )
    parts = [share for share in shares if not share.period.is_year]
    in_parts = (
        words("emerging_sectors.knowledge_intensive_share.alt_parts", parts=_list(parts, words))
        if parts
        else ""
    )
    return Card(
        name="knowledge_intensive_share",
        title=_title(years, shares[-1], words),
        subtitle=words("emerging_sectors.knowledge_intensive_share.subtitle"),
        figure=_draw(shares, [*said, shares[-1]], words, look),
        rows=(
            *(
                Row(words("emerging_sectors.knowledge_intensive_share.row", share=share), share)
                for share in shares
            ),
            *_behind_rows(behind, words),
        ),
        alt=words(
            "emerging_sectors.knowledge_intensive_share.alt",
            shares=words.join(text for text in (told, in_parts) if text),
        ),
        notes=(words("emerging_sectors.knowledge_intensive_share.note"), *_behind_note(behind, words)),
    )


def _title(years: list[Fact], newest: Fact, words: Words) -> str:
    """From the first to the last whole year of one scope, whichever way; without two of them the newest share."""
    of_scope = [year for year in years if year.basis == years[-1].basis]
    if len(of_scope) < 2:
        last = years[-1] if years else newest
        return words("emerging_sectors.knowledge_intensive_share.stands", last=last)
    first, last = of_scope[0], of_scope[-1]
    direction = "rose" if last.lower > first.upper else "fell" if last.upper < first.lower else "did_not_move"
    return words(f"emerging_sectors.knowledge_intensive_share.{direction}", first=first, last=last)


def _list(shares: list[Fact], words: Words) -> str:
    return words.list([_told(share, words) for share in shares])


def _behind_rows(behind: tuple[Fact, Fact] | None, words: Words) -> tuple[Row, ...]:
    if not behind:
        return ()
    part, whole = behind
    return (
        Row(words("emerging_sectors.knowledge_intensive_share.part_growth", year=part), part),
        Row(words("emerging_sectors.knowledge_intensive_share.whole_growth", year=whole), whole),
    )


def _behind_note(behind: tuple[Fact, Fact] | None, words: Words) -> tuple[str, ...]:
    """A share also rises when the whole shrinks: said where the printed growths say so."""
    if not behind or not behind[0].value > 0 > behind[1].value:
        return ()
    return (words("emerging_sectors.knowledge_intensive_share.behind", part=behind[0], whole=behind[1]),)


def _told(share: Fact, words: Words) -> str:
    return words("emerging_sectors.knowledge_intensive_share.told", share=share)


def _draw(shares: tuple[Fact, ...], labelled: list[Fact], words: Words, look: Look) -> go.Figure:
    tokens = tokens_of(look.theme)
    figure = frame(look.theme)
    for run in runs_of_years(shares):
        _points(figure, run, words, mode="lines+markers", symbol="circle", colour=tokens.others)
    parts = tuple(share for share in shares if not share.period.is_year)
    _points(figure, parts, words, mode="markers", symbol="circle-open", colour=tokens.others)
    ground = {"bgcolor": tokens.card, "borderpad": 1}  # it may lie over the line of another scope
    for share in shares:
        if share.period.is_year:
            _label(figure, share, words.fact(share), tokens.text, yanchor="top", yshift=-5)
        elif share in labelled:
            # The newest stands under its point and ends there, so that nothing is cut off at the edge.
            newest = {
                "xanchor": "right",
                "align": "right",
                "xshift": 8,
                "yanchor": "top",
                "yshift": -22,
            } | ground
            text = words("emerging_sectors.knowledge_intensive_share.part", share=share)
            _label(figure, share, text, tokens.quiet, **(newest if share is shares[-1] else {}))
    for before, later in pairwise(shares):
        if before.basis != later.basis:
            _break(figure, date(later.period.end.year, 1, 1), words, tokens)
    first, last = shares[0].period.end.year, shares[-1].period.end.year
    years = every(range(first, last + 1))
    figure.update_xaxes(
        range=[date(first, 6, 1), date(last + 1, 3, 1)],
        tickvals=[date(year, 12, 31) for year in years],
        ticktext=[words.year(year) for year in years],
        tickangle=0,
    )
    values = [share.at(0) for share in shares]
    figure.update_yaxes(
        range=[math.floor(min(values) / 10) * 10, math.ceil(max(values) / 10) * 10], dtick=10, ticksuffix="%"
    )
    return figure.drawn()


def _points(
    figure: Canvas, shares: tuple[Fact, ...], words: Words, *, mode: str, symbol: str, colour: str
) -> None:
    figure.add_scatter(
        x=[share.period.end for share in shares],
        y=[share.at(0) for share in shares],
        mode=mode,
        line={"color": colour, "width": 2},
        marker={"size": 9, "symbol": symbol, "color": colour, "line": {"width": 2, "color": colour}},
        hovertext=[hover(share, words) for share in shares],
        hoverinfo="text",
    )


def _break(figure: Canvas, day: date, words: Words, tokens: Tokens) -> None:
    """Where another scope begins, a line across which nothing is joined."""
    line = {"color": tokens.quiet, "width": 1.4, "dash": "dash"}
    figure.add_shape(type="line", x0=day, x1=day, xref="x", y0=0, y1=1, yref="y domain", line=line)
    label(
        figure, f"<b>{words('chart.scope_changed')}</b>", day, 0, yref="y domain", colour=tokens.text,
        xanchor="right", yanchor="bottom", xshift=-5, yshift=2,
    )  # fmt: skip


def _label(figure: Canvas, share: Fact, text: str, colour: str, **placed: Any) -> None:
    over = {"xanchor": "left", "align": "left", "xshift": -2, "yanchor": "bottom", "yshift": 6}
    label(figure, text, share.period.end, share.at(0), colour=colour, **(over | placed))
