"""What a reader sees when something is missing, as HTML."""

from __future__ import annotations

from lib.facts.errors import DatasetUnavailable
from lib.site.markup.tags import tag
from lib.words.speak import Words
from lib.words.trouble import reason, remedy

LONGEST = 500
"""An address may be longer than a page: what it asks for is quoted up to here."""


def notice_html(text: str) -> str:
    """What tells a reader something that is no fault of theirs?"""
    said = text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
    return f'<div class="state" role="status">{tag("span", said)}</div>'


def local_fault_html(error: DatasetUnavailable, words: Words) -> str:
    """Which file beside the published ones could not be used? What was published is shown instead."""
    text = words(f"states.dataset_{error.problem}", file=error.file, detail=error.detail)
    return (
        f'<div class="state" role="alert">{tag("b", text)} {tag("span", words("states.local_remedy"))}</div>'
    )


def fault_html(error: Exception, words: Words) -> str:
    """Which file or figure is missing, or under which number is the fault found, and what is to be done?"""
    return (
        f'<div class="state" role="alert">{tag("b", reason(error, words))}'
        f" {tag('span', remedy(error, words))}</div>"
    )
