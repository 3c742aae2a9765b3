"""What stands in the first view of a page, and what its charts are drawn from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from lib.charts.card import Look
from lib.draw.fitted import height_of
from lib.site.blocks.told import told_first, unknown
from lib.site.choices import Choice, Refused, Search, Several
from lib.site.here import Here
from lib.site.html import drawings, markup
from lib.site.lost import lost
from lib.site.markup.states import notice_html
from lib.site.markup.tags import NOTHING, Attributes, coded, joined, tag
from lib.site.pages import NAMED
from lib.site.part import Clear, Download, Group, Live, Part, Sheet
from lib.site.parts import parts_of
from lib.site.pieces import Chart
from pages.components.closing import closing_html
from pages.components.drawing import in_dark
from pages.components.header import header_html
from pages.server.first.choices import (
    Address,
    choice_html,
    clear_html,
    download_html,
    search_html,
    several_html,
)

SESSION = Markup("<!-- session -->")
"""Where in a first view stands what is the reader's own: the link by which they sign out."""
Drawn = dict[str, Any]


@dataclass(frozen=True, slots=True)
class View:
    """The HTML of a first view and its charts, each once for both themes."""

    markup: Markup
    charts: tuple[Drawn, ...]


def first_view(page: str, here: Here, asked: Mapping[str, str]) -> View:
    """What does a reader see before the page itself is there? The same, in the language and choices of the address."""
    words = here.words
    place = Address(NAMED[page].path, words.lang, asked)
    wanted = {**asked, "lang": words.lang}
    parts = parts_of(page, here, wanted)
    charts = _charts(parts)
    whole = _whole(place, here, (_part_html(part, place, here) for part in parts))
    dark = _charts(parts_of(page, _dark(here), wanted)) if charts else []
    return View(whole, _in_both_themes(charts, dark))


def lost_view(path: str, here: Here, asked: Mapping[str, str]) -> View:
    """What does a reader see at an address that no page has?"""
    return View(_whole(Address(path, here.words.lang, asked), here, (markup(lost(here.words)),)), ())


def _whole(place: Address, here: Here, parts: Iterable[Markup]) -> Markup:
    words = here.words
    inside = (
        header_html(place.path, words, place.asked, SESSION),
        tag("noscript", tag("div", notice_html(words("site.unscripted")), "said")),
        markup(told_first(here, place.asked)),
        *parts,
        tag("div", closing_html(words), "said"),
    )
    column = tag("div", inside, "first-parts", data_testid="stVerticalBlock")
    page_html = tag("div", column, "first-page", data_testid="stMainBlockContainer")
    # A page that has half come is too short for its scroll bar.
    return tag("div", (coded("style", "html{overflow-y:scroll}"), page_html), "stApp", id="first")


def _part_html(part: Part, place: Address, here: Here) -> Markup:
    """What is a part? What only the open page can do, such as making a file, is left to it."""
    match part:
        case Sheet(pieces=pieces):
            return tag("div", markup(pieces, _room), "sheet")
        case Choice(name=name, refused=str(refused)):
            known = replace(place, asked=place.without(name))
            return markup((unknown(name, refused, here.words),)) + choice_html(part, known)
        case Choice():
            return choice_html(part, place)
        case Several():
            return several_html(part, place)
        case Search():
            return search_html(part, place)
        case Refused(name, value):
            return markup((unknown(name, value, here.words),))
        case Clear():
            return clear_html(part, place)
        case Download():
            return download_html(part, place)
        case Live(meanwhile=pieces):
            return tag("div", markup(pieces, _room), "meanwhile") if pieces else NOTHING
        case Group():
            return _group_html(part, place, here)


def _room(chart: Chart) -> Attributes:
    """A chart that is not drawn yet has its height."""
    return {"style": f"height:{height_of(chart.card)}px"}


def _group_html(group: Group, place: Address, here: Here) -> Markup:
    """Parts side by side stand in a line and in columns that are called as Streamlit's own, for the same styles."""
    shown = [_part_html(part, place, here) for part in group.parts]
    kind, inside = "line" if group.in_a_line else "group", joined(shown)
    if group.widths:
        columns = (
            tag("div", part, data_testid="stColumn", style=f"flex-basis:calc({share}% - 14px)")
            for share, part in zip(group.shares_pct, shown, strict=True)
        )
        kind, inside = "columns", tag("div", columns, data_testid="stHorizontalBlock")
    return tag("div", inside, f"{kind} st-key-{group.key}")


def _charts(parts: Sequence[Part]) -> list[Drawn]:
    """What is drawn of these parts, in the order of its places?"""
    found: list[Drawn] = []
    for part in parts:
        match part:
            case Sheet(pieces=pieces):
                found += map(json.loads, drawings(pieces))
            case Group(parts=inside):
                found += _charts(inside)
    return found


def _dark(here: Here) -> Here:
    return replace(here, look=Look(theme="dark", currency=here.look.currency, period=here.look.period))


def _in_both_themes(light: list[Drawn], dark: list[Drawn]) -> tuple[Drawn, ...]:
    """Each chart with the name of its dark twin, and that where it differs in more than its colours."""
    twins = {chart["name"]: chart for chart in dark}
    found: list[Drawn] = []
    for chart in light:
        twin = twins[chart["name"]]
        same = in_dark(chart["figure"]) == twin["figure"]
        found.append(chart | {"dark": twin["id"]} | ({} if same else {"in_dark": twin["figure"]}))
    return tuple(found)
