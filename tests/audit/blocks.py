"""The texts of a piece of HTML, block by block: a paragraph, a heading, a cell; as screen.js reads a page."""

from __future__ import annotations

import re
from functools import lru_cache
from html.parser import HTMLParser

INLINE = frozenset(("a", "b", "strong", "i", "em", "small", "span", "sup", "sub", "br"))
SILENT = frozenset(("style", "script"))
COPIED = ("code", "markup")
"""A line to copy, by its tag and class: it has the codes of an address, and no figure; as in screen.js."""
SPOKEN = ("aria-label", "aria-description", "aria-valuetext", "title", "alt", "placeholder", "data-source")
"""Attributes that are read aloud or copied, as in screen.js."""
_SPACE = re.compile(r"[\s\u200b]+")
_TAG = re.compile(r"<[^>]*>")
_KEY = re.compile(r"(?<!\S)st-key-(\S+)")


def squeezed(text: str) -> str:
    """What of a text counts when it is compared? Everything but the space between."""
    return _SPACE.sub("", text)


def without_tags(text: str) -> str:
    """What is shown of a label of a chart, which may hold <b> and <br>?"""
    return _TAG.sub(" ", text)


def blocks(markup: str) -> list[str]:
    """Which texts does a piece of HTML show, each with the inline elements in it?

    >>> blocks('<p>up <b>78.7</b>%</p><table><tr><td>a</td><td>b</td></tr></table>')
    ['up 78.7%', 'a', 'b']
    >>> blocks('<p>copy <code class="markup">period=2021</code></p>')
    ['copy ']
    """
    return [text for _, text in by_panel(markup)]


def by_panel(markup: str) -> list[tuple[str, str]]:
    """The same, each with the panel that it stands in, by its id or key; "" where it stands on the page itself.

    >>> by_panel('<p>1</p><div popover id="rows_a"><div>2</div><p>3</p></div>4')
    [('', '1'), ('rows_a', '2'), ('rows_a', '3'), ('', '4')]
    >>> by_panel('<section class="hits st-key-found_figure"><h2>1</h2><ol><li>2</li></ol></section>3')
    [('found_figure', '1'), ('found_figure', '2'), ('', '3')]
    """
    return list(_read(markup)[0])


def spoken(markup: str) -> list[tuple[str, str, str]]:
    """Which texts of a piece of HTML are read aloud and not written, each with its panel and its attribute?

    >>> spoken('<td title="2 rows"><a aria-label="1">x</a></td><div popover id="p" aria-label="3">y</div>')
    [('', 'title', '2 rows'), ('', 'aria-label', '1'), ('p', 'aria-label', '3')]
    """
    return list(_read(markup)[1])


@lru_cache(maxsize=512)  # a page is read for what it shows and for what it says aloud, its head on every page
def _read(markup: str) -> tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str, str], ...]]:
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    return tuple(reader.done()), tuple(reader.spoken)


def _named(told: dict[str, str | None]) -> str:
    if "popover" in told:
        return told["id"] or ""
    key = _KEY.search(told.get("class") or "")
    return key[1] if key else ""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, str]] = []
        self.spoken: list[tuple[str, str, str]] = []
        self.open = [("", "")]
        self.silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        panel = _named(told) or self.open[-1][0]
        self.spoken += [(panel, name, text) for name in SPOKEN if (text := told.get(name))]
        if tag in SILENT or (tag, told.get("class")) == COPIED:
            self.silent.append(tag)
        elif tag not in INLINE:
            self.open.append((panel, ""))

    def handle_endtag(self, tag: str) -> None:
        if self.silent and tag == self.silent[-1]:
            self.silent.pop()
        elif tag not in INLINE:
            self.found.append(self.open.pop())

    def handle_data(self, data: str) -> None:
        if not self.silent:
            panel, text = self.open[-1]
            self.open[-1] = (panel, text + data)

    def done(self) -> list[tuple[str, str]]:
        return [(panel, text) for panel, text in (*self.found, *self.open) if text.strip()]
