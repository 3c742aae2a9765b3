"""What the codes of an observation are called in one language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from lib.facts.record import Record

KEYS = {"indicators": "indicator", "areas": "ref_area", "categories": "category", "bases": "basis"}


@dataclass(frozen=True, slots=True)
class Names:
    """The names of every code list; a code whose list cannot be read stands for itself."""

    lists: Mapping[str, Mapping[str, str]]

    @classmethod
    def of(cls, record: Record, lang: str) -> Names:
        """What are the codes of this record called in a language? Read once for each record, which never changes."""
        kept = _OF.setdefault(record, {})
        if lang not in kept:
            kept[lang] = cls(
                {table: _column(record, table, key, f"name_{lang}") for table, key in KEYS.items()}
            )
        return kept[lang]

    def __call__(self, table: str, code: str) -> str:
        """What is one code called?

        >>> Names({"areas": {"CN": "China"}})("areas", "CN"), Names({"areas": {}})("areas", "CN")
        ('China', 'CN')
        """
        return self.lists[table].get(code) or code


_OF: WeakKeyDictionary[Record, dict[str, Names]] = WeakKeyDictionary()
"""By language: each card of hundreds of findings asks for them."""


def _column(record: Record, table: str, key: str, column: str) -> dict[str, str]:
    frame = record.frames.get(table)
    if frame is None:
        return {}
    return dict(zip(frame[key].astype(str), frame[column].astype(str), strict=True))
