"""The nation's outsourcing enterprises at year ends: bars, gaps for missing years, whiskers for "about"."""

from __future__ import annotations

import plotly.graph_objects as go

from lib.charts.card import Card, Look, Row
from lib.charts.labels import gaps, hover, label
from lib.charts.theme import frame, tokens_of, whisker
from lib.charts.years import every
from lib.facts.enterprises import missing_years, national_year_ends
from lib.facts.fact import Fact
from lib.facts.record import Record
from lib.words.speak import Words


def national_outsourcing_enterprises_card(record: Record, words: Words, look: Look) -> Card:
    """How many outsourcing enterprises has the nation had at the end of each year?"""
    counts = national_year_ends(record)
    direction = "rose" if counts[-1].bounds_at(0)[0] > counts[0].bounds_at(0)[1] else "did_not_rise"
    without = missing_years(counts)
    notes = [words("enterprises.national_outsourcing_enterprises.note")]
    if without:
        years = words.years(without)
        notes.append(words("enterprises.national_outsourcing_enterprises.gaps", years=years))
    return Card(
        name="national_outsourcing_enterprises",
        title=words(
            f"enterprises.national_outsourcing_enterprises.{direction}", first=counts[0], last=counts[-1]
        ),
        subtitle=words("enterprises.national_outsourcing_enterprises.subtitle"),
        figure=_draw(counts, without, words, look),
        rows=tuple(
            Row(words("enterprises.national_outsourcing_enterprises.row", count=count), count)
            for count in counts
        ),
        alt=words(
            "enterprises.national_outsourcing_enterprises.alt",
            counts=words.join(
                words("enterprises.national_outsourcing_enterprises.alt_count", count=count)
                for count in counts
            ),
        ),
        notes=tuple(notes),
    )


def _draw(counts: tuple[Fact, ...], without: tuple[int, ...], words: Words, look: Look) -> go.Figure:
    tokens = tokens_of(look.theme)
    figure = frame(look.theme)
    highest, labelled = 0.0, every(counts)
    for count in counts:
        year, value, (lower, upper) = count.period.end.year, count.at(0), count.bounds_at(0)
        highest = max(highest, upper)
        figure.add_bar(
            x=[year],
            y=[value],
            width=0.62,
            marker={"color": tokens.others},
            error_y=whisker([lower], [value], [upper], tokens.text) if lower < upper else None,
            hovertext=[hover(count, words)],
            hoverinfo="text",
        )
        if count in labelled:
            label(figure, words.fact(count), year, upper, colour=tokens.text, yanchor="bottom", yshift=3)
    gaps(figure, without, words, colour=tokens.quiet)
    figure.update_xaxes(dtick=1, range=[counts[0].period.end.year - 0.6, counts[-1].period.end.year + 0.6])
    figure.update_yaxes(range=[0, highest * 1.14], nticks=5, tickformat={"zh": "d", "en": ",d"}[words.lang])
    return figure.drawn()
