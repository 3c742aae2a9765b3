"""Year by year: the printed levels as bars, with the growth that is printed or else worked out."""

from __future__ import annotations

from lib.charts.card import Card, Look, Row
from lib.charts.labels import hover
from lib.charts.spec import Axis, Bar, Chart, Fill
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
        chart=_draw(years, words, look),
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


def _draw(years: tuple[Year, ...], words: Words, look: Look) -> Chart:
    tokens, scale = tokens_of(look.theme), LARGE[words.lang]
    levels = [year.level.at(scale) for year in years]
    names = [words.period(year.level.period) for year in years]
    canvas = frame(look.theme)
    canvas.bars(
        (
            Bar(
                name,
                year.level.at(scale),
                Fill(tokens.chongqing),
                year.level,
                text=_label(year, words, scale),
                ink=tokens.chongqing,
                hover=f"{hover(year.level, words, scale)}<br>{_change(year, words)}",
            )
            for name, year in zip(names, years, strict=True)
        ),
        width=BAR_WIDTH,
    )
    canvas.axes(x=Axis(categories=tuple(names)), y=Axis(ends=(0, max(levels) * 1.22), most=5))
    return canvas.chart


def _label(year: Year, words: Words, scale: int) -> str:
    growth = growth_of_year(year)
    number = words.label(year.level, scale)
    return f"{number}<br>{words.signed(growth)}" if growth else number
