"""A drawing as charts that lie on each other, for programs that have no groups of charts: Excel and Word."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lib.draw.area import Area, Box
from lib.draw.model import Drawing
from lib.draw.ooxml import bar_chart, xy_chart
from lib.draw.ooxml_parts import inside
from lib.draw.style import Style
from lib.draw.table import Table
from lib.draw.xml import Element
from lib.words.speak import Words


@dataclass(frozen=True, slots=True)
class Layer:
    """A chart, the cells that it is drawn from, and where it lies."""

    chart: Element
    table: Table
    frame: Box


def layers(
    shown: Drawing,
    places: Area,
    table: Callable[[], Table],
    words: Words,
    style: Style,
    *,
    whole: bool = False,
) -> list[Layer]:
    """Which charts are the panels of a drawing, from the back to the front? Places are in pixels of the screen's cards.

    `table` gives for each its cells. Bars are in front, so that a click finds them; what lies behind them is a chart of
    its own. With `whole`, the one at the back has the whole room.
    """
    front, middle = list[Layer](), list[Layer]()
    back = next((panel for panel in shown.panels if panel.points), shown.panels[0])
    for panel in shown.panels:
        plot, frame = places.plot(panel), places.frame(panel)
        if panel.bars:
            under = places.whole if whole and panel is back and not panel.points else frame
            cells, lies = table(), inside(plot, under)
            size = under.width * style.point, under.height * style.point
            bars = bar_chart(panel, lies, cells, words, style, frame=size, shown=shown)
            front.append(Layer(bars, cells, under))
        if panel.points:
            under = places.whole if whole and panel is back else frame
            cells, lies = table(), inside(plot, under)
            size = under.width * style.point, under.height * style.point
            points = xy_chart(panel, lies, cells, words, style, frame=size, pixels=plot.height, shown=shown)
            middle.append(Layer(points, cells, under))
    return [*middle, *front]
