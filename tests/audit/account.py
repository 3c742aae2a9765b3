"""The audit: every number that was read is held against what the page was built of."""

from __future__ import annotations

import difflib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from typing import Any

from tests.audit.blocks import squeezed, without_tags
from tests.audit.built import Text
from tests.audit.marks import NUMBER, bare, pieces
from tests.audit.quotes import without_quotations

Seen = Mapping[str, Any]


def written_by_hand(texts: Iterable[Text], place: str) -> list[str]:
    """Which numbers of a message or a label come from no figure, period, count or quotation?"""
    return [
        f"{number} is written by hand in {place}, {text.scope} ({text.kind}): “{bare(text.text)[:200]}”"
        for text in dict.fromkeys(texts)
        for number in loose_numbers(text.text)
    ]


def loose_numbers(text: str) -> list[str]:
    """Which numbers of a text with marks come from nothing that is known?"""
    return [
        number
        for piece in pieces(text)
        if piece.said is None
        for number in NUMBER.findall(without_quotations(piece.text))
    ]


def not_built(seen: Iterable[Seen], texts: Iterable[Text], place: str) -> list[str]:
    """Which numbers does the browser show that the page was not built of?

    A text on screen has to be, to the letter, one that the page was built of in the same container. Ticks of
    an axis are the axis's own.
    """
    known: dict[str, dict[str, str]] = defaultdict(dict)
    for text in texts:
        shown = without_tags(bare(text.text))
        known[text.scope][squeezed(shown)] = shown
    faults, ticks = [], defaultdict(list)
    for entry in seen:
        if entry["kind"] == "tick":
            ticks[entry["scope"], entry["where"]].append(entry)
        elif squeezed(without_tags(entry["text"])) not in known[entry["scope"]]:
            faults.append(_fault(entry, known[entry["scope"]], place))
    for axis in ticks.values():
        faults += _off_axis(axis, place)
    return faults


def _fault(entry: Seen, known: Mapping[str, str], place: str) -> str:
    text = without_tags(entry["text"])
    near = difflib.get_close_matches(squeezed(text), known, n=1, cutoff=0.5)
    right = known[near[0]] if near else ""
    numbers = list((Counter(NUMBER.findall(text)) - Counter(NUMBER.findall(right))).elements())
    instead = f"; the page was built of “{right[:200]}”" if right else ""
    where = f"{place}, {entry['scope'] or 'page'} {entry['where']} ({entry['kind']})"
    named = ", ".join(numbers or NUMBER.findall(text))
    return f"{named} is not accounted for in {where}: “{text[:200]}”{instead}"


def _off_axis(ticks: list[Seen], place: str) -> list[str]:
    """Which ticks are not what their axis has there? Its values, within its range, at one distance."""
    where = f"{place}, {ticks[0]['scope']} {ticks[0]['where']}"
    values, faults = [], []
    for tick in ticks:
        low, high = sorted(map(float, tick["range"]))
        text = tick["text"].removeprefix(tick["before"]).removesuffix(tick["behind"])
        try:
            number = Decimal(text.replace("−", "-").replace(",", ""))
        except InvalidOperation:
            number = Decimal("NaN")
        there = tick["value"]
        if there is None or number.is_nan() or not low - 1e-9 <= number <= high + 1e-9:
            faults.append(f"{tick['text']} is not accounted for in {where}: no tick of this axis")
        elif abs(float(number) - float(there)) > 1e-9 * max(1.0, abs(float(number))):
            faults.append(f"{tick['text']} is not accounted for in {where}: the axis has {there} there")
        else:
            values.append(number)
    steps = {after - before for before, after in pairwise(sorted(values))}
    if not faults and len(steps) > 1 and not ticks[0]["chosen"]:
        return [f"{', '.join(map(str, values))} is not accounted for in {where}: no common step"]
    return faults
