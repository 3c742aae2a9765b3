"""Where a figure comes from, in words: as printed, by whom, and for a derived one how it was worked out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from lib.catalog.codes import LINKED_ACCESS
from lib.facts.derive import AMOUNTS
from lib.facts.fact import Fact
from lib.facts.record import Record
from lib.words.numbers import plain, scale_for
from lib.words.origins import marked_by
from lib.words.speak import Words


@dataclass(frozen=True, slots=True)
class Source:
    """A source as it is shown: one line that names it, its title, and a link where one may be given."""

    source_id: str
    line: str
    title: str
    published: str
    url: str


def source(source_id: str, record: Record, words: Words) -> Source:
    """How is a source shown? A copy has no link: several of those hosts are unrelated sites."""
    row = record.source(source_id)
    own = row["publisher_zh"] if words.lang == "zh" else row["publisher_en"]
    said = {"publisher": own or row["publisher_en"], "access": words(f"provenance.access.{row['access']}")}
    line = words("provenance.source_line", date=row["published"], **said) if row["published"] else ""
    return Source(
        source_id=source_id,
        line=line or words("provenance.source_line_undated", **said),
        title=words("provenance.title", title=row["title"]) if row["title"] else "",
        published=row["published"],
        url=link_of(row["access"], row["url"]),
    )


def link_of(access: str, url: str) -> str:
    """Which address of a source may be followed? None of a copy, and none but a page of the web.

    >>> link_of("original", "https://www.gov.cn/"), link_of("copy", "https://a.example/")
    ('https://www.gov.cn/', '')
    >>> link_of("original", "javascript:alert(1)")
    ''
    """
    return url if access in LINKED_ACCESS and url.startswith(("https://", "http://")) else ""


def sources_of(facts: Iterable[Fact], record: Record, words: Words) -> tuple[Source, ...]:
    """Which sources do figures rest on, each once, in the order of first use?"""
    ids = dict.fromkeys(
        str(record.row(observation)["source_id"]) for fact in facts for observation in fact.lineage()
    )
    return tuple(source(source_id, record, words) for source_id in ids)


def as_of(facts: Iterable[Fact], record: Record) -> date | None:
    """As of which day do figures speak? The newest day that a source of theirs was published.

    Of a source without a date it is known only that it speaks of its period, so the end of that counts; the
    years of goals have not come yet and do not. None where nothing but goals of undated sources is left.
    """
    rows = [record.row(observation) for fact in facts for observation in fact.lineage()]
    days: list[date] = [
        date.fromisoformat(published)
        for published in (record.source(row["source_id"])["published"] for row in rows)
        if published
    ]
    ends: list[date] = [row["period_end"] for row in rows if row["kind"] == "outcome"]
    return max(days + ends, default=None)


def source_line(facts: Iterable[Fact], record: Record, words: Words) -> str:
    """What stands under a chart: its sources, and as of which day?"""
    shown = list(facts)
    sources = sources_of(shown, record, words)
    if len(sources) > 2:
        named = words("card.sources_more", name=sources[0].line, all=words.count(len(sources)))
    else:
        named = words("card.sources", names=words.join(found.line for found in sources))
    newest = as_of(shown, record)
    line = f"{named} · {words('card.as_of', date=newest)}" if newest else named
    return marked_by(shown, record, line, words)


def entry(fact: Fact, record: Record, words: Words) -> list[tuple[str, str]]:
    """What is known of one figure, as pairs of a name and a text?

    Printed figures: as printed, what rounding allows, status, note. Derived ones: the formula, the formula
    with its numbers, the interval, what it takes for granted. A single method text for screen and exports.
    """
    return _derived(fact, record, words) if fact.derivation else _printed(fact, record, words)


def formula_with_names(fact: Fact, words: Words) -> str:
    """By which formula was a figure worked out? (本期 ÷ 上年同期 − 1) × 100."""
    assert fact.derivation is not None
    named = dict(fact.derivation.names)
    names = {
        name: words.note(named[name]) if name in named else words(f"provenance.symbol.{name}")
        for name, _ in fact.derivation.inputs
    }
    return fact.derivation.formula.format(**names)


def formula_with_numbers(fact: Fact, words: Words) -> str:
    """Which numbers went into the formula? Amounts in the power of ten that the language writes."""
    assert fact.derivation is not None
    amounts = [value for value in fact.derivation.facts() if value.unit in AMOUNTS]
    power = scale_for(amounts[0], words.lang) if amounts else 0
    return fact.derivation.formula.format(
        **{name: _number(value, power, words) for name, value in fact.derivation.inputs}
    )


def _number(value: Fact | float, power: int, words: Words) -> str:
    if not isinstance(value, Fact):
        return plain(value, 0 if float(value).is_integer() else 4, words.lang)
    at = power if value.unit in AMOUNTS else 0
    guard = 2 if value.is_derived else 0  # so that a reader who follows the arithmetic arrives where it does
    return plain(value.at(at), max(0, value.decimals + at - value.unit_mult + guard), words.lang)


def _printed(fact: Fact, record: Record, words: Words) -> list[tuple[str, str]]:
    row = record.row(fact.observations[0])
    told = [
        (words("provenance.as_printed"), as_printed(fact, words)),
        (words("provenance.bounds"), words.bounds(fact)),
        (words("provenance.status"), words.status(fact)),
        (words("provenance.source"), _cited(source(row["source_id"], record, words))),
    ]
    note = words.note(fact.note)
    return [*told, (words("provenance.note"), note)] if note else told


def _derived(fact: Fact, record: Record, words: Words) -> list[tuple[str, str]]:
    assert fact.derivation is not None
    told = [
        (words("provenance.formula"), formula_with_names(fact, words)),
        (
            words("provenance.numbers"),
            words("provenance.equals", numbers=formula_with_numbers(fact, words), figure=fact),
        ),
        (words("provenance.bounds"), words.bounds(fact)),
        (words("provenance.status"), words.status(fact)),
    ]
    given = dict(fact.derivation.inputs)
    for assumption in fact.derivation.assumptions:
        told.append((words("provenance.assumes"), words(f"provenance.assumption.{assumption}", **given)))
    cited = [_cited(found) for found in sources_of([fact], record, words)]
    return [*told, (words("provenance.source"), words.join(cited))]


def as_printed(fact: Fact, words: Words) -> str:
    """Which digits, scale and unit did the source print? 近 1800；1.21 × 10⁹ USD."""
    qualifier = "" if fact.qualifier == "exact" else words(f"provenance.qualifier.{fact.qualifier}")
    power = "" if not fact.unit_mult else f" × 10{str(fact.unit_mult).translate(_SUPERSCRIPT)}"
    number = plain(fact.value, fact.decimals, words.lang)
    return f"{qualifier} {number}{power} {words(f'unit.{fact.unit}')}".strip()


def _cited(found: Source) -> str:
    return f"{found.line} {found.title}".strip()


_SUPERSCRIPT: dict[int, Any] = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
