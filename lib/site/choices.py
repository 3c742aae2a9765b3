"""What can be chosen on a page, whatever draws it: buttons, a list, links."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from lib.catalog.codes import CURRENCIES
from lib.facts.outsourcing_periods import period_codes
from lib.facts.period import Period
from lib.site.here import Here
from lib.words.speak import Words

SIDE_BY_SIDE = 6
"""More options than these stand in a list."""
LONGEST_SEARCH = 100
Leads: TypeAlias = Callable[[str], dict[str, str]]


@dataclass(frozen=True, slots=True)
class Choice:
    """What can be chosen, and is kept in the address under `name`.

    `options` are codes, which mean the same in both languages, each with what it is called; the first is the default.
    `refused` is what the address asks for in vain; another choice drops the names in `forgets` from the address.
    `leads`: what the address carries with a code, where that is more than this one choice; `linked`: what a link has
    beside the code then, for there are too many links to find out for each what it leads to.
    """

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    chosen: str
    refused: str | None = None
    forgets: tuple[str, ...] = ()
    listed: bool = False
    leads: Leads | None = None
    linked: dict[str, str] = field(default_factory=dict)

    @property
    def codes(self) -> tuple[str, ...]:
        """Which codes may the address carry?"""
        return tuple(code for code, _ in self.options)

    @property
    def is_listed(self) -> bool:
        """Are there too many to stand side by side?"""
        return self.listed or len(self.options) > SIDE_BY_SIDE


@dataclass(frozen=True, slots=True)
class Several:
    """Several of many, `most` at a time, which the address keeps under `name` with commas between them.

    The rest is as with a `Choice`.
    """

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    chosen: tuple[str, ...]
    most: int
    leads: Leads
    linked: dict[str, str]
    forgets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Search:
    """What can be searched for, and is kept in the address under `name`."""

    name: str
    label: str
    placeholder: str
    text: str
    forgets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """What the address asks for in vain under a name that nothing else on the page says, and what stands there then."""

    name: str
    value: str
    instead: str = ""


def choice_of(
    name: str,
    label: str,
    options: tuple[tuple[str, str], ...],
    asked: Mapping[str, str],
    *,
    forgets: tuple[str, ...] = (),
    listed: bool = False,
) -> Choice:
    """What can be chosen among these, with what the address asks for chosen, or else the first?

    >>> found = choice_of("currency", "Amounts in", (("CNY", "yuan"), ("USD", "dollars")), {"currency": "EUR"})
    >>> found.chosen, found.refused
    ('CNY', 'EUR')
    """
    wanted, codes = asked.get(name), [code for code, _ in options]
    known = wanted in codes
    return Choice(
        name,
        label,
        options,
        chosen=str(wanted) if known else codes[0],
        refused=None if known else wanted,
        forgets=forgets,
        listed=listed,
    )


def currencies(here: Here, asked: Mapping[str, str]) -> tuple[Choice, ...]:
    """In which currency are amounts shown?"""
    words = here.words
    options = tuple((code, words(f"filter.{code}")) for code in CURRENCIES)
    return (choice_of("currency", words("filter.currency"), options, asked),)


def periods(here: Here, asked: Mapping[str, str], *, label: str = "filter.period") -> tuple[Choice, ...]:
    """Which period of outsourcing, newest first? None where there is none. In a list each stands under its year."""
    codes, words = period_codes(here.record), here.words
    if not codes:
        return ()
    listed = len(codes) > SIDE_BY_SIDE
    options = tuple((code, _period(code, words, listed=listed)) for code in codes)
    return (choice_of("period", words(label), options, asked),)


def _period(code: str, words: Words, *, listed: bool) -> str:
    span = Period.parse(code)
    if not listed:
        return words.period(span)
    return words("filter.whole_year" if span.is_year else "filter.in_year", period=span)
