"""The file itself: an empty 16:9 presentation to begin with, and the same bytes for the same slides."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime, time
from functools import cache
from typing import Any

from pptx import Presentation
from pptx.util import Pt

from lib.briefing.deck.page import INNER, MARGIN, WIDTH
from lib.briefing.zipped import dated
from lib.charts.tokens import LIGHT
from lib.draw.typeface import EAST_ASIAN, LATIN
from lib.draw.xml import etree

_TITLE_ONLY = "Title Only"
_MOST = 255  # letters of a property


def empty(height: float) -> Any:
    """Which presentation has no slide yet? One layout, with nothing but a title, so many points high."""
    return Presentation(io.BytesIO(_template(height)))


@cache
def _template(height: float) -> bytes:
    """The library's own template, made wide and cut down to one layout."""
    found = Presentation()
    found.slide_width, found.slide_height = Pt(WIDTH), Pt(height)
    layouts = found.slide_layouts
    for layout in list(layouts):
        if layout.name != _TITLE_ONLY:
            layouts.remove(layout)
    for holder in (found.slide_master, layouts[0]):
        for shape in list(holder.placeholders):
            if "Title" in shape.name or "Text" in shape.name:
                top, high = (26, 70) if "Title" in shape.name else (110, height - 160)
                shape.left, shape.top, shape.width, shape.height = (
                    Pt(side) for side in (MARGIN, top, INNER, high)
                )
            else:
                shape._element.getparent().remove(shape._element)
    out = io.BytesIO()
    found.save(out)
    return _themed(out.getvalue())


def _themed(template: bytes) -> bytes:
    """The template with our colours of links and our typefaces, for what somebody adds to it later."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template)) as parts, zipfile.ZipFile(out, "w") as file:
        for name in parts.namelist():
            content = parts.read(name)
            if name.startswith("ppt/theme/"):
                theme = etree.fromstring(content)
                for link in ("hlink", "folHlink"):
                    for colour in theme.iterfind(f".//{{*}}{link}/{{*}}srgbClr"):
                        colour.set("val", LIGHT.chongqing.lstrip("#"))
                for face, typeface in (("latin", LATIN["en"]), ("ea", EAST_ASIAN)):
                    for font in theme.iterfind(f".//{{*}}fontScheme//{{*}}{face}"):
                        font.set("typeface", typeface)
                content = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)
            file.writestr(name, content)
    return out.getvalue()


def described(
    found: Any, *, title: str, subject: str, version: str, link: str, lang: str, released: date
) -> None:
    """Writes title, data version and address into the properties of the file."""
    known = found.core_properties
    day = datetime.combine(released, time())
    known.title, known.subject, known.version, known.identifier = (
        text[:_MOST] for text in (title, subject, version, link)
    )
    known.comments, known.keywords, known.category = link[:_MOST], version[:_MOST], ""
    known.author = known.last_modified_by = ""
    known.language = lang
    known.created = known.modified = day
    known.revision = 1


def packed(found: Any, released: date) -> bytes:
    """Which bytes is a presentation? Every part carries the day of release, never the clock."""
    saved = io.BytesIO()
    found.save(saved)
    return dated(saved.getvalue(), released)
