"""The status of figures, in the shorthand that statistical offices use: [p] [e] [f] [b] [x] [r]."""

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

MARKS: Mapping[str, str] = MappingProxyType(
    {
        STATUS_NORMAL: "",
        STATUS_PROVISIONAL: "[p]",
        STATUS_ESTIMATE: "[e]",
        STATUS_TARGET: "[f]",
        STATUS_BREAK: "[b]",
        STATUS_MISSING: "[x]",
        REVISED: "[r]",
    }
)


def statuses(fact: Fact) -> tuple[str, ...]:
    """Which statuses has a figure, in the order of MARKS? Normal only where it has no other."""
    if not fact.revised:
        return (fact.status,)
    return (REVISED,) if fact.status == STATUS_NORMAL else (fact.status, REVISED)


def marked(text: str, fact: Fact) -> str:
    """What does a figure read as with its status beside it? 1000 [f]; nothing is added to a normal one."""
    return f"{text} {''.join(MARKS[status] for status in statuses(fact))}".rstrip()


def used(facts: Iterable[Fact]) -> tuple[str, ...]:
    """Which statuses other than normal have figures, each once, in the order of MARKS?"""
    found = {status for fact in facts for status in statuses(fact)}
    return tuple(status for status in MARKS if status in found and status != STATUS_NORMAL)
