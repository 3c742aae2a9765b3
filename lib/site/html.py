"""Pieces as HTML, as every way to a reader takes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from markupsafe import Markup

from lib.site.markup.tags import Attributes, joined, tag
from lib.site.pieces import Box, Chart, Piece, Text


def message(pieces: Iterable[Piece]) -> bytes:
    """From what does the browser lay these pieces out? Their charts as a list in JSON, a line feed, and their HTML
    with a place for each chart.

    >>> message([Box("panel", (Text(tag("p", "9")),))])
    b'[]\\n<div class="box box-panel st-key-panel"><div class="said"><p>9</p></div></div>'
    """
    found = tuple(pieces)
    return b"[" + b", ".join(drawings(found)) + b"]\n" + markup(found).encode()


def markup(pieces: Iterable[Piece], about: Callable[[Chart], Attributes] = lambda _chart: {}) -> Markup:
    """What are these pieces as HTML, with a place for each chart? `about` are more attributes of such a place."""
    return joined(_markup(piece, about) for piece in pieces)


def drawings(pieces: Iterable[Piece]) -> Iterator[bytes]:
    """From which JSON is each chart of these pieces drawn, in the order of their places?"""
    return (chart.sent for chart in charts_in(pieces))


def charts_in(pieces: Iterable[Piece]) -> Iterator[Chart]:
    """Which charts are among these pieces, in the order of their places?"""
    for piece in pieces:
        match piece:
            case Chart():
                yield piece
            case Box(inside=inside):
                yield from charts_in(inside)


def _markup(piece: Piece, about: Callable[[Chart], Attributes]) -> Markup:
    match piece:
        case Text(said):
            return tag("div", said, "said")
        case Chart(card=card):
            place = tag("div", role="figure", aria_label=card.alt, data_chart=card.name, **about(piece))
            return tag("div", place, f"st-key-plot_{card.name}")
        case Box(key, inside):
            return box_html(key, markup(inside, about))


def box_html(key: str, inside: Markup) -> Markup:
    """What is a box of this key with this inside?"""
    return tag("div", inside, f"box box-{key.partition('_')[0]} st-key-{key}")
