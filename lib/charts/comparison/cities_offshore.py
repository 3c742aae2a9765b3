"""Cities over the years: small charts of one scale, Chongqing repeated in each as a pale line."""

from __future__ import annotations

import plotly.graph_objects as go

from lib.charts.canvas import Canvas
from lib.charts.card import Card, Look, Row
from lib.charts.extent import height_of, wrapped
from lib.charts.labels import gaps, hover, label
from lib.charts.theme import frame, tokens_of
from lib.charts.years import every, sparse
from lib.facts.cities import Cities, cities_of
from lib.facts.errors import maybe
from lib.facts.fact import Fact
from lib.facts.lead import standing
from lib.facts.ranks import cities_of_place, place_among_cities
from lib.facts.record import CHONGQING, Record
from lib.words.cities import city_name
from lib.words.scales import LARGE, unit_name
from lib.words.speak import Words

MOST_TICKS, MOST_LABELS = 4, 3
_COLUMNS = ((0.0, 0.47), (0.53, 1.0))
_ROW, _BETWEEN, _PANEL = 122, 30, 110
"""In pixels: how high a small chart is, the room for the years under it, and how wide it is on a phone."""


def cities_offshore_card(record: Record, words: Words, look: Look) -> Card:
    """How did offshore outsourcing develop in Chongqing beside other large cities?"""
    cities = cities_of(record)
    names = {code: city_name(code, record, words) for code in cities.codes}
    own = cities.newest[CHONGQING]
    place = _place(record, cities)
    unit = unit_name(own.unit, LARGE[words.lang], words.lang)
    rows = [
        Row(words("comparison.cities_offshore.row", city=names[code], fact=fact), fact)
        for code in cities.codes
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
            cities=words.number_word(len(cities_of_place(place))) if place else "",
        ),
        subtitle=words("comparison.cities_offshore.subtitle", unit=unit),
        figure=_draw(cities, names, words, look),
        rows=tuple(rows),
        alt=_alt(cities, names, words),
        notes=_notes(cities, names, unit, words),
    )


def _place(record: Record, cities: Cities) -> Fact | None:
    place = maybe(place_among_cities, record, cities)
    return place if place and place.period == cities.newest[CHONGQING].period else None


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
            for code in cities.codes
        ),
    )


def _draw(cities: Cities, names: dict[str, str], words: Words, look: Look) -> go.Figure:
    scale = LARGE[words.lang]
    lines = -(-len(cities.codes) // len(_COLUMNS))
    head = 7 + max(height_of(wrapped(f"<b>{name}</b>", _PANEL)) for name in names.values())
    figure = frame(look.theme, height=round(lines * (_ROW + head + _BETWEEN)))
    top = max(fact.at(scale) for year in cities.by_year.values() for fact in year.values())
    for index, code in enumerate(cities.codes):
        axis = "" if index == 0 else str(index + 1)
        columns, rows = _COLUMNS[index % 2], _band(index // 2, lines, head)
        figure.update_layout({
            f"xaxis{axis}": {
                "domain": columns, "anchor": f"y{axis}", "fixedrange": True, "tickformat": "d",
                "tickmode": "array", "tickvals": every(cities.years, MOST_TICKS),
                "range": [cities.years[0] - 0.45, cities.years[-1] + 0.45], "showgrid": False,
            },
            f"yaxis{axis}": {
                "domain": rows, "anchor": f"x{axis}", "fixedrange": True, "range": [0, top * 1.28],
                "nticks": 4, "showticklabels": index % 2 == 0,
            },
        })  # fmt: skip
        _panel(figure, axis, code, cities, names, words, look)
    return figure.drawn()


def _band(line: int, lines: int, head: float) -> tuple[float, float]:
    """From where to where does a row of small charts reach, in parts of the height, the first at the top?"""
    whole = lines * (_ROW + head + _BETWEEN) - _BETWEEN
    top = whole - line * (_ROW + head + _BETWEEN) - head
    return (top - _ROW) / whole, top / whole


def _panel(
    figure: Canvas,
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
        figure, wrapped(f"<b>{names[code]}</b>", _PANEL), 0, 1, align="left",
        xref=f"x{axis} domain", yref=f"y{axis} domain",
        colour=text, xanchor="left", yanchor="bottom", yshift=1,
    )  # fmt: skip
    scale = LARGE[words.lang]
    unseen = [year for year, fact in zip(cities.years, cities.of(code), strict=True) if fact is None]
    gaps(figure, unseen, words, colour=tokens.quiet, xref=f"x{axis}", yref=f"y{axis}")
    labelled = sparse([fact for fact in cities.of(code) if fact], MOST_LABELS)
    for year, fact, own in zip(cities.years, cities.of(code), cities.of(CHONGQING), strict=True):
        placed = {"xref": f"x{axis}", "yref": f"y{axis}"}
        if fact is None:
            continue
        if fact not in labelled:
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
    figure: Canvas,
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
