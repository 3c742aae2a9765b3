"""The page of results: what was found, kind by kind, each a link to where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from html import escape
from pathlib import Path

from lib.charts.card import Look
from lib.search.answer import Answer, Found, Group
from lib.search.index import Index, index_of
from lib.search.typed import ASKED, cleaned
from lib.site.here import Here
from lib.site.markup.tags import led, tag
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
    return (Sheet("results", (*faults, Text(f"<style>{_CSS}</style>{_answered_html(typed, here)}"))),)


def _answered_html(typed: str, here: Here) -> str:
    words = here.words
    if not typed:
        return tag("h1", words("site.hidden.search"), "lead") + _examples_html("empty", words)
    found = _index("search", replace(here, look=Look(), view="screen")).find(typed)
    return _found_html(found, words) if found.groups else _nothing_html(found, words)


@shared
def _index(_name: str, here: Here) -> Index:
    """What there is to find, made for the first who searches and then there for all."""
    return index_of(here.record, here.words, stands(here.record))


def _found_html(found: Found, words: Words) -> str:
    title = tag("h1", words("search.found", asked=found.asked, count=words.count(found.count)), "lead")
    groups = "".join(_group_html(group, words) for group in found.groups)
    return f'<div class="found">{title}{_notices_html(found, words)}{groups}</div>'


def _nothing_html(found: Found, words: Words) -> str:
    title = tag("h1", words("search.none", asked=found.asked), "lead")
    return title + _examples_html("try", words)


def _notices_html(found: Found, words: Words) -> str:
    told = [words("search.mended", typed=typed, meant=meant) for typed, meant in found.mended]
    told += [words("search.missed", typed=typed) for typed in found.missed]
    told += [words("search.loose")] if found.is_loose else []
    return tag("p", words.run_on(told), "state") if told else ""


def _group_html(group: Group, words: Words) -> str:
    key = "search.all" if len(group.answers) == group.count else "search.shown"
    told = words(key, count=words.count(group.count), shown=words.count(len(group.answers)))
    head = tag("h2", words(f"search.kind.{group.kind}"), "section") + tag("p", told, "card-sub")
    hits = "".join(f"<li>{_hit_html(answer, words)}</li>" for answer in group.answers)
    return f'<section class="st-key-found_{escape(group.kind)}">{head}<ol class="hits">{hits}</ol></section>'


def _hit_html(answer: Answer, words: Words) -> str:
    line = led(answer.title, f".{answer.address}")
    if answer.value:
        line += tag("b", answer.value, "hit-value")
    if answer.growth:
        line += tag("span", answer.growth, "hit-growth")
    told = " · ".join(text for text in (answer.source, answer.text) if text)
    if told:
        line += tag("p", told, "card-note")
    if answer.places:
        links = "".join(_place_html(label, place) for label, place in answer.places)
        line += f'<p class="card-note hit-places">{tag("span", words("search.places"))}{links}</p>'
    return line


def _place_html(label: str, place: str) -> str:
    if place.startswith("/api/"):
        return f'<a href="{escape(place.removeprefix("/"))}" target="_blank">{escape(label)}</a>'
    return led(label, f".{place}")


def _examples_html(key: str, words: Words) -> str:
    links = "".join(
        f"<li>{led(text, '.' + address('search', lang=words.lang, **{ASKED: text}))}</li>"
        for text in EXAMPLES[words.lang]
    )
    tries = "".join(tag("li", words(f"search.try.{name}")) for name in _TRIES)
    data = f"<li>{led(words('search.try.data'), '.' + address('data', lang=words.lang))}</li>"
    told = tag("p", words(f"search.{key}"), "quiet")
    return f'{told}<ul class="examples">{links}</ul><ul class="facts">{tries}{data}</ul>'
