"""Pieces as HTML, as every way to a reader takes them."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator
from html import escape

from lib.site.pieces import Box, Chart, File, Piece, Text


def message(pieces: Iterable[Piece]) -> bytes:
    """From what does the browser lay these pieces out? Their charts as a list in JSON, a line feed, and their HTML
    with a place for each chart.

    >>> message([Box("panel", (Text("<p>9</p>"),))])
    b'[]\\n<div class="box box-panel st-key-panel"><div class="said"><p>9</p></div></div>'
    """
    found = tuple(pieces)
    return b"[" + b", ".join(drawings(found)) + b"]\n" + markup(found).encode()


def markup(pieces: Iterable[Piece]) -> str:
    """What are these pieces as HTML, with a place for each chart?"""
    return "".join(map(_markup, pieces))


def drawings(pieces: Iterable[Piece]) -> Iterator[bytes]:
    """From which JSON is each chart of these pieces drawn, in the order of their places?"""
    for piece in pieces:
        match piece:
            case Chart(sent=sent):
                yield sent
            case Box(inside=inside):
                yield from drawings(inside)


def said(text: Text) -> str:
    """What does a text say, with the link to its file in its place?"""
    return f"{text.markup}{_link(text.file) if text.file else ''}{text.after}"


def _markup(piece: Piece) -> str:
    match piece:
        case Text():
            return f'<div class="said">{said(piece)}</div>'
        case Chart(card=card):
            name = escape(card.name)
            return (
                f'<div class="st-key-plot_{name}">'
                f'<div role="figure" aria-label="{escape(card.alt)}" data-chart="{name}"></div></div>'
            )
        case Box(key, inside):
            kind, name = escape(key.partition("_")[0]), escape(key)
            return f'<div class="box box-{kind} st-key-{name}">{markup(inside)}</div>'


def _link(file: File) -> str:
    place = f"data:text/csv;charset=utf-8;base64,{b64encode(file.content).decode()}"
    return (
        f'<a class="tool st-key-{escape(file.key)}" href="{place}" download="{escape(file.name)}"'
        f' title="{escape(file.help)}">{escape(file.label)}</a>'
    )
