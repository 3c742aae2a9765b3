"""One text in both languages, as searches look at it: how well does it fit a word of theirs?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from lib.search.lexicon import lexicon
from lib.search.spelled import CHINESE, LATIN, initials, pinyin, stem, stems
from lib.search.terms import Meaning, Months, Number, Term, Word, Years
from lib.words.dataset import folded

STEM, MEANT, BEGINNING, SOUND, INITIALS, INSIDE, MOSTLY, DIGITS = 1.0, 0.9, 0.9, 0.85, 0.8, 0.7, 0.6, 0.5
LEAST_LETTERS = 3
LONGEST_SPOKEN = 40
"""Of a longer text nobody types the pinyin."""


@dataclass(frozen=True, slots=True, eq=False)
class Named:
    """A text with its meanings and how much of it says each, its English stems, its sounds from each syllable on."""

    plain: str
    meanings: Mapping[int, float]
    stems: frozenset[str]
    sounds: tuple[str, ...]
    initials: str

    def fit(self, term: Term) -> float:
        """How well does this text fit a word of a search, from 0, not at all, to 1?

        A meaning fits a text that says nothing else a little better than one that says more.
        """
        match term:
            case Meaning(number=number):
                share = self.meanings.get(number)
                return 0.0 if share is None else MEANT + (1.0 - MEANT) * share
            case Word(typed=typed):
                return self._latin(typed) if LATIN.match(typed) else self._signs(typed)
            case Number():
                return DIGITS if _said_in(term, self.plain) else 0.0
            case Years(first=first, last=last):
                years = (str(first), str(last))
                return DIGITS if all(_stands_in(year, self.plain) for year in years) else 0.0
            case Months():
                return 0.0

    def _latin(self, typed: str) -> float:
        own = stem(typed)
        if own in self.stems or (not LATIN.fullmatch(typed) and _begins_in(typed, self.plain)):
            return STEM
        if len(typed) < LEAST_LETTERS:
            return 0.0
        if any(one.startswith(own) for one in self.stems):
            return BEGINNING
        if any(sound.startswith(typed) for sound in self.sounds):
            return SOUND
        if typed in self.initials:
            return INITIALS
        return INSIDE if len(typed) > LEAST_LETTERS and _begins_in(typed, self.plain) else 0.0

    def _signs(self, typed: str) -> float:
        if typed in self.plain:
            return 1.0
        pairs = [typed[at : at + 2] for at in range(len(typed) - 1)]
        there = sum(pair in self.plain for pair in pairs)
        return MOSTLY * there / len(pairs) if len(pairs) > 1 and there >= len(pairs) / 2 else 0.0


@lru_cache(16_384)
def named(chinese: str, english: str = "", *, spoken: bool = True) -> Named:
    """How do searches look at a text that reads so in Chinese and so in English?"""
    plain = folded(f"{chinese}\n{english}")
    own = stems(plain)
    signs = "".join(CHINESE.findall(plain))
    syllables = pinyin(signs) if spoken and len(signs) <= LONGEST_SPOKEN else ()
    return Named(
        plain=plain,
        meanings=_meanings(folded(chinese), folded(english)),
        stems=frozenset(own),
        sounds=tuple("".join(syllables[at:]) for at in range(len(syllables))),
        initials=initials(signs) if syllables else "",
    )


def _meanings(chinese: str, english: str) -> dict[int, float]:
    both = [lexicon().meanings(text) for text in (chinese, english)]
    return {meaning: max(own.get(meaning, 0.0) for own in both) for meaning in chain(*both)}


NOTHING = named("")


def _said_in(term: Number, text: str) -> bool:
    """Does a text say a number? One of a known size or unit is no per cent, and a per cent nothing else."""
    if not _stands_in(term.digits, text):
        return False
    in_per_cent = re.search(rf"(?<![\d.]){re.escape(term.digits)}\s?%", text) is not None
    return (
        in_per_cent if term.unit == "PERCENT" else not in_per_cent or (term.power is None and not term.unit)
    )


def _begins_in(typed: str, text: str) -> bool:
    """Does a word of the text begin so? What stands in the middle of one is another word: hong is none of chongqing."""
    return typed in text and bool(re.search(rf"(?<![a-z]){re.escape(typed)}", text))


def _stands_in(digits: str, text: str) -> bool:
    return digits in text and bool(re.search(rf"(?<![\d.]){re.escape(digits)}(?![\d]|\.\d)", text))
