"""Head and end of the brief: mark, number, who issues it, its day; the closing line, and whom to ask."""

from __future__ import annotations

import io
from typing import Any

from docx.shared import Mm

from lib.briefing.content import Briefing
from lib.briefing.head import Head
from lib.briefing.official.layout import text_width_mm
from lib.briefing.official.styles import STYLES
from lib.briefing.official.xml import node, val
from lib.draw.text import width
from lib.words.speak import Words

_HIGH_MM, _WIDE_MM = 18, 90
_RED = "FF0000"
_TWIPS_A_MM = 1440 / 25.4


def letterhead(page: Any, briefing: Briefing) -> None:
    """Puts the head above the title: in Chinese with a red rule under it, as official documents have; else a sender."""
    words, head = briefing.words, briefing.head
    if briefing.logo and briefing.logo.kind == "png":
        high = min(_HIGH_MM, _WIDE_MM / briefing.logo.ratio)
        shown = page.add_paragraph(style="Mark").add_run()
        shown.add_picture(io.BytesIO(briefing.logo.content), height=Mm(high))
    lines: tuple[str, ...] = (head.number, *_unit_and_day(head, words))
    if words.lang == "en":
        lines = (head.unit, head.number, head.dated(words))
    last = None
    for text in lines:
        if text:
            last = page.add_paragraph(text, style="Header")
    if last is not None and words.lang == "zh":
        properties = last._p.get_or_add_pPr()
        rule = node("bottom", val="single", sz=12, space=4, color=_RED)
        width = round(text_width_mm(words.lang) * _TWIPS_A_MM)
        properties.append(node("pBdr", rule))
        properties.append(node("tabs", node("tab", val="right", pos=width)))
        if "\t" in last.text:
            properties.append(val("jc", "left"))


def _unit_and_day(head: Head, words: Words) -> tuple[str, ...]:
    """Who issues it at the left and of which day it is at the right, on two lines where one has no room for both."""
    size, dated = STYLES[words.lang]["header"].size, head.dated(words)
    if width(head.unit + dated, size) + 2 * size > Mm(text_width_mm(words.lang)).pt:
        return head.unit, dated
    return ("\t".join((head.unit, dated)).rstrip("\t"),)


def close(page: Any, briefing: Briefing) -> None:
    """Puts the closing line and whom to ask below what is said, each where it is set."""
    for text in (briefing.head.closing, briefing.head.asked(briefing.words)):
        if text:
            page.add_paragraph(text, style="Body Text")
