"""What a reader sees when something is missing, as HTML."""

from __future__ import annotations

from lib.briefing.html.pieces import tag
from lib.facts.errors import DatasetUnavailable, NoSuchFigure, RecordError
from lib.words.speak import Words


def notice_html(text: str) -> str:
    """What tells a reader something that is no fault of theirs?"""
    return f'<div class="state" role="status">{tag("span", text)}</div>'


def local_fault_html(error: DatasetUnavailable, words: Words) -> str:
    """Which file beside the published ones could not be used? What was published is shown instead."""
    text = words(f"states.dataset_{error.problem}", file=error.file, detail=error.detail)
    return (
        f'<div class="state" role="alert">{tag("b", text)} {tag("span", words("states.local_remedy"))}</div>'
    )


def fault_html(error: RecordError, words: Words) -> str:
    """Which file or figure is missing, and what is to be done?"""
    if isinstance(error, DatasetUnavailable):
        text = words(f"states.dataset_{error.problem}", file=error.file, detail=error.detail)
        remedy = words("states.dataset_remedy")
    else:
        text = words("states.no_figure" if isinstance(error, NoSuchFigure) else "states.cannot_compare")
        remedy = words("states.no_figure_remedy")
    return f'<div class="state" role="alert">{tag("b", text)} {tag("span", remedy)}</div>'
