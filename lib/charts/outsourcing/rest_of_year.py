"""Why the first months say little of the year: the year before, split into its first part and the rest."""

from __future__ import annotations

import plotly.graph_objects as go

from lib.charts.card import Card, Look, Row
from lib.charts.labels import label
from lib.charts.outsourcing.pairs import pair_rows
from lib.charts.outsourcing.stack import WIDTH, Segment, add_stack
from lib.charts.theme import frame, tokens_of, whisker
from lib.facts.fact import Fact
from lib.facts.outsourcing_periods import RestOfYear, levels, rest_of_year
from lib.facts.period import Period
from lib.facts.record import Record
from lib.words.periods import months_text
from lib.words.scales import LARGE, unit_name
from lib.words.speak import Words

ABOVE, BELOW = 1.0, 0.0


def rest_of_year_card(record: Record, words: Words, look: Look) -> Card:
    """How much of the year before fell into the months after the chosen period?"""
    split = rest_of_year(record, look.period)
    open_end = split.pair.level.period == levels(record)[0].period
    pair = split.pair
    name = record.name("indicators", split.year.indicator, words.lang)
    given = {
        "name": name,
        "year": split.year,
        "rest": split.rest,
        "share": split.share,
        "level": pair.level,
        "growth": pair.growth,
        "base": pair.base,
    }
    return Card(
        name="rest_of_year",
        title=words("outsourcing.rest_of_year.title", **given),
        subtitle=words(
            "outsourcing.rest_of_year.subtitle",
            unit=unit_name(split.year.unit, LARGE[words.lang], words.lang),
        ),
        figure=_draw(split, words, look, open_end=open_end),
        rows=(
            *pair_rows(pair, words, name=name),
            Row(words("outsourcing.rest_of_year.year", **given), split.year),
            Row(words("outsourcing.rest_of_year.rest", **given), split.rest),
            Row(words("outsourcing.rest_of_year.share", **given), split.share),
        ),
        alt=words("outsourcing.rest_of_year.alt", **given),
        notes=(
            words("outsourcing.rest_of_year.note", **given),
            words("outsourcing.rest_of_year.warning"),
        ),
    )


def _draw(split: RestOfYear, words: Words, look: Look, *, open_end: bool) -> go.Figure:
    tokens, scale, pair = tokens_of(look.theme), LARGE[words.lang], split.pair
    figure = frame(look.theme)
    whole = split.year.at(scale)
    add_stack(
        figure,
        (_part(pair.base, words, scale, quiet=True), _part(split.rest, words, scale)),
        words,
        look,
        scale=scale,
        place=ABOVE,
    )
    low, high = pair.base.bounds_at(scale)
    figure.traces[0]["error_x"] = whisker([low], [pair.base.at(scale)], [high], tokens.text)
    end = add_stack(figure, (_part(pair.level, words, scale),), words, look, scale=scale, place=BELOW)
    total = words("outsourcing.rest_of_year.total", year=split.year, number=words.label(split.year, scale))
    for text, place in ((total, ABOVE), (words.period(_year_of(pair.level)), BELOW)):
        label(
            figure, text, 0, place + WIDTH / 2, colour=tokens.text, xanchor="left", yanchor="bottom", yshift=2
        )
    lines = [f"<b>{words.signed(pair.growth)}</b>"]
    if open_end:
        ahead = _year_of(pair.level).after(pair.level.period)
        lines.append(words("outsourcing.rest_of_year.open", months=months_text(ahead, words.lang)))
    label(
        figure,
        "<br>".join(lines),
        end,
        BELOW,
        colour=tokens.chongqing,
        xanchor="left",
        xshift=6,
        align="left",
    )
    figure.update_xaxes(range=[0, whole * 1.01], nticks=6)
    figure.update_yaxes(visible=False, range=[-0.4, 1.6])
    return figure.drawn()


def _part(fact: Fact, words: Words, scale: int, *, quiet: bool = False) -> Segment:
    months = months_text(fact.period, words.lang)
    return Segment(fact, words.period(fact.period), f"{months}<br>{words.label(fact, scale)}", quiet=quiet)


def _year_of(fact: Fact) -> Period:
    """The calendar year that a cumulative period is the first part of."""
    return Period.parse(f"{fact.period.start.year}-01_{fact.period.start.year}-12")
