"""What sources state on a page's topic, beside its figures, as HTML."""

from __future__ import annotations

from lib.facts.record import Record
from lib.site.markup.method import sources_html
from lib.site.markup.tags import tag
from lib.words.speak import Words
from lib.words.statements import statement_lines, statement_sources


def statements_html(topic: str, record: Record, words: Words) -> tuple[str, ...]:
    """Which blocks tell it: title, sentences, sources? None where nobody states anything."""
    lines = statement_lines(topic, record, words)
    if not lines:
        return ()
    return (
        tag("h2", words("provenance.stated_title"), "card-title"),
        f'<ul class="facts">{"".join(tag("li", line) for line in lines)}</ul>',
        sources_html(statement_sources(topic, record, words)),
    )
