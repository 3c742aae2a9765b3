"""A chart as it has room: labels thinned, texts broken and moved apart, and what was not published marked."""

from __future__ import annotations

from dataclasses import replace
from weakref import WeakKeyDictionary

from lib.charts.card import Card
from lib.charts.spec import Chart
from lib.draw.fitting import fit
from lib.draw.placing import place

_FITTED: WeakKeyDictionary[Chart, Chart] = WeakKeyDictionary()
_ORIGIN = 40.0
"""Pixels over the plot for the mark of data that was not published."""


def fitted(chart: Chart) -> Chart:
    """How does a chart fit the narrowest screen? Worked out once for each chart."""
    found = _FITTED.get(chart)
    if found is None:
        found = _FITTED[chart] = _with_room(place(fit(chart)))
    return found


def as_fitted(chart: Chart) -> Chart:
    """The same chart, which fits as it is: for a wider place, of parts that fit the narrowest."""
    _FITTED[chart] = chart
    return chart


def height_of(card: Card) -> float:
    """How many pixels high is a card's chart?"""
    return fitted(card.chart).height


def _with_room(chart: Chart) -> Chart:
    if not chart.origin:
        return chart
    more = _ORIGIN - chart.margins.top
    return replace(chart, margins=replace(chart.margins, top=_ORIGIN), height=chart.height + more)
