"""What stands behind a sentence that somebody takes along: the sources of its figures, and the version of the data."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from lib.facts.fact import Fact
from lib.facts.record import Record
from lib.words.origins import as_of_line
from lib.words.provenance import source_line
from lib.words.speak import Words


@dataclass(frozen=True, slots=True, eq=False)
class Noting(Words):
    """The same voice, which notes the figures that it says."""

    noted: list[Fact] = field(default_factory=list)

    def fact(self, fact: Fact, scale: int | None = None) -> str:
        """See `Words`."""
        return Words.fact(self._note(fact), fact, scale)

    def number(self, fact: Fact, scale: int | None = None) -> str:
        """See `Words`."""
        return Words.number(self._note(fact), fact, scale)

    def bare(self, fact: Fact) -> str:
        """See `Words`."""
        return Words.bare(self._note(fact), fact)

    def bounds(self, fact: Fact, scale: int | None = None) -> str:
        """See `Words`."""
        return Words.bounds(self._note(fact), fact, scale)

    def change(self, growth: Fact, *, named: bool = False) -> str:
        """See `Words`."""
        return Words.change(self._note(growth), growth, named=named)

    def signed(self, growth: Fact) -> str:
        """See `Words`."""
        return Words.signed(self._note(growth), growth)

    def _note(self, fact: Fact) -> Noting:
        if not fact.is_missing:
            self.noted.append(fact)
        return self


def behind_sentence(say: Callable[[Record, Words], str], record: Record, words: Words) -> str:
    """What stands behind a sentence: the sources of the figures in it, as of which day, and the version?

    A sentence without a figure of its own counts what the record holds: then that.
    """
    voice = Noting(words.lang)
    say(record, voice)
    return behind(voice.noted, record, words) if voice.noted else as_of_line(record, words)


def behind(facts: Iterable[Fact], record: Record, words: Words) -> str:
    """What stands behind these figures: their sources, as of which day, and the version of the data?"""
    version = words("briefing.slide.version", version=record.version)
    return words.join((source_line(facts, record, words), version))
