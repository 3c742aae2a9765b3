"""What a chart consists of: panels with axes, bars, lines and points, whiskers, thresholds, breaks, and labels.

A bar and a point hold their figure, a label the mark that it belongs to, so that number, text, bounds, status and
source travel together. `lib.draw` draws it on the screen, `lib.draw.native` in PowerPoint and Excel.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from lib.facts.fact import Fact

Value: TypeAlias = float | str | date
"""A place on an axis: a number, a category by its name, or a day."""


@dataclass(frozen=True, slots=True)
class Part:
    """A place as a part of a panel, from the left or from below."""

    of: float


@dataclass(frozen=True, slots=True)
class Whole:
    """A place as a part of all panels together, from the left or from below."""

    of: float


Spot: TypeAlias = Value | Part | Whole


@dataclass(frozen=True, slots=True)
class Stroke:
    """How a line is drawn; `dash` is solid, dash, dot or dashdot, `width` in pixels of the screen."""

    colour: str
    width: float
    dash: str = "solid"


@dataclass(frozen=True, slots=True)
class Fill:
    """How a bar is filled: plain, with an edge or without; or hatched in its colour on a ground, its edge's colour.

    Without a colour it has nothing but its edge.
    """

    colour: str
    edge: str = ""
    hatched: bool = False


@dataclass(frozen=True, slots=True)
class Symbol:
    """How a point is drawn: circle, diamond, triangle-right, or line-ns (an upright stroke), filled or open.

    `edge` is the width of its line in pixels, as `size` is.
    """

    shape: str
    size: float
    colour: str
    open: bool = False
    edge: float = 0.0


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis. `ends` are the first and the last place, the last below the first where it runs down.

    `ticks` are named one by one, by `names` where they have some; else every `step`, or at most `most` of them.
    `form` is d or ,d (with commas). `grid` None is as the theme has it.
    """

    ends: tuple[Value, Value] | None = None
    shown: bool = True
    named: bool = True
    ticks: tuple[Value, ...] = ()
    names: tuple[str, ...] = ()
    step: float | None = None
    most: int | None = None
    form: str = ""
    suffix: str = ""
    grid: bool | None = None
    line: str = ""
    categories: tuple[str, ...] = ()
    size: float = 0.0
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Panel:
    """A pair of axes, and the part of the chart that they take, from the left and from below."""

    x: Axis = Axis()
    y: Axis = Axis()
    left: float = 0.0
    right: float = 1.0
    bottom: float = 0.0
    top: float = 1.0


def _reach(value: Value | None, bounds: tuple[float, float] | None) -> tuple[float, float]:
    if bounds is None or not isinstance(value, int | float):
        return 0.0, 0.0
    return value - bounds[0], bounds[1] - value


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar at a place, from `base` on where it is a part of several; one of None has no length.

    `text` stands at its end or in it, in `ink`; `hover` is what it says when pointed at; `bounds` are the least and the
    most that rounding leaves of its length.
    """

    place: Value
    length: float | None
    fill: Fill
    fact: Fact | None = None
    base: float | None = None
    text: str = ""
    ink: str = ""
    hover: str = ""
    bounds: tuple[float, float] | None = None

    @property
    def reach(self) -> tuple[float, float]:
        """How far does rounding reach below and above its end?"""
        return _reach(self.length, self.bounds)

    @property
    def end(self) -> float:
        """Where does it end?"""
        return (self.base or 0.0) + (self.length or 0.0)


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars of one kind, upright or lying. Their texts stand at the `end`, or inside at the `start` or the `middle`."""

    bars: tuple[Bar, ...]
    width: float | None = None
    lying: bool = False
    name: str = ""
    where: str = "end"
    size: float = 12.5
    whisker: Stroke | None = None
    panel: int = 0


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a line or one alone; without a y the line is broken. `text` stands to its right."""

    x: Value
    y: Value | None
    fact: Fact | None = None
    hover: str = ""
    text: str = ""
    bounds: tuple[float, float] | None = None

    @property
    def reach(self) -> tuple[float, float]:
        """How far does rounding reach below and above it?"""
        return _reach(self.y, self.bounds)


@dataclass(frozen=True, slots=True)
class Points:
    """A line, points, or both; `ink` is the colour of their texts, `fade` how much of their colour is left.

    A line that `leads` goes from a mark that has no room for its label to that label.
    """

    points: tuple[Point, ...]
    stroke: Stroke | None = None
    symbol: Symbol | None = None
    name: str = ""
    ink: str = ""
    whisker: Stroke | None = None
    fade: float = 1.0
    leads: bool = False
    panel: int = 0


@dataclass(frozen=True, slots=True)
class Interval:
    """From where to where a figure can be, as a lying box around its place, `half` as high to either side."""

    low: float
    high: float
    place: float
    half: float
    fill: Fill
    fact: Fact | None = None
    hover: str = ""
    panel: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """A line that is no figure's own: a goal or a threshold across a panel, or a break between two scopes."""

    x: tuple[Spot, Spot]
    y: tuple[Spot, Spot]
    stroke: Stroke
    panel: int = 0


@dataclass(frozen=True, slots=True)
class Band:
    """A shaded part of a panel, behind its marks."""

    x: tuple[Spot, Spot]
    y: tuple[Spot, Spot]
    colour: str
    opacity: float
    edge: float = 0.0
    panel: int = 0


Mark: TypeAlias = Bars | Points | Interval | Rule | Band


@dataclass(frozen=True, slots=True)
class Of:
    """Which mark a label belongs to, counted as the chart holds them, and which bar or point of it."""

    mark: int
    item: int = 0


@dataclass(frozen=True, slots=True)
class Label:
    """A text on a chart, with `<b>`, `<br>` and coloured spans.

    `of` is what it belongs to, and `role` how: it is the `name` of a lying bar, or stands at the `end` of a mark, in
    its `middle`, `over` or `under` a point, or else `beside` it. x and y say where it is written: `across` (left,
    center, right) and `along` (top, middle, bottom) say which side of the text is there, `dx` and `up` how many pixels
    from there. One that is `optional` is left out where there is no room, since it is told elsewhere as well.
    """

    text: str
    x: Spot
    y: Spot
    colour: str
    of: Of | None = None
    role: str = "beside"
    fact: Fact | None = None
    across: str = "center"
    along: str = "middle"
    dx: float = 0.0
    up: float = 0.0
    align: str = ""
    size: float = 12.5
    ground: str = ""
    pad: float = 0.0
    upright: bool = False
    optional: bool = False
    panel: int = 0


@dataclass(frozen=True, slots=True)
class Margins:
    """Pixels around the panels."""

    left: float = 8.0
    top: float = 12.0
    right: float = 12.0
    bottom: float = 8.0


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Chart:
    """A whole chart, `height` pixels high. A list has texts in the order of its points, whose places are no numbers.

    `origin` is the mark of data that was not published: it stands in the picture, which may be passed on alone.
    """

    theme: str
    height: float
    panels: tuple[Panel, ...]
    marks: tuple[Mark, ...]
    labels: tuple[Label, ...] = ()
    margins: Margins = Margins()
    legend: bool = False
    is_list: bool = False
    origin: str = ""
