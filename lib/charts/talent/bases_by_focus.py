"""What the named bases train, counted in the source's own list."""

from __future__ import annotations

from textwrap import wrap

from lib.charts.card import Card, Look, Row
from lib.charts.labels import label
from lib.charts.shown import bar_of
from lib.charts.spec import Axis, Chart, Fill, Of
from lib.charts.theme import frame, tokens_of
from lib.facts.fact import Fact
from lib.facts.record import Record
from lib.facts.talent import bases_by_focus, named_total
from lib.words.speak import Words

HEIGHT, WIDTH, LINE = 380, 0.4, 44


def bases_by_focus_card(record: Record, words: Words, look: Look) -> Card:
    """How many of the named bases train what?"""
    bases, counts = named_total(record), bases_by_focus(record)
    names = [record.name("categories", count.category, words.lang) for count in counts]
    listed = list(zip(names, counts, strict=True))
    return Card(
        name="bases_by_focus",
        title=words("talent.bases_by_focus.title", bases=bases, most=counts[0], name=names[0]),
        subtitle=words("talent.bases_by_focus.subtitle", bases=bases),
        chart=_draw(listed, words, look),
        rows=(
            Row(words("talent.bases_by_focus.bases"), bases),
            *(Row(words("talent.bases_by_focus.count", name=name), count) for name, count in listed),
        ),
        alt=words(
            "talent.bases_by_focus.alt",
            bases=bases,
            parts=words.join(
                words("talent.bases_by_focus.alt_part", name=name, count=count) for name, count in listed
            ),
        ),
    )


def _draw(listed: list[tuple[str, Fact]], words: Words, look: Look) -> Chart:
    tokens = tokens_of(look.theme)
    own = tokens.chongqing
    canvas = frame(look.theme, height=HEIGHT)
    mark = canvas.bars(
        (
            bar_of(-place, count, Fill(own), words, name=name, text=words.fact(count), ink=own)
            for place, (name, count) in enumerate(listed)
        ),
        width=WIDTH,
        lying=True,
    )
    for place, (name, _) in enumerate(listed):
        label(
            canvas, "<br>".join(wrap(name, LINE)), 0, WIDTH / 2 - place, colour=tokens.text,
            of=Of(mark, place), role="name", across="left", along="bottom", dx=-4, align="left",
        )  # fmt: skip
    most = max(count.at(0) for _, count in listed)
    canvas.axes(
        x=Axis(ends=(0, most * 1.15), shown=False), y=Axis(ends=(-len(listed) + 0.6, 0.72), shown=False)
    )
    return canvas.chart
