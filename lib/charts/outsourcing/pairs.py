"""A printed level beside the base that its growth implies: what messages and tables say of the two."""

from __future__ import annotations

from collections.abc import Iterable

from lib.charts.card import Row
from lib.facts.fact import Fact
from lib.facts.outsourcing import GrowthOnBase
from lib.words.speak import Words


def said(pair: GrowthOnBase) -> dict[str, object]:
    """Which figures may a message about a pair put in?"""
    return {"level": pair.level, "growth": pair.growth, "base": pair.base}


def pair_rows(pair: GrowthOnBase, words: Words, *, name: str) -> tuple[Row, ...]:
    """What does the table say of a pair? `name` says what was measured, such as 执行额."""
    told = {"level": pair.level, "growth": pair.growth}
    told["base" if pair.base.is_derived else "printed_base"] = pair.base
    return tuple(
        Row(words(f"outsourcing.pair.{key}", name=name, **said(pair)), fact)
        for key, fact in told.items()
        if not fact.is_missing
    )


def told(name: str, level: Fact, growth: Fact, words: Words) -> str:
    """What is said of a level in one breath: its name, its amount, and its growth where that is known?"""
    key = "outcome" if growth.is_missing else "grown"
    return words(f"outsourcing.told.{key}", name=name, level=level, growth=growth)


def based(name: str, pair: GrowthOnBase, words: Words) -> str:
    """What is said of a pair: the level with its growth, and the base where that is known?"""
    said = told(name, pair.level, pair.growth, words)
    return said if pair.base.is_missing else words("outsourcing.told.based", said=said, base=pair.base)


def beside(text: str, growth: Fact, words: Words) -> str:
    """What does a label say: an amount, and its growth where that is known?"""
    return text if growth.is_missing else f"{text}  {words.signed(growth)}"


def grown_rows(rows: Iterable[tuple[str, Fact]]) -> tuple[Row, ...]:
    """What does the table say of growths, leaving out those that are not known?"""
    return tuple(Row(name, growth) for name, growth in rows if not growth.is_missing)
