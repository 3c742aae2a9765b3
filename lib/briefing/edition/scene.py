"""What the blocks of a page are made from: the record, one language, and the figures that they draw."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from html import escape
from typing import TypeAlias

from lib.briefing.edition.figures import Figures
from lib.briefing.left_out import LeftOut
from lib.charts.card import Look
from lib.facts.record import Record
from lib.site.here import Here
from lib.site.markup.states import fault_html
from lib.words.speak import Words


@dataclass(frozen=True, slots=True)
class Choice:
    """What a reader can choose on a page: its name in the address, the codes, and how each changes a look."""

    name: str
    codes: tuple[str, ...]
    looks: tuple[Look, ...]


NO_CHOICE = Choice("", ("",), (Look(),))


@dataclass(frozen=True, slots=True)
class Scene:
    """The record, a language, the figures drawn so far, and what can be chosen on the page.

    `left` gathers what could not be made. `is_still` where nobody will choose anything: for a picture the defaults
    in the light are enough.
    """

    record: Record
    words: Words
    figures: Figures = field(default_factory=Figures)
    choice: Choice = NO_CHOICE
    is_still: bool = False
    left: list[LeftOut] = field(default_factory=list)

    @property
    def here(self) -> Here:
        """Who reads, for the blocks of the site?"""
        return Here(self.record, self.words, Look())


Block: TypeAlias = Callable[[Scene], str]


def safe(make: Callable[[], str], scene: Scene, kind: str = "part", name: str = "part_of_page") -> str:
    """What does a piece show? Where it cannot be made, why, in its place; the scene notes that it is left out."""
    try:
        return make()
    except Exception as error:
        scene.left.append(LeftOut(kind, name, error))
        return fault_html(error, scene.words)


def box(inside: str, *, key: str, cls: str = "card") -> str:
    """What is a card of this content? `key` names it to tests and styles."""
    return f'<section class="{cls}" data-key="{escape(key)}">{inside}</section>'


def row(*cells: str) -> str:
    """What stands side by side, and one below the other on a phone?"""
    return f'<div class="row">{"".join(f"<div>{cell}</div>" for cell in cells)}</div>'


def details(summary: str, inside: str, cls: str) -> str:
    """What opens below its name when asked?"""
    return f'<details class="{cls}"><summary>{escape(summary)}</summary><div class="opened">{inside}</div></details>'


def blocks(parts: tuple[Block, ...], scene: Scene) -> Iterator[str]:
    """What do the parts of a page show, one after the other?"""
    for part in parts:
        yield safe(partial(part, scene), scene)
