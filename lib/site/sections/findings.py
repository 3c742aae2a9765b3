"""The findings that a reader asks for, page by page, and the tables around them."""

from __future__ import annotations

from collections.abc import Mapping

from lib.facts.reconcile import NAMES, errors_of, findings_of
from lib.facts.reconcile.finding import Finding
from lib.facts.reconcile.verdict import HOLDS, VERDICTS
from lib.facts.record import CHONGQING, Record
from lib.site.choices import Choice, choice_of
from lib.site.here import Here
from lib.site.markup.tags import table, tag
from lib.site.part import Group, Part, Sheet
from lib.site.pieces import Box, Text
from lib.site.sections.finding_card import finding_cards
from lib.site.states import fault
from lib.words.findings import ON_A_PAGE, cannot_rows, summary_head, summary_rows
from lib.words.names import Names
from lib.words.speak import Words

OPEN, ALL = "open", "all"


def finding_list(here: Here, asked: Mapping[str, str]) -> tuple[Part, ...]:
    """Which findings stand on the page? All that the address asks for, and all but those that hold unless it does."""
    words, findings = here.words, findings_of(here.record)
    title = Text(tag("h2", words("reconciliation.list.title"), "section"))
    faults = (fault(error, words) for error in errors_of(here.record))
    filters = finding_filters(here, asked)
    wanted = {choice.name: choice.chosen for choice in filters}
    found = tuple(found for found in findings if _is_wanted(found, wanted))
    pages = [found[first : first + ON_A_PAGE] for first in range(0, len(found), ON_A_PAGE)] or [()]
    page = finding_pages(len(pages), words, asked)
    shown = finding_cards(pages[page.codes.index(page.chosen)], here)
    return (
        Sheet("finding_title", (title, *faults)),
        Group("finding_filters", filters, widths=(1, 1, 1)),
        Sheet("findings", (Text(tag("p", _told(len(found), words), "card-sub")), *shown)),
        *((page,) if len(pages) > 1 or page.refused is not None else ()),
    )


def summary_table(here: Here) -> Box:
    """What is the number of comparisons of each kind and verdict?"""
    words = here.words
    title = Text(tag("h2", words("reconciliation.summary.title"), "card-title"))
    try:
        rows = summary_rows(findings_of(here.record), words)
        caption = words("reconciliation.summary.caption")
        told = Text(table(summary_head(words), rows, caption=caption, numeric=(1, 2, 3, 4, 5)))
    except Exception as error:
        told = fault(error, words)
    return Box("table_findings", (title, told))


def cannot_table(here: Here) -> Box:
    """What are the known conflicts that no comparison can find, each with the reason?"""
    words = here.words
    title = Text(tag("h2", words("reconciliation.cannot.title"), "card-title"))
    try:
        caption, rows = cannot_rows(here.record, findings_of(here.record), words)
        head = [words("reconciliation.cannot.what"), words("reconciliation.cannot.why")]
        told = Text(table(head, rows, caption=caption))
    except Exception as error:
        told = fault(error, words)
    return Box("table_not_computable", (title, told))


def _told(count: int, words: Words) -> str:
    if not count:
        return words("reconciliation.list.none")
    return words("reconciliation.list.found", count=words.count(count))


def _is_wanted(finding: Finding, wanted: Mapping[str, str]) -> bool:
    fits = {"verdict": finding.verdict, "check": finding.check, "area": finding.area}
    if wanted["verdict"] == OPEN and finding.verdict == HOLDS:
        return False
    return all(value in (OPEN, ALL, fits[name]) for name, value in wanted.items())


def finding_filters(here: Here, asked: Mapping[str, str]) -> tuple[Choice, ...]:
    """By what can findings be filtered: verdict, check, area?"""
    words = here.words
    return tuple(
        choice_of(
            name,
            words(f"reconciliation.filter.{name}"),
            options,
            asked,
            forgets=("page",),
            listed=True,
        )
        for name, options in _options(here.record, words).items()
    )


def _options(record: Record, words: Words) -> dict[str, tuple[tuple[str, str], ...]]:
    say = Names.of(record, words.lang)
    areas = dict.fromkeys(found.area for found in findings_of(record) if found.area != CHONGQING)
    options = {"verdict": (OPEN, *VERDICTS, ALL), "check": (ALL, *NAMES), "area": (ALL, CHONGQING, *areas)}
    return {
        name: tuple((code, _said(name, say, words, code)) for code in codes)
        for name, codes in options.items()
    }


def finding_pages(many: int, words: Words, asked: Mapping[str, str]) -> Choice:
    """Which page of so many is turned to?"""
    numbers = range(1, many + 1)
    pages = words.count(many)
    options = tuple(
        (str(n), words("reconciliation.filter.page_of", page=words.count(n), pages=pages)) for n in numbers
    )
    return choice_of("page", words("reconciliation.filter.page"), options, asked, listed=True)


def _said(name: str, say: Names, words: Words, code: str) -> str:
    if code in (OPEN, ALL):
        return words(f"reconciliation.filter.{code}")
    return say("areas", code) if name == "area" else words(f"reconciliation.{name}.{code}")
