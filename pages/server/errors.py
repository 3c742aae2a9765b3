"""What a reader sees when a page breaks: a sentence and a number, never what went wrong inside."""

from __future__ import annotations

from lib.site.markup.states import alarm
from lib.site.markup.tags import tag
from lib.words.speak import Words
from pages.components import html
from pages.components.context import language
from pages.server.request_id import SHOWN, request_id


def tell_reader(_error: Exception) -> bool:
    """Says so where the page stopped; the log has the rest under the same number.

    True keeps Streamlit from showing a message of its own, in English, about redaction.
    """
    words = Words(language())
    said = words("states.incident", number=request_id()[:SHOWN])
    html.show(alarm(tag("b", said)))
    return True
