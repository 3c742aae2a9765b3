"""The page of results: what was found, kind by kind, each a link to where it stands."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from pathlib import Path

from lib.charts.card import Look
from lib.search.answer import Answer, Found, Group
from lib.search.index import Index, index_of
from lib.site.here import Here
from lib.site.shared import shared
from lib.words.address import address
from lib.words.speak import Words
from pages.components import html
from pages.components.search_field import ASKED, asked
from pages.components.states import show_fault

_CSS = Path(__file__).with_name("search.css").read_text(encoding="utf-8")
EXAMPLES = {
    "zh": ("78.7%", "离岸 2020", "外包增速", "服贸", "fwmy", "成都"),
    "en": ("78.7%", "offshore 2020", "outsourcing growth", "ITO", "fwmy", "Chengdu"),
}
_TRIES = ("number", "words", "period", "fewer")


def search_results(reader: Here) -> None:
    """Puts on the page what answers the search in the address, or what can be searched for."""
    words, typed = reader.words, asked()
    html.show(f"<style>{_CSS}</style>")
    for fault in reader.record.faults.values():
        show_fault(fault, words)
    if not typed:
        html.show(html.tag("h1", words("site.hidden.search"), "lead") + _examples_html("empty", words))
        return
    found = _index("search", replace(reader, look=Look(), view="screen")).find(typed)
    html.show(_found_html(found, words) if found.groups else _nothing_html(found, words))


@shared
def _index(_name: str, reader: Here) -> Index:
    """What there is to find, made for the first who searches and then there for all."""
    return index_of(reader.record, reader.words)


def _found_html(found: Found, words: Words) -> str:
    title = html.tag("h1", words("search.found", asked=found.asked, count=words.count(found.count)), "lead")
    groups = "".join(_group_html(group, words) for group in found.groups)
    return f'<div class="found">{title}{_notices_html(found, words)}{groups}</div>'


def _nothing_html(found: Found, words: Words) -> str:
    title = html.tag("h1", words("search.none", asked=found.asked), "lead")
    return title + _examples_html("try", words)


def _notices_html(found: Found, words: Words) -> str:
    told = [words("search.mended", typed=typed, meant=meant) for typed, meant in found.mended]
    told += [words("search.missed", typed=typed) for typed in found.missed]
    told += [words("search.loose")] if found.is_loose else []
    return html.tag("p", words.run_on(told), "state") if told else ""


def _group_html(group: Group, words: Words) -> str:
    key = "search.all" if len(group.answers) == group.count else "search.shown"
    told = words(key, count=words.count(group.count), shown=words.count(len(group.answers)))
    head = html.tag("h2", words(f"search.kind.{group.kind}"), "section") + html.tag("p", told, "card-sub")
    hits = "".join(f"<li>{_hit_html(answer, words)}</li>" for answer in group.answers)
    return f'<section class="st-key-found_{escape(group.kind)}">{head}<ol class="hits">{hits}</ol></section>'


def _hit_html(answer: Answer, words: Words) -> str:
    line = _goes_html(answer.title, answer.address)
    if answer.value:
        line += html.tag("b", answer.value, "hit-value")
    if answer.growth:
        line += html.tag("span", answer.growth, "hit-growth")
    told = " · ".join(text for text in (answer.source, answer.text) if text)
    if told:
        line += html.tag("p", told, "card-note")
    if answer.places:
        links = "".join(_place_html(label, place) for label, place in answer.places)
        line += f'<p class="card-note hit-places">{html.tag("span", words("search.places"))}{links}</p>'
    return line


def _place_html(label: str, place: str) -> str:
    if place.startswith("/api/"):
        return f'<a href="{escape(place.removeprefix("/"))}" target="_blank">{escape(label)}</a>'
    return _goes_html(label, place)


def _goes_html(label: str, place: str) -> str:
    return f'<a class="goes" href="{escape("." + place)}" target="_self">{escape(label)}</a>'


def _examples_html(key: str, words: Words) -> str:
    links = "".join(
        f"<li>{_goes_html(text, address('search', lang=words.lang, **{ASKED: text}))}</li>"
        for text in EXAMPLES[words.lang]
    )
    tries = "".join(html.tag("li", words(f"search.try.{name}")) for name in _TRIES)
    data = f"<li>{_goes_html(words('search.try.data'), address('data', lang=words.lang))}</li>"
    told = html.tag("p", words(f"search.{key}"), "quiet")
    return f'{told}<ul class="examples">{links}</ul><ul class="facts">{tries}{data}</ul>'
