"""Why the first months say little of the year: the year before, split into its first part and the rest."""

from __future__ import annotations

from lib.charts.card import Card, Look, Row
from lib.charts.labels import label
from lib.charts.outsourcing.pairs import pair_rows
from lib.charts.outsourcing.stack import WIDTH, Segment, add_stack
from lib.charts.spec import Axis, Chart, Of
from lib.charts.theme import frame, tokens_of
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
        chart=_draw(split, words, look, open_end=open_end),
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


def _draw(split: RestOfYear, words: Words, look: Look, *, open_end: bool) -> Chart:
    tokens, scale, pair = tokens_of(look.theme), LARGE[words.lang], split.pair
    canvas = frame(look.theme)
    whole = split.year.at(scale)
    add_stack(
        canvas,
        (_part(pair.base, words, scale, quiet=True), _part(split.rest, words, scale)),
        words,
        look,
        scale=scale,
        place=ABOVE,
    )
    end, last = add_stack(canvas, (_part(pair.level, words, scale),), words, look, scale=scale, place=BELOW)
    total = words("outsourcing.rest_of_year.total", year=split.year, number=words.label(split.year, scale))
    for text, place, of in ((total, ABOVE, Of(0)), (words.period(_year_of(pair.level)), BELOW, last)):
        label(
            canvas, text, 0, place + WIDTH / 2, colour=tokens.text, of=of, role="name",
            across="left", along="bottom", up=2,
        )  # fmt: skip
    lines = [f"<b>{words.signed(pair.growth)}</b>"]
    if open_end:
        ahead = _year_of(pair.level).after(pair.level.period)
        lines.append(words("outsourcing.rest_of_year.open", months=months_text(ahead, words.lang)))
    label(
        canvas,
        "<br>".join(lines),
        end,
        BELOW,
        colour=tokens.chongqing,
        of=last,
        across="left",
        dx=6,
        align="left",
    )
    canvas.axes(x=Axis(ends=(0, whole * 1.01), most=6), y=Axis(ends=(-0.4, 1.6), shown=False))
    return canvas.chart


def _part(fact: Fact, words: Words, scale: int, *, quiet: bool = False) -> Segment:
    months = months_text(fact.period, words.lang)
    said = f"{months}<br>{words.label(fact, scale)}"
    return Segment(fact, words.period(fact.period), said, quiet=quiet, whisker=quiet)


def _year_of(fact: Fact) -> Period:
    """The calendar year that a cumulative period is the first part of."""
    return Period.parse(f"{fact.period.start.year}-01_{fact.period.start.year}-12")
