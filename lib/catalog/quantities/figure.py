"""A printed figure as people type it: 12.1亿美元, 近1800家, USD 1.21bn, 78.7%."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lib.catalog.codes import QUALIFIERS, UNITS
from lib.catalog.message import listed
from lib.catalog.quantities import lexicon
from lib.catalog.quantities.unreadable import Unreadable
from lib.catalog.quantities.width import plain_width

_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_DIGITS = r"[0-9]{1,15}(?:\.[0-9]{1,9})?|[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{1,9})?"
_CHINESE_UNITS = {"PERCENT": "%", "RANK": "（位次）"}
_NUMBERS = {numeral: digit for digit, numeral in enumerate("一二三四五六七八九", start=1)}
_TENTHS = re.compile(r"([一二三四五六七八九])成(?![一二三四五六七八九半])")
"""三成 is 30 %."""

_NUMERALS = re.compile(r"[〇零一二两三四五六七八九十百千]+(?=[万亿家人个元美倍位名%]|$)")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure as typed: its digits, and of scale, unit and qualifier what the text says ("" or None: nothing).

    `value` keeps every digit ("12.10"), without thousands marks. A scale is said by a word (亿) or, where the
    text names a unit, by there being no such word (1403家).
    """

    value: str
    unit_mult: int | None = None
    unit: str = ""
    qualifier: str = "exact"

    def __str__(self) -> str:
        """How is it told back? `nearly 1800 ENTERPRISES`, `12.1 × 10⁸ USD`."""
        word = "" if self.qualifier == "exact" else f"{self.qualifier} "
        power = f" × 10{str(self.unit_mult).translate(_SUPERSCRIPT)}" if self.unit_mult else ""
        return f"{word}{self.value}{power} {self.unit}".strip()

    @property
    def chinese(self) -> str:
        """How is it told back in Chinese? `近1800家企业`, `12.1×10⁸美元`."""
        word = "" if self.qualifier == "exact" else QUALIFIERS[self.qualifier][1]
        power = f"×10{str(self.unit_mult).translate(_SUPERSCRIPT)}" if self.unit_mult else ""
        unit = UNITS[self.unit][1].partition("，")[0] if self.unit else ""
        return f"{word}{self.value}{power}{_CHINESE_UNITS.get(self.unit, unit)}"


def read_quantity(text: str) -> Quantity:
    """Which figure does a text say?

    Full-width signs count as half-width ones. Raises Unreadable, with one sentence, for whatever can be read
    in two ways or in none: a range, a decimal comma, ¥, 兆, Chinese numerals.

    >>> print(read_quantity("１２．１亿美元"), read_quantity("近1800家"), read_quantity("USD 1.21bn"), sep="; ")
    12.1 × 10⁸ USD; nearly 1800 ENTERPRISES; 1.21 × 10⁹ USD
    >>> read_quantity("over 50%").qualifier, read_quantity("1403余家").qualifier
    ('over', 'over')
    >>> read_quantity("10-12亿元")
    Traceback (most recent call last):
        ...
    lib.catalog.quantities.unreadable.Unreadable: fault.allowed.range
    """
    given = _TENTHS.sub(lambda tenths: f"{_NUMBERS[tenths[1]]}0%", plain_width(text))
    _refuse_what_is_ambiguous(given)
    if rank := re.fullmatch(r"第([0-9]{1,9})[位名]?|([0-9]{1,9})(?:st|nd|rd|th)", given):
        return Quantity(rank[1] or rank[2], 0, "RANK")
    words: list[str] = []
    rest = _leading(given, lexicon.BEFORE, words)
    rest = _trailing(rest, lexicon.AFTER, words)
    negative = rest.startswith("-")
    rest = re.sub(r"^[-+] ?", "", rest)
    money: list[str] = []
    rest = _leading(rest, lexicon.CURRENCY_BEFORE, money)
    rest = _leading(rest, lexicon.BEFORE, words)
    found = re.match(rf"(?:{_DIGITS})(?![0-9.,])", rest)
    if not found:
        raise _no_digits(rest)
    digits, rest = found[0].replace(",", ""), rest[found.end() :].strip()
    rest = _leading(rest, lexicon.WITHIN, words)
    scale, rest = _scale(rest)
    rest = _leading(rest, lexicon.WITHIN, words)
    unit = _unit(rest, money)
    if len(words) > 1:
        first, second = (listed([word], QUALIFIERS) for word in words[:2])
        raise Unreadable("twice_sure", first=first, second=second)
    if negative and words and words[0] != "about":
        raise Unreadable("negative_open", code=listed(words[:1], QUALIFIERS))
    return Quantity(
        value=f"-{digits}" if negative else digits,
        unit_mult=scale if scale is not None else 0 if rest or money else None,
        unit=unit,
        qualifier=words[0] if words else "exact",
    )


def _refuse_what_is_ambiguous(given: str) -> None:
    if not given:
        raise Unreadable("nothing_typed")
    for sign, why in lexicon.AMBIGUOUS.items():
        if sign in given:
            raise Unreadable(why)
    for name in lexicon.OTHER_MONEY:
        if name in given:
            raise Unreadable("money", name=name)
    if "$" in given and "US$" not in given:
        raise Unreadable("dollar")
    if re.search(r"[0-9%万亿千]\s*[-–—~至到]\s*[0-9]", given):
        raise Unreadable("range")
    if re.search(r"[0-9]\s*[万亿]+\s*[0-9]", given):
        raise Unreadable("two_parts")


def _no_digits(rest: str) -> Unreadable:
    """Why does no figure begin here?"""
    if re.match(r"[0-9]+,[0-9]", rest):
        return Unreadable("comma")
    if re.match(r"[0-9]*[.][0-9]*[.,]|[0-9,.]+[0-9]", rest):
        return Unreadable("digits")
    if _NUMERALS.match(rest):
        return Unreadable("numerals")
    if digit := re.search("[0-9]", rest):
        return Unreadable("before_digits", text=rest[: digit.start()].strip()[:20])
    return Unreadable("no_figure")


def _scale(rest: str) -> tuple[int | None, str]:
    for word in _longest_first(lexicon.SCALES):
        ends = "(?![a-z])" if word.isascii() else ""
        found = re.match(word + ends, rest, re.IGNORECASE)
        if found:
            left = rest[found.end() :].strip()
            if left and left[0] in "万亿千百十":
                raise Unreadable("power", text=found[0] + left[0])
            return lexicon.SCALES[word], left
    if rest[:1] in ("百", "十"):
        raise Unreadable("power", text=rest[:2])
    return None, rest


def _unit(rest: str, money: list[str]) -> str:
    known = {name.lower(): unit for name, unit in lexicon.UNITS.items()}
    if rest and rest.lower() not in known:
        raise Unreadable("after_digits", text=rest[:20])
    unit = known.get(rest.lower(), "")
    if money and unit and unit != money[0]:
        raise Unreadable("two_units", unit=listed(money[:1], UNITS), other_unit=listed([unit], UNITS))
    return money[0] if money else unit


def _leading(text: str, words: Mapping[str, str], found: list[str]) -> str:
    for word in _longest_first(words):
        if text.lower().startswith(word.lower()):
            left = text[len(word) :]
            if word[-1].isascii() and word[-1].isalpha() and left[:1].isalpha() and left[:1].isascii():
                continue
            found.append(words[word])
            return left.strip()
    return text


def _trailing(text: str, words: Mapping[str, str], found: list[str]) -> str:
    for word in words:
        if text.endswith(word):
            found.append(words[word])
            return text[: -len(word)].strip()
    return text


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted(words, key=len, reverse=True)
