"""Panels one under the other: the same across, one scale for each unit."""

from __future__ import annotations

from collections.abc import Sequence

from lib.charts.canvas import Canvas
from lib.charts.card import Look
from lib.charts.labels import label
from lib.charts.theme import frame, tokens_of
from lib.explore.named import Named
from lib.facts.fact import Fact
from lib.facts.record import CHONGQING

PLOT, HEAD, TICKS, MARGINS = 104, 40, 34, 20
"""Pixels: a panel, the heading over it, what is named under it, the figure's edges."""
ALONE = 190
_OVER = 1.22


def reach(facts: Sequence[Fact], scale: int) -> tuple[float, float]:
    """From where to where do figures reach, zero and what rounding allows included?"""
    ends = [fact.at(scale) for fact in facts]
    low, high = min(0.0, *ends), max(0.0, *ends)
    room = (high - low or 1.0) * (_OVER - 1)
    return (low - room if low < 0 else 0.0), high + room


def panels(named: Named, look: Look, across: dict[str, object], plot: int) -> Canvas:
    """What are panels drawn on, each with its heading and axes? `across` says what all horizontal
    axes have, `plot` how high each panel is in pixels.
    """
    count, tokens = len(named.series), tokens_of(look.theme)
    height = (plot + HEAD + TICKS) * count - TICKS
    figure = frame(look.theme, height=height + TICKS + MARGINS)
    for index, one in enumerate(named.series):
        axis = "" if index == 0 else str(index + 1)
        top = 1 - (plot + HEAD + TICKS) * index / height - HEAD / height
        unit = one.facts[0].unit
        together = [fact for other in named.series for fact in other.facts if fact.unit == unit]
        figure.update_layout({
            f"xaxis{axis}": {
                "anchor": f"y{axis}", "fixedrange": True, "showgrid": False, "showline": True,
                "linecolor": tokens.rule, **across,
            },
            f"yaxis{axis}": {
                "anchor": f"x{axis}", "domain": [max(0.0, top - plot / height), min(1.0, top)],
                "fixedrange": True, "range": list(reach(together, named.scale(unit))), "nticks": 4,
            },
        })  # fmt: skip
        own = one.key.area == CHONGQING
        label(
            figure, named.heading(index), 0, 1, xref=f"x{axis} domain", yref=f"y{axis} domain",
            colour=tokens.chongqing if own else tokens.text, xanchor="left", yanchor="bottom", yshift=6, align="left",
        )  # fmt: skip
    return figure
