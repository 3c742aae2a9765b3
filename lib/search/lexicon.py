"""The field's words with their synonyms, read from `words.toml`, which people edit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from lib.search.spelled import initials, pinyin, stems, written

LEAST_INITIALS = 2


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The meanings of the field by number, and which words stand for them.

    `chinese` maps each Chinese word to its meaning, `english` each English one by the stems of its words, `sounds` the
    whole pinyin and the initials of the Chinese ones. `apart` holds the longer words in which one of a meaning's is not
    meant.
    """

    chinese: Mapping[str, int]
    english: Mapping[tuple[str, ...], int]
    sounds: Mapping[str, int]
    apart: Mapping[int, tuple[str, ...]]
    periods: Mapping[str, str]
    passed_over: frozenset[str]

    def meanings(self, text: str) -> dict[int, float]:
        """Which meanings has a folded text, and how much of it says each?"""
        found: dict[int, float] = {}
        for word, meaning in self.chinese.items():
            if word in text and word in self._without(text, meaning):
                found[meaning] = max(found.get(meaning, 0.0), len(word) / len(text))
        words = stems(text)
        for run, share in _runs(words, {len(known) for known in self.english}):
            meaning = self.english.get(run, -1)
            if meaning >= 0 and _has(
                stems(self._without(text, meaning)) if self.apart[meaning] else words, run
            ):
                found[meaning] = max(found.get(meaning, 0.0), share)
        return found

    def _without(self, text: str, meaning: int) -> str:
        for longer in self.apart.get(meaning, ()):
            text = text.replace(longer, " ")
        return text


@cache
def lexicon() -> Lexicon:
    """Which words does the field have?"""
    read = written()
    chinese: dict[str, int] = {}
    english: dict[tuple[str, ...], int] = {}
    sounds: dict[str, int] = {}
    apart: dict[int, tuple[str, ...]] = {}
    for meaning, group in enumerate(read["meaning"]):
        for word in group["zh"]:
            chinese[word] = meaning
            sounds.setdefault("".join(pinyin(word)), meaning)
            if len(word) >= LEAST_INITIALS:
                sounds.setdefault(initials(word), meaning)
        for words in group["en"]:
            english[stems(words)] = meaning
        apart[meaning] = tuple(group.get("not_in", ()))
    dropped = read["passed_over"]
    return Lexicon(
        chinese=chinese,
        english=english,
        sounds=sounds,
        apart=apart,
        periods=read["periods"],
        passed_over=frozenset((*dropped["zh"], *dropped["en"])),
    )


def suggested(lang: str) -> tuple[str, ...]:
    """Which words does a field offer in a language while somebody types? The first of each meaning."""
    return tuple(group[lang][0] for group in written()["meaning"])


def _runs(words: tuple[str, ...], sizes: Iterable[int]) -> Iterator[tuple[tuple[str, ...], float]]:
    for size in sizes:
        for at in range(len(words) - size + 1):
            yield words[at : at + size], size / len(words)


def _has(words: tuple[str, ...], run: tuple[str, ...]) -> bool:
    return any(found == run for found, _ in _runs(words, (len(run),)))
