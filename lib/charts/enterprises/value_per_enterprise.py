"""What is there for each enterprise: the range that "nearly" leaves, as a line with two ends."""

from __future__ import annotations

from lib.charts.card import Card, Look, Row
from lib.charts.labels import hover, label
from lib.charts.spec import Axis, Chart, Of, Point, Stroke, Symbol
from lib.charts.theme import frame, tokens_of
from lib.facts.enterprises import ends_of, value_per_enterprise
from lib.facts.fact import Fact
from lib.facts.record import Record
from lib.words.speak import Words


def value_per_enterprise_card(record: Record, words: Words, look: Look) -> Card:
    """How much services trade is there for each enterprise, and how surely is that known?"""
    found = value_per_enterprise(record)
    each, count, total = found.each, found.count, found.total
    least, most = ends_of(each)
    said = {"each": each, "count": count, "total": total, "least": least, "most": most}
    sure = {True: "least", False: "most", None: "about"}[found.as_least]
    return Card(
        name="value_per_enterprise",
        title=words(f"enterprises.value_per_enterprise.title.{sure}", total=total, said=found.said),
        subtitle=words("enterprises.value_per_enterprise.subtitle", **said),
        chart=_draw(each, count, words, look),
        rows=(
            Row(words("enterprises.value_per_enterprise.each", **said), each),
            Row(words("enterprises.value_per_enterprise.total", **said), total),
            Row(words("enterprises.value_per_enterprise.count", **said), count),
        ),
        alt=words("enterprises.value_per_enterprise.alt", **said),
        notes=(words("enterprises.value_per_enterprise.note", **said),),
    )


def _draw(each: Fact, count: Fact, words: Words, look: Look) -> Chart:
    tokens = tokens_of(look.theme)
    least, most = ends_of(each)
    fewest, all_of_them = ends_of(count)
    canvas = frame(look.theme, height=130)
    said = hover(each, words)
    both = [Point(least.at(0), 0, least, said), Point(most.at(0), 0, most, said)]
    line = canvas.points(both, stroke=Stroke(tokens.chongqing, 5))
    ends = canvas.points(both, symbol=Symbol("line-ns", 18, tokens.chongqing, edge=2.5))
    # The fewer enterprises there are, the more there is for each.
    for item, (value, divided_by) in enumerate(((least, all_of_them), (most, fewest))):
        x = value.at(0)
        text = words("enterprises.value_per_enterprise.divided_by", count=divided_by)
        label(
            canvas, f"<b>{words.fact(value)}</b>", x, 0, colour=tokens.chongqing, of=Of(ends, item),
            role="over", up=22, size=15,
        )  # fmt: skip
        label(
            canvas, text, x, 0, colour=tokens.quiet, of=Of(line, item), role="under", fact=divided_by, up=-24
        )
    # Room for the texts at both ends: half the range on either side.
    room = (most.at(0) - least.at(0)) / 2
    canvas.axes(
        x=Axis(ends=(least.at(0) - room, most.at(0) + room), shown=False), y=Axis(ends=(-1, 1), shown=False)
    )
    return canvas.chart
