"""Numbers of headings as official documents count: 一、二、…"""

from __future__ import annotations

from lib.words.speak import Words

_DIGITS = "〇一二三四五六七八九"
_MOST = 99


def ordinal(number: int, words: Words) -> str:
    """How is a heading counted, from 1 to 99? 十二 in Chinese, 12 in English.

    >>> [ordinal(number, Words("zh")) for number in (1, 10, 12, 20, 47)]
    ['一', '十', '十二', '二十', '四十七']
    """
    if words.lang == "en" or not 1 <= number <= _MOST:
        return words.count(number)
    tens, ones = divmod(number, 10)
    if not tens:
        return _DIGITS[ones]
    return f"{_DIGITS[tens] if tens > 1 else ''}十{_DIGITS[ones] if ones else ''}"
