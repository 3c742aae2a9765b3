"""Pieces that bar charts and XY charts have in common."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lib.charts.tokens import LIGHT
from lib.draw.label_cells import LabelCell, field, shows_range
from lib.draw.model import Axis, Label, Stroke
from lib.draw.typeface import Type, chart_text, of_piece, paragraph, styled
from lib.draw.xml import Element, line, node, solid, val

POINT = 0.95  # points of a slide for a pixel of the screen's cards
LABEL, TICK, CATEGORY = 13.0, 12.0, 13.0


@dataclass(frozen=True, slots=True)
class Inside:
    """Which part of a frame is the plot itself: left, top, width, height between 0 and 1."""

    left: float
    top: float
    width: float
    height: float


def chart_space(plot: Element, *, legend: Element | None = None) -> Element:
    """Which chart has this plot? Clear ground, no title: the slide has both."""
    return node(
        "c:chartSpace",
        val("c:date1904", 0),
        val("c:roundedCorners", 0),
        node(
            "c:chart",
            val("c:autoTitleDeleted", 1),
            plot,
            legend,
            val("c:plotVisOnly", 1),
            val("c:dispBlanksAs", "gap"),
        ),
        clear(),
    )


def plot_area(inside: Inside, *parts: Element) -> Element:
    """Which plot lies just there in its frame?"""
    return node(
        "c:plotArea",
        node(
            "c:layout",
            node(
                "c:manualLayout",
                val("c:layoutTarget", "inner"),
                val("c:xMode", "edge"),
                val("c:yMode", "edge"),
                val("c:x", round(inside.left, 6)),
                val("c:y", round(inside.top, 6)),
                val("c:w", round(inside.width, 6)),
                val("c:h", round(inside.height, 6)),
            ),
        ),
        *parts,
        clear(),
    )


def clear() -> Element:
    """How is something drawn that is not to be seen?"""
    return node("c:spPr", node("a:noFill"), line())


def stroked(stroke: Stroke | None) -> Element:
    """How is a line of the screen drawn?"""
    return line(stroke.colour, stroke.width * POINT, stroke.dash) if stroke else line()


def value_axis(
    found: Axis,
    lang: str,
    *,
    own: int,
    other: int,
    at: str,
    crosses: str = "autoZero",
    between: str = "between",
    free: bool = False,
) -> Element:
    """How is an axis of numbers drawn? `at` is its side (l or b); a `free` one ends where the numbers ask for it."""
    return node(
        "c:valAx",
        val("c:axId", own),
        node(
            "c:scaling",
            val("c:orientation", "maxMin" if found.backwards else "minMax"),
            None if free else val("c:max", repr(found.high)),
            val("c:min", repr(found.low)),
        ),
        val("c:delete", int(not found.shown and not found.grid and not found.line)),
        val("c:axPos", at),
        node("c:majorGridlines", node("c:spPr", line(LIGHT.rule, 0.75))) if found.grid else None,
        node("c:numFmt", formatCode=found.form, sourceLinked=0),
        val("c:majorTickMark", "none"),
        val("c:minorTickMark", "none"),
        val("c:tickLblPos", "nextTo" if found.shown else "none"),
        node("c:spPr", line(found.line)),
        chart_text(Type(lang, TICK, LIGHT.text)),
        val("c:crossAx", other),
        val("c:crosses", crosses),
        val("c:crossBetween", between),
        None if free else val("c:majorUnit", repr(found.step)),
    )


def category_axis(found: Axis, lang: str, *, own: int, other: int, horizontal: bool, every: int) -> Element:
    """How is the axis of the bars drawn? Lying bars begin at the top."""
    return node(
        "c:catAx",
        val("c:axId", own),
        node("c:scaling", val("c:orientation", "maxMin" if horizontal else "minMax")),
        val("c:delete", 0),
        val("c:axPos", "l" if horizontal else "b"),
        val("c:majorTickMark", "none"),
        val("c:minorTickMark", "none"),
        val("c:tickLblPos", "low" if found.shown else "none"),
        node("c:spPr", line(found.line, 0.75)),
        chart_text(Type(lang, CATEGORY, LIGHT.text)),
        val("c:crossAx", other),
        val("c:crosses", "autoZero"),
        val("c:auto", 0),
        val("c:lblAlgn", "ctr"),
        val("c:lblOffset", 60),
        val("c:tickLblSkip", every),
        val("c:noMultiLvlLbl", 1),
    )


def error_bars(
    stroke: Stroke, plus: Element | None, minus: Element | None, *, upright: bool | None, capped: bool = True
) -> Element:
    """How is a whisker drawn? `upright` None leaves the direction to the bars; a stroke has no caps."""
    return node(
        "c:errBars",
        None if upright is None else val("c:errDir", "y" if upright else "x"),
        val("c:errBarType", "both"),
        val("c:errValType", "cust"),
        val("c:noEndCap", int(not capped)),
        plus,
        minus,
        node("c:spPr", stroked(stroke)),
    )


def labels(
    found: Sequence[Label | None], lang: str, places: dict[str, str], cells: Sequence[LabelCell | None]
) -> Element | None:
    """Which labels stand on the marks of a series? One with a cell says what it says. None where there are none."""
    shown = [
        _label(order, label, lang, places, cells[order] if cells else None)
        for order, label in enumerate(found)
        if label
    ]
    if not shown:
        return None
    return node("c:dLbls", *shown, *_showing(0), shows_range() if any(cells) else None)


def _label(order: int, label: Label, lang: str, places: dict[str, str], cell: LabelCell | None) -> Element:
    kind = Type(lang, LABEL * label.size, label.colour)
    written = styled(label.lines, kind, align="ctr")
    if cell:
        written = [paragraph(field(order, cell, of_piece(label.lines[0][0], kind)), align="ctr")]
    return node(
        "c:dLbl",
        val("c:idx", order),
        node("c:tx", node("c:rich", node("a:bodyPr", wrap="none"), node("a:lstStyle"), *written)),
        node("c:spPr", solid(label.ground) if label.ground else node("a:noFill"), line()),
        val("c:dLblPos", places[label.place]),
        *_showing(1),
        shows_range() if cell else None,
    )


def _showing(value: int) -> list[Element]:
    shown = {"LegendKey": 0, "Val": value, "CatName": 0, "SerName": 0, "Percent": 0, "BubbleSize": 0}
    return [val(f"c:show{name}", flag) for name, flag in shown.items()]
