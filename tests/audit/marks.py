"""Which text on a page comes from which figure, period or count?

While a page is built, every text that says one is marked where it leaves `lib.words`; the marks are read from
what the page shows.

A digit outside of all marks was written by hand. The marks are characters of the private use area: they pass
through messages, HTML and JSON as any letter does, and `bare` takes them off again.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from itertools import chain
from pkgutil import walk_packages
from typing import Any
from unittest.mock import patch

import streamlit as st

from lib import site
from lib.facts.fact import Fact
from lib.site.shared import forget
from lib.words import numbers, periods, provenance, speak
from lib.words.speak import Words
from pages import components

OPEN, NAMED, CLOSE = "\ue000", "\ue001", "\ue002"
_FIRST, _BASE = 0xE010, 16
_ID = f"[{chr(_FIRST)}-{chr(_FIRST + _BASE - 1)}]+"
_MARK = re.compile(f"{OPEN}{_ID}{NAMED}|{CLOSE}")
# Western and full-width digits, those above and below the line, and those in a circle.
NUMBER = re.compile(r"[0-9０-９⁰¹²³⁴-⁹₀-₉①-⑳](?:[0-9０-９⁰¹²³⁴-⁹₀-₉①-⑳]|[.,．，](?=[0-9０-９]))*")


@dataclass(frozen=True)
class Saying:
    """A text and what it was made of.

    `kind` is figure, bounds, change, printed (as a source has it), formula, input (a number in a formula),
    period, year, count or constant (a number that a definition sets). `unit` stands behind a figure: 亿元, bn.
    """

    kind: str
    of: Any
    text: str
    unit: str = ""


@dataclass
class Ledger:
    """Everything that was said while a page was built, each thing once; a choice looks the same each time."""

    sayings: list[Saying] = field(default_factory=list)
    numbers: dict[Saying, int] = field(default_factory=dict)

    def mark(self, kind: str, of: Any, text: str, unit: str = "") -> str:
        """What is a text with the mark of what it was made of? One without a digit needs none."""
        if not NUMBER.search(text):
            return text
        said = Saying(kind, of, bare(text), unit)
        number = self.numbers.setdefault(said, len(self.sayings))
        if number == len(self.sayings):
            self.sayings.append(said)
        return f"{OPEN}{_written(number)}{NAMED}{text}{CLOSE}"

    def facts(self) -> Iterator[Fact]:
        """Which figures were said, in any way?"""
        return (said.of for said in self.sayings if isinstance(said.of, Fact))


@dataclass(frozen=True)
class Piece:
    """A part of a text: said of something, or `said` None where it stands in a message or a quotation."""

    text: str
    said: int | None


def bare(text: str) -> str:
    """What does a reader see of a text with marks?"""
    return _MARK.sub("", text)


def pieces(text: str) -> list[Piece]:
    """Of which parts is a text made? What stands within several marks belongs to the innermost."""
    found: list[Piece] = []
    within: list[int] = []
    last = 0
    for mark in _MARK.finditer(text):
        if between := text[last : mark.start()]:
            found.append(Piece(between, within[-1] if within else None))
        last = mark.end()
        if mark[0] == CLOSE:
            within.pop()
        else:
            within.append(_read(mark[0]))
    if text[last:]:
        found.append(Piece(text[last:], within[-1] if within else None))
    return found


@contextmanager
def recording() -> Iterator[Ledger]:
    """Marks whatever is said while the block runs; nothing that was drawn is kept beyond it."""
    ledger = Ledger()
    for module in chain(*(walk_packages(held.__path__, f"{held.__name__}.") for held in (components, site))):
        import_module(module.name)  # one that is read in while names are marked would keep the marks
    with ExitStack() as stack:
        for clear in (st.cache_resource.clear, forget):
            stack.callback(clear)
            clear()
        for original, marking in _functions(ledger):
            for module, name in _places(original):
                stack.enter_context(patch.object(module, name, marking))
        for owner, name, kind in (
            (Words, "count", "count"),
            (Words, "year", "year"),
            (Words, "constant", "constant"),
            (Words, "change", "change"),
            (speak._SpokenPeriod, "__format__", "period"),
        ):
            original = vars(owner)[name]
            stack.enter_context(patch.object(owner, name, _marking(ledger, kind, original, method=True)))
        yield ledger


def _functions(ledger: Ledger) -> Iterator[tuple[Callable[..., Any], Callable[..., Any]]]:
    """Through which functions does everything become text?"""
    original = numbers.parts

    def parts(fact: Fact, lang: str, scale: int | None = None) -> numbers.Parts:
        found = original(fact, lang, scale)
        number = ledger.mark("figure", fact, found.number, found.unit)
        return numbers.Parts(found.qualifier, found.currency, number, found.unit)

    yield original, parts
    for kind, function in (
        ("bounds", numbers.bounds_text),
        ("printed", provenance.as_printed),
        ("formula", provenance.formula_with_names),
        ("formula", provenance.formula_with_numbers),
        ("input", provenance._number),
        ("period", periods.period_text),
        ("period", periods.months_text),
        ("period", periods.month_text),
        ("period", periods.date_text),
    ):
        yield function, _marking(ledger, kind, function)


def _marking(
    ledger: Ledger, kind: str, original: Callable[..., str], *, method: bool = False
) -> Callable[..., str]:
    def marking(*given: Any, **named: Any) -> str:
        of = given[0] if not method else given[0].span if kind == "period" else given[1]
        return ledger.mark(kind, of, original(*given, **named))

    return marking


def _places(original: Callable[..., Any]) -> list[tuple[Any, str]]:
    """Under which names do the modules of the program know a function?"""
    return [
        (module, name)
        for module in list(sys.modules.values())
        if getattr(module, "__name__", "").split(".")[0] in ("lib", "pages")
        for name, value in list(vars(module).items())
        if value is original
    ]


def _written(number: int) -> str:
    return "".join(chr(_FIRST + int(digit, _BASE)) for digit in f"{number:x}")


def _read(mark: str) -> int:
    return int("".join(f"{ord(letter) - _FIRST:x}" for letter in mark[1:-1]), _BASE)
