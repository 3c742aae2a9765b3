"""The series of a chart: bars, lines and points, and texts that stand alone."""

from __future__ import annotations

from collections.abc import Sequence

from lib.draw.held import Held
from lib.draw.model import BarSeries, Fill, Label, Mark, Points, Stroke
from lib.draw.ooxml_labels import label_range, labels, named_by
from lib.draw.ooxml_parts import clear
from lib.draw.style import Style
from lib.draw.table import Table
from lib.draw.xml import Element, hatch, line, node, solid, val


def bar_series(order: int, series: BarSeries, held: Held, table: Table, style: Style) -> Element:
    """Which series shows these bars? One that looks like no other has a look of its own."""
    fills = [bar.fill if bar else None for bar in series.bars]
    usual = next((fill for fill in fills if fill), None)
    texts = [bar.label if bar else None for bar in series.bars]
    return node(
        "c:ser",
        val("c:idx", order),
        val("c:order", order),
        _name(held, texts, table, style),
        _filled(usual),
        val("c:invertIfNegative", 0),
        *(
            node(
                "c:dPt",
                val("c:idx", place),
                val("c:invertIfNegative", 0),
                val("c:bubble3D", 0),
                _filled(fill),
            )
            for place, (bar, fill) in enumerate(zip(series.bars, fills, strict=True))
            if bar and fill != usual
        ),
        labels(texts, style, table, held.label),
        _whisker(series.whisker, held, table, style, upright=None),
        table.texts("c:cat", held.across),
        table.numbers("c:val", held.value),
        label_range(table, held.label),
    )


def line_series(order: int, points: Points, held: Held, table: Table, style: Style) -> Element:
    """Which series shows a line, or single points?"""
    label = held.label if points.labels else None
    return _xy(
        order,
        held,
        table,
        _name(held, points.labels, table, style),
        node("c:spPr", stroked(points.stroke, style)),
        _marked(points.mark, style),
        labels(points.labels, style, table, label),
        _whisker(points.whisker, held, table, style, upright=True, capped=not points.tick),
        label_range(table, label),
    )


def label_series(order: int, found: Sequence[Label], held: Held, table: Table, style: Style) -> Element:
    """Which series has nothing to be seen but its labels?"""
    return _xy(
        order,
        held,
        table,
        table.head(held.value),
        node("c:spPr", line()),
        _marked(None, style),
        labels(found, style, table, held.label),
        None,
        label_range(table, held.label),
    )


def _xy(
    order: int,
    held: Held,
    table: Table,
    name: Element,
    drawn: Element,
    mark: Element,
    said: Element | None,
    whisker: Element | None,
    told: Element | None,
) -> Element:
    return node(
        "c:ser",
        val("c:idx", order),
        val("c:order", order),
        name,
        drawn,
        mark,
        said,
        whisker,
        table.numbers("c:xVal", held.across),
        table.numbers("c:yVal", held.value),
        val("c:smooth", 0),
        told,
    )


def _name(held: Held, found: Sequence[Label | None], table: Table, style: Style) -> Element:
    """Which cell says the name of a series: the head of its column, or that of a label that says it?"""
    line = named_by(found, style, table, held.label)
    return table.head(held.value) if line is None or held.label is None else table.head(held.label, line)


def stroked(stroke: Stroke | None, style: Style) -> Element:
    """How is a line of the screen drawn?"""
    return line(stroke.colour, stroke.width * style.point, stroke.dash) if stroke else line()


def _whisker(
    stroke: Stroke | None,
    held: Held,
    table: Table,
    style: Style,
    *,
    upright: bool | None,
    capped: bool = True,
) -> Element | None:
    """How is a whisker drawn? `upright` None leaves the direction to the bars; a stroke has no caps."""
    if stroke is None or held.less is None or held.more is None:
        return None
    return node(
        "c:errBars",
        None if upright is None else val("c:errDir", "y" if upright else "x"),
        val("c:errBarType", "both"),
        val("c:errValType", "cust"),
        val("c:noEndCap", int(not capped)),
        table.numbers("c:plus", held.more),
        table.numbers("c:minus", held.less),
        node("c:spPr", stroked(stroke, style)),
    )


def _filled(fill: Fill | None) -> Element:
    if fill is None:
        return clear()
    if not fill.colour:
        return node("c:spPr", node("a:noFill"), line(fill.edge, 1.0))
    if fill.hatched:
        return node("c:spPr", hatch(fill.colour, fill.edge), line(fill.colour, 1.0))
    return node("c:spPr", solid(fill.colour), line(fill.edge, 1.25))


def _marked(mark: Mark | None, style: Style) -> Element:
    if mark is None:
        return node("c:marker", val("c:symbol", "none"))
    ground = node("a:noFill") if mark.open else solid(mark.colour, clear=mark.clear)
    edge = line() if mark.clear else line(mark.colour, 2.0 if mark.open else 0.75)
    return node(
        "c:marker",
        val("c:symbol", mark.symbol),
        val("c:size", min(72, max(2, round(mark.size * style.point)))),
        node("c:spPr", ground, edge),
    )
