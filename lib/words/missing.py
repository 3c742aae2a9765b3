"""A figure that the record does not hold, said by name."""

from __future__ import annotations

from lib.facts.errors import Missing, NoSuchFigure, NotInRegister
from lib.words.speak import Words


def missing_text(error: NoSuchFigure, words: Words) -> str:
    """Which figure do the texts that were read not have? 所查资料未载：重庆服务贸易企业数（2025年12月）。"""
    if error.missing is None:
        return words("states.no_figure")
    figure = missing_name(error.missing, words)
    if isinstance(error, NotInRegister):
        return words("states.not_in_register", figure=figure)
    return words("states.no_such_figure", figure=figure)


def missing_name(missing: Missing, words: Words) -> str:
    """What is a figure called that is not there? Area, indicator, part, partner, 目标 where it is one, period."""
    parts = [named[words.lang] for named in (missing.part, missing.partner) if named]
    named = words(
        "states.figure_of" if missing.area else "states.figure",
        area=missing.area.get(words.lang, ""),
        name=missing.name[words.lang],
    )
    if parts:
        named = words("states.figure_part", figure=named, part=words.list(parts))
    of_kind = words(f"states.figure_{missing.kind}", figure=named)
    return words("states.figure_in", figure=of_kind, period=missing.period) if missing.period else of_kind
