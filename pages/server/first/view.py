"""What stands in the first view of a page, and what its charts are drawn from."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import Any

from lib.charts.card import Look
from lib.site.choices import Choice, Refused, Search
from lib.site.here import Here
from lib.site.html import drawings, markup
from lib.site.markup.states import local_fault_html, notice_html
from lib.site.pages import NAMED
from lib.site.part import Group, Part, Sheet
from lib.site.parts import parts_of
from lib.words.messages import LANGUAGES
from lib.words.origins import banner
from pages.components import html
from pages.components.closing import closing_html
from pages.components.drawing import in_dark
from pages.components.header import header_html
from pages.server.first.choices import choice_html, search_html

SESSION = "<!-- session -->"
"""Where in a first view stands what is the reader's own: the link by which they sign out."""
_PLACE = re.compile(r'data-chart="(\w+)"')
Drawn = dict[str, Any]


@dataclass(frozen=True, slots=True)
class View:
    """The HTML of a first view, in which every text is escaped, and its charts, each once for both themes."""

    markup: str
    charts: tuple[Drawn, ...]


def first_view(page: str, here: Here, asked: Mapping[str, str]) -> View:
    """What does a reader see before the page itself is there? The same, in the language and choices of the address."""
    path, words = NAMED[page].path, here.words
    parts = parts_of(page, here, asked)
    charts = _charts(parts)
    heights = {chart["name"]: chart["height"] for chart in charts}
    shown = "".join(_part_html(part, path, here, asked) for part in parts)
    shown = _PLACE.sub(lambda place: f'{place[0]} style="height:{heights[place[1]]}px"', shown)
    unscripted = f"<noscript>{_notice_html(words('site.unscripted'))}</noscript>"
    whole = (
        f'<div id="first" class="stApp"><div class="first-page" data-testid="stMainBlockContainer">'
        f'<div class="first-parts" data-testid="stVerticalBlock">{header_html(path, words, asked, SESSION)}'
        f"{unscripted}{_refused_html(here, asked)}{_own_data_html(here)}{shown}"
        f'<div class="said">{closing_html(words)}</div></div></div></div>'
    )
    dark = _charts(parts_of(page, _dark(here), asked)) if charts else []
    return View(whole, _in_both_themes(charts, dark))


def _part_html(part: Part, path: str, here: Here, asked: Mapping[str, str]) -> str:
    """What is a part? What only the open page can do, such as making a file, is left to it."""
    lang = here.words.lang
    match part:
        case Sheet(pieces=pieces):
            return f'<div class="sheet">{markup(pieces)}</div>'
        case Choice(name=name, refused=None):
            return choice_html(part, path, lang, asked)
        case Choice(name=name, refused=str(refused)):
            known = {other: value for other, value in asked.items() if other != name}
            return _unknown_html(here, name, refused) + choice_html(part, path, lang, known)
        case Search():
            return search_html(part, path, lang, asked)
        case Refused(name, value):
            return _unknown_html(here, name, value)
        case Group(key, parts, widths):
            inside = "".join(_part_html(one, path, here, asked) for one in parts)
            kind = "columns" if widths else "group"
            return f'<div class="{kind} st-key-{escape(key)}">{inside}</div>'
        case _:
            return ""


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


def _refused_html(here: Here, asked: Mapping[str, str]) -> str:
    known = {"lang": LANGUAGES, "view": ("screen",)}
    return "".join(
        _unknown_html(here, name, asked[name])
        for name, values in known.items()
        if name in asked and asked[name] not in values
    )


def _unknown_html(here: Here, name: str, value: str) -> str:
    return _notice_html(here.words("states.unknown_value", name=name, value=value))


def _notice_html(text: str) -> str:
    return f'<div class="said">{notice_html(text)}</div>'


def _own_data_html(here: Here) -> str:
    """What is not only what was published says so first."""
    said = banner(here.record, here.words)
    mark = f'<div class="state own" role="status">{html.tag("b", said)}</div>' if said else ""
    faults = (local_fault_html(fault, here.words) for fault in here.record.local_faults)
    return "".join(f'<div class="said">{part}</div>' for part in (mark, *faults) if part)
