"""Do emerging sectors make up more than half of services trade? The line, what is known, and what is not."""

from lib.facts.emerging import has_mix
from lib.words.answers.emerging_sectors import sector_head, sector_rows
from pages.components import html
from pages.components.answer import answer
from pages.components.chart_card import chart_card, chart_cards, grid, register_grid
from pages.components.context import Reader, reader
from pages.components.pieces import Box, Piece, Text
from pages.components.sheet import show
from pages.components.states import fault


def sectors(here: Reader) -> Piece:
    """What is the mix where a source prints it, else the sectors and that no split is published?"""
    words = here.words
    try:
        if has_mix(here.record):
            return chart_card("emerging_mix", here)
        rows = sector_rows(here.record, words)
    except Exception as error:
        return fault(error, words)
    texts = (
        html.tag("h2", words("emerging_sectors.no_split"), "card-title"),
        html.table(sector_head(words), rows, numeric=(1,)),
        html.tag("p", words("emerging_sectors.sector_list_note"), "card-note"),
    )
    return Box("table_emerging_list", tuple(map(Text, texts)))


here = reader()
others = (
    "emerging_comparators",
    "knowledge_intensive_share",
    "digital_outsourcing",
    "digitally_deliverable",
    "digital_goals",
)
cards = (chart_card("emerging_threshold", here), sectors(here), *chart_cards(others, here))
more = register_grid("emerging_sectors", here)
show("emerging_sectors", answer("emerging_sectors", here), grid("emerging_sectors", *cards), *more)
