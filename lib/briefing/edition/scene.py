"""One language of the edition while it is made: what is put on its pages, drawn in them, and left out of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from markupsafe import Markup

from lib.briefing.edition.figures import Figures
from lib.briefing.left_out import LeftOut
from lib.charts.card import Look
from lib.charts.registry import EVERY
from lib.facts.record import Record
from lib.site.here import Here
from lib.site.html import markup
from lib.site.markup.states import fault_html
from lib.site.markup.tags import Attributes
from lib.site.pieces import Box, Chart, Piece
from lib.words.speak import Words

_KINDS = {"chart": "chart", "kpi": "kpi"}
"""Which boxes hold a part that has a name of its own, by what their key begins with."""


@dataclass(frozen=True, slots=True)
class Scene:
    """The record, a language, the figures drawn so far, and what could not be made.

    `is_still` where nobody will choose anything: for a picture the defaults in the light are enough.
    """

    record: Record
    words: Words
    figures: Figures = field(default_factory=Figures)
    is_still: bool = False
    left: list[LeftOut] = field(default_factory=list)

    @property
    def here(self) -> Here:
        """Who reads, for the blocks of the site?"""
        return Here(self.record, self.words, Look(), view="edition")

    def put(self, piece: Piece, look: Look | None = None, code: str = "") -> Markup:
        """Makes a piece of the site HTML, keeps its charts to be drawn, and notes what it lacks.

        `look` is that of its charts of the registry, `code` the choice that they are of.
        """
        self._note(piece)

        def place(chart: Chart) -> Attributes:
            card = chart.card
            draw = EVERY.get(card.name) if look and not self.is_still else None
            dark = draw(self.record, self.words, replace(look, theme="dark")) if draw and look else None
            key = f"{card.name}|{code}" if code else card.name
            height = self.figures.add(key, card, dark)
            return {"class": "plot", "data-figure": key, "style": f"height:{height}px"}

        return markup((piece,), place)

    def safe(self, make: Callable[[], Markup]) -> Markup:
        """What does a part show? Where it cannot be made, why, in its place; it is noted that it is left out."""
        try:
            return make()
        except Exception as error:
            self.left.append(LeftOut("part", "part_of_page", error))
            return fault_html(error, self.words)

    def _note(self, piece: Piece, key: str = "") -> None:
        if isinstance(piece, Box):
            for inside in piece.inside:
                self._note(inside, piece.key)
        elif error := getattr(piece, "error", None):
            kind, _, name = key.partition("_")
            known = (_KINDS[kind], name) if kind in _KINDS else ("part", "part_of_page")
            self.left.append(LeftOut(*(known if key else ("sentence", "answer")), error))


Block: TypeAlias = Callable[[Scene], Markup]
