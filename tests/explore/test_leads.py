"""Each link into `/explore` opens a page that shows the figures that it was put beside: all of them are followed."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from urllib.parse import parse_qsl, urlsplit

import pytest

from lib.charts.card import Look
from lib.charts.registry import CHARTS
from lib.explore.offered import parse
from lib.facts.coverage import areas_of, coverage
from lib.facts.record import Record
from lib.facts.searched import searched_until
from lib.site.blocks.chart_card import inside_once
from lib.site.here import Here
from lib.site.pieces import Box, Piece, Text
from lib.site.sections import coverage_map, data_table
from lib.words.dataset import listing
from lib.words.speak import Words

LINK = re.compile(r'href="\./(explore\?[^"]*)"')


def reader(record: Record, lang: str) -> Here:
    return Here(record, Words(lang), Look(), data_key=("leads", lang))


def places(pieces: Iterable[Piece]) -> list[str]:
    """Where do the links of these pieces lead within `/explore`?"""
    found: list[str] = []
    for piece in pieces:
        if isinstance(piece, Box):
            found += places(piece.inside)
        elif isinstance(piece, Text):
            found += map(html.unescape, LINK.findall(piece.markup))
    return found


def shown(place: str, record: Record) -> set[str]:
    """Which observations does the page at an address show? It asks for nothing in vain."""
    offer = parse(dict(parse_qsl(urlsplit(place).query)), record)
    assert offer.refused == (), place
    return {
        one for series in offer.series for fact in (*series.facts, *series.others) for one in fact.lineage()
    }


def printed(ids: Iterable[str], record: Record) -> set[str]:
    """Which of these have a value that is not withheld?"""
    return {one for one in ids if record.row(one)["value"] == record.row(one)["value"]}


def test_every_row_of_the_data_leads_to_its_figure(shipped: Record, zh: Words) -> None:
    seen: dict[str, set[str]] = {}
    for row in listing(shipped, zh).rows:
        place, one = data_table._explored(row, zh), str(row["observation_id"])
        if place not in seen:
            seen[place] = shown(place, shipped) if place else set()
        assert one in seen[place] or not printed([one], shipped)


@pytest.mark.parametrize("name", CHARTS)
def test_every_chart_leads_to_all_that_it_rests_on(shipped: Record, name: str) -> None:
    if name == "emerging_mix":  # what it shows was not published
        return
    found = places(inside_once(name, reader(shipped, "en")))
    facts = CHARTS[name](shipped, Words("en"), Look()).facts
    wanted = printed((one for fact in facts for one in fact.lineage()), shipped)
    assert wanted
    assert wanted <= set().union(*(shown(place, shipped) for place in found))


def test_every_line_of_the_coverage_map_leads_to_figures_of_it(shipped: Record) -> None:
    searched = searched_until(shipped)
    for area in areas_of(shipped):
        box = coverage_map.coverage_map(area, reader(shipped, "zh"))
        lines = [
            {one for cell in cells for one in cell.observations}
            for _, cells in coverage(shipped, area, searched=searched).rows
        ]
        held = [line for line in lines if printed(line, shipped)]
        found = places([box])
        assert len(found) == len(held)
        for place, line in zip(found, held, strict=True):
            assert shown(place, shipped) & line
