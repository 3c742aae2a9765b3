"""Templates as offices have them, generated: a band over every slide, an old slide, the library's own layouts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

from pptx import Presentation
from pptx.util import Pt

from lib.briefing.deck.layouts import placed
from lib.draw.area import Box
from lib.draw.xml import node, solid

OLD = "An old slide"


def office(*, wide: bool = False, change: Callable[[Any], None] = lambda _: None) -> bytes:
    """A template of 4:3, or of 16:9, changed before it is kept."""
    show = Presentation()
    if wide:
        _widened(show)
    ends = node("p:cNvPr", id=77, name="Band"), node("p:cNvSpPr"), node("p:nvPr")
    shape = placed(Box(0, 0, show.slide_width.pt, 12)), node("a:prstGeom", node("a:avLst"), prst="rect")
    band = node("p:sp", node("p:nvSpPr", *ends), node("p:spPr", *shape, solid("#B00020")))
    show.slide_master.shapes._spTree.insert(2, band)
    show.slides.add_slide(show.slide_layouts[0]).shapes.title.text = OLD
    change(show)
    return kept(show)


def _widened(show: Any) -> None:
    factor = Pt(960) / show.slide_width
    show.slide_width = Pt(960)
    for holder in (show.slide_master, *show.slide_layouts):
        for shape in holder.placeholders:
            if shape._element.spPr.find("{*}xfrm") is not None:
                shape.left, shape.width = int(shape.left * factor), int(shape.width * factor)


def kept(show: Any) -> bytes:
    """The same template is the same file whenever it is made: what is known of it need not be found out again."""
    out = io.BytesIO()
    show.save(out)
    return with_parts(out.getvalue(), {})


def without(kinds: tuple[Any, ...]) -> Callable[[Any], None]:
    """Takes the placeholders of these kinds out of every layout."""

    def change(show: Any) -> None:
        for layout in show.slide_layouts:
            for shape in list(layout.placeholders):
                if shape.placeholder_format.type in kinds:
                    shape._element.getparent().remove(shape._element)

    return change


def with_parts(content: bytes, more: dict[str, bytes]) -> bytes:
    """The same file with these parts added, or in place of its own; no part of it has a date."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as parts,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file,
    ):
        for name, part in ({name: parts.read(name) for name in parts.namelist()} | more).items():
            file.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)
    return out.getvalue()
