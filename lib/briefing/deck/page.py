"""A slide under construction: texts, lines and cards at places given in points."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.util import Pt

from lib.draw.area import Box
from lib.draw.typeface import Type, paragraph, run
from lib.draw.xml import Element, line, node, solid

WIDTH, MARGIN = 960.0, 44.0
HEIGHTS: Mapping[str, float] = MappingProxyType({"16:9": 540.0, "4:3": 720.0})
"""How high a slide is in each form; in both a chart has the same width, so that its labels have their room."""
INNER = WIDTH - 2 * MARGIN


class Page:
    """A slide of a presentation, in one language, `height` points high."""

    def __init__(self, slide: Any, lang: str, height: float) -> None:
        self.slide, self.lang, self.height = slide, lang, height
        self._shapes = slide.shapes
        self._last = 100

    def next_id(self) -> int:
        """Which number does the next shape have? No two of a slide have the same."""
        self._last += 1
        return self._last

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
    ) -> None:
        """Writes paragraphs into a box; `anchor` is t, ctr or b."""
        self._add(
            name,
            box,
            "rect",
            solid(ground) if ground else node("a:noFill"),
            line(),
            _text(list(paragraphs), anchor=anchor, wrap=wrap),
            text_box=True,
        )

    def say(self, text: str, kind: Type, box: Box, *, name: str, align: str = "l", link: str = "") -> None:
        """Writes one text in one style; `link` is an address that it opens."""
        relation = self.relation(link) if link else ""
        self.text([paragraph(run(text, kind, link=relation), align=align)], box, name=name)

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
    ) -> None:
        number = self.next_id()
        guide = node("a:gd", name="adj", fmla="val 4000") if form == "roundRect" else None
        self._shapes._spTree.append(
            node(
                "p:sp",
                node(
                    "p:nvSpPr",
                    node("p:cNvPr", id=number, name=f"{name} {number}"),
                    node("p:cNvSpPr", **({"txBox": 1} if text_box else {})),
                    node("p:nvPr"),
                ),
                node(
                    "p:spPr",
                    node(
                        "a:xfrm",
                        node("a:off", x=int(Pt(box.left)), y=int(Pt(box.top))),
                        node("a:ext", cx=int(Pt(box.width)), cy=int(Pt(box.height))),
                    ),
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
