"""A brief in the form of official documents: the charts that were chosen, each with sentence, drawing and source."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import datetime, time
from typing import Any

from docx import Document
from docx.shared import Mm

from lib.briefing.content import Briefing, Exhibit
from lib.briefing.official.figures import figures_table
from lib.briefing.official.head import close, letterhead
from lib.briefing.official.layout import lay_out, linked, number_sources, text_width_mm
from lib.briefing.official.native_chart import native_chart, set_theme
from lib.briefing.official.references import References
from lib.briefing.official.sections import sections_and_left
from lib.briefing.official.styles import set_styles, titled
from lib.briefing.official.typefaces import hint, name_fall_backs
from lib.briefing.zipped import dated
from lib.words.ordinals import ordinal
from lib.words.speak import Words

_TALLEST_MM = 180  # leaves room on its page for the sentence above it and the source below
_MOST = 255  # letters of a property


def brief(briefing: Briefing, pictures: Mapping[str, bytes]) -> bytes:
    """Which DOCX file is the brief? `pictures` are the PNG of its charts by name.

    An order of native charts has those of Word in their place. Else, without pictures, as where there is no browser to
    draw them, a line says so. Chinese follows GB/T 9704-2012, English a plain office letter.
    """
    words, page, references = briefing.words, Document(), References(briefing)
    set_styles(page, words.lang, titled(briefing.title, words.lang, Mm(text_width_mm(words.lang)).pt))
    lay_out(page, words.lang)
    number_sources(page, words.lang)
    name_fall_backs(page)
    told, left = sections_and_left(briefing)
    briefing = briefing.lacking(part for part in left if part not in briefing.left)
    letterhead(page, briefing)
    _say(page, "Title", briefing.title)
    for text in (briefing.lead, briefing.since):
        _say(page, "Body Text", text)
    if briefing.order.native:
        set_theme(page, words.lang)
    elif not pictures:
        _say(page, "Note", words("briefing.doc.no_pictures"))
    for number, section in enumerate(told, start=1):
        name = words(f"site.nav.{section.page}")
        _say(page, "Heading 1", _counted("heading", name, number, len(told), words))
        _say(page, "Body Text", section.answer)
        for place, exhibit in enumerate(section.exhibits, start=1):
            title = _counted("subheading", exhibit.card.title, place, len(section.exhibits), words)
            _say(page, "Heading 2", title)
            _chart(page, exhibit, briefing, pictures.get(exhibit.card.name), references)
    close(page, briefing)
    if briefing.kpis:
        _say(page, "Heading 1", words("briefing.doc.figures"))
        figures_table(page, briefing, references)
    _sources(page, briefing)
    _about(page, briefing)
    if words.lang == "zh":
        hint(page)
    _describe(page, briefing)
    out = io.BytesIO()
    page.save(out)
    return dated(out.getvalue(), briefing.released)


def _say(page: Any, style: str, text: str) -> None:
    if text:
        page.add_paragraph(text, style=style)


def _counted(kind: str, text: str, number: int, of: int, words: Words) -> str:
    """A heading with its number, where there is more than one."""
    return words(f"briefing.doc.{kind}", number=ordinal(number, words), text=text) if of > 1 else text


def _chart(
    page: Any, exhibit: Exhibit, briefing: Briefing, picture: bytes | None, references: References
) -> None:
    """The chart under its sentence: unit and period, the drawing, what to know, where it is from."""
    card, wide = exhibit.card, Mm(text_width_mm(briefing.words.lang))
    _say(page, "Caption", card.subtitle)
    if briefing.order.native:
        native_chart(page, exhibit, briefing, width=wide.pt, tallest=Mm(_TALLEST_MM).pt)
    elif picture is not None:
        figure = page.add_paragraph(style="Figure")
        drawn = figure.add_run().add_picture(io.BytesIO(picture), width=wide)
        if drawn.height > Mm(_TALLEST_MM):
            drawn.width, drawn.height = Mm(_TALLEST_MM) * drawn.width // drawn.height, Mm(_TALLEST_MM)
        drawn._inline.docPr.set("descr", card.alt)
    for note in card.notes:
        _say(page, "Note", note)
    _say(page, "Note", exhibit.source)
    for mark in references.of(exhibit.sources):
        page.paragraphs[-1].add_run(f" {mark}")


def _sources(page: Any, briefing: Briefing) -> None:
    if briefing.sources:
        _say(page, "Heading 1", briefing.words("briefing.doc.sources"))
    for source in briefing.sources:
        line = page.add_paragraph(f"{source.line} {source.title}".strip(), style="List Number")
        if source.url:
            line.add_run(" ")
            linked(line, source.url)


def _about(page: Any, briefing: Briefing) -> None:
    words = briefing.words
    _say(page, "Heading 1", words("briefing.doc.about"))
    for text in (
        briefing.as_of,
        words("briefing.slide.reopen", link=briefing.link),
        briefing.responsible,
        briefing.without,
    ):
        _say(page, "Note", text)


def _describe(page: Any, briefing: Briefing) -> None:
    known = page.core_properties
    known.title, known.subject, known.version, known.identifier = (
        text[:_MOST] for text in (briefing.title, briefing.as_of, briefing.version, briefing.link)
    )
    known.comments, known.author, known.last_modified_by = briefing.link[:_MOST], "", ""
    known.language = {"zh": "zh-CN", "en": "en-GB"}[briefing.words.lang]
    known.created = known.modified = datetime.combine(briefing.released, time())
