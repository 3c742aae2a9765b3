"""The blocks of a page that are no chart: five facts, sectors without a split, the talent bases, what sources state."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from markupsafe import Markup

from lib.facts.emerging import has_mix
from lib.site.blocks.chart_card import chart_card
from lib.site.here import Here
from lib.site.markup.method import sources_html
from lib.site.markup.tags import table, tag
from lib.site.pieces import Box, Text
from lib.site.shared import shared
from lib.site.states import fault
from lib.words.answers.emerging_sectors import sector_head, sector_rows
from lib.words.answers.five_facts import FIVE_FACTS
from lib.words.answers.talent import bases_head, bases_rows, bases_sources
from lib.words.statements import statement_lines, statement_sources


def _five_facts(_page: str, here: Here) -> Box:
    """The facts of the source report as sentences; one that the record cannot tell is said to be missing."""
    words, sentences, faults = here.words, [], []
    for say in FIVE_FACTS:
        try:
            sentences.append(_sentence(say.__name__, here))
        except Exception as error:
            faults.append(fault(error, words))
    title = tag("h2", words("overview.facts_title"), "card-title")
    return Box("panel", (*faults, Text(title + tag("ol", sentences, "facts"))))


@shared
def _sentence(name: str, here: Here) -> Markup:
    (say,) = (say for say in FIVE_FACTS if say.__name__ == name)
    return tag("li", say(here.record, here.words))


def _sectors(_page: str, here: Here) -> Box:
    """The mix where a source prints it, else the sectors and that no split is published."""
    words = here.words
    try:
        if has_mix(here.record):
            return chart_card("emerging_mix", here)
        rows = sector_rows(here.record, words)
    except Exception as error:
        return Box("table_emerging_list", (fault(error, words),))
    texts = (
        tag("h2", words("emerging_sectors.no_split"), "card-title"),
        table(sector_head(words), rows, numeric=(1,)),
        tag("p", words("emerging_sectors.sector_list_note"), "card-note"),
    )
    return Box("table_emerging_list", tuple(map(Text, texts)))


def _bases(_page: str, here: Here) -> Box:
    """The list of the bases by name."""
    words = here.words
    try:
        rows, sources = bases_rows(here.record, words), bases_sources(here.record, words)
    except Exception as error:
        return Box("table_talent_bases", (fault(error, words),))
    texts = (
        tag("h2", words("talent.bases.title"), "card-title"),
        table(bases_head(words), rows),
        tag("p", words("talent.bases.note"), "card-note"),
        sources_html(sources),
    )
    return Box("table_talent_bases", tuple(map(Text, texts)))


def _statements(page: str, here: Here) -> Box:
    """What sources state on the page's topic, beside its figures: nothing where nobody states anything."""
    words, record = here.words, here.record
    try:
        lines, sources = statement_lines(page, record, words), statement_sources(page, record, words)
    except Exception as error:
        return Box("table_statements", (fault(error, words),))
    texts = (
        tag("h2", words("provenance.stated_title"), "card-title"),
        tag("ul", (tag("li", line) for line in lines), "facts"),
        sources_html(sources),
    )
    return Box("table_statements", tuple(map(Text, texts)) if lines else ())


PANELS: Mapping[str, Callable[[str, Here], Box]] = MappingProxyType(
    {"five_facts": _five_facts, "sectors": _sectors, "bases": _bases, "statements": _statements}
)
"""What stands there, by name: of which page, for whom. What cannot be made is said in its place."""
