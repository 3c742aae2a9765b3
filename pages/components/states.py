"""What a reader sees when something is missing: a dataset, a figure, a page, a value of the address."""

from __future__ import annotations

from lib.facts.errors import DatasetUnavailable, NoSuchFigure, RecordError
from lib.words.speak import Words
from pages.components import html


def show_notice(text: str) -> None:
    """Tells a reader something that is no fault of theirs, and goes on."""
    html.show(f'<div class="state" role="status">{html.tag("span", text)}</div>')


def show_fault(error: RecordError, words: Words) -> None:
    """Says which file or figure is missing and what to do; the rest of the page goes on."""
    if isinstance(error, DatasetUnavailable):
        text = words(f"states.dataset_{error.problem}", file=error.file)
        remedy = words("states.dataset_remedy")
    else:
        text = words("states.no_figure" if isinstance(error, NoSuchFigure) else "states.cannot_compare")
        remedy = words("states.no_figure_remedy")
    html.show(f'<div class="state" role="alert">{html.tag("b", text)} {html.tag("span", remedy)}</div>')
