"""What one type of outsourcing is made of: its printed segments, and what they leave of it."""

from __future__ import annotations

from itertools import cycle
from textwrap import wrap

import plotly.graph_objects as go

from lib.charts.card import Card, Look, Row
from lib.charts.outsourcing.stack import Segment, add_stack, alone
from lib.charts.theme import frame
from lib.facts.outsourcing_parts import Parts, segments
from lib.facts.record import Record
from lib.words.scales import SMALL, unit_name
from lib.words.speak import Words

HEIGHT, LINE = 210, 34


def first_half_segments_card(record: Record, words: Words, look: Look) -> Card:
    """Which segments of knowledge process outsourcing are printed, and how fast did they grow?"""
    split = segments(record)
    names = [record.name("categories", part.category, words.lang) for part in split.parts]
    each = list(zip(names, split.parts, split.growths, strict=True))
    given = {"whole": split.whole, "part": split.parts[0], "growth": split.growths[0], "rest": split.rest}
    whole = record.name("categories", split.whole.category, words.lang)
    return Card(
        name="first_half_segments",
        title=words("outsourcing.first_half_segments.title", name=names[0], kind=whole, **given),
        subtitle=words(
            "outsourcing.first_half_segments.subtitle",
            kind=whole,
            unit=unit_name(split.whole.unit, SMALL[words.lang], words.lang),
            **given,
        ),
        figure=_draw(split, names, words, look),
        rows=(
            Row(words("outsourcing.first_half_segments.level", name=whole), split.whole),
            *(Row(words("outsourcing.first_half_segments.level", name=name), part) for name, part, _ in each),
            *(Row(words("outsourcing.first_half_segments.rate", name=name), rate) for name, _, rate in each),
            *(
                Row(words("outsourcing.first_half_segments.left", names=words.list(names[:taken])), left)
                for taken, left in enumerate(split.steps, start=1)
            ),
        ),
        alt=words(
            "outsourcing.first_half_segments.alt",
            kind=whole,
            parts=words.list(
                [
                    words("outsourcing.first_half_segments.alt_part", name=name, level=part, growth=rate)
                    for name, part, rate in each
                ]
            ),
            **given,
        ),
        notes=(words("outsourcing.first_half_segments.note", **given),),
    )


def _draw(split: Parts, names: list[str], words: Words, look: Look) -> go.Figure:
    scale = SMALL[words.lang]
    figure = frame(look.theme, height=HEIGHT)
    room = cycle(("over", "under"))
    largest, *smaller = zip(split.parts, split.growths, names, strict=True)
    parts = [
        Segment(
            part,
            name,
            f"{'<br>'.join(wrap(name, LINE))}<br>{words.label(part, scale)}  {words.signed(growth)}",
            "in" if part is largest[0] else next(room),
        )
        for part, growth, name in (largest, *smaller)
    ]
    other = words("outsourcing.first_half_segments.other")
    parts.append(Segment(split.rest, other, f"{other} {words.label(split.rest, scale)}", next(room)))
    alone(figure, add_stack(figure, tuple(parts), words, look, scale=scale))
    return figure
