"""A voice in one language: messages with figures put in, the one way from a figure to text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from lib.facts.fact import Fact
from lib.facts.period import Period
from lib.words import numbers, periods, statuses
from lib.words.messages import text_of


@dataclass(frozen=True, slots=True)
class Words:
    """Says messages, figures, periods and dates in one language, `zh` or `en`."""

    lang: str

    def __call__(self, key: str, /, **given: object) -> str:
        """What does a message say with these figures put in?

        A catalogue writes `{name}` for a figure in full (近1800家) and `{name:spec}` for another reading:
        see `_Spoken`. Raises UnknownMessage for a key that the catalogue lacks.
        """
        return text_of(key, self.lang).format(**{name: self._spoken(value) for name, value in given.items()})

    def fact(self, fact: Fact, scale: int | None = None) -> str:
        """What does a figure read as, qualifier and unit included?"""
        return numbers.parts(fact, self.lang, scale).text

    def number(self, fact: Fact, scale: int | None = None) -> str:
        """What does a figure read as where its unit stands elsewhere, as in a label of a chart?"""
        text = numbers.parts(fact, self.lang, scale)
        return text.number if fact.is_missing else f"{text.qualifier}{text.number}"

    def label(self, fact: Fact, scale: int | None = None) -> str:
        """What does a figure read as beside its mark in a chart? Its number, and its status if it has one."""
        return statuses.marked(self.number(fact, scale), fact, self.lang)

    def marked(self, fact: Fact) -> str:
        """What does a figure read as, with its status where it has one? 1000亿元（预计数）."""
        return statuses.marked(self.fact(fact), fact, self.lang)

    def status(self, fact: Fact, *, short: bool = False) -> str:
        """Which status has a figure, with its mark where it has one? 初步数；修订数. What was worked out says so."""
        found = statuses.statuses(fact)
        if fact.is_derived and found == ("A",):
            return self("status.derived")
        return self.join(self(f"status.short.{code}" if short else f"status.{code}") for code in found)

    def bare(self, fact: Fact) -> str:
        """What does a figure read as without its qualifier?"""
        text = numbers.parts(fact, self.lang)
        return text.text.removeprefix(text.qualifier)

    def bounds(self, fact: Fact, scale: int | None = None) -> str:
        """Between which values can a figure lie?"""
        return numbers.bounds_text(fact, self.lang, scale)

    def change(self, growth: Fact, *, named: bool = False) -> str:
        """How is growth on the same period of the year before said? 同比增长78.7%, up 78.7% year on year.

        `named` names that period where a sentence does: up 78.7% on January–August 2020.
        """
        if growth.is_missing:
            return numbers.MISSING
        size = numbers.plain(abs(growth.value), growth.decimals, self.lang)
        direction = "rose" if growth.value > 0 else "fell" if growth.value < 0 else "same"
        words = numbers.QUALIFIER_WORDS[self.lang] | numbers.IN_SENTENCES[self.lang]
        qualifier = words.get(growth.qualifier, "")
        base = self("common.year_on_year")
        if named and self.lang == "en":
            base = f"on {self.period(growth.period.year_before(), long=True)}"
        return self(f"common.change.{direction}", size=f"{qualifier}{size}", base=base)

    def said(self, fact: Fact, scale: int | None = None) -> str:
        """What does a figure read as where a sentence has room for its qualifier? 超过50%, about USD 0.68bn."""
        text = numbers.parts(fact, self.lang, scale)
        qualifier = numbers.IN_SENTENCES[self.lang].get(fact.qualifier, text.qualifier)
        return f"{qualifier}{text.text.removeprefix(text.qualifier)}"

    def signed(self, growth: Fact) -> str:
        """What does a change read as beside a bar? +78.7%, −3.1%."""
        text = numbers.parts(growth, self.lang)
        sign = "+" if growth.value > 0 else ""
        return text.text if growth.is_missing else f"{text.qualifier}{sign}{text.number}{text.unit}"

    def period(self, period: Period, *, long: bool = False) -> str:
        """How is a period written?"""
        return periods.period_text(period, self.lang, long=long)

    def date(self, day: date) -> str:
        """How is a day written?"""
        return periods.date_text(day, self.lang)

    def last_month(self, period: Period) -> str:
        """How is the month written in which a period ends?"""
        return periods.month_text(period.end, self.lang, long=True)

    def count(self, number: int) -> str:
        """How is a count of rows or items written?"""
        return numbers.plain(number, 0, self.lang)

    def number_word(self, number: int) -> str:
        """How is a small count written out in a sentence? 四, four; a large one in digits."""
        return numbers.SMALL_COUNTS[self.lang].get(number) or self.count(number)

    def year(self, year: int) -> str:
        """How is one calendar year written?"""
        return str(year)

    def years(self, years: Iterable[int]) -> str:
        """How are single years strung together, such as those without a figure?"""
        return self.list([self.year(year) for year in years])

    def constant(self, number: float) -> str:
        """How is a number written that a definition sets, such as the line at one half?"""
        return numbers.plain(number, 0 if number == round(number) else 1, self.lang)

    def list(self, items: list[str] | tuple[str, ...]) -> str:
        """How are items strung together?"""
        if self.lang == "zh":
            return "、".join(items)
        if len(items) < 3:
            return " and ".join(items)
        return f"{', '.join(items[:-1])} and {items[-1]}"

    def join(self, texts: Iterable[str]) -> str:
        """How are clauses or sources strung together in one line?"""
        return {"zh": "；", "en": "; "}[self.lang].join(texts)

    def run_on(self, sentences: Iterable[str]) -> str:
        """How does one sentence follow another?"""
        return {"zh": "", "en": " "}[self.lang].join(sentences)

    def comma(self, texts: Iterable[str]) -> str:
        """How are the clauses of one statement strung together?"""
        return {"zh": "，", "en": ", "}[self.lang].join(texts)

    def note(self, pair: tuple[str, str]) -> str:
        """Which of a Chinese and an English text is ours?"""
        return pair[0] if self.lang == "zh" else pair[1]

    def _spoken(self, value: object) -> object:
        if isinstance(value, Fact):
            return _Spoken(value, self)
        if isinstance(value, Period):
            return _SpokenPeriod(value, self)
        if isinstance(value, date):
            return self.date(value)
        return value


@dataclass(frozen=True, slots=True)
class _Spoken:
    """A figure inside a message.

    Specs: none 近1800家, what was worked out as 约6.8亿美元, about USD 0.68bn; `written` that with a sign, ≈USD 0.68bn,
    for formulas and labels; `marked` 1000亿元（预计数）; `number` 近1800; `bare` 1800家, where the sentence says how
    sure it is; `said` 超过50%; `bounds` 1750—1800; `change` 同比增长78.7%; `grown` the same, in English with
    the period that it grew on; `signed` +78.7%; `period` 2021年1—8月, `short` in
    a label; `months` 1—8月; `year` 2021; `earlier` 上年同期, of a whole year 上年.
    """

    fact: Fact
    words: Words

    def __format__(self, spec: str) -> str:
        readings: dict[str, Any] = {
            "": self.words.fact if self.words.lang == "zh" else self.words.said,
            "written": self.words.fact,
            "number": self.words.number,
            "bare": self.words.bare,
            "marked": self.words.marked,
            "bounds": self.words.bounds,
            "said": self.words.said,
            "change": self.words.change,
            "grown": partial(self.words.change, named=True),
            "signed": self.words.signed,
        }
        if spec in readings:
            return str(readings[spec](self.fact))
        return format(_SpokenPeriod(self.fact.period, self.words), spec)


@dataclass(frozen=True, slots=True)
class _SpokenPeriod:
    """A period inside a message: in full, `months` without the year, the `year` it ends in, the `earlier` one."""

    span: Period
    words: Words

    def __format__(self, spec: str) -> str:
        if spec == "months":
            return periods.months_text(self.span, self.words.lang, long=True)
        if spec == "year":
            return str(self.span.end.year)
        if spec == "earlier":
            return self.words("common.earlier_year" if self.span.is_year else "common.earlier_period")
        if spec in ("", "period"):
            return self.words.period(self.span, long=True)
        if spec == "short":
            return self.words.period(self.span)
        raise ValueError(f"unknown reading of a period: {spec}")
