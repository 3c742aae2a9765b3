"""The styles of the brief: what a title, a heading, a paragraph and a note look like, in either form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from docx.oxml.ns import qn

from lib.briefing.official.typefaces import BODY, HEADING, NUMERAL, SUBHEADING, TITLE, face
from lib.briefing.official.xml import Element, node, val
from lib.draw.text import size_within

TWIPS = 20
"""Twentieths of a point, in which Word measures."""


@dataclass(frozen=True, slots=True)
class Style:
    """How paragraphs of one kind look; sizes and distances in points, `pitch` 0 as high as what stands in a line.

    `indent` is that of the first line in characters, `hanging` that of all others in points, `level` that of a
    heading in the outline.
    """

    size: float
    east_asian: str = BODY
    pitch: float = 0.0
    align: str = "both"
    indent: int = 0
    hanging: float = 0.0
    before: float = 0.0
    after: float = 0.0
    bold: bool = False
    italic: bool = False
    level: int | None = None
    keep: bool = False
    based: str = "Normal"


# GB/T 9704-2012: 3号 is 16 pt, 2号 22 pt, 4号 14 pt; 22 lines of 28 signs a page.
STANDARD: dict[str, Style] = {
    "Normal": Style(16, pitch=28),
    "Title": Style(22, TITLE, pitch=36, align="center", before=14, after=14, keep=True),
    "heading 1": Style(16, HEADING, pitch=28, align="left", indent=2, level=0, keep=True),
    "heading 2": Style(16, SUBHEADING, pitch=28, align="left", indent=2, level=1, keep=True),
    "Body Text": Style(16, pitch=28, indent=2),
    "caption": Style(12, pitch=20, align="center", before=4, keep=True),
    "Figure": Style(12, align="center", keep=True),
    "Note": Style(12, pitch=18, align="left", after=2),
    "Table Text": Style(10.5, pitch=17, align="left"),
    "Table Head": Style(10.5, HEADING, pitch=17, align="left"),
    "List Number": Style(12, pitch=18, align="left", hanging=30, after=2),
    "Mark": Style(12, align="center", after=6, keep=True),
    "header": Style(16, pitch=28, align="center"),
    "footer": Style(14, NUMERAL, align="left"),
}
LETTER: dict[str, Style] = {
    "Normal": Style(11.5, NUMERAL, pitch=0, align="left"),
    "Title": Style(18, NUMERAL, align="left", before=6, after=8, bold=True, keep=True),
    "heading 1": Style(13, NUMERAL, align="left", before=12, after=3, bold=True, level=0, keep=True),
    "heading 2": Style(11.5, NUMERAL, align="left", before=8, after=3, bold=True, level=1, keep=True),
    "Body Text": Style(11.5, NUMERAL, align="left", after=6),
    "caption": Style(9.5, NUMERAL, align="left", after=2, italic=True, keep=True),
    "Figure": Style(9.5, NUMERAL, align="center", keep=True),
    "Note": Style(9.5, NUMERAL, align="left", after=2),
    "Table Text": Style(9.5, NUMERAL, align="left", before=1, after=1),
    "Table Head": Style(9.5, NUMERAL, align="left", before=1, after=1, bold=True),
    "List Number": Style(9.5, NUMERAL, align="left", hanging=24, after=2),
    "Mark": Style(9.5, NUMERAL, align="left", after=6, keep=True),
    "header": Style(11.5, NUMERAL, align="left"),
    "footer": Style(9.5, NUMERAL, align="center"),
}
STYLES: Mapping[str, dict[str, Style]] = {"zh": STANDARD, "en": LETTER}
_TITLES = {"zh": ((22, 3), (18, 5), (16, 0)), "en": ((18, 3), (15, 5), (13, 0))}
"""Sizes of a title, each with how many lines it takes at most, the last for any."""
_KEPT = ("DefaultParagraphFont", "TableNormal", "NoList")


def titled(title: str, lang: str, room: float) -> Style:
    """How does a title look on so many points? One that takes many lines is set smaller.

    >>> titled("服务贸易简报", "zh", 442).size, titled("服务贸易简报" * 50, "zh", 442).size
    (22, 16)
    """
    style = STYLES[lang]["Title"]
    size = size_within(title, room, _TITLES[lang], bold=style.bold)
    return replace(style, size=size, pitch=style.pitch * size / style.size)


def set_styles(page: Any, lang: str, title: Style) -> None:
    """Writes the styles of a form into the file, in the place of those of the library, and the languages; `title` is
    that of the title.
    """
    _drop_twins(page)
    root = page.styles.element
    for old in list(root):
        if (old.tag.endswith("}style") and old.styleId not in _KEPT) or old.tag.endswith("}docDefaults"):
            root.remove(old)
    east = {"zh": BODY, "en": NUMERAL}[lang]
    spoken = node("lang", val={"zh": "en-US", "en": "en-GB"}[lang], eastAsia="zh-CN", bidi="ar-SA")
    root.insert(
        0,
        node(
            "docDefaults",
            node("rPrDefault", node("rPr", face(east), val("sz", 22), val("szCs", 22), spoken)),
            node("pPrDefault", node("pPr")),
        ),
    )
    for name, style in (STYLES[lang] | {"Title": title}).items():
        root.append(_style(name, style))
    for font in page.settings.element.iter(qn("w:themeFontLang")):
        font.attrib.clear()
        font.attrib.update(node("themeFontLang", val="en-US", eastAsia="zh-CN").attrib)


def _drop_twins(page: Any) -> None:
    """Leaves out the library's second set of styles: where it differs from the first, Word may call the file broken."""
    twins = [key for key, kept in page.part.rels.items() if kept.reltype.endswith("/stylesWithEffects")]
    for key in twins:
        del page.part.rels[key]


def _style(name: str, style: Style) -> Element:
    is_normal = name == "Normal"
    return node(
        "style",
        val("name", name),
        None if is_normal else val("basedOn", style.based),
        val("next", "BodyText") if style.level is not None or name == "Title" else None,
        val("uiPriority", 9 if style.level is not None else 10),
        node("qFormat"),
        _paragraph(style),
        _run(style),
        type="paragraph",
        default=1 if is_normal else None,
        styleId=style_id(name),
    )


def style_id(name: str) -> str:
    """By which id does a paragraph name its style? `Heading1` for heading 1."""
    return "".join(word[0].upper() + word[1:] for word in name.split())


def _paragraph(style: Style) -> Element:
    pitch = round(style.pitch * TWIPS)
    spacing = {"line": pitch, "lineRule": "exact"} if pitch else {"line": 264, "lineRule": "auto"}
    indent = node(
        "ind", firstLineChars=style.indent * 100, firstLine=round(style.indent * style.size * TWIPS)
    )
    if style.hanging:
        points = round(style.hanging * TWIPS)
        indent = node("ind", left=points, hanging=points)
    return node(
        "pPr",
        node("keepNext") if style.keep else None,
        node("keepLines") if style.keep else None,
        node("widowControl"),
        val("autoSpaceDE", 0),
        val("autoSpaceDN", 0),
        node("spacing", before=round(style.before * TWIPS), after=round(style.after * TWIPS), **spacing),
        indent,
        val("jc", style.align),
        None if style.level is None else val("outlineLvl", style.level),
    )


def _run(style: Style) -> Element:
    half = round(style.size * 2)
    return node(
        "rPr",
        face(style.east_asian),
        val("b", int(style.bold)),
        val("i", 1) if style.italic else None,
        val("sz", half),
        val("szCs", half),
    )
