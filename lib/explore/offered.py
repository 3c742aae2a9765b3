"""Which choices have something to show, each with how many figures remain; what an address asks for among them."""

from __future__ import annotations

from collections.abc import Mapping

from lib.explore.asking import Asking
from lib.explore.choice import NAMES, Choice
from lib.explore.offer import Offer
from lib.facts.record import Record

__all__ = ["Offer", "offered", "parse"]


def offered(record: Record, choice: Choice) -> Offer:
    """What can be chosen beside a choice, and which is it where it has nothing itself?"""
    return parse(choice.asked, record)


def parse(asked: Mapping[str, str], record: Record) -> Offer:
    """Which choice does an address ask for? What it asks for in vain falls back to what there is, and is named.

    Each choice depends on those before it, in the order of `NAMES`. Raises NoSuchFigure for an empty record.
    """
    return Asking(record, {name: asked[name] for name in NAMES if asked.get(name)}).offer()
