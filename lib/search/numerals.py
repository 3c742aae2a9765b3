"""Numbers and periods that are written as words, in Chinese and in English."""

from __future__ import annotations

import re

_DIGITS = {sign: number for number, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
_ONE = "".join(_DIGITS)
_NUMERAL = rf"[{_ONE}十百千]+(?:点[{_ONE}]+)?"
_COUNTED = "万|亿|家|个|倍|位|名|人|元|美元|月"
_ENGLISH = {
    word: number
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"), start=1
    )
}
_PLACES = {
    word: number
    for number, word in enumerate(
        ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"), start=2
    )
}
_YEAR = re.compile(rf"[一二][{_ONE}]{{3}}(?=年)")
_PER_CENT = re.compile(rf"百分之({_NUMERAL}|\d+(?:\.\d+)?)")
_COUNT = re.compile(rf"(?<![\d.几数{_ONE}十百千])({_NUMERAL})(?={_COUNTED})")
_PLACE = re.compile(rf"第({_NUMERAL}|\d+)(?:位|名|(?=\s|$))")
_PLACE_EN = re.compile(rf"\b(?:({'|'.join(_PLACES)})|(\d+)(?:st|nd|rd|th))\b(?! (?:half|quarter|five))")
_MONTHS = re.compile(rf"前(\d+)个?月|first (\d+|{'|'.join(_ENGLISH)}) months")
_SAID = (
    (re.compile(r"five-year"), "five year"),
    (re.compile(r"前三个?季度|first three quarters"), "1-9月"),
    (re.compile(r"(?:超过?)?(?:一半|半数)|过半|(?:more than|over|above) (?:a |one )?half"), "超50%"),
)


def in_digits(text: str) -> str:
    """How does a folded text read when its numbers stand in digits?

    >>> in_digits("六百七十五点三亿"), in_digits("二〇二〇年"), in_digits("千亿目标"), in_digits("百分之五十")
    ('675.3亿', '2020年', '1000亿目标', '50%')
    >>> in_digits("中西部第二"), in_digits("ranked 9th"), in_digits("first half"), in_digits("一带一路")
    ('中西部第2位', 'ranked 第9位', 'first half', '一带一路')
    >>> in_digits("前八个月"), in_digits("first eight months"), in_digits("more than half")
    ('1-8月', '1-8月', '超50%')
    """
    text = _YEAR.sub(lambda found: "".join(str(_DIGITS[sign]) for sign in found[0]), text)
    for said, digits in _SAID:
        text = said.sub(digits, text)
    text = _PER_CENT.sub(lambda found: f"{_value(found[1])}%", text)
    text = _PLACE.sub(lambda found: f"第{_value(found[1])}位", text)
    text = _PLACE_EN.sub(lambda found: f"第{_PLACES.get(found[1] or '', found[2])}位", text)
    text = _COUNT.sub(lambda found: _value(found[1]), text)
    return _MONTHS.sub(lambda found: f"1-{found[1] or _ENGLISH.get(found[2], found[2])}月", text)


def _value(numeral: str) -> str:
    """A Chinese numeral in digits; digits as they are."""
    if numeral[0].isascii():
        return numeral
    whole, _, part = numeral.partition("点")
    total, digit = 0, 0
    for sign in whole:
        if sign in _TENS:
            total, digit = total + (digit or 1) * _TENS[sign], 0
        else:
            digit = _DIGITS[sign]
    decimals = "".join(str(_DIGITS[sign]) for sign in part)
    return f"{total + digit}.{decimals}" if decimals else str(total + digit)
