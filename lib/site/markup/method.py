"""来源与算法 / Source and method: what is known of each figure, as HTML."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

from lib.facts.fact import Fact
from lib.facts.record import Record
from lib.site.markup.tags import joined, link, tag
from lib.words.messages import text_of
from lib.words.origins import mark
from lib.words.provenance import Source, as_of, entry, sources_of
from lib.words.speak import Words


def method_html(rows: Iterable[tuple[str, Fact]], record: Record, words: Words) -> Markup:
    """What does the panel of source and method say of these figures?"""
    listed = list(rows)
    parts = [_figure(label, fact, record, words) for label, fact in listed]
    links = sources_html(sources_of([fact for _, fact in listed], record, words))
    parts.append(tag("h3", words("provenance.links")) + links)
    return tag("div", parts, "method", lang=words.lang)


def sources_html(sources: tuple[Source, ...]) -> Markup:
    """What is the list of these sources, linked where a link may be given?"""
    return joined(
        tag("p", _linked(found, f"{found.line} {found.title}".strip()), "source") for found in sources
    )


def source_html(facts: tuple[Fact, ...], record: Record, words: Words) -> Markup:
    """What stands under a chart: its sources, linked where a link may be given, and as of which day?"""
    sources = sources_of(facts, record, words)
    first = [_linked(found, found.line) for found in sources[:2]]
    if len(sources) > 2:
        told = escape(text_of("card.sources_more", words.lang))
        named = told.format(name=first[0], all=words.count(len(sources)))
    else:
        names = escape(words.join(["{}"] * len(first))).format(*first)
        named = escape(text_of("card.sources", words.lang)).format(names=names)
    newest = as_of(facts, record)
    day = f" · {words('card.as_of', date=newest)}" if newest else ""
    own = mark(record.origin_of(facts), words)
    return tag("p", ((tag("b", own) + " · ") if own else "", named, day), "source")


def _linked(found: Source, text: str) -> Markup:
    return link(found.url, text) if found.url else escape(text)


def _figure(label: str, fact: Fact, record: Record, words: Words) -> Markup:
    pairs = (tag("dt", name) + tag("dd", text) for name, text in entry(fact, record, words))
    return tag("h3", f"{label} · {words.fact(fact)}") + tag("dl", pairs)
