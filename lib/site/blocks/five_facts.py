"""The facts of the source report as five sentences, made once for every reader."""

from __future__ import annotations

from lib.site.here import Here
from lib.site.markup.tags import tag
from lib.site.pieces import Text
from lib.site.shared import shared
from lib.site.states import fault
from lib.words.answers.five_facts import FIVE_FACTS


def five_facts(here: Here) -> tuple[Text, ...]:
    """What are the facts of the source report? One that the record cannot tell is said to be missing."""
    words, sentences, faults = here.words, [], []
    for say in FIVE_FACTS:
        try:
            sentences.append(_sentence(say.__name__, here))
        except Exception as error:
            faults.append(fault(error, words))
    title = tag("h2", words("overview.facts_title"), "card-title")
    return (*faults, Text(f'{title}<ol class="facts">{"".join(sentences)}</ol>'))


@shared
def _sentence(name: str, here: Here) -> str:
    (say,) = (say for say in FIVE_FACTS if say.__name__ == name)
    return tag("li", say(here.record, here.words))
