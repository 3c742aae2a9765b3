"""What stands at an address that no page has."""

from __future__ import annotations

from lib.site.markup.tags import goes, tag
from lib.site.pieces import Text
from lib.words.speak import Words


def lost(words: Words) -> tuple[Text, ...]:
    """What says that there is no such page, and leads on?"""
    return (
        Text(tag("h1", words("states.not_found"), "lead")),
        Text(tag("p", words("states.not_found_remedy"), "quiet")),
        Text(goes("", words("site.nav.overview"), {"lang": words.lang})),
    )


def lost_title(words: Words) -> str:
    """What is such an address called where a browser names it?"""
    return f"{words('states.not_found')} · {words('site.title')}"
