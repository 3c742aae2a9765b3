"""A page as it stands on paper: all of it, each chart with its table under it, and nothing that can be pressed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from lib.site.blocks.answer import how_new
from lib.site.blocks.told import told_first, unknown
from lib.site.choices import Choice, Refused
from lib.site.here import Here
from lib.site.part import Group, Part, Sheet
from lib.site.parts import parts_of
from lib.site.pieces import Box, Piece
from lib.words.answers import ANSWERS
from lib.words.speak import Words


def page_on_paper(page: str, here: Here, asked: Mapping[str, str]) -> tuple[Piece, ...]:
    """What stands on a page of the table that is laid out for paper, with the choices of the address?"""
    new = () if page in ANSWERS else (how_new(page, here),)  # else it stands under the answer
    return (*told_first(here, asked), *_pieces(parts_of(page, here, asked), here.words), *new)


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
