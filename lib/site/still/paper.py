"""A page as it stands on paper: all of it, each chart with its table under it, and nothing that can be pressed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from lib.explore.card import NAME as EXPLORE
from lib.explore.card import explore_card
from lib.explore.offered import parse
from lib.site.blocks.chart_card import on_paper
from lib.site.blocks.told import told_first, unknown
from lib.site.choices import Choice, Refused
from lib.site.here import Here
from lib.site.part import Group, Part, Sheet
from lib.site.parts import parts_of
from lib.site.pieces import Box, Piece
from lib.site.states import fault
from lib.words.speak import Words


def page_on_paper(page: str, here: Here, asked: Mapping[str, str]) -> tuple[Piece, ...]:
    """What stands on a page of the table that is laid out for paper, with the choices of the address?"""
    found = _pieces(parts_of(page, here, asked), here.words)
    more = _explored(here, asked) if page == EXPLORE else ()
    return (*told_first(here, asked), *found, *more)


def _pieces(parts: Iterable[Part], words: Words) -> Iterator[Piece]:
    for part in parts:
        match part:
            case Sheet(pieces=pieces):
                yield from pieces
            case Group(key, inside):
                if found := tuple(_pieces(inside, words)):
                    yield Box(key, found)
            case Refused(name, value) | Choice(name=name, refused=str(value)):
                yield unknown(name, value, words)


def _explored(here: Here, asked: Mapping[str, str]) -> tuple[Piece, ...]:
    """The chart of the choice that the address makes, with its table."""
    try:
        offer = parse(asked, here.record)
        card = explore_card(offer, here.record, here.words, here.look)
    except Exception as error:
        return (fault(error, here.words),)
    vain = (unknown(name, value, here.words) for name, value in offer.refused)
    return (*vain, Box(f"chart_{EXPLORE}", on_paper(card, here)))
