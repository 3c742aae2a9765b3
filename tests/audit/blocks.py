"""The texts of a piece of HTML, block by block: a paragraph, a heading, a cell; as screen.js reads a page."""

from __future__ import annotations

import re
from html.parser import HTMLParser

INLINE = frozenset(("a", "b", "strong", "i", "em", "small", "span", "sup", "sub", "br"))
SILENT = frozenset(("style", "script"))
_SPACE = re.compile(r"[\s\u200b]+")
_TAG = re.compile(r"<[^>]*>")


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
    """
    return [text for _, text in by_panel(markup)]


def by_panel(markup: str) -> list[tuple[str, str]]:
    """The same, each with the panel that it stands in, by its id; "" where it stands on the page itself.

    >>> by_panel('<p>1</p><div popover id="rows_a"><div>2</div><p>3</p></div>4')
    [('', '1'), ('rows_a', '2'), ('rows_a', '3'), ('', '4')]
    """
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    return reader.done()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, str]] = []
        self.open = [("", "")]
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in SILENT:
            self.silent += 1
        elif tag not in INLINE:
            told = dict(attrs)
            self.open.append((told["id"] or "" if "popover" in told else self.open[-1][0], ""))

    def handle_endtag(self, tag: str) -> None:
        if tag in SILENT:
            self.silent -= 1
        elif tag not in INLINE:
            self.found.append(self.open.pop())

    def handle_data(self, data: str) -> None:
        if not self.silent:
            panel, text = self.open[-1]
            self.open[-1] = (panel, text + data)

    def done(self) -> list[tuple[str, str]]:
        return [(panel, text) for panel, text in (*self.found, *self.open) if text.strip()]
