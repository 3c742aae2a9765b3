"""Sentences put together from clauses: each stands when its own figures are there, and none needs another."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import TypeVar

from lib.facts.errors import RecordError
from lib.facts.fact import Fact
from lib.facts.period import Period
from lib.facts.record import Record
from lib.words.origins import mark
from lib.words.speak import Words

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Clause:
    """A piece of a sentence, and the figures that it rests on."""

    text: str
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """What is said of one period in one breath; without a period it says its own, or needs none."""

    clauses: tuple[Clause, ...]
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Teller:
    """Makes clauses, statements and whole texts over one record in one language.

    `unanswered` gathers why what was asked of the record could not be told.
    """

    record: Record
    words: Words
    unanswered: list[RecordError] = field(default_factory=list)

    def ask(self, question: Callable[..., Found], *args: object, **given: object) -> Found | None:
        """What does the record answer, None where it cannot? `question` is a function of `lib.facts`."""
        try:
            return question(*args, **given)
        except RecordError as error:
            self.unanswered.append(error)
            return None

    def clause(self, key: str, **given: object) -> Clause | None:
        """What does a message say of these figures? None where one of them is None or missing."""
        facts = tuple(value for value in given.values() if isinstance(value, Fact))
        if any(value is None for value in given.values()) or any(fact.is_missing for fact in facts):
            return None
        return Clause(self.words(key, **given), facts)

    def beside(self, fact: Fact | None, other: Fact | None, *, same: str, older: str) -> Clause | None:
        """What does a companion say beside a figure? The message `same` of one period, `older` of another.

        The companion is put in as `other`; `older` names its period.
        """
        if fact is None or other is None:
            return None
        return self.clause(same if other.period == fact.period else older, other=other)

    def of(self, period: Period | None, head: Clause | None, *others: Clause | None) -> Statement | None:
        """What is said of a period: the head, and what can be said beside it? None without the head."""
        if head is None:
            return None
        return Statement((head, *(clause for clause in others if clause)), period)

    def tell(self, *statements: Statement | None) -> str:
        """What do statements say, one after the other?

        Those of one period that follow each other share its name: "In 2020 …; …." No two periods share one.
        What rests on rows that were not published says so before its statement ends. Where nothing can be
        told, raises the first reason that the record gave.
        """
        said = [statement for statement in statements if statement]
        if not said and self.unanswered:
            raise self.unanswered[0]
        texts = [
            self._sentence(period, list(group))
            for period, group in groupby(said, key=lambda statement: statement.period)
        ]
        return self.words.run_on(texts)

    def sentences(self, *statements: Statement | None) -> str:
        """What do statements say that are a sentence each?"""
        return self.words.run_on(self.tell(statement) for statement in statements if statement)

    def marked(self, text: str, facts: Iterable[Fact]) -> str:
        """How does a statement read that rests on these figures? …（本地数据） where they were not published."""
        said = mark(self.record.origin_of(facts), self.words)
        return self.words("common.marked", text=text, mark=said) if said else text

    def _sentence(self, period: Period | None, statements: list[Statement]) -> str:
        words, texts = self.words, []
        for statement in statements:
            text = words.comma(clause.text for clause in statement.clauses)
            texts.append(self.marked(text, [fact for clause in statement.clauses for fact in clause.facts]))
        text = words.join(texts)
        if period is not None:
            text = words(
                "common.as_of_day" if period.is_point else "common.in_period", period=period, text=text
            )
        return words("common.sentence", text=f"{text[:1].upper()}{text[1:]}")
