"""Single months as bars, the newest and the same month a year earlier labelled."""

from __future__ import annotations

from lib.charts.card import Look
from lib.charts.shown import bar_of
from lib.charts.spec import Axis, Chart, Fill
from lib.charts.theme import frame, tokens_of
from lib.facts.fact import Fact
from lib.words.speak import Words

EVERY = 6
# The name of the newest month needs room on a phone, or Plotly leaves it out.
_AT_THE_END = 1.4


def draw_months(months: tuple[Fact, ...], words: Words, look: Look, *, scale: int) -> Chart:
    """What do months look like, one bar each? Every sixth month is named, counted back from the newest."""
    own, last = tokens_of(look.theme).chongqing, months[-1]
    named = {last.period, last.period.year_before()}
    said = {place: words.label(fact, scale) for place, fact in enumerate(months) if fact.period in named}
    places = range(len(months))
    canvas = frame(look.theme)
    canvas.bars(
        bar_of(place, fact, Fill(own), words, scale, text=said.get(place, ""), ink=own)
        for place, fact in enumerate(months)
    )
    ticks = places[::-1][::EVERY][::-1]
    names = tuple(words.period(months[place].period) for place in ticks)
    most = max(max(fact.at(scale) for fact in months), 1e-9)
    canvas.axes(
        x=Axis(ends=(-0.8, len(months) + _AT_THE_END), ticks=tuple(ticks), names=names),
        y=Axis(ends=(0, most * 1.2), most=5),
    )
    return canvas.chart
