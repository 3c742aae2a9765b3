"""The nation's services trade added up from January: a line a year, another panel for another scope."""

from __future__ import annotations

from itertools import groupby

import plotly.graph_objects as go

from lib.charts.canvas import Canvas
from lib.charts.card import Card, Look, Row
from lib.charts.labels import apart, hover, label
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
            last=last, level=words.fact(to_digits(last, scale), scale), growth=growth,
        ),
        subtitle=words("trade_volume.national_months.subtitle", unit=unit_name(last.unit, scale, words.lang)),
        figure=_draw(scopes, words, look),
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


def _draw(scopes: tuple[Months, ...], words: Words, look: Look) -> go.Figure:
    tokens, scale = tokens_of(look.theme), NATIONAL[words.lang]
    figure = frame(look.theme, height=_HEIGHT)
    top = max(fact.at(scale) for months in scopes for facts in months.years.values() for fact in facts)
    domains = _domains(len(scopes))
    ticks = _TICKS if len(scopes) == 1 else _TICKS[1::2]
    for index, (months, domain) in enumerate(zip(scopes, domains, strict=True)):
        axis = "" if index == 0 else str(index + 1)
        figure.update_layout({
            f"xaxis{axis}": {
                "domain": domain, "anchor": f"y{axis}", "range": [0, _DECEMBER + _ROOM], "fixedrange": True,
                "tickmode": "array", "tickvals": ticks, "showgrid": False,
                "ticktext": [words("trade_volume.national_months.month", month=words.count(month)) for month in ticks],
            },
            f"yaxis{axis}": {
                "anchor": f"x{axis}", "range": [0, top * 1.1], "nticks": 5, "fixedrange": True,
                "showticklabels": index == 0,
            },
        })  # fmt: skip
        _lines(figure, axis, months, top, words, look)
        if index:
            _cut(
                figure,
                axis,
                words("trade_volume.national_months.break", year=words.year(min(months.years))),
                tokens.text,
            )
    return figure.drawn()


def _domains(count: int) -> tuple[tuple[float, float], ...]:
    """Where do panels stand? The first one has most room; there is one for each scope."""
    if count == 1:
        return _ALONE
    if count == 2:
        return _WIDE, _NARROW
    each = (1 + 0.06) / count
    return tuple((place * each, place * each + each - 0.06) for place in range(count))


def _lines(figure: Canvas, axis: str, months: Months, top: float, words: Words, look: Look) -> None:
    tokens, scale = tokens_of(look.theme), NATIONAL[words.lang]
    newest = max(months.years)
    for year, facts in months.years.items():
        strong = year == newest
        colour = tokens.text if strong else tokens.others
        figure.add_scatter(
            name=words.year(year),
            x=[fact.period.months for fact in facts],
            y=[fact.at(scale) for fact in facts],
            mode="lines+markers",
            line={"color": colour, "width": 2.4 if strong else 1.4},
            marker={"size": 7 if strong else 5, "color": colour},
            hovertext=[hover(fact, words, scale) for fact in facts],
            hoverinfo="text",
            xaxis=f"x{axis}",
            yaxis=f"y{axis}",
            cliponaxis=False,
        )
        _rings(figure, axis, tuple(filter(is_open, facts)), words, colour)
    ends = sorted((facts[-1] for facts in months.years.values()), key=lambda fact: fact.period.months)
    for month, same in groupby(ends, lambda fact: fact.period.months):
        _names(figure, axis, month, tuple(same), newest, top, words, look)


def _rings(figure: Canvas, axis: str, facts: tuple[Fact, ...], words: Words, colour: str) -> None:
    """A ring around a point of which only one side is known, as with over 1.8 trillion."""
    if not facts:
        return
    scale = NATIONAL[words.lang]
    figure.add_scatter(
        name=words("trade_volume.national_months.ring"),
        x=[fact.period.months for fact in facts],
        y=[fact.at(scale) for fact in facts],
        mode="markers",
        marker={
            "size": 12,
            "symbol": "circle-open",
            "color": colour,
            "line": {"width": 1.4, "color": colour},
        },
        hovertext=[hover(fact, words, scale) for fact in facts],
        hoverinfo="text",
        xaxis=f"x{axis}",
        yaxis=f"y{axis}",
        cliponaxis=False,
    )


def _names(
    figure: Canvas,
    axis: str,
    month: int,
    ends: tuple[Fact, ...],
    newest: int,
    top: float,
    words: Words,
    look: Look,
) -> None:
    """The year at the end of each line, the newest with its figure; none over another."""
    tokens, scale = tokens_of(look.theme), NATIONAL[words.lang]
    for fact, y in zip(ends, apart([fact.at(scale) for fact in ends], top * _SIGHT), strict=True):
        strong = fact.period.end.year == newest
        said = words(
            "trade_volume.national_months.end" if strong else "trade_volume.national_months.line",
            year=words.year(fact.period.end.year),
            level=words.number(to_digits(fact, scale), scale),
        )
        # In a later panel there is no room beside the last months.
        over = {"xanchor": "right", "xshift": 6, "yanchor": "bottom", "yshift": 6}
        beside = {"xanchor": "left", "xshift": 8}
        label(
            figure, said, month, y, xref=f"x{axis}", yref=f"y{axis}",
            colour=tokens.text if strong else tokens.quiet, **(over if axis and month > _LATE else beside),
        )  # fmt: skip


def _cut(figure: Canvas, axis: str, text: str, colour: str) -> None:
    """What says that the lines of a panel do not go on from those beside it."""
    figure.add_shape(
        type="line", x0=0, x1=0, xref=f"x{axis}", y0=0, y1=1, yref=f"y{axis} domain",
        line={"color": colour, "width": 1.4, "dash": "dash"},
    )  # fmt: skip
    label(
        figure, f"<b>{text}</b>", 0, 0.84, xref=f"x{axis} domain", yref=f"y{axis} domain", colour=colour,
        xanchor="left", yanchor="top", xshift=5, align="left",
    )  # fmt: skip
