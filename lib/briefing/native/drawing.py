"""A figure of scatter and bar traces as panels with native bars and lines, and notes beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from lib.briefing.native import notes
from lib.briefing.native.axes import tick_texts
from lib.briefing.native.barplot import bar_plot
from lib.briefing.native.grouped import Plot, plots
from lib.briefing.native.listing import is_list, listing
from lib.briefing.native.naming import named
from lib.briefing.native.placing import Placing, placing
from lib.briefing.native.points import points, stroke
from lib.charts.spec import Chart
from lib.charts.tokens import LIGHT
from lib.draw.model import Drawing, Lines, Note, Number, Panel, Points, Rule
from lib.draw.plotly import drawn
from lib.draw.text import runs
from lib.words.speak import Words

Dict = Mapping[str, Any]


def drawing(chart: Chart, words: Words) -> Drawing:
    """How is a card's figure drawn with what PowerPoint and Excel have? Its numbers are kept to the digit."""
    found = drawn(chart)
    if is_list(found):
        return listing(found)
    layout = found["layout"]
    shapes = list(layout.get("shapes", ()))
    rules = [shape for shape in shapes if shape.get("yref") == "paper"]
    rest: list[Dict] = list(layout.get("annotations", ()))
    panels: list[Panel] = []
    texts: list[Note] = []
    for plot in plots(found):
        mine = [annotation for annotation in rest if _belongs(annotation, plot)]
        rest = [annotation for annotation in rest if annotation not in mine]
        own = [shape for shape in shapes if shape not in rules and _belongs(shape, plot)]
        panel, beside = _panel(plot, mine, own, words)
        panels.append(panel)
        texts += beside
    texts += [notes.note(annotation, x=annotation["x"], y=1 - annotation["y"]) for annotation in rest]
    return Drawing(
        panels=tuple(panels),
        notes=tuple(texts),
        rules=tuple(Rule(1 - shape["y0"], stroke(shape["line"])) for shape in rules),
        legend=bool(layout.get("showlegend")),
    )


def _belongs(annotation: Dict, plot: Plot) -> bool:
    """Is something placed on the axes of this plot? What is placed on paper alone belongs to no plot."""
    x, y = (annotation.get(f"{axis}ref", axis).removesuffix(" domain") for axis in "xy")
    return (x, y) != ("paper", "paper") and x in ("paper", plot.x) and y in ("paper", plot.y)


def _panel(plot: Plot, annotations: list[Dict], shapes: list[Dict], words: Words) -> tuple[Panel, list[Note]]:
    """Which panel is a plot, and which texts stand beside its marks?"""
    bars = bar_plot(plot, annotations, words) if plot.bars else None
    at = placing(plot, bars)
    lines = [points(trace, at.across, at.along) for trace in plot.lines]
    lines += [_line(shape, at) for shape in shapes]
    lines, left = _labelled(lines, list(bars.left) if bars else annotations, at)
    first, last, bottom, top = plot.domain
    panel = Panel(
        left=first,
        right=last,
        top=1 - top,
        bottom=1 - bottom,
        x=at.x,
        y=at.y,
        bars=bars.bars if bars else None,
        points=named(lines, [_beside(line, left, at) for line in lines], words),
    )
    texts = [notes.note(annotation, x=at.left(annotation), y=at.top(annotation)) for annotation in left]
    return panel, texts + _ticks(plot, at)


def _line(shape: Dict, at: Placing) -> Points:
    """A goal or threshold over the whole panel."""
    x = _ends(shape, "x", at.across, (at.x.low, at.x.high))
    y = _ends(shape, "y", at.along, (at.y.low, at.y.high))
    return Points(name="", x=x, y=y, stroke=stroke(shape["line"]))


def _ends(shape: Dict, ref: str, place: Any, whole: tuple[float, float]) -> tuple[Number, ...]:
    if notes.is_free(shape, ref):
        return whole
    return tuple(place(shape[f"{ref}{end}"]) for end in (0, 1))


def _labelled(lines: list[Points], annotations: list[Dict], at: Placing) -> tuple[list[Points], list[Dict]]:
    """The lines with those annotations on their points that stand right above or below one."""
    done, rest = list(lines), []
    for annotation in annotations:
        label, spot = notes.on_point(annotation), at.spot(annotation)
        for order in reversed(range(len(done))):
            line = done[order]
            spots = list(zip(line.x, line.y, strict=True))
            if label is None or line.mark is None or spot not in spots:
                continue
            labels = list(line.labels or [None] * len(spots))
            labels[spots.index(spot)] = label
            done[order] = replace(line, labels=tuple(labels))
            break
        else:
            rest.append(annotation)
    return done, rest


def _beside(line: Points, annotations: list[Dict], at: Placing) -> list[Lines]:
    """The texts that stand beside a line in its colour, at one of its points or on its threshold."""
    ends = [
        *line.y,
        *(y + (more or 0.0) for y, more in zip(line.y, line.more, strict=False) if y is not None),
    ]
    return [
        runs(annotation["text"])
        for annotation in annotations
        if (notes.is_free(annotation, "x") or at.across(annotation["x"]) in line.x)
        and (notes.is_free(annotation, "y") or at.along(annotation["y"]) in ends)
        and _kin(notes.colour_of(annotation), line)
    ]


def _kin(colour: str, line: Points) -> bool:
    """Do a text and a line have one meaning? Goals and others have a darker colour for text."""
    own = line.stroke.colour if line.stroke else line.mark.colour if line.mark else ""
    return colour in {own, {LIGHT.goal: LIGHT.goal_text, LIGHT.others: LIGHT.quiet}.get(own, own)}


def _ticks(plot: Plot, at: Placing) -> list[Note]:
    """Ticks that the program cannot count itself, written under the axis."""
    if at.bars or at.x.shown or not plot.xaxis.get("visible", True):
        return []
    under = 1 - plot.domain[2]
    return [
        Note(at.left({"x": place}), under, runs(text), LIGHT.text, dy=5.0, along="top")
        for place, text in tick_texts(plot.xaxis, at.x)
    ]
