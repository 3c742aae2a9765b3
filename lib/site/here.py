"""Who reads a page, and how: all that what stands on it depends on, whichever way it reaches them."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, replace
from typing import TypeAlias

from lib.charts.card import Look
from lib.facts.record import Record
from lib.words.speak import Words

DataKey: TypeAlias = Hashable
"""A state of the data: equal keys, equal figures. Of none nothing is kept (`shared`)."""
VIEWS = ("screen", "slide", "print")


@dataclass(frozen=True, slots=True)
class Here:
    """The record as it stands, the voice that speaks to this reader, and the look that they chose.

    `view` is one of VIEWS, or `edition` for the file that holds the whole site.

    `base` is the scheme and the host by which they came.
    """

    record: Record
    words: Words
    look: Look
    data_key: DataKey = None
    view: str = VIEWS[0]
    base: str = ""

    def in_currency(self, currency: str) -> Here:
        """Who is the same reader with amounts in a currency?"""
        return replace(self, look=replace(self.look, currency=currency))

    def for_period(self, code: str) -> Here:
        """Who is the same reader, asking for a period such as `2021-01_2021-06`?"""
        return replace(self, look=replace(self.look, period=code))
