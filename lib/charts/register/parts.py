"""Parts of what a register carried out, the largest first: bars under their names, and a row for every part."""

from __future__ import annotations

from collections.abc import Callable, Collection

from lib.charts.card import Card, Look, Row
from lib.charts.spec import Axis
from lib.charts.strips import Strip, add_strips
from lib.charts.theme import frame
from lib.facts.fact import Fact
from lib.facts.record import Record
from lib.facts.register import Parts, by_category
from lib.words.scales import SMALL, unit_name
from lib.words.speak import Words

ROW_HEIGHT = 42


def categories_card(
    name: str, dimension: str, record: Record, words: Words, look: Look, *, most: int
) -> Card:
    """How much of what the register carried out is of each category of a dimension: a district, a sector?"""
    parts = by_category(record, dimension)

    def called(code: str) -> str:
        return record.name("categories", code, words.lang)

    absent = [called(code) for code in parts.absent]
    return card_of_parts(name, parts, lambda fact: called(fact.category), absent, words, look, most=most)


def card_of_parts(
    name: str,
    parts: Parts,
    called: Callable[[Fact], str],
    absent: Collection[str],
    words: Words,
    look: Look,
    *,
    most: int,
) -> Card:
    """What is a card with the `most` largest parts drawn and all of them in its table? `absent` are names."""
    key, scale = f"register_chart.{name}", SMALL[words.lang]
    drawn, unit = parts.parts[:most], unit_name("USD", scale, words.lang)
    strips = tuple(Strip(fact, called(fact), words.label(fact, scale), own=True) for fact in drawn)
    canvas = frame(look.theme, height=ROW_HEIGHT * max(1, len(strips)) + 16)
    if strips:
        x = Axis(ends=(0, drawn[0].at(scale) * 1.3), shown=False)
        add_strips(canvas, strips, words, look, x, scale=scale)
    told = words.list([words("register_chart.part", name=called(fact), figure=fact) for fact in drawn[:3]])
    notes = [words("register_chart.first", shown=words.count(len(drawn)), all=words.count(len(parts.parts)))]
    return Card(
        name=f"register_{name}",
        title=words(f"{key}.title", period=parts.whole.period, parts=told),
        subtitle=words("register_chart.subtitle", period=parts.whole.period, unit=unit, whole=parts.whole),
        chart=canvas.chart,
        rows=(
            *(Row(called(fact), fact) for fact in parts.parts),
            Row(words("register_chart.whole"), parts.whole),
        ),
        alt=words(
            f"{key}.alt",
            period=parts.whole.period,
            parts=words.list(
                [words("register_chart.part", name=called(fact), figure=fact) for fact in drawn]
            ),
        ),
        notes=(
            *(notes if len(drawn) < len(parts.parts) else ()),
            *((words("register_chart.absent", names=words.list(sorted(absent))),) if absent else ()),
        ),
    )
