"""What a reader sees when something is missing: a dataset, a figure, a page, a value of the address."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from lib.site.markup.states import notice_html
from lib.site.states import fault
from lib.words.speak import Words
from pages.components import html


def show_notice(text: str) -> None:
    """Tells a reader something that is no fault of theirs, and goes on."""
    html.show(notice_html(text))


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
