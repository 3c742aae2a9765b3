"""The cards of a grid in the edition: charts, and the panels that hold none, which are those of the site."""

from __future__ import annotations

from lib.briefing.edition.boxed import boxed
from lib.briefing.edition.cards import chart
from lib.briefing.edition.scene import Block, Scene, row
from lib.site.blocks.panels import PANELS
from lib.site.pages import Grid, Panel


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
    piece = PANELS[asked.name](page, scene.here)
    if asked.where_printed and piece.key == f"chart_{asked.where_printed}":
        return chart(asked.where_printed)(scene)
    return boxed(piece, scene)
