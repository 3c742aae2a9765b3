"""The break in the series: dollar totals above, the yuan total below, each on its own axis."""

from __future__ import annotations

from collections.abc import Callable

import plotly.graph_objects as go

from lib.charts.canvas import Canvas
from lib.charts.card import Card, Look, Row
from lib.charts.labels import hover, label
from lib.charts.theme import frame, hatched, tokens_of
from lib.charts.tokens import Tokens
from lib.facts.fact import Fact
from lib.facts.record import Record
from lib.facts.usd_series import UsdSeries, usd_series
from lib.words.scales import LARGE, unit_name
from lib.words.speak import Words

_ROW, _HEAD, _CUT = 27, 24, 44
"""In pixels: a bar, the name of a panel over it, and the cut between the two panels."""


def usd_series_card(record: Record, words: Words, look: Look) -> Card:
    """How large were the totals of the earlier scope, and why can't they stand beside the yuan total?"""
    series = usd_series(record)
    old, now, goal = series.outcomes[-1], series.current, series.goal
    converted = (series.newest_in_cny,) if series.newest_in_cny else ()
    goals = (goal,) if goal else ()

    def rows(piece: str, facts: tuple[Fact, ...]) -> tuple[Row, ...]:
        return tuple(Row(words(f"trade_volume.usd_series.{piece}", fact=fact), fact) for fact in facts)

    note = "note_exceeds" if series.part_exceeds_goal else "note_differs"
    return Card(
        name="usd_series",
        title=words("trade_volume.usd_series.title", old=old, now=now),
        subtitle=words("trade_volume.usd_series.subtitle"),
        figure=_draw(series, words, look),
        rows=(
            *rows("outcome_row", series.outcomes),
            *rows("target_row", series.targets),
            *rows("current_row", (now,)),
            *rows("goal_row", goals),
            *rows("in_cny_row", converted),
        ),
        alt=words(
            "trade_volume.usd_series.alt",
            earlier=_listed((*series.outcomes, *series.targets), words),
            current=_listed((now, *goals), words),
        ),
        notes=(words(f"trade_volume.usd_series.{note}", old=old, converted=series.newest_in_cny, goal=goal),),
    )


def _listed(facts: tuple[Fact, ...], words: Words) -> str:
    return words.list([words(f"trade_volume.usd_series.alt_{fact.kind}", fact=fact) for fact in facts])


def _draw(series: UsdSeries, words: Words, look: Look) -> go.Figure:
    tokens, scale = tokens_of(look.theme), LARGE[words.lang]
    above, below = (
        (*series.outcomes, *series.targets),
        (series.current, *([series.goal] if series.goal else [])),
    )
    height = 2 * _HEAD + _CUT + _ROW * (len(above) + len(below))
    top, floor = 1 - _HEAD / height, _ROW * len(below) / height
    figure = frame(look.theme, height=height + 20)
    panels = (
        ("", above, (top - _ROW * len(above) / height, top), "earlier"),
        ("2", below, (0.0, floor), "current"),
    )
    for axis, facts, domain, name in panels:
        _panel(figure, axis, sorted(facts, key=lambda fact: fact.period.end), words, tokens)
        furthest = max(fact.at(scale) for fact in facts)
        figure.update_layout({
            f"xaxis{axis}": {
                "range": [0, furthest * 1.5], "visible": False, "anchor": f"y{axis}", "fixedrange": True,
            },
            f"yaxis{axis}": {
                "domain": domain, "autorange": "reversed", "anchor": f"x{axis}", "showgrid": False,
                "fixedrange": True, "ticklabelstandoff": 6,
            },
        })  # fmt: skip
        unit = unit_name(facts[0].unit, scale, words.lang)
        _heading(figure, words(f"trade_volume.usd_series.{name}", unit=unit), domain[1], tokens.quiet)
    cut = floor + (_HEAD + _CUT / 2) / height
    figure.add_hline(y=cut, yref="paper", line={"color": tokens.quiet, "width": 1.4, "dash": "dash"})
    label(
        figure, f"<b>{words('trade_volume.usd_series.break')}</b>", 0.5, cut,
        xref="paper", yref="paper", colour=tokens.text, bgcolor=tokens.card, borderpad=3,
    )  # fmt: skip
    return figure.drawn()


def _panel(figure: Canvas, axis: str, facts: list[Fact], words: Words, tokens: Tokens) -> None:
    scale = LARGE[words.lang]
    names = {fact.observations: _name(fact, words) for fact in facts}
    figure.update_layout({
        f"yaxis{axis}": {"type": "category", "categoryorder": "array", "categoryarray": list(names.values())}
    })  # fmt: skip
    _bars(figure, axis, [fact for fact in facts if fact.kind == "outcome"], names.get, words, tokens)
    for fact in facts:
        if fact.kind == "outcome":
            continue
        figure.add_scatter(
            x=[fact.at(scale)],
            y=[names[fact.observations]],
            mode="markers+text",
            marker={
                "symbol": "triangle-right-open" if fact.qualifier == "over" else "circle-open",
                "size": 11,
                "color": tokens.goal,
                "line": {"width": 2.2, "color": tokens.goal},
            },
            text=[f" {words.label(fact, scale)}"],
            textposition="middle right",
            textfont={"color": tokens.goal_text, "size": 12.5},
            hovertext=[hover(fact, words, scale)],
            hoverinfo="text",
            xaxis=f"x{axis}",
            yaxis=f"y{axis}",
            cliponaxis=False,
        )


def _bars(
    figure: Canvas,
    axis: str,
    facts: list[Fact],
    name: Callable[[tuple[str, ...]], str | None],
    words: Words,
    tokens: Tokens,
) -> None:
    scale = LARGE[words.lang]
    for fact in facts:
        whole = fact.period.is_year
        figure.add_bar(
            orientation="h",
            x=[fact.at(scale)],
            y=[name(fact.observations)],
            width=0.62,
            marker={"color": tokens.chongqing} if whole else hatched(tokens.chongqing, tokens.card),
            text=[words.label(fact, scale)],
            textposition="outside",
            textfont={"color": tokens.chongqing, "size": 12.5},
            hovertext=[hover(fact, words, scale)],
            hoverinfo="text",
            xaxis=f"x{axis}",
            yaxis=f"y{axis}",
            cliponaxis=False,
        )


def _name(fact: Fact, words: Words) -> str:
    if fact.kind == "outcome":
        return words.period(fact.period)
    return words(f"trade_volume.usd_series.{fact.kind}", period=fact.period)


def _heading(figure: Canvas, text: str, top: float, colour: str) -> None:
    label(
        figure, text, 0, top, xref="paper", yref="paper", colour=colour,
        xanchor="left", yanchor="bottom", yshift=1,
    )  # fmt: skip
