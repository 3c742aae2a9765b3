"""What a reader sees when something is missing, as HTML."""

from __future__ import annotations

import re

from markupsafe import Markup

from lib.facts.errors import DatasetUnavailable
from lib.site.markup.tags import tag
from lib.words.speak import Words
from lib.words.trouble import reason, remedy

LONGEST = 500
"""An address may be longer than a page: what it asks for is quoted up to here."""
_STEERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def readable(text: str) -> str:
    """What of a text from an address can be shown? No sign that steers what shows it: another stands in its place.

    >>> readable("a\\x00b \\u202e c") == "a\\ufffdb \\ufffd c"
    True
    """
    return _STEERS.sub("\ufffd", text)


def notice_html(text: str) -> Markup:
    """What tells a reader something that is no fault of theirs?"""
    said = text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
    return tag("div", tag("span", readable(said)), "state", role="status")


def alarm(*told: str) -> Markup:
    """What tells a reader that something went wrong?"""
    return tag("div", told, "state", role="alert")


def local_fault_html(error: DatasetUnavailable, words: Words) -> Markup:
    """Which file beside the published ones could not be used? What was published is shown instead."""
    text = words(f"states.dataset_{error.problem}", file=error.file, detail=error.detail)
    return alarm(tag("b", text), " ", tag("span", words("states.local_remedy")))


def fault_html(error: Exception, words: Words) -> Markup:
    """Which file or figure is missing, or under which number is the fault found, and what is to be done?"""
    return alarm(tag("b", reason(error, words)), " ", tag("span", remedy(error, words)))
