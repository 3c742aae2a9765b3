"""A search as its words: read from what somebody typed, with slips of a letter mended where nothing fits them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from lib.search.lexicon import lexicon
from lib.search.numbers import taken_out
from lib.search.numerals import in_digits
from lib.search.spelled import CHINESE, LATIN, pinyin, stems
from lib.search.terms import Meaning, Term, Word
from lib.words.dataset import folded

MOST_WORDS = 12
LONGEST_PHRASE = 5
LEAST_MENDED, TWO_SLIPS_FROM = 4, 8
SHORT = 2
"""In a Chinese word of so few signs a letter of its pinyin makes another word: 渝北 is no slip of 湖北."""
_RUNS = re.compile(r"[㐀-鿿]+|[a-z0-9][a-z0-9'&._\-]*")


def terms_of(typed: str, known: frozenset[str] = frozenset()) -> tuple[Term, ...]:
    """Which words does a search have? `known` are Chinese names that are not to be cut up.

    >>> [term.typed for term in terms_of("成都外包增速 2020", frozenset({"成都"}))]
    ['成都', '外包', '增速', '2020']
    >>> [type(term).__name__ for term in terms_of("fuwu maoyi, talents")]
    ['Meaning', 'Meaning']
    """
    text = in_digits(folded(typed))
    for name, years in lexicon().periods.items():
        text = text.replace(name, f" {years} ")
    left, found = taken_out(text)
    words: list[Term] = []
    latin: list[str] = []
    for run in _RUNS.findall(left):
        if CHINESE.match(run):
            words += [*_latin(latin), *_signs(run, known)]
            latin = []
        else:
            latin.append(run.rstrip(".-_&'"))
    return tuple(dict.fromkeys((*words, *_latin(latin), *found)))[:MOST_WORDS]


def _latin(words: Sequence[str]) -> Iterator[Term]:
    """Phrases of the field, whole pinyin or initials first, the longest possible; else each word by itself."""
    at, known = 0, lexicon()
    while at < len(words):
        for size in range(min(LONGEST_PHRASE, len(words) - at), 0, -1):
            run = words[at : at + size]
            number = known.english.get(stems(" ".join(run)), known.sounds.get("".join(run)))
            if number is not None:
                yield Meaning(" ".join(run), number)
                at += size
                break
        else:
            if words[at] not in known.passed_over:
                yield Word(words[at])
            at += 1


def _signs(run: str, known: frozenset[str]) -> Iterator[Term]:
    """The longest words of the field and names first; what is left between them is a word of its own.

    A sign that is a word of the field alone is none beside signs that are unknown: 渝 is Chongqing, 渝北 a name.

    >>> [type(term).__name__ for term in _signs("在渝企业", frozenset())], list(_signs("渝北", frozenset()))
    (['Meaning', 'Meaning'], [Word(typed='渝北')])
    """
    meant, dropped = lexicon().chinese, lexicon().passed_over
    whole = {*meant, *known, *dropped}
    words: list[str] = []
    for word in _cut(run, whole):
        pair = (words[-1], word) if words else ("", "")
        if any(len(one) == 1 and one in meant for one in pair) and not whole.issuperset(pair):
            words[-1] += word
        else:
            words.append(word)
    for word in words:
        if word in meant:
            yield Meaning(word, meant[word])
        elif word not in dropped:
            yield Word(word)


def _cut(run: str, whole: Collection[str]) -> Iterator[str]:
    """The longest of the known words from each place on, and what stands between them."""
    longest = max(map(len, whole))
    left, at = "", 0
    while at < len(run):
        sizes = range(min(longest, len(run) - at), 0, -1)
        word = next((run[at : at + size] for size in sizes if run[at : at + size] in whole), "")
        if word:
            yield from (left, word) if left else (word,)
            left, at = "", at + len(word)
        else:
            left, at = left + run[at], at + 1
    if left:
        yield left


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words that a slip can be mended to: Latin ones as they are, Chinese ones by their pinyin."""

    latin: tuple[str, ...]
    sounds: Mapping[str, str]

    @classmethod
    def of(cls, texts: Iterable[str], chinese: Iterable[str]) -> Vocabulary:
        """Which words do these texts have, and how are these Chinese words pronounced?"""
        known = lexicon()
        words = {word for text in texts for word in LATIN.findall(folded(text)) if len(word) >= LEAST_MENDED}
        whole = (*chinese, *known.chinese)
        pairs = (word[at : at + 2] for word in whole if len(word) > 3 for at in range(0, len(word), 2))
        sounds = {"".join(pinyin(word)): word for word in (*pairs, *whole) if len(word) > 1}
        return cls(tuple(sorted(words)), sounds)

    def mended(self, typed: str) -> str | None:
        """Which word may a slip of a letter, or of a sign that sounds alike, have been? None where none is near."""
        if CHINESE.match(typed):
            sound = "".join(pinyin(typed))
            near = self._nearest(sound, tuple(self.sounds), slips=1)
            found = self.sounds[near] if near else ""
            alike = len(typed) > SHORT or _as_heard(near or "") == _as_heard(sound)
            return found if alike and len(found) == len(typed) else None
        slips = 2 if len(typed) >= TWO_SLIPS_FROM else 1
        return self._nearest(typed, (*self.latin, *self.sounds), slips)

    @staticmethod
    def _nearest(typed: str, words: tuple[str, ...], slips: int) -> str | None:
        if len(typed) < LEAST_MENDED:
            return None
        near = process.extractOne(typed, words, scorer=OSA.distance, score_cutoff=slips)
        return near[0] if near else None


def _as_heard(sound: str) -> str:
    """How does a word sound to who does not part zh from z, or ng from n?"""
    for spelled, heard in (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ng", "n")):
        sound = sound.replace(spelled, heard)
    return sound
