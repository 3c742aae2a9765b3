"""The nation's outsourcing enterprises at year ends: bars, gaps for missing years, whiskers for "about"."""

from __future__ import annotations

from lib.charts.card import Card, Look, Row
from lib.charts.labels import gaps, label
from lib.charts.shown import bar_of
from lib.charts.spec import Axis, Chart, Fill, Of
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
        chart=_draw(counts, without, words, look),
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


def _draw(counts: tuple[Fact, ...], without: tuple[int, ...], words: Words, look: Look) -> Chart:
    tokens = tokens_of(look.theme)
    canvas = frame(look.theme)
    highest, labelled = 0.0, every(counts)
    for count in counts:
        year, (lower, upper) = count.period.end.year, count.bounds_at(0)
        highest = max(highest, upper)
        bounds = (lower, upper) if lower < upper else None
        shown = bar_of(year, count, Fill(tokens.others), words, bounds=bounds)
        of = Of(canvas.bars([shown], width=0.62, whisker=whisker(tokens.text) if bounds else None))
        if count in labelled:
            label(
                canvas, words.fact(count), year, upper, colour=tokens.text, of=of, role="end",
                along="bottom", up=3,
            )  # fmt: skip
    gaps(canvas, without, words, colour=tokens.quiet)
    first, last = counts[0].period.end.year, counts[-1].period.end.year
    canvas.axes(
        x=Axis(ends=(first - 0.6, last + 0.6), step=1),
        y=Axis(ends=(0, highest * 1.14), most=5, form={"zh": "d", "en": ",d"}[words.lang]),
    )
    return canvas.chart
