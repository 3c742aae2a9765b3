"""The pages of the edition: what stands on each is what stands on it on the live site, once for each choice."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

from markupsafe import Markup

from lib.briefing.edition.data import data_blocks
from lib.briefing.edition.findings import finding_blocks
from lib.briefing.edition.scene import Block, Scene
from lib.briefing.edition.selects import picked
from lib.charts.card import Look
from lib.site.blocks.answer import answer
from lib.site.choices import Choice
from lib.site.html import box_html, message
from lib.site.markup.tags import joined, tag
from lib.site.pages import NAMED, Section
from lib.site.part import Part, Sheet
from lib.site.parts import parts_of
from lib.site.pieces import Box, Piece

SECTIONS: Mapping[str, tuple[Block, ...]] = MappingProxyType(
    {"findings": finding_blocks, "data": data_blocks}
)
"""Where a script of the edition chooses among many."""
Looks = Mapping[str, Look]


def page_html(name: str, scene: Scene) -> Markup:
    """What does a page show, from its answer to its last table?"""
    sections = [block.name for block in NAMED[name].blocks if isinstance(block, Section)]
    if sections:
        blocks = (block for section in sections for block in SECTIONS[section])
        shown = joined(scene.safe(partial(block, scene)) for block in blocks)
        return scene.put(answer(name, scene.here, {})) + shown
    first = parts_of(name, scene.here, {})
    looks = next((_looks(part) for part in first if isinstance(part, Choice)), {"": Look()})
    if scene.is_still:
        looks = dict(list(looks.items())[:1])
    asked = NAMED[name].choice
    every = [parts_of(name, scene.here, {asked: code} if code else {}) for code in looks]
    return joined(_part(parts, looks, scene) for parts in zip(*every, strict=True))


def _looks(choice: Choice) -> Looks:
    """What a reader can choose on a page; the first is what they see unless they do."""
    return {
        code: Look(currency=code) if choice.name == "currency" else Look(period=code) for code in choice.codes
    }


def _part(parts: tuple[Part, ...], looks: Looks, scene: Scene) -> Markup:
    first, *_ = parts
    if isinstance(first, Choice):
        return _picker(first)
    sheets = [part.pieces for part in parts if isinstance(part, Sheet)]
    return joined(_merged(pieces, looks, scene) for pieces in zip(*sheets, strict=True))


def _merged(pieces: tuple[Piece, ...], looks: Looks, scene: Scene) -> Markup:
    """The same place of a page under each choice: once where what is chosen leaves it as it is."""
    first, *_ = pieces
    if isinstance(first, Box) and first.key.startswith("grid_"):
        columns = zip(*(piece.inside for piece in pieces if isinstance(piece, Box)), strict=True)
        return box_html(first.key, joined(_merged(column, looks, scene) for column in columns))
    told: dict[bytes, tuple[Piece, list[str]]] = {}
    for code, piece in zip(looks, pieces, strict=True):
        told.setdefault(message((piece,)), (piece, []))[1].append(code)
    if len(told) == 1:
        return scene.put(first, next(iter(looks.values())))
    usual = next(iter(looks))
    return box_html(
        "when",
        joined(
            tag(
                "div",
                scene.put(piece, looks[codes[0]], codes[0]),
                data_when=" ".join(codes),
                hidden=usual not in codes,
            )
            for piece, codes in told.values()
        ),
    )


def _picker(choice: Choice) -> Markup:
    """What can be chosen on the page, as buttons of which one is down, or as a list."""
    if choice.is_listed:
        inside = picked(choice)
    else:
        options = (_option(choice, code, said) for code, said in choice.options)
        inside = tag("legend", choice.label) + tag("div", options)
    return tag("fieldset", inside, "choice", data_choice=choice.name)


def _option(choice: Choice, code: str, said: str) -> Markup:
    about = {"type": "radio", "name": choice.name, "value": code}
    return tag("label", (tag("input", **about, checked=code == choice.chosen), tag("span", said)))
