"""What there is to find in one state of the record, in one language, and what a search finds of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain
from types import MappingProxyType

import numpy as np

from lib.facts.record import Record
from lib.search.answer import KINDS, Answer, Found, Group
from lib.search.entries import Entry, cards_of, entries
from lib.search.figures import Figures, drawn_in, figures
from lib.search.findings import Findings, findings
from lib.search.named import Named
from lib.search.question import Vocabulary, terms_of
from lib.search.table import Floats
from lib.search.terms import Months, Term, Word, Years
from lib.search.typed import cleaned
from lib.words.dataset import folded
from lib.words.speak import Words

SHOWN: Mapping[str, int] = MappingProxyType(dict.fromkeys(KINDS, 5) | {"figure": 10})
"""So many answers of a kind are given; the others are counted."""
GOOD = 0.85
"""From here on the kind of an answer says more than how well it fits."""
_ENDINGS = ("市", "省", "区")


@dataclass(frozen=True, slots=True)
class _Kind:
    """The things of one kind: how well each fits each word (a row a word), and how to answer with one of them."""

    name: str
    fits: Floats
    bonus: Floats
    answer: Callable[[int], Answer]


@dataclass(frozen=True, eq=False)
class Index:
    """Everything that can be found, made once for a record and a language: see `index_of`."""

    figures: Figures
    findings: Findings
    entries: Mapping[str, tuple[Entry, ...]]
    vocabulary: Vocabulary = field(repr=False)
    names: tuple[Named, ...] = field(repr=False)
    known: frozenset[str] = field(repr=False)

    def find(self, typed: str) -> Found:
        """What answers a search?

        A search is cut into words of the field, names, numbers and periods (`terms_of`); a word that nothing fits is
        mended if a slip of a letter or a sign that sounds alike may explain it. A thing is found when it fits every
        word; where nothing does, what fits the most of them, and of these the rarer ones. It stands by how well it
        fits them on average, in hundredths: a name fits better than a note or a source, a name that says little else
        better than a long one, a figure of just the size that was typed better than one that rounds to it, a whole
        year better than a part. What is of Chongqing counts three hundredths more, and its headlines a twentieth
        beside that. Of figures that fit alike, headlines stand first, in the order of the overview; figures of low
        confidence stand last; Chongqing before the nation before other places before the world, outcomes before
        goals, totals before parts, the newest periods first, and of one period what is a headline of Chongqing's.
        Kinds that have a good answer stand in the order of KINDS, the others after them by their best one.
        """
        asked = cleaned(typed)
        terms, mended, missed = self._read(asked)
        if not terms:
            return Found(asked, (), mended, missed)
        kinds = [kind for kind in self._kinds(terms) if kind.fits.shape[1]]
        most = max((int((kind.fits > 0).sum(axis=0).max()) for kind in kinds), default=0)
        if not most:
            return Found(asked, (), mended, missed)
        weights = _rare(terms, kinds) if most < len(terms) else np.ones(len(terms))
        found = [group for kind in kinds if (group := _grouped(kind, most, weights))]
        found.sort(key=lambda pair: (-min(pair[0], GOOD), KINDS.index(pair[1].kind)))
        groups = tuple(group for _, group in found)
        return Found(asked, groups, mended, missed, is_loose=most < len(terms))

    def _read(self, asked: str) -> tuple[tuple[Term, ...], tuple[tuple[str, str], ...], tuple[str, ...]]:
        """The words of a search, those that were mended, and those that nothing fits even so."""
        text, mended = folded(asked), []
        for word in self._unfit(terms_of(text, self.known)):
            if meant := self.vocabulary.mended(word):
                text = text.replace(word, meant)
                mended.append((word, meant))
        terms = terms_of(text, self.known)
        missed = self._unfit(terms)
        return tuple(term for term in terms if term.typed not in missed), tuple(mended), missed

    def _unfit(self, terms: tuple[Term, ...]) -> tuple[str, ...]:
        words = (term for term in terms if isinstance(term, Word))
        return tuple(term.typed for term in words if not any(name.fit(term) for name in self.names))

    def _kinds(self, terms: tuple[Term, ...]) -> list[_Kind]:
        table = self.figures.table.fits(terms)
        compared = self.findings.table.fits(terms)
        kinds = [
            _Kind("figure", table, self.figures.bonus, self.figures.answer),
            _Kind("finding", compared, self.findings.bonus, self.findings.answer),
        ]
        for name, things in self.entries.items():
            fits = np.array([[thing.fit(term) for thing in things] for term in terms])
            kinds.append(_Kind(name, fits, np.zeros(len(things)), _answers(things)))
        return kinds


def index_of(record: Record, words: Words, stands: Mapping[str, str]) -> Index:
    """What is there to find in a record, in a language? A second or two: charts are drawn to know what they show.

    `stands` names the page on which each chart stands.
    """
    cards = cards_of(record, words, stands)
    drawn = drawn_in((card.title, place, card.facts) for card, place in cards)
    all_figures, all_findings = figures(record, words, drawn), findings(record, words)
    others: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries(record, words, cards):
        others[entry.answer.kind].append(entry)
    tables = (*all_figures.table.known, *all_findings.table.known)
    texts = tuple(
        dict.fromkeys(chain(tables, *((one.title, one.body) for kind in others.values() for one in kind)))
    )
    titles = [one.title.plain for kind in others.values() for one in kind]
    known = _areas(record)
    return Index(
        figures=all_figures,
        findings=all_findings,
        entries={kind: tuple(found) for kind, found in others.items()},
        vocabulary=Vocabulary.of([*titles, *(name.plain for name in all_figures.table.known)], known),
        names=texts,
        known=known,
    )


def _rare(terms: Iterable[Term], kinds: Iterable[_Kind]) -> Floats:
    """How much does each word tell where nothing has them all? The more, the fewer things it fits; a period least."""
    fitting = np.sum([(kind.fits > 0).sum(axis=1) for kind in kinds], axis=0)
    is_period = [isinstance(term, Years | Months) for term in terms]
    found: Floats = 1.0 / np.maximum(np.where(is_period, 2 * fitting.max(), fitting), 1)
    return found


def _grouped(kind: _Kind, most: int, weights: Floats) -> tuple[float, Group] | None:
    places = np.flatnonzero((kind.fits > 0).sum(axis=0) == most)
    if not places.size:
        return None
    fits = np.average(kind.fits[:, places], axis=0, weights=weights)
    scores = np.round(fits + kind.bonus[places], 2)
    best = np.argsort(-scores, kind="stable")[: SHOWN[kind.name]]
    answers = tuple(kind.answer(int(place)) for place in places[best])
    return float(scores.max()), Group(kind.name, int(places.size), answers)


def _answers(things: tuple[Entry, ...]) -> Callable[[int], Answer]:
    return lambda place: things[place].answer


def _areas(record: Record) -> frozenset[str]:
    """The names of areas as people say them: 成都 for 成都市."""
    frame = record.frames.get("areas")
    found = set() if frame is None else set(frame["name_zh"].astype(str))
    return frozenset(found | {name[:-1] for name in found if name.endswith(_ENDINGS) and len(name) > 2})
