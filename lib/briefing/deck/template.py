"""An office's own template: a stranger's file, read within limits, and what it has to have."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER as KIND
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.util import Length

from lib.briefing.deck.frame import WIDTH, Frame
from lib.draw.area import Box
from lib.words.speak import Words

MOST_MB, MOST_PARTS, MOST_UNPACKED_MB = 10, 2000, 60
_TYPES = "[Content_Types].xml"
_MAIN = re.compile(rb"presentationml\.(?:presentation|template)\.main\+xml")
_STRICT = b"http://purl.oclc.org/ooxml/"
"""Names of a presentation in the strict form of ISO 29500, which few programs write and the library does not read."""
_AWAY = re.compile(rb"<Relationship\b[^>]*TargetMode\s*=\s*[\"']External[\"'][^>]*>")
_NEEDED = {"title": (KIND.TITLE, KIND.CENTER_TITLE), "chart": (KIND.CHART, KIND.OBJECT)}
_NOTHING = b"\0"
"""What stands for an empty file: something that is no template, and not none."""
_PLAIN_VIEW = b'<p:viewPr xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"/>'
_LEAST_WIDE, _LEAST_HIGH = 500.0, 260.0  # points of 960 across: less has no room for a chart with its source


class TemplateError(ValueError):
    """A file that is no template for a briefing; `key` says why, `given` what is wrong with it or allowed."""

    def __init__(self, key: str, **given: str) -> None:
        super().__init__(key)
        self.key, self.given = key, given

    def said(self, words: Words) -> str:
        """What is wrong, and what is allowed?"""
        given = dict(self.given)
        if "placeholder" in given:
            given["placeholder"] = words(f"briefing.template.{given['placeholder']}")
        return words(f"briefing.refused.template.{self.key}", **given)


@dataclass(frozen=True, slots=True)
class Template:
    """A presentation without slides, the layout that ours have in it, and the room of that layout."""

    show: Any
    layout: Any
    frame: Frame


def read_template(file: Path) -> bytes:
    """What is in the file of a template? No more of it is read than one may have."""
    with file.open("rb") as opened:
        return opened.read(MOST_MB * 1_000_000 + 1) or _NOTHING


def template(content: bytes) -> Template:
    """Which template is in a file? Its slides are left out of it.

    At most 10 MB, without programs and without anything fetched from elsewhere; its first layout with a title and
    enough room for a chart (or any content) is taken. Raises TemplateError, which names a placeholder that is missing.
    """
    show = _opened(_checked(content))
    masters = show.slide_masters
    layouts = [(layout, _places(layout)) for master in masters for layout in master.slide_layouts]
    for name in _NEEDED:
        if not any(places.get(name) for _, places in layouts):
            raise TemplateError("lacks", placeholder=name)
    whole = [(layout, places) for layout, places in layouts if all(places.get(name) for name in _NEEDED)]
    if not whole:
        raise TemplateError("apart")
    roomy = [(layout, places) for layout, places in whole if _is_roomy(places["chart"][0])]
    if not roomy:
        raise TemplateError("narrow")
    layout, places = min(roomy, key=lambda found: len(found[1]["chart"]))
    title, room = places["title"][0], places["chart"][0]
    factor = show.slide_width.pt / WIDTH
    return Template(show, layout, Frame(show.slide_height.pt / factor, room, title, factor))


def _checked(content: bytes) -> bytes:
    """The same file, as a presentation if it is a template (POTX). Nothing of it is unpacked before it is measured."""
    if len(content) > MOST_MB * 1_000_000:
        raise TemplateError("big", most=str(MOST_MB))
    out = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts, zipfile.ZipFile(out, "w") as file:
            entries = parts.infolist()
            names = [entry.filename for entry in entries]
            if (
                len(entries) > MOST_PARTS
                or sum(entry.file_size for entry in entries) > MOST_UNPACKED_MB * 1_000_000
            ):
                raise TemplateError("big", most=str(MOST_MB))
            if len(names) != len(set(names)) or _TYPES not in names:
                raise TemplateError("kind")
            for entry in entries:
                file.writestr(entry.filename, _part(entry.filename, parts.read(entry)))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        if isinstance(error, TemplateError):
            raise
        raise TemplateError("kind") from error
    return out.getvalue()


def _part(name: str, part: bytes) -> bytes:
    plain = part.replace(b"\0", b"") if name.endswith((".xml", ".rels", ".vml")) else b""  # of UTF-16 too
    if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        raise TemplateError("part", part="DOCTYPE")
    if "vbaproject" in name.lower() or "/activex/" in name.lower() or b"/vbaProject" in plain:
        raise TemplateError("part", part=name.rsplit("/", 1)[-1])
    if name.endswith("presentation.xml") and _STRICT in plain:
        raise TemplateError("strict")
    if name.endswith(".rels") and any(b"/hyperlink" not in found for found in _AWAY.findall(part)):
        raise TemplateError("part", part="TargetMode=External")
    if name == _TYPES:
        if not _MAIN.search(part):
            raise TemplateError("kind")
        return part.replace(b"presentationml.template.main+xml", b"presentationml.presentation.main+xml")
    return part


def _opened(content: bytes) -> Any:
    try:
        show = Presentation(io.BytesIO(content))
        if not show.slide_width or not show.slide_height:
            raise TemplateError("kind")
        _empty(show)
        return show
    except (TemplateError, MemoryError):
        raise
    except Exception as error:  # whatever the library meets in a stranger's file
        raise TemplateError("kind") from error


def _is_roomy(room: Box) -> bool:
    return room.width >= _LEAST_WIDE and room.height >= _LEAST_HIGH


def _empty(show: Any) -> None:
    """Takes the slides out of it, and all that tells of them or leads to them, so that none stays there unseen."""
    whole, part = show.part._element, show.part
    for name in ("p:custShowLst", "p:modifyVerifier", "p:extLst"):
        for found in whole.findall(qn(name)):
            whole.remove(found)
    for slide in list(show.slides._sldIdLst):
        show.slides._sldIdLst.remove(slide)
    _forget(part, (RELATIONSHIP_TYPE.SLIDE, RELATIONSHIP_TYPE.COMMENT_AUTHORS))
    for view in (
        one.target_part for one in part.rels.values() if one.reltype == RELATIONSHIP_TYPE.VIEW_PROPS
    ):
        _forget(view, (RELATIONSHIP_TYPE.SLIDE,))
        view._blob = _PLAIN_VIEW
    _forget(part.package, (RELATIONSHIP_TYPE.THUMBNAIL, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES))
    for master in show.slide_masters:
        for leading in (master.part, *(layout.part for layout in master.slide_layouts)):
            for key in _forget(leading, (RELATIONSHIP_TYPE.SLIDE,)):
                for found in leading._element.xpath(f".//*[@r:id='{key}']"):
                    found.getparent().remove(found)


def _forget(part: Any, kinds: tuple[str, ...]) -> list[str]:
    """Takes the relationships of some kinds out of a part; gives their keys."""
    keys = [key for key, relation in part._rels.items() if relation.reltype in kinds]
    for key in keys:
        part._rels.pop(key)
    return keys


def _places(layout: Any) -> dict[str, list[Box]]:
    """Where does a layout have the placeholders that are needed?"""
    factor = layout.part.package.presentation_part.presentation.slide_width.pt / WIDTH
    found: dict[str, list[Box]] = {}
    for shape in layout.placeholders:
        for name, kinds in _NEEDED.items():
            sides = shape.left, shape.top, shape.width, shape.height
            if shape.placeholder_format.type in kinds and None not in sides:
                found.setdefault(name, []).append(Box(*(Length(side).pt / factor for side in sides)))
    return found
