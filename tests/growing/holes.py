"""What no sentence may hold, and whether each figure in it has its own period in reach."""

from __future__ import annotations

import re

from lib.facts.period import Period
from lib.words.periods import months_text, period_text
from tests.growing.composed import Texts

_HOLES = re.compile(
    r"\bnan\b|\bNone\b|\bInfinity\b|\binf\b|\{|\}|，，|；；|，。|；。|，；|^，|、、| ,|,,"
    # A dash between two digits is a span, as in 1—8月; one that stands for a figure has none on one side.
    r"|(?<![0-9年月\d>])—(?!—)|—(?![0-9一\d<—])|\(\)|（）"
)


def holes(texts: Texts) -> list[str]:
    """Which texts have a hole: a dash for a figure, a word of Python's, two marks with nothing between them?"""
    return [f"{place}: {text}" for place, text in texts.items() if not text.strip() or _HOLES.search(text)]


def without_period(texts: Texts, number: str, period: Period, lang: str) -> list[str]:
    """Which sentences say a number, and not the period that it is of?"""
    said = re.compile(rf"(?<![\d.,]){re.escape(number)}(?![\d]|[.,]\d)")
    names = {
        period_text(period, lang), period_text(period, lang, long=True),
    }  # fmt: skip
    if lang == "en" and not period.is_point:
        names |= {f"{months_text(period, lang, long=long)} of {period.end.year}" for long in (True, False)}
    return [
        f"{place}: {text}"
        for place, text in texts.items()
        if not place.startswith("drawn") and said.search(text) and not any(name in text for name in names)
    ]
