"""Links to the pages of a long table, each with an address of its own."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from lib.site.markup.tags import NOTHING, goes, tag
from lib.words.search import beside, shown_pages
from lib.words.speak import Words

PAGE = "page"


def pager(path: str, page: int, last: int, words: Words, asked: Mapping[str, str]) -> Markup:
    """Which links lead from one page of a table to the others? The address keeps what else it asks for."""
    if last == 1:
        return NOTHING
    kept = {name: value for name, value in asked.items() if name != PAGE}

    def to(number: int, label: str) -> Markup:
        query = kept | ({PAGE: str(number)} if number > 1 else {})
        return goes(path, label, query, here=number == page)

    before, after = beside(page, last)
    links = [
        to(before, words("data.pager.before")) if before else "",
        *(to(n, words.count(n)) if n else tag("span", "…") for n in shown_pages(page, last)),
        to(after, words("data.pager.after")) if after else "",
    ]
    return tag("nav", links, "pager", aria_label=words("data.pager.label"))
