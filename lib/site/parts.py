"""What does a page consist of for who reads it, from its answer to its last card? Plain data: nothing is drawn here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from types import MappingProxyType

from lib.site.blocks.answer import answer
from lib.site.blocks.chart_card import chart_card, chart_cards, grid
from lib.site.blocks.kpi_card import kpi_row
from lib.site.blocks.panels import PANELS
from lib.site.choices import Choice, currencies, periods
from lib.site.here import Here
from lib.site.pages import NAMED, Grid, Kpis, Page, Panel, Section, register_rows
from lib.site.part import Part, Sheet
from lib.site.pieces import Piece
from lib.site.sections.chosen import SECTIONS
from lib.site.states import in_its_place
from lib.words.answers import ANSWERS

__all__ = ["Part", "Sheet", "parts_of"]


def parts_of(page: str, here: Here, asked: Mapping[str, str]) -> tuple[Part, ...]:
    """What stands on a page of the table, in this order? `asked` is what the address asks for.

    What cannot be made takes its own place and no other.
    """
    return tuple(_parts(NAMED[page], here, asked))


def _parts(page: Page, here: Here, asked: Mapping[str, str]) -> Iterator[Part]:
    opening = (answer(page.name, here, asked),) if page.name in ANSWERS else ()
    sections = [block.name for block in page.blocks if isinstance(block, Section)]
    if not page.choice and not sections:
        yield Sheet(page.name, (*opening, *_pieces(page, here)))
        return
    if opening:
        yield Sheet("answer", opening)
    if page.choice:
        offer, follow = _CHOICES[page.choice]
        for part in in_its_place("choice", partial(offer, here, asked), here):
            if isinstance(part, Choice):
                here = follow(here, part.chosen)
            yield part
    if pieces := _pieces(page, here):
        yield Sheet("charts", pieces)
    for name in sections:
        yield from SECTIONS[name](here, asked)


def _pieces(page: Page, here: Here) -> tuple[Piece, ...]:
    more = (grid(row[0], *chart_cards(row, here)) for row in register_rows(page.name, here.record))
    return (*_shown(page, here), *more)


def _shown(page: Page, here: Here) -> Iterator[Piece]:
    for block in page.blocks:
        if isinstance(block, Kpis):
            yield kpi_row(block.names, here)
        elif isinstance(block, Grid):
            yield grid(block.key, *(_card(card, page, here) for card in block.cards))


def _card(card: str | Panel, page: Page, here: Here) -> Piece:
    return PANELS[card.name](page.name, here) if isinstance(card, Panel) else chart_card(card, here)


_CHOICES: Mapping[
    str, tuple[Callable[[Here, Mapping[str, str]], tuple[Choice, ...]], Callable[[Here, str], Here]]
] = MappingProxyType({"currency": (currencies, Here.in_currency), "period": (periods, Here.for_period)})
"""What each choice of the table offers, and who a reader is after it."""
