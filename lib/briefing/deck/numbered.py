"""The number of a slide under an office's own template, where and as its layout has it."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import Any

from pptx.enum.shapes import PP_PLACEHOLDER as KIND
from pptx.oxml.ns import qn

from lib.briefing.deck.page import Page
from lib.draw.xml import Element, node

_KEY = "{5C1D1F0E-7E53-4C26-9A0B-3F7C8E2D6B41}"
"""By which a field is known among those of its slide."""
_FIRST = re.compile(r"\d{1,4}")


def numbered(page: Page, show: Any) -> None:
    """Puts the number on the newest slide of a presentation; none where its layout has no place for one.

    What stands around the number there ("Page 3") stands here too. The first slide has none where the template says
    so of covers.
    """
    count, whole = len(show.slides), show.part._element
    if count == 1 and whole.get("showSpecialPlsOnTitleSld") in ("0", "false"):
        return
    first = whole.get("firstSlideNum", "")
    number = str(count - 1 + (int(first) if _FIRST.fullmatch(first) else 1))
    for holder in page.slide.slide_layout.placeholders:
        if holder.placeholder_format.type == KIND.SLIDE_NUMBER:
            page.slide.shapes._spTree.append(_of(holder, page.next_id(), number))


def _of(holder: Any, key: int, number: str) -> Element:
    """The same placeholder on a slide. Place and type are those of the layout, as long as it says nothing of them."""
    ends = (
        node("p:cNvPr", id=key, name=holder.name),
        node("p:cNvSpPr", node("a:spLocks", noGrp=1)),
        node("p:nvPr", deepcopy(holder._element.ph)),
    )
    text = node("p:txBody", node("a:bodyPr"), node("a:lstStyle"), *_lines(holder._element, number))
    return node("p:sp", node("p:nvSpPr", *ends), node("p:spPr"), text)


def _lines(holder: Element, number: str) -> list[Element]:
    """What the layout writes there. Where that has no number, or leads to other parts of its file: the number alone."""
    lines = [deepcopy(line) for line in holder.iterfind(f"{qn('p:txBody')}/{qn('a:p')}")]
    shown = [text for line in lines for text in line.iterfind(f"{qn('a:fld')}[@type='slidenum']/{qn('a:t')}")]
    leads = qn("r:id").removesuffix("id")
    leading = any(name.startswith(leads) for line in lines for part in line.iter() for name in part.attrib)
    if leading or not shown:
        return [node("a:p", node("a:fld", node("a:rPr"), node("a:t", number), id=_KEY, type="slidenum"))]
    for text in shown:
        text.text = number
    return lines
