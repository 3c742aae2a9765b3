"""The lines and points of a panel as XY series."""

from __future__ import annotations

from lib.charts import spec
from lib.charts.spec import Interval, Part, Rule, Spot, Stroke, Whole
from lib.draw.model import Label, Mark, Points
from lib.draw.native.placing import Placing
from lib.draw.text import runs

_PAPER = 255.0
TICK = "line-ns"
_FADE = 0.9


def line(mark: spec.Points | Interval | Rule, at: Placing, labels: dict[int, Label]) -> Points:
    """What is drawn of a line, points, an interval or a rule? `labels` are those on its points, by their order."""
    if isinstance(mark, Rule):
        x = _ends(mark.x, (at.x.low, at.x.high), at.across)
        y = _ends(mark.y, (at.y.low, at.y.high), at.along)
        own = tuple(labels.get(end) for end in (0, 1))
        return Points(name="", x=x, y=y, stroke=mark.stroke, labels=own if any(own) else ())
    if isinstance(mark, Interval):
        low, high = mark.place - mark.half, mark.place + mark.half
        corners = ((mark.low, low), (mark.low, high), (mark.high, high), (mark.high, low), (mark.low, low))
        edge = Stroke(faded(mark.fill.colour, _FADE), 1.2)
        return Points("", tuple(x for x, _ in corners), tuple(y for _, y in corners), stroke=edge)
    return _points(mark, at, labels)


def _points(mark: spec.Points, at: Placing, labels: dict[int, Label]) -> Points:
    symbol, points = mark.symbol, mark.points
    upright = symbol is not None and symbol.shape == TICK
    own: list[Label | None] = [
        Label(runs(point.text), mark.ink, "right") if point.text else labels.get(item)
        for item, point in enumerate(points)
    ]
    whisker = mark.whisker
    if symbol and upright:
        whisker = Stroke(symbol.colour, symbol.edge)
    return Points(
        name=mark.name,
        x=tuple(at.across(point.x) for point in points),
        y=tuple(at.along(point.y) for point in points),
        stroke=_faded(mark.stroke, mark.fade),
        mark=_mark(symbol, mark.fade) if symbol and not upright else None,
        labels=tuple(own) if any(own) else (),
        less=tuple(point.reach[0] for point in points) if mark.whisker else (),
        more=tuple(point.reach[1] for point in points) if mark.whisker else (),
        whisker=whisker,
        tick=symbol.size if symbol and upright else 0.0,
    )


def end_of(mark: Rule, label: spec.Label) -> int:
    """At which end of a rule does a label stand: 0 at the low one, 1 at the high one?"""
    spot = label.x if isinstance(mark.x[0], Part) else label.y
    return int(isinstance(spot, Part | Whole) and spot.of > 0.5)


def _ends(
    spots: tuple[Spot, Spot], whole: tuple[float, float], place: object
) -> tuple[float | None, float | None]:
    if isinstance(spots[0], Part):
        return whole
    assert callable(place)
    return place(spots[0]), place(spots[1])


def _mark(symbol: spec.Symbol, fade: float) -> Mark:
    return Mark(symbol.shape.split("-")[0], symbol.size, faded(symbol.colour, fade), open=symbol.open)


def _faded(stroke: Stroke | None, fade: float) -> Stroke | None:
    return Stroke(faded(stroke.colour, fade), stroke.width, stroke.dash) if stroke else None


def faded(colour: str, fade: float) -> str:
    """Which colour has something faded on white?"""
    if fade == 1.0:
        return colour
    parts = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return "#" + "".join(f"{round(_PAPER - (_PAPER - part) * fade):02X}" for part in parts)
