"""The cover under an office's own template: the title in its place, all else in the room under it."""

from __future__ import annotations

from lib.briefing.content import Briefing
from lib.briefing.deck.page import Page
from lib.charts.tokens import LIGHT
from lib.draw.area import Box
from lib.draw.text import rows
from lib.draw.typeface import Type, paragraph, run

_LEADING, _AFTER, _MARK = 1.4, 8.0, 48.0
_SIZES = (1.3, 1.15, 1.0, 0.9, 0.8, 0.7, 0.6, 0.5)


def office_cover(page: Page, briefing: Briefing) -> None:
    """Draws the first slide, as large as it fits."""
    room = page.frame.room
    page.heading(briefing.title, size=24.0, top=room.top)
    wide, top = room.width, room.top
    if briefing.logo and briefing.logo.kind == "png":
        across = min(_MARK * briefing.logo.ratio, room.width / 3)
        mark = across / briefing.logo.ratio
        page.picture(briefing.logo.content, Box(room.left + wide - across, top, across, mark), name="Logo")
        top += mark + _AFTER
    texts = [
        (text, size, LIGHT.text if name in ("Head", "Lead") else LIGHT.quiet, link)
        for name, text, size, link in (
            ("Head", briefing.head.line(briefing.words), 15.0, ""),
            ("Lead", briefing.lead, 20.0, ""),
            ("Since", briefing.since, 14.0, ""),
            ("As of", briefing.as_of, 13.0, ""),
            ("Colophon", briefing.colophon, 13.0, ""),
            ("Link", briefing.link, 13.0, briefing.link),
            ("Left out", briefing.without, 11.0, ""),
        )
        if text
    ]

    def high(part: float) -> float:
        return sum(
            rows(text, size * part, wide) * size * part * _LEADING + _AFTER for text, size, _, _ in texts
        )

    left = page.frame.bottom - top
    part = next((part for part in _SIZES if high(part) <= left), _SIZES[-1])
    page.text(
        [
            paragraph(
                run(text, Type(page.lang, size * part, colour), link=page.relation(link) if link else ""),
                after=_AFTER,
            )
            for text, size, colour, link in texts
        ],
        Box(room.left, top, wide, left),
        name="Cover",
    )
