"""The facts of the source report as five sentences, made once for every reader."""

from __future__ import annotations

from lib.briefing.html.states import fault_html
from lib.facts.errors import RecordError
from lib.words.answers.five_facts import FIVE_FACTS
from pages.components import html
from pages.components.context import Reader
from pages.components.shared import shared


@shared
def five_facts(_page: str, here: Reader) -> str:
    """What are the facts of the source report? One that the record cannot tell is said to be missing."""
    words, sentences, faults = here.words, [], ""
    for say in FIVE_FACTS:
        try:
            sentences.append(html.tag("li", say(here.record, words)))
        except RecordError as error:
            faults += fault_html(error, words)
    title = html.tag("h2", words("overview.facts_title"), "card-title")
    return f'{faults}{title}<ol class="facts">{"".join(sentences)}</ol>'
