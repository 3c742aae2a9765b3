"""Where the orders come from: two groups of markets that overlap, so side by side and never stacked."""

from __future__ import annotations

from lib.charts.card import Card, Look, Row
from lib.charts.labels import hover, label
from lib.charts.spec import Axis, Bar, Chart, Fill, Of
from lib.charts.theme import frame, tokens_of
from lib.facts.markets import MEASURES, Market, markets, source_markets
from lib.facts.record import Record
from lib.words.scales import SMALL, unit_name
from lib.words.speak import Words

WIDTH, HEIGHT = 0.42, 240


def offshore_markets_card(record: Record, words: Words, look: Look) -> Card:
    """How much offshore outsourcing came from Belt and Road economies and from ASEAN?"""
    listed = markets(record)
    names = {market.group: words(f"outsourcing.offshore_markets.group_{market.group}") for market in listed}
    known = [(market, market.level) for market in listed if market.level]
    period, unit = known[0][1].period, unit_name(known[0][1].unit, SMALL[words.lang], words.lang)
    by_measure = [[market for market, _ in known if market.measure == measure] for measure in MEASURES]
    first = next(listed for listed in by_measure if listed)
    count = source_markets(record, period)
    return Card(
        name="offshore_markets",
        title=words(
            "outsourcing.offshore_markets.title"
            if len(first) > 1
            else "outsourcing.offshore_markets.title_alone",
            period=period,
            measure=words(f"outsourcing.measure.{first[0].measure}"),
            parts=_strung(first, names, words),
        ),
        subtitle=words("outsourcing.offshore_markets.subtitle", period=period, unit=unit),
        chart=_draw(listed, names, words, look),
        rows=(
            *(row for market in listed for row in _rows(market, names[market.group], words)),
            *([Row(words("outsourcing.offshore_markets.count"), count)] if count else []),
        ),
        alt=words(
            "outsourcing.offshore_markets.alt",
            parts=words.join(_said(market, names[market.group], words) for market in listed),
        ),
        notes=(words("outsourcing.offshore_markets.note", count=count),) if count else (),
    )


def _strung(listed: list[Market], names: dict[str, str], words: Words) -> str:
    return words.list(
        [
            words("outsourcing.offshore_markets.part", name=names[market.group], level=market.level)
            for market in listed
        ]
    )


def _name(market: Market, name: str, words: Words) -> str:
    measure = words(f"outsourcing.measure.{market.measure}")
    return words("outsourcing.offshore_markets.name", name=name, measure=measure)


def _said(market: Market, name: str, words: Words) -> str:
    told = _name(market, name, words)
    if market.level is None:
        return words("outsourcing.offshore_markets.missing", name=told)
    if market.growth is None:
        return words("outsourcing.offshore_markets.alt_level", name=told, level=market.level)
    return words("outsourcing.offshore_markets.alt_part", name=told, level=market.level, growth=market.growth)


def _rows(market: Market, name: str, words: Words) -> list[Row]:
    told = _name(market, name, words)
    rows = [Row(told, market.level)] if market.level else []
    if market.growth:
        rows.append(Row(words("outsourcing.offshore_markets.growth", name=told), market.growth))
    return rows


def _draw(listed: tuple[Market, ...], names: dict[str, str], words: Words, look: Look) -> Chart:
    tokens, scale = tokens_of(look.theme), SMALL[words.lang]
    canvas = frame(look.theme, height=HEIGHT)
    far = max(market.level.at(scale) for market in listed if market.level)
    for place, market in enumerate(listed):
        told, level = _name(market, names[market.group], words), market.level
        head = told if level else words("outsourcing.offshore_markets.missing", name=told)
        growth = f"  {words.signed(market.growth)}" if market.growth else ""
        bar = Bar(
            -place,
            level.at(scale) if level else None,
            Fill(tokens.chongqing),
            level,
            text=f"{words.label(level, scale)}{growth}" if level else "",
            ink=tokens.chongqing,
            hover=f"{told}<br>{hover(level, words, scale)}" if level else "",
        )
        of = Of(canvas.bars([bar], width=WIDTH, lying=True))
        label(
            canvas,
            head,
            0,
            WIDTH / 2 - place,
            colour=tokens.text if level else tokens.quiet,
            of=of,
            role="name",
            across="left",
            along="bottom",
            dx=-4,
        )
    room = 0.6 if listed[-1].level else 1.1  # a name without a bar needs no room below it
    canvas.axes(
        x=Axis(ends=(0, far * 1.35), shown=False), y=Axis(ends=(room - len(listed), 0.75), shown=False)
    )
    return canvas.chart
