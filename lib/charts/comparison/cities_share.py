"""The cities' shares of the nation: a panel a year on one scale, as the table prints them."""

from __future__ import annotations

from lib.charts.canvas import Canvas
from lib.charts.card import Card, Look, Row
from lib.charts.extent import NARROWEST, height_of, wrapped
from lib.charts.labels import hover, label
from lib.charts.spec import Axis, Bar, Chart, Fill, Of, Part
from lib.charts.theme import frame, tokens_of
from lib.facts.cities import (
    SHARE,
    Cities,
    cities_of,
    national_value,
    share_by_national_total,
)
from lib.facts.errors import maybe
from lib.facts.fact import Fact
from lib.facts.record import CHONGQING, Record
from lib.words.cities import city_name
from lib.words.speak import Words

COLUMNS, PER_CITY, HEAD = 3, 56, 26
"""Years in a row, and in pixels the room for a city and for the name of a year."""


def cities_share_card(record: Record, words: Words, look: Look) -> Card:
    """What share of the nation's offshore outsourcing is each city's, and does it fit the national total?"""
    shares = cities_of(record, SHARE)
    values = maybe(cities_of, record)
    whole = maybe(national_value, record, values) if values else None
    computed = share_by_national_total(record, values) if values and whole else {}
    names = {code: city_name(code, record, words) for code in shares.codes}
    own = shares.newest[CHONGQING]
    compared = {
        code: (computed[code], printed)
        for code, printed in shares.newest.items()
        if code in computed and computed[code].period == printed.period
    }
    return Card(
        name="cities_share",
        title=words("comparison.cities_share.title", share=own),
        subtitle=words("comparison.cities_share.subtitle"),
        chart=_draw(shares, names, words, look),
        rows=(
            *(
                Row(words("comparison.cities_share.row", city=names[code], fact=fact), fact)
                for code in shares.codes
                for fact in shares.of(code)
                if fact is not None
            ),
            *(
                Row(words("comparison.cities_share.computed_row", city=names[code], fact=fact), fact)
                for code, (fact, _) in compared.items()
            ),
            *([Row(words("comparison.cities_share.whole_row", fact=whole), whole)] if whole else []),
        ),
        alt=_alt(shares, names, words),
        notes=(_note(compared, whole, names, words),) if whole and compared else (),
    )


def _differ(computed: Fact, printed: Fact) -> bool:
    return not computed.bounds.meets(printed.bounds)


def _note(compared: dict[str, tuple[Fact, Fact]], whole: Fact, names: dict[str, str], words: Words) -> str:
    differing = {code: pair for code, pair in compared.items() if _differ(*pair)}
    if not differing:
        return words("comparison.cities_share.note_agrees", whole=whole)
    cities = [
        words("comparison.cities_share.note_city", city=names[code], computed=computed, printed=printed)
        for code, (computed, printed) in differing.items()
    ]
    return words("comparison.cities_share.note_differs", whole=whole, cities=words.join(cities))


def _alt(shares: Cities, names: dict[str, str], words: Words) -> str:
    def cities(year: int) -> str:
        found = shares.by_year[year].items()
        return words.list(
            [words("comparison.cities_share.alt_city", city=names[code], share=fact) for code, fact in found]
        )

    years = words.join(
        words("comparison.cities_share.alt_year", year=words.year(year), cities=cities(year))
        for year in shares.years
    )
    return words("comparison.cities_share.alt", years=years)


def _draw(shares: Cities, names: dict[str, str], words: Words, look: Look) -> Chart:
    tokens = tokens_of(look.theme)
    lines = -(-len(shares.years) // COLUMNS)
    tall = max(height_of(wrapped(name, NARROWEST / 3)) for name in names.values())
    line = max(PER_CITY, tall + 8) * len(names) + HEAD
    canvas = frame(look.theme, height=round(line * lines))
    top = max(fact.value for year in shares.by_year.values() for fact in year.values())
    count = min(len(shares.years), COLUMNS)
    gap = 0.04
    width = (1 - gap * (count - 1)) / count
    for index, year in enumerate(shares.years):
        start = index % count * (width + gap)
        bottom = 1 - (index // count + 1) / lines
        panel = canvas.panel(
            Axis(ends=(0, top * 1.45), shown=False),
            Axis(categories=tuple(names.values()), grid=False, named=index % count == 0, line=tokens.rule),
            left=start,
            right=start + width,
            bottom=bottom,
            top=bottom + (1 - HEAD / line) / lines,
        )
        _year(canvas, panel, year, shares, names, words, look)
    return canvas.chart


def _year(
    canvas: Canvas,
    panel: int,
    year: int,
    shares: Cities,
    names: dict[str, str],
    words: Words,
    look: Look,
) -> None:
    tokens, found = tokens_of(look.theme), shares.by_year[year]
    bars = []
    for code in shares.codes:
        own, fact = code == CHONGQING, found.get(code)
        bars.append(
            Bar(
                names[code],
                None if fact is None else fact.value,
                Fill(tokens.chongqing if own else tokens.others),
                fact,
                text="" if fact is None else words.label(fact),
                ink=tokens.chongqing if own else tokens.text,
                hover="" if fact is None else f"{names[code]}<br>{hover(fact, words)}",
            )
        )
    mark = canvas.bars(bars, width=0.62, lying=True, panel=panel)
    for item, bar in enumerate(bars):
        if bar.fact is None:
            label(
                canvas, words("chart.unseen"), 0, bar.place, colour=tokens.quiet, of=Of(mark, item),
                across="left", dx=4, panel=panel,
            )  # fmt: skip
    label(
        canvas, f"<b>{words.year(year)}</b>", Part(0), Part(1), colour=tokens.text, panel=panel,
        across="left", along="bottom", up=2,
    )  # fmt: skip
