"""The search field in the header: a plain form that leads to the page of results."""

from __future__ import annotations

from functools import cache
from html import escape

from lib.search.lexicon import suggested
from lib.search.typed import ASKED, LONGEST
from lib.words.speak import Words


def search_field(words: Words, typed: str) -> str:
    """What is the form, with what was typed before in its field?

    It works without scripts, by its address alone; links.js follows it within the open page, and comes to it on / or
    Ctrl+K.
    """
    label = escape(words("search.label"))
    return (
        f'<form class="search" role="search" action="./search" method="get" data-lang="{escape(words.lang)}">'
        f'<input type="hidden" name="lang" value="{escape(words.lang)}">'
        f'<input type="search" name="{escape(ASKED)}" value="{escape(typed)}" maxlength="{escape(str(LONGEST))}"'
        f' placeholder="{escape(words("search.placeholder"))}" aria-label="{label}" title="{label}"'
        f' aria-keyshortcuts="/ Control+K" autocomplete="off" list="search_words">'
        f'<button type="submit" aria-label="{escape(words("search.submit"))}"></button>'
        f"{_suggestions_html(words.lang)}</form>"
    )


@cache
def _suggestions_html(lang: str) -> str:
    """The field's words, which the browser offers while somebody types."""
    options = "".join(f'<option value="{escape(word)}"></option>' for word in suggested(lang))
    return f'<datalist id="search_words">{options}</datalist>'
