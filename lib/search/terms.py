"""What a search asks for, word by word: a meaning, a text, a number, years, months."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Meaning:
    """A word of the field, by the number of its meaning; `typed` is how the reader wrote it. Synonyms are one word."""

    typed: str = field(compare=False)
    number: int


@dataclass(frozen=True, slots=True)
class Word:
    """Any other word: Chinese signs, or Latin letters and what may follow them."""

    typed: str


@dataclass(frozen=True, slots=True)
class Number:
    """A number as typed: its digits, the power of ten that a word gave it (None: not said), and its unit if said."""

    typed: str
    digits: str
    power: int | None
    unit: str = ""

    @property
    def value(self) -> float:
        """What do the digits say, without the power?"""
        return float(self.digits)

    @property
    def tells_apart(self) -> bool:
        """Has it two digits that say something, so that few figures round to it?"""
        return len(self.digits.replace(".", "").strip("0")) > 1

    @property
    def half_a_digit(self) -> float:
        """How much is half a unit of the last digit that was typed?"""
        return 0.5 * 10.0 ** -len(self.digits.partition(".")[2])


@dataclass(frozen=True, slots=True)
class Years:
    """From one year to another, which may be the same; a bare one may as well be a number."""

    typed: str
    first: int
    last: int
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Months:
    """From one month of a year to another."""

    typed: str
    first: int
    last: int


Term: TypeAlias = Meaning | Word | Number | Years | Months
