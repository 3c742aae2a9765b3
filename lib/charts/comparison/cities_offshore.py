"""Cities over the years: small charts of one scale, Chongqing repeated in each as a pale line."""

from __future__ import annotations

from lib.charts.canvas import Canvas
from lib.charts.card import Card, Look, Row
from lib.charts.extent import height_of, wrapped
from lib.charts.labels import gaps, hover, label
from lib.charts.spec import Axis, Chart, Of, Part, Point, Stroke, Symbol
from lib.charts.theme import frame, tokens_of
from lib.charts.years import every, sparse
from lib.facts.cities import Cities, cities_of
from lib.facts.errors import maybe
from lib.facts.fact import Fact
from lib.facts.lead import TOUCHING, standing
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
        chart=_draw(cities, names, words, look),
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
        if code != CHONGQING and standing(own=own, other=other) in TOUCHING
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


def _draw(cities: Cities, names: dict[str, str], words: Words, look: Look) -> Chart:
    scale = LARGE[words.lang]
    lines = -(-len(cities.codes) // len(_COLUMNS))
    head = 7 + max(height_of(wrapped(f"<b>{name}</b>", _PANEL)) for name in names.values())
    canvas = frame(look.theme, height=round(lines * (_ROW + head + _BETWEEN)))
    top = max(fact.at(scale) for year in cities.by_year.values() for fact in year.values())
    for index, code in enumerate(cities.codes):
        left, right = _COLUMNS[index % 2]
        bottom, upper = _band(index // 2, lines, head)
        panel = canvas.panel(
            Axis(
                ends=(cities.years[0] - 0.45, cities.years[-1] + 0.45),
                ticks=tuple(every(cities.years, MOST_TICKS)),
                form="d",
            ),
            Axis(ends=(0, top * 1.28), most=4, named=index % 2 == 0),
            left=left,
            right=right,
            bottom=bottom,
            top=upper,
        )
        _panel(canvas, panel, code, cities, names, words, look)
    return canvas.chart


def _band(line: int, lines: int, head: float) -> tuple[float, float]:
    """From where to where does a row of small charts reach, in parts of the height, the first at the top?"""
    whole = lines * (_ROW + head + _BETWEEN) - _BETWEEN
    top = whole - line * (_ROW + head + _BETWEEN) - head
    return (top - _ROW) / whole, top / whole


def _panel(
    canvas: Canvas,
    panel: int,
    code: str,
    cities: Cities,
    names: dict[str, str],
    words: Words,
    look: Look,
) -> None:
    tokens, scale = tokens_of(look.theme), LARGE[words.lang]
    if code != CHONGQING:
        canvas.points(
            _points(cities, CHONGQING, names, words),
            stroke=Stroke(tokens.chongqing, 1.6),
            symbol=Symbol("circle", 3 * 1.6, tokens.chongqing),
            fade=0.35,
            panel=panel,
        )
    colour = tokens.chongqing if code == CHONGQING else tokens.others
    mark = canvas.points(
        _points(cities, code, names, words),
        stroke=Stroke(colour, 2.4),
        symbol=Symbol("circle", 3 * 2.4, colour),
        panel=panel,
    )
    text = tokens.chongqing if code == CHONGQING else tokens.text
    label(
        canvas, wrapped(f"<b>{names[code]}</b>", _PANEL), Part(0), Part(1), colour=text, of=Of(mark), panel=panel,
        across="left", along="bottom", up=1, align="left",
    )  # fmt: skip
    unseen = [year for year, fact in zip(cities.years, cities.of(code), strict=True) if fact is None]
    gaps(canvas, unseen, words, colour=tokens.quiet, panel=panel)
    labelled = sparse([fact for fact in cities.of(code) if fact], MOST_LABELS)
    each = zip(cities.years, cities.of(code), cities.of(CHONGQING), strict=True)
    for item, (year, fact, own) in enumerate(each):
        if fact is None or fact not in labelled:
            continue
        under = own is not None and fact.at(scale) < own.at(scale) < fact.at(scale) * 1.5
        label(
            canvas, words.label(fact, scale), year, fact.at(scale), colour=text, of=Of(mark, item),
            role="under" if under else "over", up=-11 if under else 11, panel=panel,
        )  # fmt: skip


def _points(cities: Cities, code: str, names: dict[str, str], words: Words) -> list[Point]:
    """A point a year; the line is broken where a year has no figure."""
    scale = LARGE[words.lang]
    return [
        Point(year, fact.at(scale), fact, f"{names[code]}<br>{hover(fact, words, scale)}")
        if fact
        else Point(year, None)
        for year, fact in zip(cities.years, cities.of(code), strict=True)
    ]
