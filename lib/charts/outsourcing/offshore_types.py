"""The three types of outsourcing in one bar, and whether they add up to the printed total."""

from __future__ import annotations

from lib.charts.card import Card, Look, Row
from lib.charts.outsourcing.pairs import beside, grown_rows, told
from lib.charts.outsourcing.plan_total import HEIGHT
from lib.charts.outsourcing.stack import Segment, add_stack, alone
from lib.charts.spec import Chart
from lib.charts.theme import frame
from lib.facts.outsourcing_parts import Types, types
from lib.facts.record import Record
from lib.words.scales import LARGE, unit_name
from lib.words.speak import Words

ROOM = ("in", "over", "under")


def offshore_types_card(record: Record, words: Words, look: Look) -> Card:
    """How is offshore outsourcing split by type, and how fast did each type grow?"""
    split = types(record)
    names = [record.name("categories", level.category, words.lang) for level in split.levels]
    total = split.total or split.sum
    given = {"total": total, "sum": split.sum, "share": split.share, "largest": split.levels[0]}
    fits = "note_alone" if split.total is None else "note" if split.add_up else "note_differs"
    each = list(zip(names, split.levels, split.growths, strict=True))
    return Card(
        name="offshore_types",
        title=words("outsourcing.offshore_types.title", name=names[0], **given),
        subtitle=words(
            "outsourcing.offshore_types.subtitle",
            period=total.period,
            unit=unit_name(total.unit, LARGE[words.lang], words.lang),
        ),
        chart=_draw(split, names, words, look),
        rows=(
            *(Row(words("outsourcing.offshore_types.level", name=name), level) for name, level, _ in each),
            *grown_rows(
                (words("outsourcing.offshore_types.growth", name=name), rate) for name, _, rate in each
            ),
            Row(words("outsourcing.offshore_types.sum"), split.sum),
            *([Row(words("outsourcing.offshore_types.total"), split.total)] if split.total else []),
            Row(words("outsourcing.offshore_types.share", name=names[0]), split.share),
        ),
        alt=words(
            "outsourcing.offshore_types.alt",
            parts=words.join(told(name, level, growth, words) for name, level, growth in each),
            **given,
        ),
        notes=(words(f"outsourcing.offshore_types.{fits}", **given),),
    )


def _draw(split: Types, names: list[str], words: Words, look: Look) -> Chart:
    scale = LARGE[words.lang]
    canvas = frame(look.theme, height=HEIGHT)
    parts = tuple(
        Segment(
            level,
            name,
            beside(f"{level.category.upper()} {words.label(level, scale)}", growth, words),
            where,
        )
        for level, growth, name, where in zip(split.levels, split.growths, names, ROOM, strict=True)
    )
    end, _ = add_stack(canvas, parts, words, look, scale=scale)
    alone(canvas, end)
    return canvas.chart
