"""Printed ranks on one line each; where two sources differ, both, in red and with the word."""

from __future__ import annotations

import plotly.graph_objects as go

from lib.charts.canvas import Canvas
from lib.charts.card import Card, Look, Row
from lib.charts.extent import wrapped
from lib.charts.labels import hover, label
from lib.charts.theme import frame, tokens_of
from lib.charts.tokens import Tokens
from lib.facts.cities import Cities, cities_of
from lib.facts.errors import maybe
from lib.facts.fact import Fact
from lib.facts.lead import standing
from lib.facts.ranks import Place, cities_of_place, place_among_cities, printed_places
from lib.facts.record import CHONGQING, Record
from lib.words.cities import city_name
from lib.words.provenance import sources_of
from lib.words.speak import Words

_ROW, _LINE, _SMALL, _WIDE = 48, 15, 11, 290
"""In pixels: a line of places with its name, a line of its source, their size, and how wide they may be."""


def ranks_card(record: Record, words: Words, look: Look) -> Card:
    """Which ranks of Chongqing do sources print, and do they agree?"""
    places, cities = printed_places(record), maybe(cities_of, record)
    computed = maybe(place_among_cities, record, cities) if cities else None
    notes = [
        words("comparison.ranks.note_disputed", first=place.printed[0], last=place.printed[-1])
        for place in places
        if place.is_disputed
    ]
    if cities and computed:
        notes.append(_note_on_cities(cities, computed, record, words))
    return Card(
        name="ranks",
        title=_title(places, words),
        subtitle=words("comparison.ranks.subtitle"),
        figure=_draw(places, record, words, look),
        rows=(
            *(_row(place, fact, record, words) for place in places for fact in place.printed),
            *([Row(words("comparison.ranks.computed_row", fact=computed), computed)] if computed else []),
        ),
        alt=_alt(places, record, words),
        notes=tuple(notes),
    )


def _title(places: tuple[Place, ...], words: Words) -> str:
    """The ranks of the measure that is told first; those of another period with theirs."""
    first = places[0]
    told = [place for place in places if place.indicator == first.indicator]
    clauses = [
        words(
            "comparison.ranks.title_disputed" if place.is_disputed else "comparison.ranks.title_scope",
            scope=words(f"comparison.ranks.scope.{place.scope}"),
            ranks=words.list([words.fact(fact) for fact in place.printed]),
        )
        for place in told
        if place.period == first.period
    ]
    kind = words(f"comparison.ranks.kind.{first.indicator}")
    return words("comparison.ranks.title", period=first.period, kind=kind, ranks=words.comma(clauses))


def _note_on_cities(cities: Cities, place: Fact, record: Record, words: Words) -> str:
    figures = cities.by_year[place.period.end.year]
    names = words.list([city_name(code, record, words) for code in cities_of_place(place)])
    own = figures[CHONGQING]
    said = {"own": own, "place": place, "names": names}
    for code, other in figures.items():
        if code != CHONGQING and standing(own=own, other=other) in (
            "just_behind",
            "level",
            "just_ahead",
        ):
            city = city_name(code, record, words)
            return words("comparison.ranks.note_cities", other=other, city=city, **said)
    return words("comparison.ranks.note_cities_clear", **said)


def _names(place: Place, words: Words) -> dict[str, str]:
    return {
        "kind": words(f"comparison.ranks.kind.{place.indicator}"),
        "scope": words(f"comparison.ranks.scope.{place.scope}"),
        "period": words.period(place.period),
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
            **_names(place, words),
        )
        for place in places
    )
    return words("comparison.ranks.alt", places=said)


def _draw(places: tuple[Place, ...], record: Record, words: Words, look: Look) -> go.Figure:
    tokens = tokens_of(look.theme)
    lines = [(place, fact) for place in places for fact in place.printed]
    last = max(fact.value for _, fact in lines) + 2
    sources = [wrapped(_source(fact, record, words), _WIDE, _SMALL) for _, fact in lines]
    most = max(source.count("<br>") + 1 for source in sources)
    figure = frame(look.theme, height=(_ROW + _LINE * most) * len(lines) + 26)
    for row, (place, fact) in enumerate(lines):
        _line(figure, row, place, fact, last, record, words, tokens)
    figure.update_xaxes(range=[0.4, last + 0.6], tickmode="array", tickvals=[1, 5, 10], showgrid=False)
    figure.update_yaxes(range=[len(lines) - 0.72, -0.86], visible=False)
    return figure.drawn()


def _line(
    figure: Canvas,
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
    lines = wrapped(source, _WIDE, _SMALL)
    label(
        figure, f'{head}<br><span style="color:{tokens.quiet};font-size:11px">{lines}</span>', 1, row,
        colour=tokens.text, align="left", xanchor="left", yanchor="bottom", xshift=-6, yshift=5,
    )  # fmt: skip
