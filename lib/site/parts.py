"""What does a page consist of for who reads it, from its answer to its last card? Plain data: nothing is drawn here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeAlias

from lib.site.blocks.answer import answer
from lib.site.blocks.chart_card import chart_card, chart_cards, grid
from lib.site.blocks.kpi_card import kpi_row
from lib.site.blocks.panels import PANELS
from lib.site.choices import Choice, currencies, periods
from lib.site.here import Here
from lib.site.pages import NAMED, Block, Grid, Kpis, Page, Panel, register_rows
from lib.site.pieces import Piece
from lib.site.states import fault


@dataclass(frozen=True, slots=True)
class Sheet:
    """Pieces that stand one below the other and travel as one. `key` names them among all that stands on the page."""

    key: str
    pieces: tuple[Piece, ...]


Part: TypeAlias = Sheet | Choice


def parts_of(page: str, here: Here, asked: Mapping[str, str]) -> tuple[Part, ...]:
    """What stands on a page of the table, in this order? `asked` is what the address asks for.

    What cannot be made takes its own place and no other.
    """
    found = NAMED[page]
    opening = answer(page, here, asked)
    if not found.choice:
        return (Sheet(page, (opening, *_blocks(found, here))),)
    offer, follow = _CHOICES[found.choice]
    parts: list[Part] = [Sheet("answer", (opening,))]
    try:
        choice = offer(here, asked)
    except Exception as error:
        choice = None
        parts.append(Sheet("choice", (fault(error, here.words),)))
    if choice:
        parts.append(choice)
        here = follow(here, choice.chosen)
    return (*parts, Sheet("charts", _blocks(found, here)))


def _blocks(page: Page, here: Here) -> tuple[Piece, ...]:
    shown = tuple(_block(block, page, here) for block in page.blocks)
    more = tuple(grid(row[0], *chart_cards(row, here)) for row in register_rows(page.name, here.record))
    return (*shown, *more)


def _block(block: Block, page: Page, here: Here) -> Piece:
    match block:
        case Kpis(names):
            return kpi_row(names, here)
        case Grid(key, cards):
            return grid(key, *(_card(card, page, here) for card in cards))


def _card(card: str | Panel, page: Page, here: Here) -> Piece:
    return PANELS[card.name](page.name, here) if isinstance(card, Panel) else chart_card(card, here)


_CHOICES: Mapping[
    str, tuple[Callable[[Here, Mapping[str, str]], Choice | None], Callable[[Here, str], Here]]
] = MappingProxyType({"currency": (currencies, Here.in_currency), "period": (periods, Here.for_period)})
"""What each choice of the table offers, and who a reader is after it."""
