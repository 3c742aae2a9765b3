"""What a chart consists of, in words that PowerPoint and Excel both know; every number is the figure's own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from lib.charts.spec import Fill as Fill
from lib.charts.spec import Stroke as Stroke

Number: TypeAlias = float | None


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one style; `colour` "" is that of the label it stands in."""

    text: str
    bold: bool = False
    colour: str = ""
    small: bool = False


Lines: TypeAlias = tuple[tuple[Run, ...], ...]


@dataclass(frozen=True, slots=True)
class Apart:
    """How a label stands apart from the middle of its mark: parts of the plot and pixels to the right and down.

    `across` says which side of the text is there: left, center, right; `along` top, middle, bottom.
    """

    x: float
    y: float
    dx: float
    dy: float
    across: str
    along: str


@dataclass(frozen=True, slots=True)
class Label:
    """A text on a mark. `place` is out, centre, base or end on a bar; above, below, left or right of a point, or centre
    on it. `size` is how large it is beside the usual labels. One that is `apart` begins from the centre.
    """

    lines: Lines
    colour: str
    place: str
    ground: str = ""
    size: float = 1.0
    apart: Apart | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """How a point is drawn: circle, diamond or triangle, filled, open, or filled with what is `clear`."""

    symbol: str
    size: float
    colour: str
    open: bool = False
    clear: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar, or a part of a stacked one; without a fill it only holds the next part in its place.

    `less` and `more` are how far rounding reaches below and above the end.
    """

    value: Number
    fill: Fill | None = None
    label: Label | None = None
    less: Number = None
    more: Number = None


@dataclass(frozen=True, slots=True)
class BarSeries:
    """A bar a category; None where the series has nothing to show."""

    name: str
    bars: tuple[Bar | None, ...]
    whisker: Stroke | None = None


@dataclass(frozen=True, slots=True)
class Call:
    """A label `over` or under the only bar of a panel, at a line from the middle of the part that it belongs to."""

    part: int
    over: bool
    label: Label


@dataclass(frozen=True, slots=True)
class Bars:
    """All bars of a panel. `gap` and `overlap` are in percent of a bar's width, as both programs count.

    `ends` has for each category the label at the end of its stack, and how far a whisker reaches there. With `calls`,
    a bar of parts stands between two categories that have only those.
    """

    horizontal: bool
    stacked: bool
    categories: tuple[str, ...]
    series: tuple[BarSeries, ...]
    gap: int
    overlap: int
    every: int = 1
    ends: tuple[Bar | None, ...] = ()
    calls: tuple[Call, ...] = ()


@dataclass(frozen=True, slots=True)
class Points:
    """A line or single points at x and y; `tick` is the length in pixels of an upright stroke through each."""

    name: str
    x: tuple[Number, ...]
    y: tuple[Number, ...]
    stroke: Stroke | None = None
    mark: Mark | None = None
    labels: tuple[Label | None, ...] = ()
    less: tuple[Number, ...] = ()
    more: tuple[Number, ...] = ()
    whisker: Stroke | None = None
    tick: float = 0.0


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis; `form` is a number format of Excel, `step` the distance of ticks. `ticks` are those that a program
    cannot count itself, with what is written there. `unit` is that of the figures along it.
    """

    low: float
    high: float
    step: float
    shown: bool = True
    grid: bool = False
    form: str = "General"
    backwards: bool = False
    line: str = ""
    ticks: tuple[tuple[float, str], ...] = ()
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Panel:
    """A plot with its axes; left, right, top and bottom are parts of the drawing, from its upper left.

    With bars, the axis across them counts slots: the first category lies between 0 and 1. Points then lie
    behind the bars; horizontal bars begin at the top, so their slots are counted from the bottom there.
    """

    left: float
    right: float
    top: float
    bottom: float
    x: Axis
    y: Axis
    bars: Bars | None = None
    points: tuple[Points, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A text at a place of the drawing, both parts from its upper left; dx and dy are pixels to the right
    and down. `across` says which side of the text is there: left, center, right; `along` top, middle, bottom.
    `size` is how large the text is beside the usual labels. `at` are the axes, x and y, where it stands at a number.
    """

    x: float
    y: float
    lines: Lines
    colour: str
    dx: float = 0.0
    dy: float = 0.0
    across: str = "center"
    along: str = "middle"
    ground: str = ""
    size: float = 1.0
    at: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A line over the whole width of the drawing, such as between two scopes."""

    y: float
    stroke: Stroke


@dataclass(frozen=True, slots=True)
class Drawing:
    """A whole chart."""

    panels: tuple[Panel, ...]
    notes: tuple[Note, ...]
    rules: tuple[Rule, ...] = ()
    legend: bool = False
