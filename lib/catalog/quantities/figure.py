"""A printed figure as people type it: 12.1亿美元, 近1800家, USD 1.21bn, 78.7%."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lib.catalog.quantities import lexicon
from lib.catalog.quantities.unreadable import Unreadable
from lib.catalog.quantities.width import plain_width

_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_DIGITS = r"[0-9]{1,15}(?:\.[0-9]{1,9})?|[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{1,9})?"
_NO_POWER = "{} is no power of ten of the record: 千, 万, 百万, 亿, 十亿, 万亿"
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
    lib.catalog.quantities.unreadable.Unreadable: a range holds two figures: a row is for one
    """
    given = plain_width(text)
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
        raise Unreadable(_why_no_digits(rest))
    digits, rest = found[0].replace(",", ""), rest[found.end() :].strip()
    rest = _leading(rest, lexicon.WITHIN, words)
    scale, rest = _scale(rest)
    rest = _leading(rest, lexicon.WITHIN, words)
    unit = _unit(rest, money)
    if len(words) > 1:
        raise Unreadable(f"{' and '.join(words)} say how sure the figure is twice: keep one")
    if negative and words and words[0] != "about":
        raise Unreadable(
            f"{words[0]} before a negative figure can lie on either side of it: describe it in a note"
        )
    return Quantity(
        value=f"-{digits}" if negative else digits,
        unit_mult=scale if scale is not None else 0 if rest or money else None,
        unit=unit,
        qualifier=words[0] if words else "exact",
    )


def _refuse_what_is_ambiguous(given: str) -> None:
    if not given:
        raise Unreadable("nothing is typed: a figure such as 12.1亿美元, 近1800家 or 78.7%")
    for sign, why in lexicon.AMBIGUOUS.items():
        if sign in given:
            raise Unreadable(why)
    for name in lexicon.OTHER_MONEY:
        if name in given:
            raise Unreadable(f"{name} is no currency of the record: its amounts are in USD or CNY")
    if "$" in given and "US$" not in given:
        raise Unreadable("$ is the money of many countries: write USD or US$")
    if re.search(r"[0-9%万亿千]\s*[-–—~至到]\s*[0-9]", given):
        raise Unreadable("a range holds two figures: a row is for one")
    if re.search(r"[0-9]\s*[万亿]+\s*[0-9]", given):
        raise Unreadable("a figure in two parts: write it in one unit, such as 12.1亿")


def _why_no_digits(rest: str) -> str:
    if re.match(r"[0-9]+,[0-9]", rest):
        return "a comma stands only between thousands (1,403): write a decimal with a point"
    if re.match(r"[0-9]*[.][0-9]*[.,]|[0-9,.]+[0-9]", rest):
        return "digits, one point, commas only between thousands: 1,403 or 12.1"
    if _NUMERALS.match(rest):
        return "Chinese numerals: write the digits, 12 for 十二"
    return "no figure is found: digits such as 12.1亿美元, 近1800家 or 78.7%"


def _scale(rest: str) -> tuple[int | None, str]:
    for word in _longest_first(lexicon.SCALES):
        ends = "(?![a-z])" if word.isascii() else ""
        found = re.match(word + ends, rest, re.IGNORECASE)
        if found:
            left = rest[found.end() :].strip()
            if left and left[0] in "万亿千百十":
                raise Unreadable(_NO_POWER.format(found[0] + left[0]))
            return lexicon.SCALES[word], left
    if rest[:1] in ("百", "十"):
        raise Unreadable(_NO_POWER.format(rest[:2]))
    return None, rest


def _unit(rest: str, money: list[str]) -> str:
    known = {name.lower(): unit for name, unit in lexicon.UNITS.items()}
    if rest and rest.lower() not in known:
        raise Unreadable(
            f'"{rest[:20]}" after the digits is no scale or unit that is known: 亿美元, 家, %, billion'
        )
    unit = known.get(rest.lower(), "")
    if money and unit and unit != money[0]:
        raise Unreadable(f"{money[0]} before the digits and {unit} after them: keep one")
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
