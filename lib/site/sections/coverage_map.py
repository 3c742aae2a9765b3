"""The coverage map of the area that a reader chose: what is held, year by year, and what was not found."""

from __future__ import annotations

from urllib.parse import urlencode

from lib.explore.leads import leads
from lib.facts.coverage import Cell, coverage
from lib.facts.searched import searched_until
from lib.site.here import Here
from lib.site.markup.coverage import coverage_html
from lib.site.markup.files import csv_link
from lib.site.markup.tags import joined, tag
from lib.site.pieces import Box, Text
from lib.site.shared import shared
from lib.words.address import address as place_of
from lib.words.coverage import coverage_csv
from lib.words.names import Names


@shared
def coverage_map(area: str, here: Here) -> Box:
    """What is held of an area, and what is not?"""
    words, record = here.words, here.record
    say, searched = Names.of(record, words.lang), searched_until(record)
    found = coverage(record, area, searched=searched)
    head = tag("h2", words("data.coverage.title"), "card-title")
    texts = (words("data.coverage.about", date=searched), words("data.coverage.by_filter"))
    about = joined(tag("p", text, "card-sub") for text in texts)
    if not found.rows:
        return Box("table_coverage", (Text(head + tag("p", words("data.coverage.none"), "card-sub")),))

    def address(cell: Cell) -> str:
        asked = {"lang": words.lang, "indicator": cell.indicator, "area": area, "period": str(cell.year)}
        return f"./data?{urlencode(asked)}"

    def drawn(cells: tuple[Cell, ...]) -> str:
        held = dict.fromkeys(one for cell in cells for one in cell.observations)
        shown = leads([record.row(one) for one in held])
        return f".{place_of('explore', lang=words.lang, **shown[0].asked)}" if shown else ""

    content = coverage_csv(found, say, words)
    file = csv_link("csv_coverage", f"coverage_{area}_{words.lang}.csv", content, words)
    shown = head + about + coverage_html(found, say, words, address, drawn)
    return Box("table_coverage", (Text(shown + tag("div", file, "tools")),))
