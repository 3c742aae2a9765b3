"""How a page opens: its answer, as of when, and what can be chosen on it."""

from __future__ import annotations

from html import escape

from lib.briefing.edition.scene import Scene, safe
from lib.briefing.left_out import LeftOut
from lib.facts.period import Period
from lib.site.markup.states import fault_html
from lib.site.markup.tags import tag
from lib.words.answers import ANSWERS
from lib.words.answers.since import beside_answer
from lib.words.origins import as_of_line


def answer(page: str, scene: Scene) -> str:
    """What stands first? The answer as the first heading, what is known since, then how new and of which version."""
    words, record = scene.words, scene.record

    def since() -> str:
        said = beside_answer(page, record, words)
        return tag("p", said, "since") if said else ""

    try:
        first = tag("h1", ANSWERS[page](record, words), "lead")
    except Exception as error:
        scene.left.append(LeftOut("sentence", "answer", error))
        first = tag("h1", words(f"site.question.{page}"), "lead") + fault_html(error, words)
    line = safe(lambda: tag("p", as_of_line(record, words), "asof"), scene, "sentence", "as_of")
    return first + safe(since, scene, "sentence", "since") + line


def picker(scene: Scene) -> str:
    """What can be chosen on the page, as buttons of which one is down?"""
    choice, words = scene.choice, scene.words
    if not choice.name:
        return ""
    options = "".join(
        f'<label><input type="radio" name="{choice.name}" value="{code}"{"" if number else " checked"}>'
        f"{tag('span', _said(choice.name, code, scene))}</label>"
        for number, code in enumerate(choice.codes)
    )
    return (
        f'<fieldset class="choice" data-choice="{choice.name}">'
        f"<legend>{escape(words(f'filter.{choice.name}'))}</legend><div>{options}</div></fieldset>"
    )


def _said(name: str, code: str, scene: Scene) -> str:
    return scene.words.period(Period.parse(code)) if name == "period" else scene.words(f"filter.{code}")
