"""What a page is made of between its choices: texts, charts, and the boxes that hold them."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from typing import TypeAlias

from lib.charts.card import Card

FILE = "<!-- file -->"
"""Where in a text the link to its file stands."""


@dataclass(frozen=True, slots=True)
class File:
    """A table that a reader can take along. Styles and tests find the link to it, which has a label, by its key."""

    key: str
    name: str
    label: str
    help: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Text:
    """A piece of HTML, in which every text is escaped, and the file that goes with it."""

    markup: str
    file: File | None = None


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart with what `lib.charts.sent` made of it. A `still` one answers to no mouse."""

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


def message(pieces: Iterable[Piece]) -> bytes:
    """From what does the browser lay these pieces out? Their charts as a list in JSON, a line feed, and their HTML
    with a place for each chart.

    >>> message([Box("panel", (Text("<p>9</p>"),))])
    b'[]\\n<div class="box box-panel st-key-panel"><div class="said"><p>9</p></div></div>'
    """
    found = tuple(pieces)
    return b"[" + b", ".join(_charts(found)) + b"]\n" + "".join(map(_markup, found)).encode()


def _markup(piece: Piece) -> str:
    match piece:
        case Text(markup, file):
            return f'<div class="said">{markup.replace(FILE, _link(file)) if file else markup}</div>'
        case Chart(card=card):
            name = escape(card.name)
            return (
                f'<div class="st-key-plot_{name}">'
                f'<div role="figure" aria-label="{escape(card.alt)}" data-chart="{name}"></div></div>'
            )
        case Box(key, inside):
            kind, name = escape(key.partition("_")[0]), escape(key)
            return f'<div class="box box-{kind} st-key-{name}">{"".join(map(_markup, inside))}</div>'


def _charts(pieces: Iterable[Piece]) -> Iterator[bytes]:
    for piece in pieces:
        match piece:
            case Chart(sent=sent):
                yield sent
            case Box(inside=inside):
                yield from _charts(inside)


def _link(file: File) -> str:
    place = f"data:text/csv;charset=utf-8;base64,{b64encode(file.content).decode()}"
    return (
        f'<a class="tool st-key-{escape(file.key)}" href="{place}" download="{escape(file.name)}"'
        f' title="{escape(file.help)}">{escape(file.label)}</a>'
    )
