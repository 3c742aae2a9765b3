"""What a reader sees when something is missing: a dataset, a figure, a page, a value of the address."""

from __future__ import annotations

from lib.briefing.html.states import fault_html, notice_html
from lib.facts.errors import RecordError
from lib.words.speak import Words
from pages.components import html
from pages.components.pieces import Text

LONGEST = 500
"""An address may be longer than a page: what it asks for is quoted up to here."""


def show_notice(text: str) -> None:
    """Tells a reader something that is no fault of theirs, and goes on."""
    html.show(notice_html(text if len(text) <= LONGEST else f"{text[:LONGEST]}…"))


def fault(error: RecordError, words: Words) -> Text:
    """What says which file or figure is missing and what to do?"""
    return Text(fault_html(error, words))


def show_fault(error: RecordError, words: Words) -> None:
    """Says which file or figure is missing and what to do; the rest of the page goes on."""
    html.show(fault_html(error, words))
