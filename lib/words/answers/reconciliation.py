"""Do the releases agree with each other?"""

from __future__ import annotations

from collections import Counter

from lib.facts.reconcile import findings_of
from lib.facts.reconcile.verdict import VERDICTS
from lib.facts.record import CHONGQING, Record
from lib.words.findings import named_contradictions
from lib.words.names import Names
from lib.words.speak import Words


def answer(record: Record, words: Words) -> str:
    """What can be read out in a meeting? How the comparisons ended, and what contradicts for Chongqing."""
    findings = findings_of(record)
    counts = Counter(found.verdict for found in findings)
    said = {verdict: words.count(counts[verdict]) for verdict in VERDICTS}
    named = named_contradictions(findings, CHONGQING, Names.of(record, words.lang), words)
    return words(
        "reconciliation.answer" if named else "reconciliation.answer_none",
        all=words.count(len(findings)),
        named=words.join(named) if words.lang == "en" else words.list(named),
        **said,
    )
