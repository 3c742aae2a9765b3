"""The typefaces of official documents, and by which other names a machine may know them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from docx.oxml.ns import qn
from lxml import etree  # type: ignore[import-untyped]

from lib.briefing.official.xml import Element, node, val

LATIN = "Times New Roman"
TITLE, BODY, HEADING, SUBHEADING, NUMERAL = (
    "方正小标宋简体",
    "仿宋_GB2312",
    "黑体",
    "楷体_GB2312",
    "宋体",
)
FALL_BACKS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        TITLE: ("FZXiaoBiaoSong-B05S", "华文中宋", "STZhongsong", "宋体"),
        BODY: ("仿宋", "FangSong", "华文仿宋", "STFangsong"),
        HEADING: ("SimHei", "华文黑体", "STHeiti"),
        SUBHEADING: ("楷体", "KaiTi", "华文楷体", "STKaiti"),
        NUMERAL: ("SimSun", "华文宋体", "STSong"),
        LATIN: ("Times", "Liberation Serif"),
    }
)
"""Names of the same or the nearest typeface, the next best first: what a program takes where the first is not there."""

_FONTS = "/word/fontTable.xml"


def face(east_asian: str) -> Element:
    """Which typefaces has a text? Chinese signs in this one, numbers and Latin in Times New Roman."""
    return node("rFonts", ascii=LATIN, hAnsi=LATIN, eastAsia=east_asian, cs=LATIN)


def hint(page: Any) -> None:
    """Has signs that both scripts have, such as quotation marks and dashes, set in the Chinese typeface."""
    for run in page.element.iter(qn("w:r")):
        run.get_or_add_rPr().insert(0, node("rFonts", hint="eastAsia"))


def name_fall_backs(page: Any) -> None:
    """Writes the typefaces and their other names into the table of fonts of the file."""
    (part,) = (part for part in page.part.package.iter_parts() if part.partname == _FONTS)
    table = etree.fromstring(part.blob)
    for old in list(table):
        table.remove(old)
    for name, others in FALL_BACKS.items():
        chinese = name != LATIN
        table.append(
            node(
                "font",
                val("altName", ",".join(others)),
                val("charset", "86" if chinese else "00"),
                val("family", "modern" if name == HEADING else "roman"),
                val("pitch", "variable"),
                name=name,
            )
        )
    part._blob = etree.tostring(table, xml_declaration=True, encoding="UTF-8", standalone=True)
