"""How words are brought to one spelling: the stem of an English one, the pinyin of a Chinese one."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

WORDS = Path(__file__).with_name("words.toml")
CHINESE = re.compile(r"[㐀-鿿]+")
LATIN = re.compile(r"[a-z][a-z']*")


@lru_cache(16_384)
def stem(word: str) -> str:
    """What do the forms of an English word have in common? A plural, a past or an -ing is the word itself.

    >>> [stem(word) for word in ("services", "outsourced", "outsourcing", "companies", "share")]
    ['servic', 'outsourc', 'outsourc', 'company', 'shar']
    """
    word = word.replace("'", "")
    if word.endswith("ies") and len(word) > 4:
        word = f"{word[:-3]}y"
    elif word.endswith("s") and not word.endswith("ss") and len(word) > 3:
        word = word[:-1]
    if word.endswith("ing") and len(word) > 5:
        word = word[:-3]
    elif word.endswith("ed") and len(word) > 4:
        word = word[:-2]
    return word[:-1] if word.endswith("e") and len(word) > 4 else word


def stems(text: str) -> tuple[str, ...]:
    """What are the stems of the English words of a folded text, in their order?

    >>> stems("trade in services（bpo）")
    ('trad', 'in', 'servic', 'bpo')
    """
    return tuple(stem(word) for word in LATIN.findall(text))


@lru_cache(65_536)
def pinyin(text: str) -> tuple[str, ...]:
    """How are the Chinese signs of a text pronounced, one syllable each, without tones?

    >>> pinyin("服务贸易（FM）")
    ('fu', 'wu', 'mao', 'yi')
    """
    signs = "".join(CHINESE.findall(text))
    return tuple(_reader()(signs)) if signs else ()


def initials(text: str) -> str:
    """With which letters do the syllables of a Chinese text begin?

    >>> initials("服务贸易")
    'fwmy'
    """
    return "".join(syllable[0] for syllable in pinyin(text))


@cache
def written() -> dict[str, Any]:
    """What have people written into `words.toml`?"""
    return tomllib.loads(WORDS.read_text(encoding="utf-8"))


@cache
def _reader() -> Callable[[str], list[str]]:
    """Reads signs one by one, but for the words of `read_as`: pypinyin's own 47,000 phrases take 43 MB of each process.

    Loaded when the first text is read, for most visits search nothing.
    """
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    from pypinyin import lazy_pinyin, load_phrases_dict

    own = {word: [[syllable] for syllable in said.split()] for word, said in written()["read_as"].items()}
    load_phrases_dict(own)
    return lazy_pinyin
