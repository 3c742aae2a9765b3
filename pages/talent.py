"""How far has the talent programme come? The plan and what is known of it, the years it takes, the bases."""

from lib.briefing.html.method import sources_html
from lib.words.answers.talent import bases_head, bases_rows, bases_sources
from pages.components import html
from pages.components.answer import answer
from pages.components.chart_card import chart_cards, grid
from pages.components.context import Reader, reader
from pages.components.pieces import Box, Text
from pages.components.sheet import show
from pages.components.statements import statements
from pages.components.states import fault


def bases_table(here: Reader) -> Box:
    """What is the list of the bases by name? Where it is missing, that is said in its place."""
    words = here.words
    try:
        rows, sources = bases_rows(here.record, words), bases_sources(here.record, words)
    except Exception as error:
        return Box("table_talent_bases", (fault(error, words),))
    texts = (
        html.tag("h2", words("talent.bases.title"), "card-title"),
        html.table(bases_head(words), rows),
        html.tag("p", words("talent.bases.note"), "card-note"),
        sources_html(sources),
    )
    return Box("table_talent_bases", tuple(map(Text, texts)))


here = reader()
charts = ("talent_progress", "years_needed", "bases_by_focus")
show(
    "talent",
    answer("talent", here),
    grid("talent", *chart_cards(charts, here), bases_table(here), statements("talent", here)),
)
