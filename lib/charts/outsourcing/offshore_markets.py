"""Where the orders come from: two groups of markets that overlap, so side by side and never stacked."""

from __future__ import annotations

import plotly.graph_objects as go

from lib.charts.canvas import Canvas
from lib.charts.card import Card, Look, Row
from lib.charts.labels import hover, label
from lib.charts.theme import frame, tokens_of
from lib.facts.markets import GROUPS, MEASURES, Market, markets, source_markets
from lib.facts.record import Record
from lib.words.scales import SMALL, unit_name
from lib.words.speak import Words

WIDTH, HEIGHT = 0.42, 240


def offshore_markets_card(record: Record, words: Words, look: Look) -> Card:
    """How much offshore outsourcing came from Belt and Road economies and from ASEAN?"""
    listed = markets(record)
    names = {market.group: words(f"outsourcing.offshore_markets.group_{market.group}") for market in listed}
    known = [(market, market.level) for market in listed if market.level]
    period, unit = known[0][1].period, unit_name(known[0][1].unit, SMALL[words.lang], words.lang)
    by_measure = [[market for market, _ in known if market.measure == measure] for measure in MEASURES]
    first = next(listed for listed in by_measure if listed)
    count = source_markets(record, period)
    return Card(
        name="offshore_markets",
        title=words(
            "outsourcing.offshore_markets.title"
            if len(first) > 1
            else "outsourcing.offshore_markets.title_alone",
            period=period,
            measure=words(f"outsourcing.measure.{first[0].measure}"),
            parts=_strung(first, names, words),
        ),
        subtitle=words("outsourcing.offshore_markets.subtitle", period=period, unit=unit),
        figure=_draw(listed, names, words, look),
        rows=(
            *(row for market in listed for row in _rows(market, names[market.group], words)),
            *([Row(words("outsourcing.offshore_markets.count"), count)] if count else []),
        ),
        alt=words(
            "outsourcing.offshore_markets.alt",
            parts=words.join(_said(market, names[market.group], words) for market in listed),
        ),
        notes=(words("outsourcing.offshore_markets.note", count=count),) if count else (),
    )


def _strung(listed: list[Market], names: dict[str, str], words: Words) -> str:
    return words.list(
        [
            words("outsourcing.offshore_markets.part", name=names[market.group], level=market.level)
            for market in listed
        ]
    )


def _name(market: Market, name: str, words: Words) -> str:
    measure = words(f"outsourcing.measure.{market.measure}")
    return words("outsourcing.offshore_markets.name", name=name, measure=measure)


def _said(market: Market, name: str, words: Words) -> str:
    told = _name(market, name, words)
    if market.level is None:
        return words("outsourcing.offshore_markets.missing", name=told)
    if market.growth is None:
        return words("outsourcing.offshore_markets.alt_level", name=told, level=market.level)
    return words("outsourcing.offshore_markets.alt_part", name=told, level=market.level, growth=market.growth)


def _rows(market: Market, name: str, words: Words) -> list[Row]:
    told = _name(market, name, words)
    rows = [Row(told, market.level)] if market.level else []
    if market.growth:
        rows.append(Row(words("outsourcing.offshore_markets.growth", name=told), market.growth))
    return rows


def _draw(listed: tuple[Market, ...], names: dict[str, str], words: Words, look: Look) -> go.Figure:
    tokens, scale = tokens_of(look.theme), SMALL[words.lang]
    figure = frame(look.theme, height=HEIGHT)
    far = max(market.level.at(scale) for market in listed if market.level)
    for place, market in enumerate(listed):
        told = _name(market, names[market.group], words)
        head = told if market.level else words("outsourcing.offshore_markets.missing", name=told)
        label(
            figure,
            head,
            0,
            WIDTH / 2 - place,
            colour=tokens.text if market.level else tokens.quiet,
            xanchor="left",
            yanchor="bottom",
            xshift=-4,
        )
        if market.level is None:
            continue
        growth = f"  {words.signed(market.growth)}" if market.growth else ""
        figure.add_bar(
            x=[market.level.at(scale)],
            y=[-place],
            width=WIDTH,
            orientation="h",
            marker={"color": tokens.chongqing},
            text=[f"{words.label(market.level, scale)}{growth}"],
            textposition="outside",
            textfont={"color": tokens.chongqing, "size": 12.5},
            hovertext=[f"{told}<br>{hover(market.level, words, scale)}"],
            hoverinfo="text",
        )
    for first in range(0, len(listed), len(GROUPS)):
        if all(market.level for market in listed[first : first + len(GROUPS)]):
            _bracket(figure, words, look, x=far * 1.33, top=-first, bottom=-first - len(GROUPS) + 1)
    figure.update_xaxes(range=[0, far * 1.75], visible=False)
    room = 0.6 if listed[-1].level else 1.1  # a name without a bar needs no room below it
    figure.update_yaxes(visible=False, range=[room - len(listed), 0.75])
    return figure.drawn()


def _bracket(figure: Canvas, words: Words, look: Look, *, x: float, top: float, bottom: float) -> None:
    """Says beside bars that they overlap."""
    tokens = tokens_of(look.theme)
    figure.add_scatter(
        x=[x * 0.985, x, x, x * 0.985],
        y=[top, top, bottom, bottom],
        mode="lines",
        line={"color": tokens.quiet, "width": 1.2},
        hoverinfo="skip",
    )
    middle, text = (top + bottom) / 2, words("outsourcing.offshore_markets.overlap")
    label(figure, text, x, middle, colour=tokens.text, xanchor="left", xshift=4)
