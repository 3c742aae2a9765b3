"""Parts of a printed total end to end, a bar a period; what they leave of it is hatched."""

from __future__ import annotations

from lib.charts.card import Look
from lib.charts.labels import label
from lib.charts.outsourcing.stack import WIDTH, Segment, add_stack
from lib.charts.spec import Axis, Chart, Of
from lib.charts.theme import frame, tokens_of
from lib.explore.named import Named, read
from lib.explore.stacked import Stack, stacks_of
from lib.facts.fact import Fact
from lib.facts.record import CHONGQING

_BAR = 96
_NARROW = 0.22
"""Which part of the longest bar is too narrow for its label, which then stands beside it?"""
_BESIDE = ("under", "over")
"""By turns, so that two of them do not meet."""


def stack(named: Named, look: Look) -> Chart:
    """How are parts that add up to a printed total drawn? The newest period on top."""
    found = stacks_of(named.series, named.choice)
    assert isinstance(found, tuple)
    words, tokens = named.words, tokens_of(look.theme)
    scale = named.scale(found[0].whole.unit)
    longest = max(one.whole.at(scale) for one in found)
    canvas = frame(look.theme, height=_BAR * len(found) + 12)
    own = found[0].whole.ref_area == CHONGQING
    for place, one in enumerate(found):
        parts = _segments(one, named, scale, longest, own=own)
        first = canvas.count
        add_stack(canvas, parts, words, look, scale=scale, place=-place)
        whole = words("explore.stack", period=one.whole.period, level=read(one.whole, words, scale))
        label(
            canvas, whole, 0, WIDTH / 2 - place, colour=tokens.chongqing if own else tokens.text, of=Of(first),
            role="name", fact=one.whole, across="left", along="bottom", dx=-2,
        )  # fmt: skip
    across, down = (
        Axis(ends=(0, longest * 1.005), shown=False),
        Axis(ends=(0.28 - len(found), 0.6), shown=False),
    )
    canvas.axes(x=across, y=down)
    return canvas.chart


def _segments(one: Stack, named: Named, scale: int, longest: float, *, own: bool) -> tuple[Segment, ...]:
    words = named.words

    narrow = [fact for fact in (*one.parts, one.rest) if fact and fact.at(scale) < longest * _NARROW]

    def segment(fact: Fact, name: str, short: str) -> Segment:
        text = words("explore.stack.part", name=short, level=read(fact, words, scale))
        where = _BESIDE[narrow.index(fact) % 2] if fact in narrow else "in"
        return Segment(fact, name, text, where, quiet=not own)

    parts = [segment(fact, named.part(fact), named.short(fact)) for fact in one.parts]
    rest = words("explore.stack.rest")
    return tuple((*parts, segment(one.rest, rest, rest)) if one.rest else parts)
