"""What a page can be had as: a slide, paper, a file, pictures; a small menu beside the line on how new it is."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from lib.explore.choice import NAMES as EXPLORED
from lib.site.here import Here
from lib.site.markup.tags import panel
from lib.site.pages import NAMED, WHERE_PRINTED, charts_of
from lib.words.address import address
from lib.words.speak import Words

_VIEWS = ("slide", "print")
_FILES = ("pptx", "docx", "pdf", "png", "svg")
_KEPT = ("currency", "period")


def page_menu(page: str, here: Here, asked: Mapping[str, str]) -> str:
    """What is the menu of a page, as HTML? Empty on a slide and on paper, where nothing can be pressed."""
    if here.view != "screen":
        return ""
    words = here.words
    kept = EXPLORED if page == "explore" else _KEPT
    chosen = {name: asked.get(name, "") for name in kept}
    links = [
        _link(view, address(page, lang=words.lang, view=view, **chosen), words, apart=True) for view in _VIEWS
    ]
    if NAMED[page].in_edition:
        links.append(_link("long", address("briefing", lang=words.lang, format="png", long=page), words))
    names = ",".join(name for name in charts_of(page, here.record) if name not in WHERE_PRINTED)
    if names:
        links += [
            _link(form, address("briefing", lang=words.lang, format=form, charts=names, **chosen), words)
            for form in _FILES
        ]
    inside = f'<div class="pictures">{"".join(links)}</div>'
    return panel("page_menu", words("site.menu"), inside, shut=words("card.shut"))


def _link(name: str, place: str, words: Words, *, apart: bool = False) -> str:
    """A link that is followed within the open page, or `apart` in a tab of its own, from which nothing leads back."""
    how = 'class="tool" target="_blank"' if apart else 'class="tool goes"'
    return f'<a {how} href="{escape(f".{place}")}">{escape(words(f"site.menu.{name}"))}</a>'
