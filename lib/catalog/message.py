"""A sentence that is still to be said: its key among the messages, and what is put into it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

Codes = Mapping[str, tuple[str, str]]
"""A closed list: code → what it means, in English and in Chinese."""


class Message:
    """What there is to say, in no language yet.

    A value is a text that somebody typed, a number, a day, another message, several names, or one of the kinds
    below; `lib/words/faults.py` says each in the reader's words.

    >>> Message("fault.found.cells", count=12) == Message("fault.found.cells", count=12)
    True
    >>> print(Message("fault.found.cells", count=12))
    fault.found.cells count=12
    """

    __slots__ = ("given", "key")

    def __init__(self, key: str, /, **given: object) -> None:
        """`key` is the message's, its domain included; values have to be hashable."""
        self.key, self.given = key, given

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Message) and (self.key, self.given) == (other.key, other.given)

    def __hash__(self) -> int:
        return hash((self.key, *self.given.items()))

    def __str__(self) -> str:
        """Names it, for a log and for order; what people read is said in `lib/words`."""
        return " ".join([self.key, *(f"{name}={value}" for name, value in self.given.items())])

    __repr__ = __str__


Text = str | Message
"""What was typed, which stays as it is in every language; or what we have to say."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How something was read that was not plain: of a cell, a column or a whole sheet."""

    file: Text
    row: int
    column: str
    told: Message


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the file that is handed in, or of the record that is published."""

    number: int
    is_published: bool = False


@dataclass(frozen=True, slots=True)
class Listed:
    """Codes of one closed list, said with what each means."""

    names: tuple[str, ...]
    of: Codes = field(default_factory=dict, compare=False, repr=False)

    def __str__(self) -> str:
        return ",".join(self.names)


def listed(names: Iterable[str], of: Codes) -> Listed:
    """Which of these codes are to be said? A blank one is said by the message itself."""
    return Listed(tuple(name for name in names if name), of)


@dataclass(frozen=True, slots=True)
class Both:
    """A text of the schema, which is there in both languages."""

    en: str
    zh: str


@dataclass(frozen=True, slots=True)
class Month:
    """A month by its number; one past twelve is none, and said as its number."""

    number: int


@dataclass(frozen=True, slots=True)
class Nth:
    """A day of a month."""

    day: int
