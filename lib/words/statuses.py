"""The status of figures beside them: in English the shorthand of statistical offices, in Chinese a word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from lib.facts.fact import (
    STATUS_BREAK,
    STATUS_ESTIMATE,
    STATUS_MISSING,
    STATUS_NORMAL,
    STATUS_PROVISIONAL,
    STATUS_TARGET,
    Fact,
)

REVISED = "R"
"""Not a status of SDMX, and beside one: a figure can be provisional and revised."""

MARKS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        STATUS_NORMAL: ("", ""),
        STATUS_PROVISIONAL: ("[p]", "初步数"),
        STATUS_ESTIMATE: ("[e]", "估计数"),
        STATUS_TARGET: ("[f]", "目标数"),
        STATUS_BREAK: ("[b]", "口径调整"),
        STATUS_MISSING: ("[x]", "未见"),
        REVISED: ("[r]", "修订数"),
    }
)
_EXPECTED = "预计数"
"""What a source expects is no goal: SDMX has one status for both, Chinese two words."""


def statuses(fact: Fact) -> tuple[str, ...]:
    """Which statuses has a figure, in the order of MARKS? Normal only where it has no other."""
    if not fact.revised:
        return (fact.status,)
    return (REVISED,) if fact.status == STATUS_NORMAL else (fact.status, REVISED)


def marked(text: str, fact: Fact, lang: str) -> str:
    """What does a figure read as with its status beside it? 1000 [f], 1000（预计数）; nothing beside a normal one."""
    if lang == "en":
        return f"{text} {''.join(MARKS[status][0] for status in statuses(fact))}".rstrip()
    said = "、".join(word for word in (_word(status, fact) for status in statuses(fact)) if word)
    return f"{text}（{said}）" if said else text


def _word(status: str, fact: Fact) -> str:
    return _EXPECTED if status == STATUS_TARGET and fact.kind == "estimate" else MARKS[status][1]


def used(facts: Iterable[Fact]) -> tuple[str, ...]:
    """Which statuses other than normal have figures, each once, in the order of MARKS?"""
    found = {status for fact in facts for status in statuses(fact)}
    return tuple(status for status in MARKS if status in found and status != STATUS_NORMAL)
