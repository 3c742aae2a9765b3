"""The facts of the source report as five sentences, made once for every reader."""

from __future__ import annotations

from lib.words.answers.five_facts import FIVE_FACTS
from pages.components import html
from pages.components.context import Reader
from pages.components.shared import shared
from pages.components.states import fault


def five_facts(here: Reader) -> str:
    """What are the facts of the source report? One that the record cannot tell is said to be missing."""
    words, sentences, faults = here.words, [], ""
    for say in FIVE_FACTS:
        try:
            sentences.append(_sentence(say.__name__, here))
        except Exception as error:
            faults += fault(error, words).markup
    title = html.tag("h2", words("overview.facts_title"), "card-title")
    return f'{faults}{title}<ol class="facts">{"".join(sentences)}</ol>'


@shared
def _sentence(name: str, here: Reader) -> str:
    (say,) = (say for say in FIVE_FACTS if say.__name__ == name)
    return html.tag("li", say(here.record, here.words))
