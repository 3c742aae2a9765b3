"""What else there is to find beside figures: charts, pages, terms, sources, methods, downloads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain

from lib.charts.card import Card, Look
from lib.charts.registry import EVERY
from lib.facts.reconcile import NAMES
from lib.facts.record import DATASETS, Record
from lib.search.answer import Answer
from lib.search.named import Named, named
from lib.search.terms import Term
from lib.words.address import address
from lib.words.dataset import citing
from lib.words.messages import LANGUAGES, catalogue, text_of
from lib.words.names import Names
from lib.words.provenance import formula_with_names
from lib.words.source_list import source_list
from lib.words.speak import Words

BODY = 0.6
"""What a word counts that stands in the text and not in the title."""
SCOPE = 0.8
"""What the name of a statistical scope counts beside that of an indicator."""
FORMS = ("csv", "xlsx", "json", "parquet")


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to find: what a search looks at, and what it answers with."""

    answer: Answer
    title: Named
    body: Named
    weight: float = 1.0

    def fit(self, term: Term) -> float:
        """How well does it fit a word of a search?"""
        return self.weight * max(self.title.fit(term), BODY * self.body.fit(term))


def cards_of(record: Record, words: Words, stands: Mapping[str, str]) -> tuple[tuple[Card, str], ...]:
    """Which charts can be drawn, each with the address where it stands? `stands` names its page."""
    found = []
    for name, page in stands.items():
        with suppress(Exception):  # what keeps it from being drawn is said on its page
            card = EVERY[name](record, words, Look())
            found.append((card, f"{address(page, lang=words.lang)}#chart_{name}"))
    return tuple(found)


def entries(record: Record, words: Words, cards: Iterable[tuple[Card, str]]) -> tuple[Entry, ...]:
    """What is there to find beside figures and comparisons? A list that cannot be read leaves only its own out."""
    drawn = tuple(cards)
    parts = (
        _charts(drawn, record),
        _pages(words),
        _terms(record, words),
        _sources(record, words),
        _methods(drawn, words),
        _downloads(record, words),
    )
    return tuple(chain.from_iterable(parts))


def _charts(cards: Iterable[tuple[Card, str]], record: Record) -> Iterator[Entry]:
    both = [Names.of(record, lang) for lang in LANGUAGES]
    for card, place in cards:
        codes = {
            (table, code)
            for fact in card.facts
            for table, code in (
                ("indicators", fact.indicator),
                ("areas", fact.ref_area),
                ("categories", fact.category),
            )
            if code != "total"
        }
        told = [say(table, code) for say in both for table, code in sorted(codes)]
        yield Entry(
            Answer("chart", card.name, card.title, card.subtitle, place),
            named(card.title, card.name.replace("_", " ")),
            named(card.subtitle, "\n".join(told), spoken=False),
        )


def _pages(words: Words) -> Iterator[Entry]:
    for key in catalogue("zh"):
        name = key.removeprefix("site.nav.")
        if name != key:
            asks = [catalogue(lang).get(f"site.question.{name}", "") for lang in LANGUAGES]
            yield Entry(
                Answer(
                    "page", name, words(key), words.note((asks[0], asks[1])), address(name, lang=words.lang)
                ),
                named(*(text_of(key, lang) for lang in LANGUAGES)),
                named(*asks, spoken=False),
            )


