"""Links to the pages of a long table, each with an address of its own."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from lib.site.markup.tags import goes, tag
from lib.words.search import beside, shown_pages
from lib.words.speak import Words

PAGE = "page"


def pager(path: str, page: int, last: int, words: Words, asked: Mapping[str, str]) -> str:
    """Which links lead from one page of a table to the others? The address keeps what else it asks for."""
    if last == 1:
        return ""
    kept = {name: value for name, value in asked.items() if name != PAGE}

    def to(number: int, label: str) -> str:
        query = kept | ({PAGE: str(number)} if number > 1 else {})
        return goes(path, label, query, here=number == page)

    before, after = beside(page, last)
    links = [
        to(before, words("data.pager.before")) if before else "",
        *(to(n, words.count(n)) if n else tag("span", "…") for n in shown_pages(page, last)),
        to(after, words("data.pager.after")) if after else "",
    ]
    label = words("data.pager.label")
    return f'<nav class="pager" aria-label="{escape(label)}">' + "".join(links) + "</nav>"
