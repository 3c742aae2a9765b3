"""The lines that close every page."""

from __future__ import annotations

from markupsafe import Markup

from lib.site.markup.tags import joined
from lib.words.responsible import responsible_line
from lib.words.speak import Words
from pages.components import html


def closing_html(words: Words) -> Markup:
    """What is this site, and who answers for it?"""
    told = (words("site.footer"), responsible_line(words))
    return joined(html.tag("p", text, "foot-page") for text in told if text)
