"""A chart as panels with native bars and lines, and notes beside them."""

from __future__ import annotations

from dataclasses import replace

from lib.charts import spec
from lib.charts.spec import Chart, Label, Part, Whole
from lib.charts.tokens import THEMES
from lib.draw import model
from lib.draw.fitted import fitted
from lib.draw.model import Apart, Drawing, Note, Number, Panel, Rule
from lib.draw.native.axes import tick_texts
from lib.draw.native.bars import bar_plot
from lib.draw.native.lines import TICK, end_of, line
from lib.draw.native.listing import listing
from lib.draw.native.naming import named
from lib.draw.native.placing import Placing, placing
from lib.draw.native.plot import Plot, is_whole
from lib.draw.native.units import units
from lib.draw.text import plain, runs, width
from lib.words.speak import Words

_SIZE = 12.5  # pixels: of labels on the screen
_SHORT = 80.0  # pixels: of a number with its mark
_HEADING = 10.0  # pixels under the upper edge of its panel: with less height than on the screen it would lie on labels


def drawing(chart: Chart, words: Words) -> Drawing:
    """How is a chart drawn with what PowerPoint and Excel have? Its numbers are kept to the digit."""
    if chart.is_list:
        return listing(chart)
    found = fitted(chart)
    panels: list[Panel] = []
    texts: list[Note] = []
    for number in range(len(found.panels)):
        panel, beside = _panel(Plot(found, number), words)
        panels.append(panel)
        texts += beside
    texts += [_note(label, x=_of(label.x), y=1 - _of(label.y)) for label in found.labels if is_whole(label)]
    return Drawing(
        panels=tuple(panels),
        notes=(*texts, *_origin(found)),
        rules=tuple(
            Rule(1 - mark.y[0].of, mark.stroke)
            for mark in found.marks
            if isinstance(mark, spec.Rule) and isinstance(mark.y[0], Whole)
        ),
        legend=found.legend,
    )


def _panel(plot: Plot, words: Words) -> tuple[Panel, list[Note]]:
    """Which panel is a plot, and which texts stand beside its marks?"""
    bars = bar_plot(plot, words) if plot.bars else None
    at = placing(plot, bars)
    left = [label for label in plot.labels if not bars or label not in bars.taken]
    if bars:
        full = {label.of for label in bars.taken if label.role != "name"}
        moved = {
            of: label
            for of, _, bar in plot.pieces
            for label in left
            if label.of == of and of not in full and not bar.text and bar.length is not None
        }
        left = [label for label in left if label not in moved.values()]
        middles = {of: _middle(bar, at) for of, _, bar in plot.pieces if of in moved}
        bars = bar_plot(plot, words, {of: _apart(label, at, middles[of]) for of, label in moved.items()})
    led = bars.led if bars else frozenset()
    rules = [(number, mark) for number, mark in plot.rules if not (bars and _is_axis(mark, at))]
    marks = [(number, mark) for number, mark in (*plot.lines, *rules) if number not in led]
    lines = []
    for number, mark in marks:
        own = [label for label in left if label.of and label.of.mark == number]
        on = {label.of.item: label for label in own if label.of and _place(label, mark)}
        held = {item: _on_point(label, _place(label, mark)) for item, label in on.items()}
        for label in own:
            item, middle = _nearest(label, mark, at)
            if label not in on.values() and item not in held and middle and None not in middle:
                on[item], held[item] = label, _apart(label, at, middle)
        left = [label for label in left if label not in on.values()]
        lines.append(line(mark, at, held))
    beside = [
        [
            runs(label.text)
            for label in plot.labels
            if label.of and label.of.mark == number and _names(label, mark)
        ]
        for number, mark in marks
    ]
    across, along = units(plot, words)
    panel = Panel(
        left=plot.panel.left,
        right=plot.panel.right,
        top=1 - plot.panel.top,
        bottom=1 - plot.panel.bottom,
        x=replace(at.x, ticks=_ticks(plot, at), unit=across),
        y=replace(at.y, unit=along),
        bars=bars.bars if bars else None,
        points=named(lines, beside, words),
    )
    texts = [
        replace(_note(label, x=at.left(label), y=at.top(label)), at=_numbered(label, at)) for label in left
    ]
    return panel, texts


