"""Four cities over the years: small charts of one scale, Chongqing repeated in each as a pale line."""

from __future__ import annotations

import plotly.graph_objects as go

from lib.charts.card import Card, Look, Row
from lib.charts.labels import hover, label
from lib.charts.theme import frame, tokens_of
from lib.facts.cities import CITIES, Cities, cities_of
from lib.facts.errors import NoSuchFigure
from lib.facts.fact import Fact
from lib.facts.lead import standing
from lib.facts.ranks import place_among_cities
from lib.facts.record import CHONGQING, Record
from lib.words.cities import city_name
from lib.words.scales import LARGE, unit_name
from lib.words.speak import Words

_COLUMNS, _ROWS = ((0.0, 0.47), (0.53, 1.0)), ((0.56, 0.93), (0.0, 0.37))


def cities_offshore_card(record: Record, words: Words, look: Look) -> Card:
    """How did offshore outsourcing develop in Chongqing beside Chengdu, Wuhan and Xi'an?"""
    cities = cities_of(record)
    names = {code: city_name(code, record, words) for code in CITIES}
    own = cities.newest[CHONGQING]
    place = _place(cities)
    unit = unit_name(own.unit, LARGE[words.lang], words.lang)
    rows = [
        Row(words("comparison.cities_offshore.row", city=names[code], fact=fact), fact)
        for code in CITIES
        for fact in cities.of(code)
        if fact is not None
    ]
    if place is not None:
        rows.append(Row(words("comparison.cities_offshore.place_row"), place))
    return Card(
        name="cities_offshore",
        title=words(
            "comparison.cities_offshore.title" if place else "comparison.cities_offshore.title_unplaced",
            level=own,
            place=place,
        ),
        subtitle=words("comparison.cities_offshore.subtitle", unit=unit),
        figure=_draw(cities, names, words, look),
        rows=tuple(rows),
        alt=_alt(cities, names, words),
        notes=_notes(cities, names, unit, words),
    )


def _place(cities: Cities) -> Fact | None:
    try:
        place = place_among_cities(cities)
    except NoSuchFigure:
        return None
    return place if place.period == cities.newest[CHONGQING].period else None


def _notes(cities: Cities, names: dict[str, str], unit: str, words: Words) -> tuple[str, ...]:
    own = cities.newest[CHONGQING]
    touching = [
        words(
            "comparison.cities_offshore.note_touch",
            year=words.year(own.period.end.year),
            city=names[code],
            own=own,
            other=other,
            unit=unit,
        )
        for code, other in cities.newest.items()
        if code != CHONGQING and standing(own=own, other=other) in ("just_behind", "level", "just_ahead")
    ]
    return (*touching, words("comparison.cities_offshore.note_source"))


def _alt(cities: Cities, names: dict[str, str], words: Words) -> str:
    def years(code: str) -> str:
        found = [fact for fact in cities.of(code) if fact is not None]
        return words.list([words("comparison.cities_offshore.alt_year", fact=fact) for fact in found])

    return words(
        "comparison.cities_offshore.alt",
        cities=words.join(
            words("comparison.cities_offshore.alt_city", city=names[code], years=years(code))
            for code in CITIES
        ),
    )


def _draw(cities: Cities, names: dict[str, str], words: Words, look: Look) -> go.Figure:
    scale = LARGE[words.lang]
    figure = frame(look.theme, height=330)
    top = max(fact.at(scale) for year in cities.by_year.values() for fact in year.values())
    for index, code in enumerate(CITIES):
        axis = "" if index == 0 else str(index + 1)
        columns, rows = _COLUMNS[index % 2], _ROWS[index // 2]
        figure.update_layout({
            f"xaxis{axis}": {
                "domain": columns, "anchor": f"y{axis}", "fixedrange": True, "dtick": 1, "tickformat": "d",
                "range": [cities.years[0] - 0.45, cities.years[-1] + 0.45], "showgrid": False,
            },
            f"yaxis{axis}": {
                "domain": rows, "anchor": f"x{axis}", "fixedrange": True, "range": [0, top * 1.28],
                "nticks": 4, "showticklabels": index % 2 == 0,
            },
        })  # fmt: skip
        _panel(figure, axis, code, cities, names, words, look)
    return figure


def _panel(
    figure: go.Figure,
    axis: str,
    code: str,
    cities: Cities,
    names: dict[str, str],
    words: Words,
    look: Look,
) -> None:
    tokens = tokens_of(look.theme)
    if code != CHONGQING:
        _line(figure, axis, cities, CHONGQING, names, words, colour=tokens.chongqing, opacity=0.35, width=1.6)
    colour = tokens.chongqing if code == CHONGQING else tokens.others
    _line(figure, axis, cities, code, names, words, colour=colour, opacity=1.0, width=2.4)
    text = tokens.chongqing if code == CHONGQING else tokens.text
    label(
        figure, f"<b>{names[code]}</b>", 0, 1, xref=f"x{axis} domain", yref=f"y{axis} domain",
        colour=text, xanchor="left", yanchor="bottom", yshift=1,
    )  # fmt: skip
    scale = LARGE[words.lang]
    for year, fact, own in zip(cities.years, cities.of(code), cities.of(CHONGQING), strict=True):
        placed = {"xref": f"x{axis}", "yref": f"y{axis}"}
        if fact is None:
            label(
                figure,
                words("comparison.no_figure"),
                year,
                0,
                colour=tokens.quiet,
                yanchor="bottom",
                xanchor="left",
                xshift=-16,
                **placed,
            )
            continue
        under = own is not None and fact.at(scale) < own.at(scale) < fact.at(scale) * 1.5
        label(
            figure,
            words.label(fact, scale),
            year,
            fact.at(scale),
            colour=text,
            yshift=-11 if under else 11,
            **placed,
        )


def _line(
    figure: go.Figure,
    axis: str,
    cities: Cities,
    code: str,
    names: dict[str, str],
    words: Words,
    *,
    colour: str,
    opacity: float,
    width: float,
) -> None:
    scale = LARGE[words.lang]
    facts = cities.of(code)
    figure.add_scatter(
        x=list(cities.years),
        y=[None if fact is None else fact.at(scale) for fact in facts],
        mode="lines+markers",
        connectgaps=False,
        opacity=opacity,
        line={"color": colour, "width": width},
        marker={"size": 3 * width, "color": colour},
        hovertext=["" if fact is None else f"{names[code]}<br>{hover(fact, words, scale)}" for fact in facts],
        hoverinfo="text",
        xaxis=f"x{axis}",
        yaxis=f"y{axis}",
        cliponaxis=False,
    )
