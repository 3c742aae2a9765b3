"""What sources state on a page's topic, beside its figures."""

from __future__ import annotations

from lib.briefing.html.statements import statements_html
from pages.components.context import Reader
from pages.components.pieces import Box, Text
from pages.components.states import fault


def statements(topic: str, here: Reader) -> Box:
    """What is stated, sentence by sentence? Where they cannot be read, that."""
    try:
        texts = statements_html(topic, here.record, here.words)
    except Exception as error:
        return Box("table_statements", (fault(error, here.words),))
    return Box("table_statements", tuple(map(Text, texts)))
