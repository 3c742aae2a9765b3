"""Printed figures one under the other, each in its own words: for what has no common scale."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from textwrap import wrap
from unicodedata import category, east_asian_width

from lib.charts.card import Look, Row
from lib.charts.labels import hover, label
from lib.charts.spec import Axis, Chart, Of, Point, Symbol
from lib.charts.theme import frame, tokens_of
from lib.facts.fact import Fact
from lib.facts.record import CHONGQING, Record
from lib.words.speak import Words

LINE, GAP = 18, 10
WIDE = {"zh": 24, "en": 46}
MOST_WIDE = 23
"""Pixels from line to line and between two figures; characters to a line, as on a phone, where `MOST_WIDE`
Chinese ones are as wide as a figure with its period may be.
"""


@dataclass(frozen=True, slots=True)
class Item:
    """A figure, what it is called, of when it is with whether it is a goal, and what it reads as."""

    fact: Fact
    name: str
    when: str
    text: str

    @property
    def label(self) -> str:
        """What is it called where nothing beside it says of when it is?"""
        return f"{self.name} · {self.when}"


def items(facts: Iterable[Fact], record: Record, words: Words, *, area: bool) -> tuple[Item, ...]:
    """How are figures listed, with or without whose each of them is?"""
    return tuple(_item(fact, record, words, area=area) for fact in facts)


def rows(found: tuple[Item, ...]) -> tuple[Row, ...]:
    """Which table stands behind a list?"""
    return tuple(Row(item.label, item.fact) for item in found)


def told(found: tuple[Item, ...], words: Words) -> str:
    """How is a list read out?"""
    said = words.join(words("chart.listed.item", name=item.label, text=item.text) for item in found)
    return words("chart.listed.alt", items=said)


def listed(found: tuple[Item, ...], words: Words, look: Look) -> Chart:
    """How are figures drawn that stand beside each other and are not compared? A point and its texts each.

    Filled points are outcomes, Chongqing's in its colour; open ones are goals and estimates.
    """
    tokens = tokens_of(look.theme)
    texts = [_lines(item, words) for item in found]
    heights = [LINE * len(lines) + GAP for lines in texts]
    canvas, top = frame(look.theme, height=sum(heights) + 24, is_list=True), 0
    for item, lines, height in zip(found, texts, heights, strict=True):
        ahead = item.fact.kind != "outcome"
        known = tokens.chongqing if item.fact.ref_area == CHONGQING else tokens.others
        colour = tokens.goal if ahead else known
        y = -top - LINE / 2  # pixels from the top: beside the first line of the name
        said = f"{item.name}<br>{hover(item.fact, words)}"
        point = canvas.points(
            [Point(0, y, item.fact, said)],
            name=item.label,
            symbol=Symbol("circle", 9, colour, open=ahead, edge=2),
        )
        label(
            canvas, "<br>".join(lines), 0, y, colour=tokens.text, of=Of(point), across="left", along="top",
            align="left", dx=12, up=LINE / 2 + 1,
        )  # fmt: skip
        top += height
    canvas.axes(x=Axis(ends=(-0.02, 1), shown=False), y=Axis(ends=(-sum(heights), 0), shown=False))
    return canvas.chart


def _lines(item: Item, words: Words) -> list[str]:
    """The name, the figure and of when it is, in as many lines as a phone needs."""
    pieces = [words("chart.listed.text", text=item.text), words("chart.listed.when", when=item.when)]
    fits = _width(item.text + item.when) < MOST_WIDE
    last = ["".join(pieces)] if fits else pieces
    return [*wrap(item.name, WIDE[words.lang]), *(line.strip() for line in last)]


def _width(text: str) -> float:
    """How wide is a text, in Chinese characters? A sign of private use is a mark that no reader sees."""
    seen = [sign for sign in text if category(sign) != "Co"]
    return sum(1.0 if east_asian_width(sign) in "WF" else 0.56 for sign in seen)


def _item(fact: Fact, record: Record, words: Words, *, area: bool) -> Item:
    names = [record.name("areas", fact.ref_area, words.lang)] if area else []
    names.append(record.name("indicators", fact.indicator, words.lang))
    if fact.category != "total":
        names.append(record.name("categories", fact.category, words.lang))
    growth = record.growth(fact)
    read = words.fact(fact) if growth.is_missing else words("chart.listed.grown", level=fact, growth=growth)
    when = words(f"chart.listed.{fact.kind}", period=words.period(fact.period))
    return Item(fact, " · ".join(names), when, read)
