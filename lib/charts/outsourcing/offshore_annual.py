"""Year by year: the printed levels as bars, with the growth that is printed or else worked out."""

from __future__ import annotations

import plotly.graph_objects as go

from lib.charts.card import Card, Look, Row
from lib.charts.labels import hover
from lib.charts.theme import BAR_WIDTH, frame, tokens_of
from lib.facts.fact import Fact
from lib.facts.outsourcing import Year, annual
from lib.facts.record import Record
from lib.words.scales import LARGE, unit_name
from lib.words.speak import Words


def offshore_annual_card(record: Record, words: Words, look: Look) -> Card:
    """How much offshore outsourcing was executed in each year, and how did it change?"""
    years = annual(record)
    last = years[-1]
    unit = unit_name(last.level.unit, LARGE[words.lang], words.lang)
    return Card(
        name="offshore_annual",
        title=words("outsourcing.offshore_annual.title", level=last.level, change=_change(last, words)),
        subtitle=words("outsourcing.offshore_annual.subtitle", unit=unit),
        figure=_draw(years, words, look),
        rows=tuple(row for year in years for row in _rows(year, words)),
        alt=words(
            "outsourcing.offshore_annual.alt",
            years=words.join(
                words("outsourcing.offshore_annual.alt_year", level=year.level, change=_change(year, words))
                for year in years
            ),
        ),
        notes=tuple(note for year in years for note in _notes(year, words)),
    )


def growth_of_year(year: Year) -> Fact | None:
    """Which growth stands beside a year: the printed one, else the one that the levels give, else none?"""
    return year.computed if year.printed.is_missing else year.printed


def _change(year: Year, words: Words) -> str:
    growth = growth_of_year(year)
    return words.change(growth) if growth else words("outsourcing.offshore_annual.no_growth")


def _rows(year: Year, words: Words) -> list[Row]:
    rows = [Row(words("outsourcing.offshore_annual.level", level=year.level), year.level)]
    if not year.printed.is_missing:
        rows.append(Row(words("outsourcing.offshore_annual.printed", level=year.level), year.printed))
    if year.computed:
        rows.append(Row(words("outsourcing.offshore_annual.computed", level=year.level), year.computed))
    return rows


def _notes(year: Year, words: Words) -> list[str]:
    """Where one growth is printed and another worked out, do they agree?"""
    if year.printed.is_missing or year.computed is None:
        return []
    agree = "note" if year.printed.bounds.meets(year.computed.bounds) else "note_differs"
    return [words(f"outsourcing.offshore_annual.{agree}", printed=year.printed, computed=year.computed)]


def _draw(years: tuple[Year, ...], words: Words, look: Look) -> go.Figure:
    tokens, scale = tokens_of(look.theme), LARGE[words.lang]
    levels = [year.level.at(scale) for year in years]
    figure = frame(look.theme)
    figure.add_bar(
        x=[words.period(year.level.period) for year in years],
        y=levels,
        width=BAR_WIDTH,
        marker={"color": tokens.chongqing},
        text=[_label(year, words, scale) for year in years],
        textposition="outside",
        textfont={"color": tokens.chongqing, "size": 12.5},
        hovertext=[f"{hover(year.level, words, scale)}<br>{_change(year, words)}" for year in years],
        hoverinfo="text",
    )
    figure.update_xaxes(type="category")
    figure.update_yaxes(range=[0, max(levels) * 1.22], nticks=5)
    return figure.drawn()


def _label(year: Year, words: Words, scale: int) -> str:
    growth = growth_of_year(year)
    number = words.label(year.level, scale)
    return f"{number}<br>{words.signed(growth)}" if growth else number
