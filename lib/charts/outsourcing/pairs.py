"""A printed level beside the base that its growth implies: what messages and tables say of the two."""

from __future__ import annotations

from lib.charts.card import Row
from lib.facts.outsourcing import GrowthOnBase
from lib.words.speak import Words


def said(pair: GrowthOnBase) -> dict[str, object]:
    """Which figures may a message about a pair put in?"""
    return {"level": pair.level, "growth": pair.growth, "base": pair.base}


def pair_rows(pair: GrowthOnBase, words: Words, *, name: str) -> tuple[Row, ...]:
    """What does the table say of a pair? `name` says what was measured, such as 执行额."""
    return (
        Row(words("outsourcing.pair.level", name=name, **said(pair)), pair.level),
        Row(words("outsourcing.pair.growth", name=name, **said(pair)), pair.growth),
        Row(words("outsourcing.pair.base", name=name, **said(pair)), pair.base),
    )
