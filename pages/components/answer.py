"""The sentence that opens a page with the answer to its question, and the line below it."""

from __future__ import annotations

from lib.briefing.html.states import fault_html
from lib.facts.errors import RecordError
from lib.words.answers import ANSWERS
from lib.words.origins import as_of_line
from pages.components import html
from pages.components.context import Reader
from pages.components.pieces import Text
from pages.components.shared import shared


def answer(page: str, reader: Reader) -> Text:
    """What opens a page: its answer as the first heading, then as of when and from which version of the data?"""
    words = reader.words
    try:
        return Text(opening(page, reader))
    except RecordError as error:
        return Text(html.tag("h1", words(f"site.question.{page}"), "lead") + fault_html(error, words))


@shared
def opening(page: str, reader: Reader) -> str:
    """What opens a page, as HTML? Raises RecordError where the record cannot answer."""
    words, record = reader.words, reader.record
    return html.tag("h1", ANSWERS[page](record, words), "lead") + html.tag(
        "p", as_of_line(record, words), "asof"
    )
