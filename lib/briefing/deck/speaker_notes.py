"""The notes page of a chart: how each figure came about, and where everything is."""

from __future__ import annotations

from typing import Any

from lib.briefing.content import Exhibit
from lib.charts.tokens import LIGHT
from lib.draw.typeface import Type, paragraph, run
from lib.words.speak import Words

_SIZE = 11.0


def speaker_notes(slide: Any, exhibit: Exhibit, words: Words) -> None:
    """Writes method, bounds and links of every figure of a chart under its slide."""
    body = slide.notes_slide.notes_text_frame._txBody
    head, plain = Type(words.lang, _SIZE, LIGHT.text, bold=True), Type(words.lang, _SIZE, LIGHT.text)

    def say(text: str, kind: Type = plain) -> None:
        body.append(paragraph(run(text, kind)))

    for old in body.p_lst:
        body.remove(old)
    say(words("briefing.deck.method"), head)
    for title, pairs in exhibit.method:
        say(title, head)
        for name, text in pairs:
            say(words("briefing.deck.pair", name=name, text=text))
    say(words("briefing.deck.sources"), head)
    for source in exhibit.sources:
        say(" ".join(part for part in (source.line, source.title, source.url) if part))
    say(words("briefing.deck.link", link=exhibit.link))
