"""A figure as JSON says it: the digits as text beside the number, and everything that is known of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from lib.facts.fact import Fact
from lib.facts.observation import growth_of
from lib.facts.record import Record
from lib.words.digits import bound, printed
from lib.words.names import Names
from lib.words.provenance import formula_with_names, formula_with_numbers, source
from lib.words.speak import Words

Json: TypeAlias = dict[str, Any]


class Figures:
    """Writes figures of one record in one language, and notes which sources they rest on."""

    def __init__(self, record: Record, words: Words) -> None:
        self._record, self._words = record, words
        self._names = Names.of(record, words.lang)
        self._sources: dict[str, None] = {}

    def figure(self, label: str, fact: Fact, growth: Fact | None = None) -> Json:
        """How is a figure written? `growth` is the one beside it, where there is one."""
        words, ids = self._words, fact.lineage()
        sources = list(dict.fromkeys(str(self._record.row(one)["source_id"]) for one in ids))
        self._sources |= dict.fromkeys(sources)
        period = fact.period
        return {
            "label": label,
            **measured(fact),
            "text": words.fact(fact),
            "bounds_text": words.bounds(fact),
            "period": {
                "code": period.code,
                "start": period.start.isoformat(),
                "end": period.end.isoformat(),
                "text": words.period(period),
            },
            "indicator": self._coded("indicators", fact.indicator),
            "area": self._coded("areas", fact.ref_area),
            "counterpart": self._coded("areas", fact.counterpart),
            "category": self._coded("categories", fact.category),
            "basis": self._coded("bases", fact.basis),
            "kind": fact.kind,
            "status": fact.status,
            "status_text": words.status(fact),
            "revised": fact.revised,
            "confidence": fact.confidence,
            "growth": None
            if growth is None or growth.is_missing
            else measured(growth) | {"text": words.change(growth)},
            "formula": self._formula(fact),
            "origin": self._record.origin_of([fact]) or "published",
            "note": words.note(fact.note),
            "observations": list(ids),
            "sources": sources,
        }

    def printed(self, label: str, fact: Fact) -> Json:
        """How is a figure written with the growth that its own observation prints?"""
        return self.figure(label, fact, own_growth(fact, self._record))

    def sources(self) -> list[Json]:
        """Which sources do the figures rest on that were written?"""
        found = (source(one, self._record, self._words) for one in self._sources)
        return [
            {
                "id": one.source_id,
                "text": one.line,
                "title": one.title,
                "published": one.published or None,
                "link": one.url or None,
            }
            for one in found
        ]

    def _coded(self, table: str, code: str) -> Json:
        return {"code": code, "name": self._names(table, code)}

    def _formula(self, fact: Fact) -> Json | None:
        if fact.derivation is None:
            return None
        return {
            "text": formula_with_names(fact, self._words),
            "numbers": formula_with_numbers(fact, self._words),
        }


def measured(fact: Fact) -> Json:
    """What is a figure's value with its bounds? Text has the digits as printed; an open bound is null."""
    digits = printed(fact.value, fact.decimals)
    return {
        "value": digits or None,
        "number": float(digits) if digits else None,
        "lower": bound(fact.lower) or None,
        "upper": bound(fact.upper) or None,
        "unit": fact.unit,
        "unit_mult": fact.unit_mult,
        "decimals": fact.decimals,
        "qualifier": fact.qualifier,
    }


def own_growth(fact: Fact, record: Record) -> Fact | None:
    """Which growth does the observation print beside this figure? None where the figure is that growth itself."""
    if fact.is_derived or not fact.observations:
        return None
    row = record.row(fact.observations[0])
    is_level = (row["value"], row["unit"], row["unit_mult"]) == (fact.value, fact.unit, fact.unit_mult)
    return growth_of(row) if is_level and row["growth"] == row["growth"] else None


def document(
    kind: str, name: str, record: Record, words: Words, figures: Iterable[Json], **more: Any
) -> Json:
    """What stands around figures in every JSON answer? `more` is what only its kind says."""
    return {
        "kind": kind,
        "name": name,
        "lang": words.lang,
        "data_version": record.version,
        "data_as_of": record.as_of.isoformat(),
        **more,
        "figures": list(figures),
    }


def written(found: Mapping[str, Any]) -> bytes:
    """How is JSON written? UTF-8, and no number that JSON does not know."""
    return json.dumps(found, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()
