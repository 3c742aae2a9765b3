"""The sources of a brief by the numbers under which its list has them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from lib.briefing.content import Briefing
from lib.facts.fact import Fact
from lib.words.provenance import Source, sources_of

_TO = {"zh": "—", "en": "–"}


class References:
    """Counts the sources of a brief, in the order in which its list names them."""

    def __init__(self, briefing: Briefing) -> None:
        self._found = briefing
        self._places = {source.source_id: place for place, source in enumerate(briefing.sources, start=1)}

    def marks(self, facts: Iterable[Fact]) -> list[str]:
        """By which marks are the sources of figures found? [1], [4]; none of those that the list lacks."""
        return self.of(sources_of(facts, self._found.record, self._found.words))

    def of(self, sources: Iterable[Source]) -> list[str]:
        """By which marks are these sources found? Three and more that follow each other are one: [4]—[9]."""
        places = sorted(self._places[one.source_id] for one in sources if one.source_id in self._places)
        told: list[str] = []
        for _, run in groupby(enumerate(places), key=lambda pair: pair[1] - pair[0]):
            marks = [f"[{self._found.words.count(place)}]" for _, place in run]
            told += [f"{marks[0]}{_TO[self._found.words.lang]}{marks[-1]}"] if len(marks) > 2 else marks
        return told
