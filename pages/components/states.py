"""What a reader sees when something is missing: a dataset, a figure, a page, a value of the address."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from lib.briefing.html.states import fault_html, notice_html
from lib.words.speak import Words
from lib.words.trouble import incident, is_foreseen
from pages.components import html
from pages.components.pieces import Text

_LOG = logging.getLogger("server")
LONGEST = 500
"""An address may be longer than a page: what it asks for is quoted up to here."""


def show_notice(text: str) -> None:
    """Tells a reader something that is no fault of theirs, and goes on."""
    html.show(notice_html(text if len(text) <= LONGEST else f"{text[:LONGEST]}…"))


def fault(error: Exception, words: Words) -> Text:
    """What says which file or figure is missing and what to do? Of a fault that nobody foresaw the log has the rest."""
    noted(error)
    return Text(fault_html(error, words))


def show_fault(error: Exception, words: Words) -> None:
    """Says which file or figure is missing and what to do; the rest of the page goes on."""
    html.show(fault(error, words).markup)


@contextmanager
def in_its_place(words: Words) -> Iterator[None]:
    """Keeps what goes wrong in a part of a page to that part."""
    try:
        yield
    except Exception as error:
        show_fault(error, words)


def noted(error: Exception) -> None:
    """Writes a fault that nobody foresaw to the log, under the number that the reader sees."""
    if not is_foreseen(error):
        _LOG.error("a part was not made", exc_info=error, extra={"fields": {"incident": incident(error)}})
