"""The page of results: what was found, kind by kind, each a link to where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from markupsafe import Markup

from lib.charts.card import Look
from lib.search.answer import Answer, Found, Group
from lib.search.index import Index, index_of
from lib.search.typed import ASKED, cleaned
from lib.site.here import Here
from lib.site.markup.tags import NOTHING, coded, led, tag
from lib.site.pages import stands
from lib.site.part import Sheet
from lib.site.pieces import Text
from lib.site.shared import shared
from lib.site.states import fault
from lib.words.address import address
from lib.words.speak import Words

_CSS = Path(__file__).with_name("search.css").read_text(encoding="utf-8")
EXAMPLES = {
    "zh": ("78.7%", "离岸 2020", "外包增速", "服贸", "fwmy", "成都"),
    "en": ("78.7%", "offshore 2020", "outsourcing growth", "ITO", "fwmy", "Chengdu"),
}
_TRIES = ("number", "words", "period", "fewer")


def search_results(here: Here, asked: Mapping[str, str]) -> tuple[Sheet, ...]:
    """What answers the search in the address, or what can be searched for?"""
    words, typed = here.words, cleaned(asked.get(ASKED, ""))
    faults = [fault(error, words) for error in here.record.faults.values()]
    return (Sheet("results", (*faults, Text(coded("style", _CSS) + _answered_html(typed, here)))),)


def _answered_html(typed: str, here: Here) -> Markup:
    words = here.words
    if not typed:
        return tag("h1", words("site.hidden.search"), "lead") + _examples_html("empty", words)
    found = _index("search", replace(here, look=Look(), view="screen")).find(typed)
    return _found_html(found, words) if found.groups else _nothing_html(found, words)


@shared
def _index(_name: str, here: Here) -> Index:
    """What there is to find, made for the first who searches and then there for all."""
    return index_of(here.record, here.words, stands(here.record))


def _found_html(found: Found, words: Words) -> Markup:
    title = tag("h1", words("search.found", asked=found.asked, count=words.count(found.count)), "lead")
    groups = (_group_html(group, words) for group in found.groups)
    return tag("div", (title, _notices_html(found, words), *groups), "found")


def _nothing_html(found: Found, words: Words) -> Markup:
    title = tag("h1", words("search.none", asked=found.asked), "lead")
    return title + _examples_html("try", words)


def _notices_html(found: Found, words: Words) -> Markup:
    told = [words("search.mended", typed=typed, meant=meant) for typed, meant in found.mended]
    told += [words("search.missed", typed=typed) for typed in found.missed]
    told += [words("search.loose")] if found.is_loose else []
    return tag("p", words.run_on(told), "state") if told else NOTHING


def _group_html(group: Group, words: Words) -> Markup:
    key = "search.all" if len(group.answers) == group.count else "search.shown"
    told = words(key, count=words.count(group.count), shown=words.count(len(group.answers)))
    head = tag("h2", words(f"search.kind.{group.kind}"), "section") + tag("p", told, "card-sub")
    hits = (tag("li", _hit_html(answer, words)) for answer in group.answers)
    return tag("section", (head, tag("ol", hits, "hits")), f"st-key-found_{group.kind}")


def _hit_html(answer: Answer, words: Words) -> Markup:
    line = led(answer.title, f".{answer.address}")
    if answer.value:
        line += tag("b", answer.value, "hit-value")
    if answer.growth:
        line += tag("span", answer.growth, "hit-growth")
    told = " · ".join(text for text in (answer.source, answer.text) if text)
    if told:
        line += tag("p", told, "card-note")
    if answer.places:
        links = (_place_html(label, place) for label, place in answer.places)
        line += tag("p", (tag("span", words("search.places")), *links), "card-note hit-places")
    return line


def _place_html(label: str, place: str) -> Markup:
    if place.startswith("/api/"):
        return tag("a", label, href=place.removeprefix("/"), target="_blank")
    return led(label, f".{place}")


def _examples_html(key: str, words: Words) -> Markup:
    links = (
        tag("li", led(text, f".{address('search', lang=words.lang, **{ASKED: text})}"))
        for text in EXAMPLES[words.lang]
    )
    tries = (tag("li", words(f"search.try.{name}")) for name in _TRIES)
    data = tag("li", led(words("search.try.data"), f".{address('data', lang=words.lang)}"))
    told = tag("p", words(f"search.{key}"), "quiet")
    return told + tag("ul", links, "examples") + tag("ul", (*tries, data), "facts")
