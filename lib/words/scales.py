"""The power of ten that a whole chart is drawn in, and its name."""

from __future__ import annotations

from lib.words.numbers import AMOUNT_WORDS, SCALE_WORDS

LARGE = {"zh": 8, "en": 9}
SMALL = {"zh": 8, "en": 6}
NATIONAL = {"zh": 12, "en": 12}


def unit_name(unit: str, scale: int, lang: str) -> str:
    """What is the unit of an axis called? 亿元, CNY bn.

    >>> unit_name("CNY", 8, "zh"), unit_name("USD", 9, "en")
    ('亿元', 'USD bn')
    """
    word = AMOUNT_WORDS[lang][unit]
    return f"{SCALE_WORDS['zh'][scale]}{word}" if lang == "zh" else f"{word} {SCALE_WORDS['en'][scale]}"
