"""Findings of the comparisons in words: title, arithmetic, verdict, table, and lines for a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from lib.facts.fact import Fact
from lib.facts.reconcile import NAMES
from lib.facts.reconcile.conflicts import covered, not_computable
from lib.facts.reconcile.finding import Finding
from lib.facts.reconcile.verdict import CONTRADICTS, SCOPE, VERDICTS
from lib.facts.record import WORLD, Record
from lib.words.names import Names
from lib.words.provenance import formula_with_numbers
from lib.words.speak import Words

ON_A_PAGE = 12
"""So many stand on a page of the reconciliation."""


def verdict_word(finding: Finding, words: Words) -> str:
    """How is the verdict said? 不符, Contradicts."""
    return words(f"reconciliation.verdict.{finding.verdict}")


def subject(fact: Fact, say: Names, words: Words) -> str:
    """Of what does a figure speak? Area, indicator, part of it, partner and period, 目标 where it is one."""
    period = words(f"reconciliation.kind.{fact.kind}", period=fact.period)
    parts = [] if fact.category == "total" else [say("categories", fact.category)]
    if fact.counterpart != WORLD:
        parts.append(words("reconciliation.partner", partner=say("areas", fact.counterpart)))
    named = {"area": say("areas", fact.ref_area), "name": say("indicators", fact.indicator), "period": period}
    if parts:
        return words("reconciliation.subject.part", part=words.list(parts), **named)
    return words("reconciliation.subject.plain", **named)


def title(finding: Finding, say: Names, words: Words) -> str:
    """What does a finding say in one sentence, with both figures in it?"""
    about = finding.implied if finding.check == "currency" else finding.printed
    given: dict[str, object] = {"printed": finding.printed, "implied": finding.implied}
    if finding.check == "goal":
        goal = dict(finding.also)["goal"]
        given |= {"goal": goal, "goal_subject": subject(goal, say, words)}
    if finding.check == "pace":
        given["rest"] = finding.implied.period
    if finding.check == "scope":
        given["other"] = subject(finding.implied, say, words)
    return words(f"reconciliation.title.{finding.check}", subject=subject(about, say, words), **given)


def arithmetic(finding: Finding, words: Words) -> str:
    """By which arithmetic do the two sides meet or not? With the numbers and the bounds of both."""
    sides = {"printed": finding.printed, "implied": finding.implied}
    if finding.implied.derivation is None:
        return words("reconciliation.two_prints", **sides)
    return words("reconciliation.arithmetic", numbers=formula_with_numbers(finding.implied, words), **sides)


def notes(finding: Finding, words: Words) -> tuple[str, ...]:
    """What must a reader know of a finding? The arithmetic, what stands beside it, and what follows."""
    beside = " ".join(words(f"reconciliation.also.{name}", fact=fact) for name, fact in finding.also)
    special = finding.verdict == SCOPE and finding.check in ("pace", "currency")
    follows = words(f"reconciliation.says.{finding.check if special else finding.verdict}")
    if finding.rests_on_low_confidence:
        low = words("reconciliation.low")
        follows = f"{follows}{low}" if words.lang == "zh" else f"{follows} {low}"
    beside = beside.replace("。 ", "。") if words.lang == "zh" else beside
    return tuple(text for text in (arithmetic(finding, words), beside, follows) if text)


def named_contradictions(findings: Iterable[Finding], area: str, say: Names, words: Words) -> tuple[str, ...]:
    """Which contradictions does an area have, each named in a few words and once?"""
    named: dict[str, None] = {}
    for found in findings:
        if found.area == area and found.verdict == CONTRADICTS:
            key = found.check if found.check in ("goal", "rank", "gap") else "other"
            about = dict(found.also)["goal"] if found.check == "goal" else found.printed
            name = say("indicators", about.indicator)
            name = name if words.lang == "zh" else name[:1].lower() + name[1:]
            named[words(f"reconciliation.named.{key}", period=about.period, name=name)] = None
    return tuple(named)


def summary_head(words: Words) -> list[str]:
    """What are the columns of the table of counts called?"""
    verdicts = [words(f"reconciliation.verdict.{verdict}") for verdict in VERDICTS]
    return [words("reconciliation.summary.check"), *verdicts, words("reconciliation.summary.all")]


def summary_rows(findings: Iterable[Finding], words: Words) -> list[list[str]]:
    """How many comparisons of each kind were made, and how did they end? The sum of all last."""
    counts = Counter((found.check, found.verdict) for found in findings)
    rows = []
    for name in NAMES:
        of_name = [counts[name, verdict] for verdict in VERDICTS]
        rows.append([words(f"reconciliation.check.{name}"), *_counted(of_name, words)])
    of_all = [sum(counts[name, verdict] for name in NAMES) for verdict in VERDICTS]
    return [*rows, [words("reconciliation.summary.all"), *_counted(of_all, words)]]


def cannot_rows(record: Record, findings: tuple[Finding, ...], words: Words) -> tuple[str, list[list[str]]]:
    """Which known conflicts does no comparison find, and why? The caption and the lines of a table.

    Raises DatasetUnavailable where the list of conflicts cannot be read.
    """
    found, reasons = covered(record, findings), not_computable(record)
    why = {entry.conflict_id: entry.reason for entry in reasons}
    listed = record.lines("conflicts")
    told = {str(row["conflict_id"]): words.note((str(row["what_zh"]), str(row["what_en"]))) for row in listed}
    apart = {str(row["conflict_id"]): "apart" for row in listed if row["kind"] == "scope"}
    left = [code for code in told if code in why or not found[code]]
    rows = [
        [told[code], words(f"reconciliation.reason.{(apart | why).get(code, 'not_found')}")] for code in left
    ]
    counts = {"all": len(told), "found": len(told) - len(left), "left": len(left)}
    caption = words("reconciliation.cannot.caption", **{key: words.count(n) for key, n in counts.items()})
    return caption, rows


def report(findings: Iterable[Finding], lang: str) -> list[str]:
    """Which lines does a terminal show of findings? Verdict, check, both sides with bounds, observations."""
    words = Words(lang)
    return [
        " | ".join(
            (
                verdict_word(found, words),
                words(f"reconciliation.check.{found.check}"),
                arithmetic(found, words),
                ", ".join(found.observations),
            )
        )
        for found in findings
    ]


def _counted(numbers: list[int], words: Words) -> list[str]:
    return [words.count(number) for number in (*numbers, sum(numbers))]
