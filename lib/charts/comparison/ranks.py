"""Printed ranks on one line each; where two sources differ, both, in red and with the word."""

from __future__ import annotations

from lib.charts.canvas import Canvas
from lib.charts.card import Card, Look, Row
from lib.charts.extent import wrapped
from lib.charts.labels import hover, label
from lib.charts.spec import Axis, Chart, Of, Point, Stroke, Symbol
from lib.charts.theme import frame, tokens_of
from lib.charts.tokens import Tokens
from lib.facts.cities import Cities, cities_of
from lib.facts.errors import maybe
from lib.facts.fact import Fact
from lib.facts.lead import TOUCHING, standing
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
        chart=_draw(places, record, words, look),
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
        if code != CHONGQING and standing(own=own, other=other) in TOUCHING:
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


def _draw(places: tuple[Place, ...], record: Record, words: Words, look: Look) -> Chart:
    tokens = tokens_of(look.theme)
    lines = [(place, fact) for place in places for fact in place.printed]
    last = max(fact.value for _, fact in lines) + 2
    sources = [wrapped(_source(fact, record, words), _WIDE, _SMALL) for _, fact in lines]
    most = max(source.count("<br>") + 1 for source in sources)
    canvas = frame(look.theme, height=(_ROW + _LINE * most) * len(lines) + 26)
    for row, (place, fact) in enumerate(lines):
        _line(canvas, row, place, fact, last, record, words, tokens)
    canvas.axes(
        x=Axis(ends=(0.4, last + 0.6), ticks=(1, 5, 10)), y=Axis(ends=(len(lines) - 0.72, -0.86), shown=False)
    )
    return canvas.chart


def _line(
    canvas: Canvas,
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
    line = Of(canvas.points([Point(1, row), Point(last, row)], stroke=Stroke(tokens.rule, 2)))
    point = Of(
        canvas.points(
            [Point(fact.value, row, fact, f"{hover(fact, words)}<br>{source}")],
            symbol=Symbol("diamond" if place.is_disputed else "circle", 12, colour),
        )
    )
    label(
        canvas, words.fact(fact), fact.value, row, colour=colour, of=point, across="left", dx=10,
        ground=tokens.card, size=14,
    )  # fmt: skip
    if place.is_disputed:
        label(
            canvas, f"≠ {words('comparison.ranks.disagree')}", fact.value, row, colour=colour, of=point,
            across="right", dx=-12, ground=tokens.card,
        )  # fmt: skip
    head = words("comparison.ranks.head", **_names(place, words))
    lines = wrapped(source, _WIDE, _SMALL)
    label(
        canvas, f'{head}<br><span style="color:{tokens.quiet};font-size:11px">{lines}</span>', 1, row,
        colour=tokens.text, of=line, align="left", across="left", along="bottom", dx=-6, up=5,
    )  # fmt: skip
