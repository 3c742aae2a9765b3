"""What the releases say about each other, as a search finds it."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from lib.facts.reconcile import findings_of
from lib.facts.reconcile.finding import Finding
from lib.facts.record import CHONGQING, Record
from lib.search.answer import Answer
from lib.search.figures import OWN, Naming, names_of
from lib.search.named import Named, named
from lib.search.table import Floats, Line, Table
from lib.words.address import address
from lib.words.findings import ON_A_PAGE, title, verdict_word
from lib.words.messages import text_of
from lib.words.names import Names
from lib.words.speak import Words

WEIGHTS = (1.0, 1.0, 1.0, 0.9, 1.0, 1.0)
"""What a name counts: indicator, area, category, partner, what was compared, verdict."""


@dataclass(frozen=True, eq=False)
class Findings:
    """Every comparison with what it is filed under, in the order of the reconciliation: Chongqing's first."""

    table: Table
    found: tuple[Finding, ...] = field(repr=False)
    filed: tuple[tuple[str, str, str], ...] = field(repr=False)
    say: Names = field(repr=False)
    words: Words

    @property
    def bonus(self) -> Floats:
        """By how much does each stand above another that fits as well?"""
        return np.array([OWN if area == CHONGQING else 0.0 for _, _, area in self.filed])

    def answer(self, place: int) -> Answer:
        """What does a search say of the comparison at this place?"""
        one, words = self.found[place], self.words
        verdict, check, area = self.filed[place]
        number = self.filed[:place].count(self.filed[place]) // ON_A_PAGE + 1
        turned = f"&page={number}" if number > 1 else ""
        listed = address("reconciliation", lang=words.lang, verdict=verdict, check=check, area=area)
        return Answer(
            kind="finding",
            code=one.code,
            title=title(one, self.say, words),
            text=words(f"reconciliation.check.{one.check}"),
            address=f"{listed}{turned}#chart_finding_{one.code}",
            value=verdict_word(one, words),
        )


def findings(record: Record, words: Words) -> Findings:
    """Which comparisons are there to find?"""
    found, name = findings_of(record), Naming(record)
    filed = tuple((one.verdict, one.check, one.area) for one in found)
    table = Table([_line(one, name) for one in found], WEIGHTS)
    return Findings(table, found, filed, Names.of(record, words.lang), words)


def _line(finding: Finding, name: Naming) -> Line:
    printed = finding.printed
    start, end = printed.period.start, printed.period.end
    return Line(
        names=(
            *names_of(printed, name),
            _said(f"reconciliation.check.{finding.check}"),
            _said(f"reconciliation.verdict.{finding.verdict}"),
        ),
        value=printed.at(0),
        unit=printed.unit,
        span=(start.year, start.month, end.year, end.month),
    )


def _said(key: str) -> Named:
    return named(text_of(key, "zh"), text_of(key, "en"))
