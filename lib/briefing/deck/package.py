"""The file itself: an empty 16:9 presentation to begin with, and the same bytes for the same slides."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime, time
from functools import cache
from typing import Any

from pptx import Presentation
from pptx.util import Pt

from lib.briefing.deck.frame import INNER, MARGIN, WIDTH
from lib.briefing.deck.layouts import holders
from lib.briefing.zipped import dated
from lib.draw.theme import theme
from lib.words.speak import Words

_LAYOUTS = ("Title and Content", "Title Only")
_MOST = 255  # letters of a property


def empty(height: float, words: Words) -> Any:
    """Which presentation has no slide yet? So many points high, with a layout for a title and one for a chart."""
    return Presentation(io.BytesIO(_template(height, words.lang)))


@cache
def _template(height: float, lang: str) -> bytes:
    """The library's own template, made wide and cut down to two layouts."""
    found, words = Presentation(), Words(lang)
    found.slide_width, found.slide_height = Pt(WIDTH), Pt(height)
    layouts = found.slide_layouts
    for layout in list(layouts):
        if layout.name not in _LAYOUTS:
            layouts.remove(layout)
    of_charts, of_titles = layouts
    for holder in (found.slide_master, of_titles, of_charts):
        for shape in list(holder.placeholders):
            if "Title" in shape.name or "Text" in shape.name:
                top, high = (26, 70) if "Title" in shape.name else (110, height - 160)
                shape.left, shape.top, shape.width, shape.height = (
                    Pt(side) for side in (MARGIN, top, INNER, high)
                )
            else:
                shape._element.getparent().remove(shape._element)
    for layout, name in ((of_titles, "title"), (of_charts, "chart")):
        layout._element.cSld.set("name", words(f"briefing.deck.layout_{name}"))
    for shape in holders(height, words):
        of_charts.shapes._spTree.append(shape)
    out = io.BytesIO()
    found.save(out)
    return _themed(out.getvalue(), lang)


def _themed(template: bytes, lang: str) -> bytes:
    """The template with our theme."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template)) as parts, zipfile.ZipFile(out, "w") as file:
        for name in parts.namelist():
            file.writestr(name, theme(lang) if name.startswith("ppt/theme/") else parts.read(name))
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
