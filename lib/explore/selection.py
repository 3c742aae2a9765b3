"""The same choices in Python: figures as a table, as a chart, as a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from lib.charts.card import Card, Look
from lib.draw.plotly import Figure, figure_of
from lib.explore.card import explore_card
from lib.explore.choice import NAMES
from lib.explore.offer import Offer
from lib.explore.offered import parse
from lib.facts.fact import Fact
from lib.facts.record import Record
from lib.words.provenance import formula_with_numbers, sources_of
from lib.words.speak import Words

_TABLES = {"indicator": "indicators", "area": "areas", "category": "categories", "counterpart": "areas"}


class NotOffered(ValueError):
    """Something was asked for that has no figure; says what there is."""


@dataclass(frozen=True, eq=False)
class Selection:
    """Figures of one choice. `offer.options` says what else could be chosen."""

    record: Record
    offer: Offer

    @cached_property
    def frame(self) -> pd.DataFrame:
        """Which figures are they? Values and bounds in single units (yuan, persons, percent), a line a figure."""
        return pd.DataFrame([self._line(row.fact) for row in self._card("en", "light").rows])

    def chart(self, lang: str = "zh", theme: str = "light") -> Figure:
        """How are they drawn on the page?"""
        return figure_of(self._card(lang, theme))

    def sentence(self, lang: str = "zh") -> str:
        """What is said of them?"""
        return self._card(lang, "light").title

    def _card(self, lang: str, theme: str) -> Card:
        return explore_card(self.offer, self.record, Words(lang), Look(theme))

    def _line(self, fact: Fact) -> dict[str, object]:
        words = Words("en")
        lower, upper = fact.bounds_at(0)
        return {
            "indicator": fact.indicator,
            "area": fact.ref_area,
            "category": fact.category,
            "counterpart": fact.counterpart,
            "period_start": fact.period.start,
            "period_end": fact.period.end,
            "value": fact.at(0),
            "lower": lower,
            "upper": upper,
            "unit": fact.unit,
            "qualifier": fact.qualifier,
            "status": fact.status,
            "kind": fact.kind,
            "basis": fact.basis,
            "confidence": fact.confidence,
            "formula": formula_with_numbers(fact, words) if fact.is_derived else "",
            "sources": "; ".join(found.line for found in sources_of([fact], self.record, words)),
            "observations": ";".join(fact.lineage()),
        }


def select(record: Record, indicator: str, areas: str | Iterable[str] = (), **asked: object) -> Selection:
    """Which figures of an indicator are those of these areas, Chongqing's where none is named?

    `asked` are the other choices of `/explore` under their names in its address, those that are words of Python with
    a stroke behind them (from_). Raises NotOffered for what has no figure, and TypeError for another name.
    """
    named = {name.removesuffix("_"): str(value) for name, value in asked.items()}
    if unknown := sorted(set(named) - set(NAMES)):
        raise TypeError(f"unknown choice {', '.join(unknown)}. Known: {', '.join(NAMES[2:])}")
    several = areas if isinstance(areas, str) else ",".join(areas)
    offer = parse({**named, "indicator": indicator, "area": several}, record)
    for name, value in offer.refused:
        known = ", ".join(_called(name, option.code, record) for option in offer.options[name])
        raise NotOffered(f'no figure for {name} "{value}". There is: {known or "none"}')
    return Selection(record, offer)


def _called(name: str, code: str, record: Record) -> str:
    """A code with its name, where it is that of a list."""
    said = record.name(_TABLES[name], code, "en") if name in _TABLES else code
    return code if said == code else f"{code} ({said})"
