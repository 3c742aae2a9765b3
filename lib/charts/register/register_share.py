"""The emerging sectors' share of what a register carried out: of outsourcing, not of services trade."""

from __future__ import annotations

from lib.charts.card import Card, Look, Row
from lib.charts.spec import Axis
from lib.charts.strips import Strip, add_strips
from lib.charts.theme import frame
from lib.facts.record import Record
from lib.facts.register import newest, share
from lib.words.speak import Words


def register_share_card(record: Record, words: Words, look: Look) -> Card:
    """Which share of outsourcing carried out, by the register, is of the five emerging sectors?"""
    part, whole = share(record), newest(record)
    strip = Strip(part, words("register_chart.share.name"), words.fact(part), own=True)
    canvas = frame(look.theme, height=96)
    x = Axis(ends=(-3, 107), ticks=(0, 50, 100), names=("0%", "50%", "100%"))
    add_strips(canvas, (strip,), words, look, x)
    return Card(
        name="register_share",
        title=words("register_chart.share.title", share=part),
        subtitle=words("register_chart.share.subtitle", share=part),
        chart=canvas.chart,
        rows=(Row(words("register_chart.share.name"), part), Row(words("register_chart.whole"), whole)),
        alt=words("register_chart.share.alt", share=part),
        notes=(words("register_chart.share.note"),),
    )
