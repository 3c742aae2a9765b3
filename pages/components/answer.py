"""The sentence that opens a page with the answer to its question, and the line below it."""

from __future__ import annotations

from lib.facts.errors import RecordError
from lib.words.answers import ANSWERS
from lib.words.origins import as_of_line
from pages.components import html
from pages.components.context import Reader
from pages.components.states import show_fault


def answer(page: str, reader: Reader) -> None:
    """Opens a page: its answer as the first heading, then as of when and from which version of the data."""
    words, record = reader.words, reader.record
    try:
        text = ANSWERS[page](record, words)
    except RecordError as error:
        html.show(html.tag("h1", words(f"site.question.{page}"), "lead"))
        show_fault(error, words)
        return
    html.show(html.tag("h1", text, "lead"))
    line = as_of_line(record, words)
    html.show(html.tag("p", line, "asof"))
