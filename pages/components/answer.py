"""The sentence that opens a page with the answer to its question, and the line below it."""

from __future__ import annotations

from lib.facts.errors import RecordError
from lib.words.answers import ANSWERS
from lib.words.origins import as_of_line
from pages.components import html
from pages.components.context import Reader
from pages.components.shared import shared
from pages.components.states import show_fault


def answer(page: str, reader: Reader) -> None:
    """Opens a page: its answer as the first heading, then as of when and from which version of the data."""
    try:
        html.show(opening(page, reader))
    except RecordError as error:
        html.show(html.tag("h1", reader.words(f"site.question.{page}"), "lead"))
        show_fault(error, reader.words)


@shared
def opening(page: str, reader: Reader) -> str:
    """What opens a page, as HTML? Raises RecordError where the record cannot answer."""
    words, record = reader.words, reader.record
    return html.tag("h1", ANSWERS[page](record, words), "lead") + html.tag(
        "p", as_of_line(record, words), "asof"
    )
