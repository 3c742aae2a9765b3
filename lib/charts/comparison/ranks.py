"""Printed ranks on one line each; where two sources differ, both, in red and with the word."""

from __future__ import annotations

from textwrap import wrap

import plotly.graph_objects as go

from lib.charts.card import Card, Look, Row
from lib.charts.labels import hover, label
from lib.charts.theme import frame, tokens_of
from lib.charts.tokens import Tokens
from lib.facts.cities import Cities, cities_of
from lib.facts.fact import Fact
from lib.facts.lead import standing
from lib.facts.ranks import Place, place_among_cities, printed_places
from lib.facts.record import CHONGQING, Record
from lib.words.cities import city_name
from lib.words.provenance import sources_of
from lib.words.speak import Words

_LINE, _ROW = 52, 78
_NATIONAL, _REGIONAL = "national", "central_west"


def ranks_card(record: Record, words: Words, look: Look) -> Card:
    """Which ranks of Chongqing do sources print, and do they agree?"""
    places, cities = printed_places(record), cities_of(record)
    national = next(place for place in places if place.scope == _NATIONAL)
    regional = next(
        place for place in places if place.scope == _REGIONAL and place.indicator == national.indicator
    )
    said = {"first": national.printed[0], "last": national.printed[-1], "region": regional.printed[0]}
    computed = place_among_cities(cities)
    notes = [_note_on_cities(cities, computed, record, words)]
    if national.is_disputed:
        notes.insert(0, words("comparison.ranks.note_disputed", **said))
    return Card(
        name="ranks",
        title=words(
            "comparison.ranks.title_disputed" if national.is_disputed else "comparison.ranks.title", **said
        ),
        subtitle=words("comparison.ranks.subtitle", period=national.printed[0].period),
        figure=_draw(places, record, words, look),
        rows=(
            *(_row(place, fact, record, words) for place in places for fact in place.printed),
            Row(words("comparison.ranks.computed_row", fact=computed), computed),
        ),
        alt=_alt(places, record, words),
        notes=tuple(notes),
    )


def _note_on_cities(cities: Cities, place: Fact, record: Record, words: Words) -> str:
    figures = cities.by_year[place.period.end.year]
    own = figures[CHONGQING]
    for code, other in figures.items():
        if code != CHONGQING and standing(own=own, other=other) in ("just_behind", "level", "just_ahead"):
            city = city_name(code, record, words)
            return words("comparison.ranks.note_cities", own=own, other=other, city=city, place=place)
    return words("comparison.ranks.note_cities_clear", own=own, place=place)


def _names(place: Place, words: Words) -> dict[str, str]:
    return {
        "kind": words(f"comparison.ranks.kind.{place.indicator}"),
        "scope": words(f"comparison.ranks.scope.{place.scope}"),
    }


def _source(fact: Fact, record: Record, words: Words) -> str:
    return sources_of([fact], record, words)[0].line


def _row(place: Place, fact: Fact, record: Record, words: Words) -> Row:
    return Row(
        words("comparison.ranks.row", source=_source(fact, record, words), **_names(place, words)), fact
    )


def _alt(places: tuple[Place, ...], record: Record, words: Words) -> str:
    def ranks(place: Place) -> str:
        listed = words.list(
            [
                words("comparison.ranks.alt_rank", rank=fact, source=_source(fact, record, words))
                for fact in place.printed
            ]
        )
        return words("comparison.ranks.alt_disputed", ranks=listed) if place.is_disputed else listed

    said = words.join(
        words(
            "comparison.ranks.alt_place",
            ranks=ranks(place),
            period=place.printed[0].period,
            **_names(place, words),
        )
        for place in places
    )
    return words("comparison.ranks.alt", places=said)


def _draw(places: tuple[Place, ...], record: Record, words: Words, look: Look) -> go.Figure:
    tokens = tokens_of(look.theme)
    lines = [(place, fact) for place in places for fact in place.printed]
    last = max(fact.value for _, fact in lines) + 2
    figure = frame(look.theme, height=_ROW * len(lines) + 26)
    for row, (place, fact) in enumerate(lines):
        _line(figure, row, place, fact, last, record, words, tokens)
    figure.update_xaxes(range=[0.4, last + 0.6], tickmode="array", tickvals=[1, 5, 10], showgrid=False)
    figure.update_yaxes(range=[len(lines) - 0.72, -0.86], visible=False)
    return figure


def _line(
    figure: go.Figure,
    row: int,
    place: Place,
    fact: Fact,
    last: float,
    record: Record,
    words: Words,
    tokens: Tokens,
) -> None:
    colour = tokens.contradiction if place.is_disputed else tokens.chongqing
    source = _source(fact, record, words)
    figure.add_scatter(
        x=[1, last],
        y=[row, row],
        mode="lines",
        line={"color": tokens.rule, "width": 2},
        hoverinfo="skip",
    )
    figure.add_scatter(
        x=[fact.value],
        y=[row],
        mode="markers",
        marker={"size": 12, "color": colour, "symbol": "diamond" if place.is_disputed else "circle"},
        hovertext=[f"{hover(fact, words)}<br>{source}"],
        hoverinfo="text",
    )
    label(
        figure, words.fact(fact), fact.value, row, colour=colour, xanchor="left", xshift=10,
        bgcolor=tokens.card, font={"size": 14, "color": colour},
    )  # fmt: skip
    if place.is_disputed:
        label(
            figure, f"≠ {words('comparison.ranks.disagree')}", fact.value, row,
            colour=colour, xanchor="right", xshift=-12, bgcolor=tokens.card,
        )  # fmt: skip
    head = words("comparison.ranks.head", **_names(place, words))
    lines = "<br>".join(wrap(source, _LINE))
    label(
        figure, f'{head}<br><span style="color:{tokens.quiet};font-size:11px">{lines}</span>', 1, row,
        colour=tokens.text, align="left", xanchor="left", yanchor="bottom", xshift=-6, yshift=5,
    )  # fmt: skip
