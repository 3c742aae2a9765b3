"""A box of the site that holds no chart, as a card of the edition."""

from __future__ import annotations

from lib.briefing.edition.scene import Scene, box
from lib.briefing.left_out import LeftOut
from lib.site.html import said
from lib.site.pieces import Box, Chart, Piece


def boxed(piece: Box, scene: Scene) -> str:
    """What is the card? What could not be made stands in it, and the scene notes that it is left out."""
    return box("".join(_html(part, scene) for part in piece.inside), key=piece.key)


def _html(piece: Piece, scene: Scene) -> str:
    if isinstance(piece, Box):
        return "".join(_html(part, scene) for part in piece.inside)
    if isinstance(piece, Chart):
        raise TypeError(piece.card.name)
    if piece.error:
        scene.left.append(LeftOut("part", "part_of_page", piece.error))
    return said(piece)
