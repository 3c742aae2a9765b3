"""The search field in the header: a plain form that leads to the page of results."""

from __future__ import annotations

from functools import cache

from markupsafe import Markup

from lib.search.lexicon import suggested
from lib.search.typed import ASKED, LONGEST
from lib.site.markup.tags import tag
from lib.words.speak import Words


def search_field(words: Words, typed: str) -> Markup:
    """What is the form, with what was typed before in its field?

    It works without scripts, by its address alone; links.js follows it within the open page, and comes to it on / or
    Ctrl+K.
    """
    label = words("search.label")
    field = tag(
        "input",
        type="search",
        name=ASKED,
        value=typed,
        maxlength=str(LONGEST),
        placeholder=words("search.placeholder"),
        aria_label=label,
        title=label,
        aria_keyshortcuts="/ Control+K",
        autocomplete="off",
        list="search_words",
    )
    language = tag("input", type="hidden", name="lang", value=words.lang)
    button = tag("button", type="submit", aria_label=words("search.submit"))
    asked = {"role": "search", "action": "./search", "method": "get", "data-lang": words.lang}
    return tag("form", (language, field, button, _suggestions_html(words.lang)), "search", **asked)


@cache
def _suggestions_html(lang: str) -> Markup:
    """The field's words, which the browser offers while somebody types."""
    return tag("datalist", (tag("option", value=word) for word in suggested(lang)), id="search_words")
