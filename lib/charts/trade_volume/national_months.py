"""The nation's services trade added up from January: a line a year, another panel for another scope."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from lib.charts.canvas import Canvas
from lib.charts.card import Card, Look, Row
from lib.charts.labels import apart, label
from lib.charts.shown import point_of
from lib.charts.spec import Axis, Chart, Of, Part, Point, Stroke, Symbol
from lib.charts.theme import frame, tokens_of
from lib.facts.emerging import is_open, scope_text
from lib.facts.fact import Fact
from lib.facts.national import to_digits
from lib.facts.national_months import Months, national_months
from lib.facts.record import Record
from lib.words.scales import NATIONAL, unit_name
from lib.words.speak import Words

_HEIGHT, _LINES, _SIGHT = 330, 5, 0.06
_ALONE, _WIDE, _NARROW = ((0.0, 1.0),), (0.0, 0.56), (0.66, 1.0)
_DECEMBER, _ROOM, _LATE = 12, 3.4, 8
_TICKS = (3, 6, 9, 12)


def national_months_card(record: Record, words: Words, look: Look) -> Card:
    """How far has the nation's services trade come in the months of each year, beside the years before?"""
    scopes = tuple(_newest(months) for months in national_months(record))
    last = max((months.newest for months in scopes), key=lambda fact: fact.period.end)
    growth = record.growth(last)
    grown = not growth.is_missing
    shown = [fact for months in scopes for facts in months.years.values() for fact in facts]
    scale = NATIONAL[words.lang]
    return Card(
        name="national_months",
        title=words(
            f"trade_volume.national_months.{'title' if grown else 'title_no_growth'}",
            last=last, level=words.said(to_digits(last, scale), scale), growth=growth,
        ),
        subtitle=words("trade_volume.national_months.subtitle", unit=unit_name(last.unit, scale, words.lang)),
        chart=_draw(scopes, words, look),
        rows=(
            *(Row(words("trade_volume.national_months.row", fact=fact), fact) for fact in shown),
            *((Row(words("trade_volume.national_months.growth_row", fact=growth), growth),) if grown else ()),
        ),
        alt=words("trade_volume.national_months.alt", scopes=words.join(_told(months, words) for months in scopes)),
        notes=(
            words("trade_volume.national_months.note"),
            *((words("trade_volume.national_months.note_ring"),) if any(map(is_open, shown)) else ()),
            *(
                words("trade_volume.national_months.note_break", year=words.year(min(months.years)),
                      scope=scope_text(record, months.basis, words.lang))
                for months in scopes[1:]
            ),
        ),
    )  # fmt: skip


def _newest(months: Months) -> Months:
    """The years of a scope for which there is room."""
    return Months(months.basis, dict(list(months.years.items())[-_LINES:]))


def _told(months: Months, words: Words) -> str:
    ends = [facts[-1] for facts in months.years.values()]
    return words.list([words("trade_volume.national_months.alt_end", fact=fact) for fact in ends])


def _draw(scopes: tuple[Months, ...], words: Words, look: Look) -> Chart:
    tokens, scale = tokens_of(look.theme), NATIONAL[words.lang]
    canvas = frame(look.theme, height=_HEIGHT)
    top = max(fact.at(scale) for months in scopes for facts in months.years.values() for fact in facts)
    ticks = _TICKS if len(scopes) == 1 else _TICKS[1::2]
    names = tuple(words("trade_volume.national_months.month", month=words.count(month)) for month in ticks)
    for months, (left, right) in zip(scopes, _domains(len(scopes)), strict=True):
        panel = canvas.panel(
            Axis(ends=(0, _DECEMBER + _ROOM), ticks=ticks, names=names),
            Axis(ends=(0, top * 1.1), most=5, named=not left),
            left=left,
            right=right,
        )
        _lines(canvas, panel, months, top, words, look)
        if panel:
            said = words("trade_volume.national_months.break", year=words.year(min(months.years)))
            _cut(canvas, panel, said, tokens.text)
    return canvas.chart


def _domains(count: int) -> tuple[tuple[float, float], ...]:
    """Where do panels stand? The first one has most room; there is one for each scope."""
    if count == 1:
        return _ALONE
    if count == 2:
        return _WIDE, _NARROW
    each = (1 + 0.06) / count
    return tuple((place * each, place * each + each - 0.06) for place in range(count))


def _lines(canvas: Canvas, panel: int, months: Months, top: float, words: Words, look: Look) -> None:
    tokens = tokens_of(look.theme)
    newest, of = max(months.years), {}
    for year, facts in months.years.items():
        strong = year == newest
        colour = tokens.text if strong else tokens.others
        mark = canvas.points(
            _points(facts, words),
            name=words.year(year),
            stroke=Stroke(colour, 2.4 if strong else 1.4),
            symbol=Symbol("circle", 7 if strong else 5, colour),
            panel=panel,
        )
        of[year] = Of(mark, len(facts) - 1)
        # A ring around a point of which only one side is known, as with over 1.8 trillion.
        if open_ := tuple(filter(is_open, facts)):
            canvas.points(
                _points(open_, words),
                name=words("trade_volume.national_months.ring"),
                symbol=Symbol("circle", 12, colour, open=True, edge=1.4),
                panel=panel,
            )
    ends = sorted((facts[-1] for facts in months.years.values()), key=lambda fact: fact.period.months)
    for _, same in groupby(ends, lambda fact: fact.period.months):
        _names(canvas, panel, tuple(same), of, top, words, look)


def _points(facts: tuple[Fact, ...], words: Words) -> list[Point]:
    scale = NATIONAL[words.lang]
    return [point_of(fact.period.months, fact, words, scale) for fact in facts]


def _names(
    canvas: Canvas,
    panel: int,
    ends: tuple[Fact, ...],
    of: dict[int, Of],
    top: float,
    words: Words,
    look: Look,
) -> None:
    """The year at the end of each line, the newest with its figure; none over another."""
    tokens, scale = tokens_of(look.theme), NATIONAL[words.lang]
    for fact, y in zip(ends, apart([fact.at(scale) for fact in ends], top * _SIGHT), strict=True):
        year, month = fact.period.end.year, fact.period.months
        strong = year == max(of)
        said = words(
            "trade_volume.national_months.end" if strong else "trade_volume.national_months.line",
            year=words.year(year),
            level=words.number(to_digits(fact, scale), scale),
        )
        # In a later panel there is no room beside the last months.
        over: dict[str, Any] = {"across": "right", "dx": 6, "along": "bottom", "up": 6}
        beside: dict[str, Any] = {"across": "left", "dx": 8}
        label(
            canvas, said, month, y, colour=tokens.text if strong else tokens.quiet, of=of[year], panel=panel,
            **(over if panel and month > _LATE else beside),
        )  # fmt: skip


def _cut(canvas: Canvas, panel: int, text: str, colour: str) -> None:
    """What says that the lines of a panel do not go on from those beside it."""
    line = canvas.plumb(0, Stroke(colour, 1.4, "dash"), panel)
    label(
        canvas, f"<b>{text}</b>", Part(0), Part(0.84), colour=colour, of=Of(line), panel=panel,
        across="left", along="top", dx=5, align="left",
    )  # fmt: skip
