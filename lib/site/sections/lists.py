"""The lists of the page on data: what changed, what is looked for, sources, what does not fit, every column."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from markupsafe import Markup

from lib.facts.record import Record
from lib.site.here import Here
from lib.site.markup.files import csv_link
from lib.site.markup.lists import changes_list, conflicts_list, gaps_list, sources_list
from lib.site.markup.tags import table, tag
from lib.site.pieces import Box, Text
from lib.site.shared import shared
from lib.site.states import fault
from lib.words.dictionary import dictionary_head, dictionary_rows
from lib.words.gaps import gaps_csv
from lib.words.speak import Words


def list_box(name: str, here: Here) -> Box:
    """What is a list of LISTS, with its title? Where it cannot be read, that."""
    title, _ = LISTS[name]
    try:
        told = _told(name, here)
    except Exception as error:
        told = fault(error, here.words)
    return Box(f"table_{name}", (Text(tag("h2", here.words(title), "card-title")), told))


@shared
def _told(name: str, here: Here) -> Text:
    _, make = LISTS[name]
    markup = make(here.record, here.words)
    return _with_file(markup, here) if name == "gaps" else Text(markup)


def _with_file(markup: Markup, here: Here) -> Text:
    words = here.words
    name, content = f"gaps_{here.record.version}.csv", gaps_csv(here.record, words).encode("utf-8-sig")
    file = csv_link("csv_gaps", name, content, words, label=words("data.gaps.download"))
    return Text(markup + tag("div", file, "tools"))


def _dictionary(_: Record, words: Words) -> Markup:
    about = tag("p", words("data.dictionary.about"), "card-sub")
    return about + table(dictionary_head(words), dictionary_rows(words))


LISTS: Mapping[str, tuple[str, Callable[[Record, Words], Markup]]] = MappingProxyType(
    {
        "changes": ("changes.title", changes_list),
        "gaps": ("data.gaps.title", gaps_list),
        "sources": ("data.sources.title", sources_list),
        "conflicts": ("data.conflicts.title", conflicts_list),
        "dictionary": ("data.dictionary.title", _dictionary),
    }
)
"""Each by its name: the message of its title, and what makes it. Raises DatasetUnavailable."""
