"""What someone may type to do harm, and what of it would stand on a page as anything but text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser

MARK = "stranger"
TEXTS = (
    f"<script>window.{MARK}=1</script>",
    f"<img src=x onerror=window.{MARK}=1>",
    f'"><svg onload=window.{MARK}=1>',
    f"</style><iframe srcdoc='<script>parent.{MARK}=1</script>'>",
    f"[{MARK}](javascript:window.{MARK}=1) **bold** $x^2$ :red[x] # head",
    f"javascript:window.{MARK}=1",
    f"../../../../etc/passwd\\..\\{MARK}",
    f'=HYPERLINK("http://192.0.2.1/{MARK}","x")',
    f"=cmd|'/c {MARK}'!A1",
    f"@SUM(1+1)*{MARK}",
    f"‮{MARK}⁦\u200b\ufeff",
    f"{{0.__class__}} %s ${{7*7}} {MARK}\x00\x1b[2J",
)
"""HTML, script, Markdown, a path, formulas, marks that turn the direction of writing, templates and controls."""

_ALLOWED = re.compile(
    r"a|b|br|button|caption|code|datalist|dd|details|div|dl|dt|em|form|h[1-4]|i|input|li|nav|ol|option|p|script|section"
    r"|small|span|strong|style|summary|table|tbody|td|th|thead|time|tr|ul"
)
_LINK = re.compile(
    r"(?:https?://|/|#|\.|\?|[a-z-]+(?:\?|$)|api/charts/[a-z_]+\.[a-z]+\?|data:text/csv;charset=utf-8,[^\s<>#\"'&]*$)"
)


class _Reading(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.wrong: list[str] = []
        self.inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside.append(tag)
        if not _ALLOWED.fullmatch(tag):
            self.wrong.append(f"<{tag}>")
        for name, value in attrs:
            if name.startswith("on") or name == "srcdoc":
                self.wrong.append(f"{tag} {name}={value}")
            if name in ("href", "src") and not _LINK.match(value or ""):
                self.wrong.append(f"{tag} {name}={value}")
            if MARK in (value or "") and name not in ("title", "aria-label", "href", "value"):
                self.wrong.append(f"{tag} {name}={value}")

    def handle_data(self, data: str) -> None:
        if MARK in data and self.inside and self.inside[-1] in ("script", "style"):
            self.wrong.append(f"{self.inside[-1]}: {data[:200]}")

    def handle_endtag(self, tag: str) -> None:
        while self.inside and self.inside.pop() != tag:
            pass


def not_text(bodies: Iterable[str]) -> Iterator[str]:
    """What in these pieces of HTML is more than text where only text belongs? Read as a browser reads them."""
    for body in bodies:
        reading = _Reading()
        reading.feed(body)
        reading.close()
        yield from reading.wrong
