"""What a search answers, as plain data."""

from __future__ import annotations

from dataclasses import dataclass

KINDS = ("figure", "chart", "page", "finding", "term", "source", "method", "download")
"""What can be found, in the order in which kinds stand that fit equally well."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One thing that was found: what it is called, what it says, and under which address of the site it stands.

    `value` is a figure as it reads, with its qualifier and status, `growth` the growth printed beside it, `source` the
    line that names its source; blank where it is no figure. `places` are where else it stands, each with its address.
    """

    kind: str
    code: str
    title: str
    text: str
    address: str
    value: str = ""
    growth: str = ""
    source: str = ""
    places: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """The answers of one kind, the best first, and how many there are in all."""

    kind: str
    count: int
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found: groups, the best first.

    `mended` are words as typed and as they were taken where nothing fits them; `missed` are those that nothing fits
    even so. `is_loose`: nothing has all words, and these answers have the most of them.
    """

    asked: str
    groups: tuple[Group, ...] = ()
    mended: tuple[tuple[str, str], ...] = ()
    missed: tuple[str, ...] = ()
    is_loose: bool = False

    @property
    def count(self) -> int:
        """How many answers are there?"""
        return sum(group.count for group in self.groups)
