"""Good questions to start from, each a link."""

from __future__ import annotations

from html import escape

from lib.explore.starts import STARTS
from lib.site.here import Here
from lib.site.pieces import Box, Text
from pages.components import html


def explore_starts(reader: Here) -> Box:
    """Which questions may a reader start from? Each link opens its choice within the open page."""
    words = reader.words
    title = words("explore.starts")
    links = "".join(
        html.goes("explore", words(f"explore.start.{name}"), {"lang": words.lang, **asked})
        for name, asked in STARTS.items()
    )
    nav = f'<nav class="starts" aria-label="{escape(title)}">{links}</nav>'
    return Box("starts_explore", (Text(html.tag("h2", title, "card-title") + nav),))
