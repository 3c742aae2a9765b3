"""What one type of outsourcing is made of: its printed segments, and what they leave of it."""

from __future__ import annotations

from itertools import cycle

from lib.charts.card import Card, Look, Row
from lib.charts.extent import wrapped
from lib.charts.outsourcing.pairs import beside, grown_rows, told
from lib.charts.outsourcing.stack import Segment, add_stack, alone
from lib.charts.spec import Chart
from lib.charts.theme import frame
from lib.facts.outsourcing_parts import Parts, segments
from lib.facts.record import Record
from lib.words.scales import SMALL, unit_name
from lib.words.speak import Words

HEIGHT, LINE, EACH = 210, 170, 17
"""In pixels: the chart with names of up to two lines, how long a line may be, and how high each further one is."""


def first_half_segments_card(record: Record, words: Words, look: Look) -> Card:
    """Which segments of knowledge process outsourcing are printed, and how fast did they grow?"""
    split = segments(record)
    names = [record.name("categories", part.category, words.lang) for part in split.parts]
    each = list(zip(names, split.parts, split.growths, strict=True))
    given = {"whole": split.whole, "rest": split.rest}
    whole = record.name("categories", split.whole.category, words.lang)
    return Card(
        name="first_half_segments",
        title=words(
            "outsourcing.first_half_segments.title",
            period=split.whole.period,
            told=told(words("outsourcing.first_half_segments.name", name=names[0]), *each[0][1:], words),
        ),
        subtitle=words(
            "outsourcing.first_half_segments.subtitle",
            kind=whole,
            unit=unit_name(split.whole.unit, SMALL[words.lang], words.lang),
            **given,
        ),
        chart=_draw(split, names, words, look),
        rows=(
            Row(words("outsourcing.first_half_segments.level", name=whole), split.whole),
            *(Row(words("outsourcing.first_half_segments.level", name=name), part) for name, part, _ in each),
            *grown_rows(
                (words("outsourcing.first_half_segments.rate", name=name), rate) for name, _, rate in each
            ),
            *(
                Row(words("outsourcing.first_half_segments.left", names=words.list(names[:taken])), left)
                for taken, left in enumerate(split.steps, start=1)
            ),
        ),
        alt=words(
            "outsourcing.first_half_segments.alt",
            kind=whole,
            parts=words.list([told(name, part, rate, words) for name, part, rate in each]),
            **given,
        ),
        notes=(words("outsourcing.first_half_segments.note", **given),),
    )


def _draw(split: Parts, names: list[str], words: Words, look: Look) -> Chart:
    scale = SMALL[words.lang]
    most = max(wrapped(name, LINE).count("<br>") for name in names)
    canvas = frame(look.theme, height=HEIGHT + EACH * 3 * max(most - 1, 0))
    room = cycle(("over", "under"))
    largest, *smaller = zip(split.parts, split.growths, names, strict=True)
    parts = [
        Segment(
            part,
            name,
            f"{wrapped(name, LINE)}<br>{beside(words.label(part, scale), growth, words)}",
            "in" if part is largest[0] else next(room),
        )
        for part, growth, name in (largest, *smaller)
    ]
    other = words("outsourcing.first_half_segments.other")
    parts.append(Segment(split.rest, other, f"{other} {words.label(split.rest, scale)}", next(room)))
    end, _ = add_stack(canvas, tuple(parts), words, look, scale=scale)
    alone(canvas, end)
    return canvas.chart
