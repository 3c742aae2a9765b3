"""What stands on a drawn card, as a test asks for it."""

from __future__ import annotations

from typing import Any

from lib.charts.card import Card
from lib.draw.plotly import figure_of


def labels(card: Card) -> list[str]:
    """Which texts stand on the chart beside its bars and points?"""
    return [mark.text for mark in figure_of(card).layout.annotations]


def bars(card: Card) -> list[Any]:
    """Which traces are bars?"""
    return [trace for trace in figure_of(card).data if trace.type == "bar"]


def is_hatched(bar: Any) -> bool:
    """Is a bar hatched, as what is derived, possible or incomplete?"""
    return bar.marker.pattern.shape == "/"


def with_text(bar: Any) -> dict[Any, str]:
    """Which bars carry a label, by their place on the axis?"""
    return {place: text for place, text in zip(bar.x, bar.text, strict=True) if text}
