"""What a page can be had as: a slide, paper, a file, pictures; a small menu beside the line on how new it is."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from lib.explore.choice import NAMES as EXPLORED
from lib.site.here import Here
from lib.site.markup.tags import NOTHING, panel, tag
from lib.site.pages import NAMED, WHERE_PRINTED, charts_of
from lib.words.address import address
from lib.words.speak import Words

_VIEWS = ("slide", "print")
_FILES = ("pptx", "docx", "pdf", "png", "svg")
_KEPT = ("currency", "period")


def page_menu(page: str, here: Here, asked: Mapping[str, str]) -> Markup:
    """What is the menu of a page? Empty on a slide and on paper, where nothing can be pressed."""
    if here.view != "screen":
        return NOTHING
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
    inside = tag("div", links, "pictures")
    return panel("page_menu", words("site.menu"), inside, shut=words("card.shut"))


def _link(name: str, place: str, words: Words, *, apart: bool = False) -> Markup:
    """A link that is followed within the open page, or `apart` in a tab of its own, from which nothing leads back."""
    look, target = ("tool", "_blank") if apart else ("tool goes", False)
    return tag("a", words(f"site.menu.{name}"), look, href=f".{place}", target=target)