def _place(label: Label, mark: object) -> str:
    """Where does a label stand on a point: right above, below or beside it? "" where it stands apart from it.

    A long one that was moved aside would lie on its line, and one that others have pushed away on them.
    """
    if not isinstance(mark, spec.Points) or label.of is None:
        return ""
    point = mark.points[label.of.item]
    if label.role == "beside" and label.across == "left" and not label.up and label.along == "middle":
        return "right" if (label.x, label.y) == (point.x, point.y) else ""
    if mark.symbol is None or mark.symbol.shape == TICK:
        return ""
    short = label.across == "center" or width(plain(runs(label.text)), label.size) < _SHORT
    if label.role in ("over", "under") and label.along == "middle" and short:
        return "above" if label.up > 0 else "below"
    return ""


def _is_axis(mark: spec.Rule, at: Placing) -> bool:
    """Is a line at zero, where bars have their axis?"""
    return (mark.x if at.plot.lying else mark.y) == (0, 0)


def _middle(bar: spec.Bar, at: Placing) -> tuple[Number, Number]:
    """Where on the axes of its panel is the middle of a bar?"""
    along = (bar.base or 0.0) + (bar.length or 0.0) / 2
    return (along, at.along(bar.place)) if at.plot.lying else (at.across(bar.place), along)


def _nearest(label: Label, mark: object, at: Placing) -> tuple[int, tuple[Number, Number] | None]:
    """Which point of a line or of a rule does a label belong to, and where on the axes is that?"""
    if isinstance(mark, spec.Points) and label.of and not mark.points[label.of.item].text:
        point = mark.points[label.of.item]
        return label.of.item, (at.across(point.x), at.along(point.y))
    if isinstance(mark, spec.Rule):
        end, drawn = end_of(mark, label), line(mark, at, {})
        return end, (drawn.x[end], drawn.y[end])
    return 0, None


def _apart(label: Label, at: Placing, middle: tuple[Number, Number]) -> model.Label:
    """A label that belongs to a mark, and stands where it stands on the screen."""
    panel = at.plot.panel
    x, y = (
        (1 - part if axis.backwards else part)
        for axis, where in zip((at.x, at.y), middle, strict=True)
        for part in (((where or 0.0) - axis.low) / (axis.high - axis.low),)
    )
    return model.Label(
        runs(label.text.replace(" ", "<br>") if label.upright else label.text),
        label.colour,
        "centre",
        label.ground,
        label.size / _SIZE,
        Apart(
            x=(at.left(label) - panel.left) / (panel.right - panel.left) - x,
            y=(at.top(label) - 1 + panel.top) / (panel.top - panel.bottom) - 1 + y,
            dx=label.dx,
            dy=-label.up,
            across=label.across,
            along=label.along,
        ),
    )


def _names(label: Label, mark: object) -> bool:
    """Does a label say what a line is? What stands over a point with a mark says that point."""
    path = isinstance(mark, spec.Points) and (mark.symbol is None or mark.symbol.shape == TICK)
    return label.role == "beside" or path


def _on_point(label: Label, place: str) -> model.Label:
    return model.Label(runs(label.text), label.colour, place, label.ground, label.size / _SIZE)


def _note(label: Label, *, x: float, y: float) -> Note:
    heading = isinstance(label.y, Part) and label.y.of == 1 and label.along == "bottom" and label.up < 0
    text = (
        label.text.replace(" ", "<br>") if label.upright else label.text
    )  # as narrow as it is on the screen
    return Note(
        x=x,
        y=y,
        lines=runs(text),
        colour=label.colour,
        dx=label.dx,
        dy=_HEADING if heading else -label.up,
        across=label.across,
        along=label.along,
        ground=label.ground,
        size=label.size / _SIZE,
    )


def _numbered(label: Label, at: Placing) -> str:
    """Along which axes does a text stand at a number, so that it would be elsewhere on another scale?"""
    x, y = (
        None if isinstance(spot, Part | Whole) else place(spot)
        for spot, place in ((label.x, at.across), (label.y, at.along))
    )
    return "x" * (x not in (None, at.x.low)) + "y" * (y not in (None, at.y.low))


def _of(spot: object) -> float:
    assert isinstance(spot, Whole)
    return spot.of


def _origin(chart: Chart) -> list[Note]:
    """The mark of data that was not published."""
    if not chart.origin:
        return []
    lines, colour = runs(f"<b>{chart.origin}</b>"), THEMES["light"].contradiction
    return [
        Note(1, 0, lines, colour, dy=-6, across="right", along="bottom", ground="#FFFFFF", size=12 / _SIZE)
    ]


def _ticks(plot: Plot, at: Placing) -> tuple[tuple[float, str], ...]:
    """Ticks that the program cannot count itself."""
    axis = plot.panel.x
    if at.bars or at.x.shown or not axis.shown:
        return ()
    return tuple((place, plain(runs(text), "\n")) for place, text in tick_texts(axis, at.x))
