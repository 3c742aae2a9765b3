"""What a page is made of between its choices: texts, charts, and the boxes that hold them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from markupsafe import Markup

from lib.charts.card import Card


@dataclass(frozen=True, slots=True)
class Text:
    """A piece of HTML. `error` is what kept the piece that belongs in its place from being made."""

    markup: Markup
    error: Exception | None = None


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart with what `lib.draw.sent` made of it. A `still` one answers to no mouse."""

    card: Card
    sent: bytes
    lang: str
    still: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """Pieces that stand together. Tests find the box by its key; styles by the kind of box, the key up to its `_`."""

    key: str
    inside: tuple[Piece, ...]


Piece: TypeAlias = Text | Chart | Box
