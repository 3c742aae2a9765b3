"""Areas or parts side by side in one period and scope."""

from __future__ import annotations

import math

from lib.charts.card import Look
from lib.charts.spec import Axis, Chart
from lib.charts.strips import Strip, add_strips, extent
from lib.charts.theme import frame
from lib.explore.forms import common_period
from lib.explore.named import Named
from lib.explore.sentence import reads
from lib.facts.record import CHONGQING
from lib.words.statuses import marked

_STRIP = 52
_ROOM = 1.5


def side(named: Named, look: Look) -> Chart:
    """How are series drawn as bars side by side, the longest first, in the newest period that most of them have?"""
    words = named.words
    period = common_period(named.series)
    there = [(one, fact) for one in named.series for fact in one.facts if fact.period == period]
    there.sort(key=lambda pair: -pair[1].at(0))
    scale = named.scale(there[0][1].unit)
    strips = tuple(
        Strip(
            fact=fact,
            name=named.who(one.key),
            text=marked(reads(fact, words, named), fact, words.lang),
            own=one.key.area == CHONGQING,
        )
        for one, fact in there
    )
    canvas = frame(look.theme, height=_STRIP * len(strips) + 24)
    reach = [extent(strip.fact, scale) for strip in strips]
    top = max(end if math.isfinite(end) else known for known, end in reach) or 1.0
    add_strips(canvas, strips, words, look, Axis(ends=(0, top * _ROOM), shown=False), scale=scale)
    return canvas.chart
