"""Text in the typefaces of the theme: Chinese sets the East Asian one too, or it falls back to another."""

from __future__ import annotations

from dataclasses import dataclass

from lib.draw.model import Lines, Run
from lib.draw.xml import Element, node, solid, val

_TAG = {"zh": "zh-CN", "en": "en-GB"}


@dataclass(frozen=True, slots=True)
class Type:
    """How a text is set; `size` is in points."""

    lang: str
    size: float
    colour: str
    bold: bool = False


def run_properties(name: str, kind: Type, *, link: str = "") -> Element:
    """Which properties has a run (`a:rPr`) or the text of a chart (`a:defRPr`)? `link` is a relationship."""
    return node(
        name,
        solid(kind.colour),
        node("a:latin", typeface="+mn-lt"),
        node("a:ea", typeface="+mn-ea"),
        node("a:cs", typeface="+mn-lt"),
        node("a:hlinkClick", r_id=link) if link else None,
        lang=_TAG[kind.lang],
        **({"altLang": "en-US"} if kind.lang == "zh" else {}),
        sz=round(kind.size * 100),
        b=int(kind.bold),
    )


def run(text: str, kind: Type, *, link: str = "") -> Element:
    """Which run says this text?"""
    return node("a:r", run_properties("a:rPr", kind, link=link), node("a:t", text))


def paragraph(*runs: Element, align: str = "l", after: float = 0.0, before: float = 0.0) -> Element:
    """Which paragraph consists of these runs? `after` and `before` are points of space."""
    return node(
        "a:p",
        node(
            "a:pPr",
            node("a:spcBef", val("a:spcPts", round(before * 100))),
            node("a:spcAft", val("a:spcPts", round(after * 100))) if after else None,
            node("a:buNone"),
            marL=0,
            indent=0,
            algn=align,
        ),
        *runs,
    )


def of_piece(piece: Run, kind: Type) -> Type:
    """In which type is a piece of such a text set?"""
    size = kind.size * (0.85 if piece.small else 1.0)
    return Type(kind.lang, size, piece.colour or kind.colour, kind.bold or piece.bold)


def styled(lines: Lines, kind: Type, *, align: str = "l") -> list[Element]:
    """Which paragraphs say these lines, bold, small and coloured where they are?"""
    return [
        paragraph(
            *(run(piece.text, of_piece(piece, kind)) for piece in line),
            align=align,
        )
        for line in lines
    ]


def chart_text(kind: Type, *, alone: bool = False) -> Element:
    """In which type is a part of a chart written? What stands alone runs over one line, however long."""
    return node(
        "c:txPr",
        node("a:bodyPr", **({"wrap": "none"} if alone else {})),
        node("a:lstStyle"),
        node(
            "a:p", node("a:pPr", run_properties("a:defRPr", kind)), node("a:endParaRPr", lang=_TAG[kind.lang])
        ),
    )