def _terms(record: Record, words: Words) -> Iterator[Entry]:
    scoped: dict[str, str] = {}
    printed: set[str] = set()
    for name in DATASETS:
        frame = record.frames.get(name)
        if frame is not None:
            printed |= set(frame["unit"].astype(str))
            scoped |= dict(zip(frame["basis"].astype(str), frame["indicator"].astype(str), strict=True))
    for row in _rows(record, "indicators"):
        yield _term(row, "indicator", "definition", {"indicator": row["indicator"]}, words)
    for row in _rows(record, "bases"):
        yield _term(row, "basis", "scope", {"indicator": scoped.get(row["basis"], "")}, words)
    for row in _rows(record, "categories"):
        if row["category"] != "total":
            yield _term(row, "category", "", {"q": words.note((row["name_zh"], row["name_en"]))}, words)
    for key in catalogue("zh"):
        if key.startswith("unit."):
            code = key.removeprefix("unit.")
            asked = {"unit": code} if code in printed else {}
            yield Entry(
                Answer(
                    "term", key, words(key), words("search.unit"), address("data", lang=words.lang, **asked)
                ),
                named(*(text_of(key, lang) for lang in LANGUAGES)),
                named(*(text_of("search.unit", lang) for lang in LANGUAGES)),
            )


def _term(row: dict[str, str], key: str, text: str, asked: dict[str, str], words: Words) -> Entry:
    told = (row[f"{text}_zh"], row[f"{text}_en"]) if text else ("", "")
    title = words.note((row["name_zh"], row["name_en"]))
    return Entry(
        Answer(
            "term", f"{key}.{row[key]}", title, words.note(told), address("data", lang=words.lang, **asked)
        ),
        named(row["name_zh"], row["name_en"]),
        named(*told, spoken=False),
        weight=SCOPE if key == "basis" else 1.0,
    )


def _sources(record: Record, words: Words) -> Iterator[Entry]:
    cite, rows = citing(record, words), {row["source_id"]: row for row in _rows(record, "sources")}
    for code in (listed.source_id for listed in source_list(record, words)) if rows else ():
        row = rows[code]
        yield Entry(
            Answer("source", code, cite(code), row["title"], address("data", lang=words.lang, q=code)),
            named(row["publisher_zh"], row["publisher_en"]),
            named(row["title"], f"{code} {row['published']} {row['note']}", spoken=False),
        )


def _methods(cards: Iterable[tuple[Card, str]], words: Words) -> Iterator[Entry]:
    kind = [text_of("search.kind.method", lang) for lang in LANGUAGES]
    seen: dict[str, Entry] = {}
    for card, place in cards:
        for row in card.rows:
            derivation = row.fact.derivation
            if derivation and derivation.function not in seen:
                title = formula_with_names(row.fact, words)
                seen[derivation.function] = Entry(
                    Answer("method", derivation.function, title, f"{row.label}", place),
                    named(row.label, derivation.function.replace("_", " ")),
                    named(f"{title} {kind[0]} {card.title}", kind[1], spoken=False),
                )
    yield from seen.values()
    for check in NAMES:
        key = f"reconciliation.check.{check}"
        place = address("reconciliation", lang=words.lang, verdict="all", check=check)
        yield Entry(
            Answer("method", f"check.{check}", words(key), words("search.compared"), place),
            named(*(text_of(key, lang) for lang in LANGUAGES)),
            named(
                *(
                    f"{text_of('search.compared', lang)} {text}"
                    for lang, text in zip(LANGUAGES, kind, strict=True)
                )
            ),
        )


def _downloads(record: Record, words: Words) -> Iterator[Entry]:
    for name in DATASETS:
        if name in record.frames:
            key = f"data.dataset.{name}"
            files = [(form.upper(), f"/api/datasets/{name}.{form}?lang={words.lang}") for form in FORMS]
            count = words.count(len(record.frames[name]))
            yield Entry(
                Answer(
                    "download",
                    name,
                    words(key),
                    words("search.download", count=count),
                    address("data", lang=words.lang, dataset=name),
                    places=tuple(files),
                ),
                named(*(text_of(key, lang) for lang in LANGUAGES)),
                named("下载 数据集", " ".join(("download dataset", name, *FORMS))),
            )


def _rows(record: Record, table: str) -> list[dict[str, str]]:
    frame = record.frames.get(table)
    if frame is None:
        return []
    return [{str(key): str(cell) for key, cell in row.items()} for row in frame.to_dict("records")]
