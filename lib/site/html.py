"""Pieces as HTML, as every way to a reader takes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from types import MappingProxyType
from urllib.parse import quote

from lib.site.pieces import Box, Chart, File, Piece, Text

_CODED = MappingProxyType({ord(sign): quote(sign) for sign in "%#&<>\"' \t\r\n\ufeff"})


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
    return (chart.sent for chart in charts_in(pieces))


def charts_in(pieces: Iterable[Piece]) -> Iterator[Chart]:
    """Which charts are among these pieces, in the order of their places?"""
    for piece in pieces:
        match piece:
            case Chart():
                yield piece
            case Box(inside=inside):
                yield from charts_in(inside)


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
            return box_html(key, markup(inside))


def box_html(key: str, inside: str) -> str:
    """What is a box of this key with this HTML inside?"""
    kind, name = escape(key.partition("_")[0]), escape(key)
    return f'<div class="box box-{kind} st-key-{name}">{inside}</div>'


def in_place(content: bytes) -> str:
    """Under which address is a CSV file taken from the page itself, without asking the server?

    As text, which is smaller than in base64 and a tenth of it once packed. Browsers code the signs that are not ASCII.

    >>> in_place("地区,值\\n".encode())
    'data:text/csv;charset=utf-8,地区,值%0A'
    """
    return f"data:text/csv;charset=utf-8,{content.decode().translate(_CODED)}"


def _link(file: File) -> str:
    place = escape(in_place(file.content))
    return (
        f'<a class="tool st-key-{escape(file.key)}" href="{place}" download="{escape(file.name)}"'
        f' title="{escape(file.help)}">{escape(file.label)}</a>'
    )
