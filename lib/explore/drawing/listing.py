"""Figures one under the other, each in its own words: whatever they are, this is honest."""

from __future__ import annotations

from lib.charts.card import Look
from lib.charts.listed import Item, listed
from lib.charts.spec import Chart
from lib.explore.forms import MOST_LISTED
from lib.explore.named import Named
from lib.explore.sentence import reads
from lib.words.statuses import marked


def listing(named: Named, look: Look) -> Chart:
    """How are series drawn as a list? The newest figures, of each series in order of period."""
    words = named.words
    facts = [(index, fact) for index, one in enumerate(named.series) for fact in one.facts]
    newest = sorted(facts, key=lambda pair: (pair[1].period.end, pair[1].period.start), reverse=True)
    kept = {id(fact) for _, fact in newest[:MOST_LISTED]}
    items = [
        Item(
            fact=fact,
            name=named.heading(index),
            when=words(f"chart.listed.{fact.kind}", period=words.period(fact.period)),
            text=marked(reads(fact, words, named), fact, words.lang),
        )
        for index, fact in facts
        if id(fact) in kept
    ]
    return listed(tuple(items), words, look)
