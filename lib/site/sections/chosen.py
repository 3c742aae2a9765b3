"""Which parts stand where a page has choices of its own, by the names that the table of pages uses."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import TypeAlias

from lib.charts.card import Look
from lib.facts.record import CHONGQING
from lib.site.here import Here
from lib.site.part import Live, Part, Sheet
from lib.site.sections.briefing import briefing
from lib.site.sections.by_address import by_address
from lib.site.sections.coverage_map import coverage_map
from lib.site.sections.data_table import observation_table
from lib.site.sections.downloads import dataset_downloads
from lib.site.sections.explore import explore
from lib.site.sections.findings import cannot_table, finding_list, summary_table
from lib.site.sections.lists import LISTS, list_box
from lib.site.sections.search import search_results
from lib.site.states import fault, in_its_place
from lib.words.search import ALL

Asked: TypeAlias = Mapping[str, str]


def _findings(here: Here, asked: Asked) -> Iterator[Part]:
    yield from in_its_place("findings", partial(finding_list, here, asked), here)
    yield Sheet("tables", (summary_table(here), cannot_table(here)))


def _data(here: Here, asked: Asked) -> Iterator[Part]:
    words, here = here.words, replace(here, look=Look())  # tables are the same in every look
    if here.record.faults:
        yield Sheet("faults", tuple(fault(error, words) for error in here.record.faults.values()))
    try:
        table, wanted = observation_table(here, asked)
    except Exception as error:
        yield Sheet("observations", (fault(error, words),))
    else:
        area = CHONGQING if wanted.area == ALL else wanted.area
        yield table
        yield from in_its_place("downloads", lambda: (dataset_downloads(wanted, here),), here)
        yield from in_its_place("coverage", lambda: (Sheet("coverage", (coverage_map(area, here),)),), here)
    yield Sheet("lists", (*(list_box(name, here) for name in LISTS), by_address(here)))
    yield Live("own_file")  # last: it comes with the open page, and nothing that is read stands below it


def _search(here: Here, asked: Asked) -> Iterator[Part]:
    yield from in_its_place("results", partial(search_results, here, asked), here)


SECTIONS: Mapping[str, Callable[[Here, Asked], Iterator[Part]]] = MappingProxyType(
    {"findings": _findings, "data": _data, "explore": explore, "briefing": briefing, "search": _search}
)
