"""The findings that a reader asks for, page by page, and the tables around them."""

from __future__ import annotations

from functools import partial

import streamlit as st

from lib.facts.reconcile import NAMES, errors_of, findings_of
from lib.facts.reconcile.finding import Finding
from lib.facts.reconcile.verdict import HOLDS, VERDICTS
from lib.facts.record import CHONGQING
from lib.site.here import Here
from lib.site.pieces import Box, Text
from lib.site.states import fault
from lib.words.findings import cannot_rows, summary_head, summary_rows
from lib.words.names import Names
from lib.words.speak import Words
from pages.components import html, pickers
from pages.components.finding_card import finding_cards
from pages.components.sheet import show
from pages.components.states import show_fault

ON_A_PAGE = 12
OPEN, ALL = "open", "all"


def finding_list(reader: Here) -> None:
    """Puts the findings on the page that the address asks for, all but those that hold unless it does."""
    words, findings = reader.words, findings_of(reader.record)
    html.show(html.tag("h2", words("reconciliation.list.title"), "section"))
    for error in errors_of(reader.record):
        show_fault(error, words)
    wanted = _filters(findings, reader)
    found = tuple(found for found in findings if _is_wanted(found, wanted))
    pages = [found[first : first + ON_A_PAGE] for first in range(0, len(found), ON_A_PAGE)] or [()]
    numbers = tuple(str(number) for number, _ in enumerate(pages, start=1))
    page = pickers.asked("page", numbers, words)
    told = Text(html.tag("p", _told(len(found), words), "card-sub"))
    show("findings", told, *finding_cards(pages[numbers.index(page)], reader))
    if len(numbers) > 1:
        pickers.select(
            "page",
            page,
            numbers,
            label=words("reconciliation.filter.page"),
            say=lambda number: words(
                "reconciliation.filter.page_of",
                page=words.count(int(number)),
                pages=words.count(len(numbers)),
            ),
        )


def summary_table(reader: Here) -> Box:
    """What is the number of comparisons of each kind and verdict?"""
    words = reader.words
    title = Text(html.tag("h2", words("reconciliation.summary.title"), "card-title"))
    try:
        rows, caption = (
            summary_rows(findings_of(reader.record), words),
            words("reconciliation.summary.caption"),
        )
        told = Text(html.table(summary_head(words), rows, caption=caption, numeric=(1, 2, 3, 4, 5)))
    except Exception as error:
        told = fault(error, words)
    return Box("table_findings", (title, told))


def cannot_table(reader: Here) -> Box:
    """What are the known conflicts that no comparison can find, each with the reason?"""
    words = reader.words
    title = Text(html.tag("h2", words("reconciliation.cannot.title"), "card-title"))
    try:
        caption, rows = cannot_rows(reader.record, findings_of(reader.record), words)
        head = [words("reconciliation.cannot.what"), words("reconciliation.cannot.why")]
        told = Text(html.table(head, rows, caption=caption))
    except Exception as error:
        told = fault(error, words)
    return Box("table_not_computable", (title, told))


def _told(count: int, words: Words) -> str:
    if not count:
        return words("reconciliation.list.none")
    return words("reconciliation.list.found", count=words.count(count))


def _is_wanted(found: Finding, wanted: dict[str, str]) -> bool:
    fits = {"verdict": found.verdict, "check": found.check, "area": found.area}
    if wanted["verdict"] == OPEN and found.verdict == HOLDS:
        return False
    return all(value in (OPEN, ALL, fits[name]) for name, value in wanted.items())


def _filters(findings: tuple[Finding, ...], reader: Here) -> dict[str, str]:
    words, say = reader.words, Names.of(reader.record, reader.words.lang)
    areas = tuple(dict.fromkeys(found.area for found in findings if found.area != CHONGQING))
    options = {
        "verdict": (OPEN, *VERDICTS, ALL),
        "check": (ALL, *NAMES),
        "area": (ALL, CHONGQING, *areas),
    }
    wanted = {name: pickers.asked(name, codes, words) for name, codes in options.items()}
    with st.container(key="finding_filters"):
        for (name, codes), column in zip(options.items(), st.columns(3, gap="small"), strict=True):
            with column:
                pickers.select(
                    name,
                    wanted[name],
                    codes,
                    label=words(f"reconciliation.filter.{name}"),
                    say=partial(_said, name, say, words),
                    forgets=("page",),
                )
    return wanted


def _said(name: str, say: Names, words: Words, code: str) -> str:
    if code in (OPEN, ALL):
        return words(f"reconciliation.filter.{code}")
    return say("areas", code) if name == "area" else words(f"reconciliation.{name}.{code}")
