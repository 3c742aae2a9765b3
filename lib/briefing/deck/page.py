"""A slide under construction: texts, lines and cards at places given in points."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from copy import copy
from itertools import count
from typing import Any

from pptx.enum.chart import XL_CHART_TYPE
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.util import Pt

from lib.briefing.deck.frame import Frame, high
from lib.briefing.deck.layouts import CHART, ph, placed
from lib.briefing.deck.scaled import scale
from lib.charts.tokens import LIGHT
from lib.draw.area import Box
from lib.draw.typeface import Type, paragraph, run
from lib.draw.xml import Element, line, node, solid

_SIZES = (24.0, 22.0, 20.0, 18.0, 16.0, 14.0, 12.0, 10.0, 9.0, 8.0, 7.0)


class Page:
    """A slide of a presentation, in one language. Places are in points of a slide that is 960 wide."""

    def __init__(self, slide: Any, lang: str, frame: Frame) -> None:
        self.slide, self.lang, self.frame = slide, lang, frame
        self._shapes = slide.shapes
        self._ids = count(101)
        for shape in list(slide.placeholders):
            if shape != slide.shapes.title:
                shape._element.getparent().remove(shape._element)

    def heading(
        self, text: str, *, size: float, top: float, anchor: str = "t", colour: str = LIGHT.text
    ) -> float:
        """Writes the title where the template has it, else at this height; gives where it ends."""
        room, place = self.frame.room, self.frame.title
        if place is None:
            box = Box(room.left, top, room.width, high(text, size, room.width, bold=True))
            self.title(text, box, size=size, colour=colour, anchor=anchor)
            return top + box.height
        fitting = (size for size in _SIZES if high(text, size, place.width, bold=True) <= place.height)
        body = self._shapes.title.text_frame
        body.text = text
        body.paragraphs[0].runs[0].font.size = Pt(next(fitting, _SIZES[-1]))
        return room.top

    def finish(self) -> None:
        """Makes what was put on it as large as the file is."""
        scale(self._shapes._spTree, self.frame.scale)

    def next_id(self) -> int:
        """Which number does the next shape have? No two of a slide have the same."""
        return next(self._ids)

    @contextmanager
    def group(self, box: Box, *, name: str) -> Iterator[Page]:
        """Begins a group: what is put on the page that this gives is moved, sized and copied as one."""
        shape = self._shapes.add_group_shape()
        number = self.next_id()
        known = shape._element.nvGrpSpPr.cNvPr
        known.set("id", str(number))
        known.set("name", f"{name} {number}")
        inside = copy(self)
        inside._shapes = shape.shapes
        yield inside
        old = shape._element.grpSpPr.find(qn("a:xfrm"))
        shape._element.grpSpPr.replace(old, placed(box, group=True))

    def chart(self, made: Any, box: Box, *, alt: str, alone: bool) -> None:
        """Puts a native chart on it, with what is heard by who cannot see it; `alone` in the place of the layout."""
        scale(made.element, self.frame.scale)
        sides = (Pt(side) for side in (box.left, box.top, box.width, box.height))
        frame = self._shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *sides, made)
        known = frame._element.nvGraphicFramePr.cNvPr
        known.set("id", str(self.next_id()))
        known.set("descr", alt)
        if alone and self.frame.title is None:
            frame._element.nvGraphicFramePr.nvPr.append(ph(CHART))

    def title(self, text: str, box: Box, *, size: float, colour: str, anchor: str = "t") -> None:
        """Writes the slide's title, the one that an outline and a screen reader find."""
        shape = self._shapes.title
        shape.left, shape.top, shape.width, shape.height = (
            Pt(side) for side in (box.left, box.top, box.width, box.height)
        )
        body = shape.text_frame._txBody
        body.getparent().replace(
            body, _text([paragraph(run(text, Type(self.lang, size, colour, bold=True)))], anchor=anchor)
        )

    def text(
        self,
        paragraphs: Iterable[Element],
        box: Box,
        *,
        name: str,
        anchor: str = "t",
        wrap: bool = True,
        ground: str = "",
        holder: int = 0,
    ) -> None:
        """Writes paragraphs into a box, or the placeholder of this number; `anchor` is t, ctr or b."""
        self._add(
            name,
            box,
            "rect",
            solid(ground) if ground else node("a:noFill"),
            line(),
            _text(list(paragraphs), anchor=anchor, wrap=wrap),
            text_box=True,
            holder=0 if self.frame.title else holder,
        )

    def say(
        self, text: str, kind: Type, box: Box, *, name: str, align: str = "l", link: str = "", holder: int = 0
    ) -> None:
        """Writes one text in one style; `link` is an address that it opens."""
        relation = self.relation(link) if link else ""
        self.text([paragraph(run(text, kind, link=relation), align=align)], box, name=name, holder=holder)

    def relation(self, url: str) -> str:
        """Under which relationship does the slide open an address?"""
        return str(self.slide.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))

    def rule(self, y: float, *, left: float, right: float, drawn: Element) -> None:
        """Draws a level line."""
        self._add("Rule", Box(left, y, right - left, 0), "line", None, drawn, None)

    def card(self, box: Box, *, name: str, ground: str, edge: str) -> None:
        """Draws a card to write on."""
        self._add(name, box, "roundRect", solid(ground), line(edge, 1.0), None)

    def picture(self, content: bytes, box: Box, *, name: str) -> None:
        """Puts a picture into a box; it says nothing that is not written beside it."""
        sides = (Pt(side) for side in (box.left, box.top, box.width, box.height))
        shape = self._shapes.add_picture(io.BytesIO(content), *sides)
        number = self.next_id()
        shape._element.nvPicPr.cNvPr.set("id", str(number))
        shape.name = f"{name} {number}"

    def _add(
        self,
        name: str,
        box: Box,
        form: str,
        filled: Element | None,
        drawn: Element,
        text: Element | None,
        *,
        text_box: bool = False,
        holder: int = 0,
    ) -> None:
        number = self.next_id()
        guide = node("a:gd", name="adj", fmla="val 4000") if form == "roundRect" else None
        self._shapes._spTree.append(
            node(
                "p:sp",
                node(
                    "p:nvSpPr",
                    node("p:cNvPr", id=number, name=f"{name} {number}"),
                    node("p:cNvSpPr", **({"txBox": 1} if text_box and not holder else {})),
                    node("p:nvPr", ph(holder) if holder else None),
                ),
                node(
                    "p:spPr",
                    placed(box),
                    node("a:prstGeom", node("a:avLst", guide), prst=form),
                    filled,
                    drawn,
                ),
                text,
            )
        )


def _text(paragraphs: list[Element], *, anchor: str, wrap: bool = True) -> Element:
    return node(
        "p:txBody",
        node(
            "a:bodyPr",
            node("a:noAutofit"),
            wrap="square" if wrap else "none",
            lIns=0,
            tIns=0,
            rIns=0,
            bIns=0,
            anchor=anchor,
        ),
        node("a:lstStyle"),
        *paragraphs,
    )
