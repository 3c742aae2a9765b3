"""The headline figures as cards, qualifier and number at full size."""

from __future__ import annotations

from lib.briefing.content import Briefing
from lib.briefing.deck.page import Page
from lib.charts.tokens import LIGHT
from lib.draw.area import Box
from lib.draw.text import width
from lib.draw.typeface import Type, paragraph, run
from lib.words.kpis import Kpi

_FIGURE, _BOLD = 40.0, 1.2  # the size of the number, and how much wider bold is


def headline(page: Page, briefing: Briefing) -> None:
    """Draws the slide of the headline figures: a card each, and the sentence where a card is free."""
    words = briefing.words
    room = page.frame.room
    top = page.heading(words("briefing.deck.headline"), size=26, top=30) + 6
    page.say(
        briefing.as_of, Type(page.lang, 12, LIGHT.quiet), Box(room.left, top, room.width, 20), name="As of"
    )
    top += 42
    gap, across = 16.0, min(3, len(briefing.kpis))
    wide = (room.width - gap * (across - 1)) / across
    down = -(-len(briefing.kpis) // across)
    high = min(176.0, (page.frame.bottom - 12 - top - gap * (down - 1)) / down)
    for order, kpi in enumerate(briefing.kpis):
        box = Box(
            room.left + (wide + gap) * (order % across), top + (high + gap) * (order // across), wide, high
        )
        _card(page, kpi, box)
    left = across * down - len(briefing.kpis)
    if left:
        begin = room.left + (wide + gap) * (across - left)
        page.text(
            [paragraph(run(briefing.lead, Type(page.lang, 14, LIGHT.text)))],
            Box(begin + 6, top + (high + gap) * (down - 1), room.left + room.width - begin - 6, high),
            name="Lead",
            anchor="ctr",
        )


def _card(page: Page, kpi: Kpi, box: Box) -> None:
    lang = page.lang
    page.card(box, name="Card", ground=LIGHT.page, edge=LIGHT.rule)
    inner = Box(box.left + 18, box.top + 14, box.width - 36, box.height - 26)
    number = f"{kpi.parts.qualifier}{kpi.parts.number}"
    needed = width(number, _FIGURE) * _BOLD + width(f" {kpi.unit}", 18.0) * 1.1
    size = min(_FIGURE, _FIGURE * inner.width / needed)
    page.text(
        [
            paragraph(run(kpi.label, Type(lang, 15, LIGHT.quiet)), after=2),
            paragraph(
                run(number, Type(lang, size, LIGHT.chongqing, bold=True)),
                run(f" {kpi.unit}", Type(lang, 18, LIGHT.text)),
                after=2,
            ),
            *(
                paragraph(
                    run(text, Type(lang, 14, LIGHT.chongqing if style else LIGHT.quiet, bold=bool(style))),
                    after=1,
                )
                for text, style in kpi.lines
            ),
        ],
        inner,
        name="Figure",
        anchor="ctr",
    )
