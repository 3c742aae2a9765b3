"""The theme of our files: our palette as its colours, so that what is pasted elsewhere takes the look of its place."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from lib.charts.tokens import LIGHT
from lib.draw.xml import Element, etree, node, val

LATIN: Mapping[str, str] = MappingProxyType({"zh": "Microsoft YaHei", "en": "Arial"})
EAST_ASIAN = "Microsoft YaHei"
_COLOURS = {
    "dk1": LIGHT.text,
    "lt1": LIGHT.card,
    "dk2": LIGHT.quiet,
    "lt2": LIGHT.page,
    "accent1": LIGHT.chongqing,
    "accent2": LIGHT.goal,
    "accent3": LIGHT.others,
    "accent4": LIGHT.contradiction,
    "accent5": LIGHT.goal_text,
    "accent6": LIGHT.rule,
    "hlink": LIGHT.chongqing,
    "folHlink": LIGHT.quiet,
}


def theme(lang: str) -> bytes:
    """Which theme has our colours and the typefaces of a language?"""
    made = node(
        "a:theme",
        node(
            "a:themeElements",
            node("a:clrScheme", *(_colour(name, colour) for name, colour in _COLOURS.items()), name="Chart"),
            node("a:fontScheme", *(_font(kind, lang) for kind in ("major", "minor")), name="Chart"),
            _format(),
        ),
        name="Chart",
    )
    return bytes(etree.tostring(made, xml_declaration=True, encoding="UTF-8", standalone=True))


def _colour(name: str, colour: str) -> Element:
    return node(f"a:{name}", val("a:srgbClr", colour.lstrip("#")))


def _font(kind: str, lang: str) -> Element:
    faces = (
        node("a:latin", typeface=LATIN[lang]),
        node("a:ea", typeface=EAST_ASIAN),
        node("a:cs", typeface=""),
    )
    return node(f"a:{kind}Font", *faces)


def _format() -> Element:
    """Plain fills and lines, three of each, as a theme has to have."""
    return node(
        "a:fmtScheme",
        node("a:fillStyleLst", *(_plain() for _ in range(3))),
        node("a:lnStyleLst", *(node("a:ln", _plain(), w=width) for width in (9525, 19050, 28575))),
        node("a:effectStyleLst", *(node("a:effectStyle", node("a:effectLst")) for _ in range(3))),
        node("a:bgFillStyleLst", *(_plain() for _ in range(3))),
        name="Plain",
    )


def _plain() -> Element:
    return node("a:solidFill", val("a:schemeClr", "phClr"))
