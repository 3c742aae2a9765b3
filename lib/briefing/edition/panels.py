"""The cards of a grid in the edition: charts, and the panels that hold none, which are those of the site."""

from __future__ import annotations

from lib.briefing.edition.cards import chart
from lib.briefing.edition.scene import Block, Scene, box, row
from lib.briefing.left_out import LeftOut
from lib.charts.card import Look
from lib.site.blocks.panels import PANELS
from lib.site.here import Here
from lib.site.pages import Grid, Panel
from lib.site.pieces import Box, Chart, Piece, Text


def grid(block: Grid, page: str) -> Block:
    """Cards two in a row; an odd one takes the whole row."""

    def made(scene: Scene) -> str:
        cards = [
            panel(card, page, scene) if isinstance(card, Panel) else chart(card)(scene)
            for card in block.cards
        ]
        return "".join(row(*cards[first : first + 2]) for first in range(0, len(cards), 2))

    return made


def panel(asked: Panel, page: str, scene: Scene) -> str:
    """What is a panel of the site? One that shows a chart is the card of that chart."""
    piece = PANELS[asked.name](page, Here(scene.record, scene.words, Look()))
    if asked.where_printed and piece.key == f"chart_{asked.where_printed}":
        return chart(asked.where_printed)(scene)
    return box(_html(piece, scene), key=piece.key)


def _html(piece: Piece, scene: Scene) -> str:
    match piece:
        case Text(markup, error=error):
            if error:
                scene.left.append(LeftOut("part", "part_of_page", error))
            return markup
        case Box(inside=inside):
            return "".join(_html(part, scene) for part in inside)
        case Chart():
            raise TypeError(piece.card.name)
