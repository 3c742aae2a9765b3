"""What can be wrong with what a page asks of the record."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from lib.facts.period import Period

Found = TypeVar("Found")


class RecordError(Exception):
    """Anything that keeps the record from answering."""


class DatasetUnavailable(RecordError):
    """A dataset is missing, empty or damaged: which file, what is wrong, what to do."""

    def __init__(self, *, file: str, problem: str, detail: str = "") -> None:
        """`problem` is one of missing, empty, damaged, outdated, unknown_code, no_local."""
        super().__init__(f"{file}: {problem} {detail}".strip())
        self.file, self.problem, self.detail = file, problem, detail


@dataclass(frozen=True, slots=True)
class Missing:
    """Which figure was asked for? What its codes are called, by language, and its period if one was named.

    `part` is blank for a total, `partner` for the world.
    """

    area: Mapping[str, str]
    name: Mapping[str, str]
    part: Mapping[str, str]
    partner: Mapping[str, str]
    kind: str
    period: Period | None = None


class NoSuchFigure(RecordError):
    """The record holds no figure of that description; `missing` says which, where it was one of an indicator."""

    def __init__(self, problem: str, missing: Missing | None = None) -> None:
        super().__init__(problem)
        self.missing = missing


class NotInRegister(NoSuchFigure):
    """A contract register publishes no such figure: it has no such contract, or tells nobody of single enterprises."""


def maybe(ask: Callable[..., Found], *args: object, **given: object) -> Found | None:
    """What does a question to the record give, None where the record holds no such figure?

    For a companion, such as the rank beside a level: what it stands beside is told without it.
    """
    try:
        return ask(*args, **given)
    except NoSuchFigure:
        return None
