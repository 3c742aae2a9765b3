"""The lines that close every page."""

from __future__ import annotations

from lib.words.responsible import responsible_line
from lib.words.speak import Words
from pages.components import html


def closing_html(words: Words) -> str:
    """What is this site, and who answers for it?"""
    told = (words("site.footer"), responsible_line(words))
    return "".join(html.tag("p", text, "foot-page") for text in told if text)
