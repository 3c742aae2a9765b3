"""Everything that is composed from a record, as texts; composed again only where what it asks for has changed.

A composition is a pure function of the record, so one that asks for no figure of an indicator says the same
whatever becomes of that indicator. That is what makes hundreds of records affordable.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

import pandas as pd
import plotly.graph_objects as go

from lib.charts.card import Card, Draw, Look
from lib.charts.registry import CHARTS
from lib.draw.plotly import drawn as drawn_of
from lib.facts.errors import RecordError
from lib.facts.observation import Row
from lib.facts.record import Record
from lib.words.answers import ANSWERS
from lib.words.answers.five_facts import FIVE_FACTS
from lib.words.kpis import KPIS
from lib.words.speak import Words

Texts = Mapping[str, str]
"""What one composition says, by the place where it says it, such as `title` or `notes.0`."""
Compose = Callable[[Record, Words, Look], Texts]
CURRENCIES = ("CNY", "USD")


@dataclass(frozen=True, slots=True)
class Said:
    """What a composition says of a record, or which error of the record it ends with."""

    name: str
    lang: str
    currency: str
    texts: Texts
    error: RecordError | None = None


@dataclass
class Notebook:
    """What was asked of a record: indicators by name, whole datasets by theirs."""

    asked: set[str] = field(default_factory=set)
    is_shut: bool = False

    def note(self, name: str) -> None:
        if not self.is_shut:
            self.asked.add(name)


class Frames(dict[str, pd.DataFrame]):
    """Frames that note which of them are looked at."""

    book: Notebook

    def __getitem__(self, name: str) -> pd.DataFrame:
        self.book.note(name)
        return super().__getitem__(name)


class Asked(Record):
    """A record that notes what it is asked for."""

    def rows(self, indicator: str, **where: object) -> list[Row]:
        book = self.__dict__["_book"]
        book.note(indicator)
        before, book.is_shut = book.is_shut, True
        try:
            return super().rows(indicator, **where)
        finally:
            book.is_shut = before

    def row(self, observation_id: str) -> Row:
        found = super().row(observation_id)
        self.__dict__["_book"].note(found["indicator"])
        return found


def asked(record: Record) -> tuple[Asked, Notebook]:
    """The same record, and the notebook in which it writes what it is asked for."""
    book, frames = Notebook(), Frames(record.frames)
    frames.book = book
    found = Asked(frames=frames, version=record.version, as_of=record.as_of, origins=record.origins)
    for name in ("_of_indicator", "_of_codes", "_by_observation", "_by_source", "_dataset_of", "_names"):
        found.__dict__[name] = getattr(record, name)
    found.__dict__["_book"] = book
    return found, book


class Composer:
    """Composes everything once for a record, and for one that differs in some indicators what asks for those."""

    def __init__(self, record: Record, compositions: Mapping[str, Compose]) -> None:
        self.record, self.compositions = record, compositions
        self._voices = (Words("zh"), Words("en"))
        self._asks: dict[tuple[str, str, str], frozenset[str]] = {}
        self._first = list(self._compose(record, None))
        said = {(one.name, one.lang, one.currency): one.texts for one in self._first}
        self._alike = {
            key for key in said if key[2] != CURRENCIES[0] and said[key] == said[*key[:2], CURRENCIES[0]]
        }

    def of(self, record: Record) -> Iterator[Said]:
        """What does everything say that asks for what is new or gone in this record?"""
        return self._compose(record, changed(self.record, record))

    def first(self) -> list[Said]:
        """What does everything say of the record itself?"""
        return self._first

    def _compose(self, record: Record, differs: frozenset[str] | None) -> Iterator[Said]:
        for name, compose in self.compositions.items():
            for words in self._voices:
                for currency in CURRENCIES:
                    key = (name, words.lang, currency)
                    if differs is None:
                        seen, book = asked(record)
                        yield _said(key, compose, seen, words)
                        self._asks[key] = frozenset(book.asked)
                    elif self._asks[key] & differs and not self._is_same(key):
                        yield _said(key, compose, record, words)

    def _is_same(self, key: tuple[str, str, str]) -> bool:
        """Does this say in dollars what it has said in yuan already?"""
        return key in self._alike


def _said(key: tuple[str, str, str], compose: Compose, record: Record, words: Words) -> Said:
    try:
        return Said(*key, compose(record, words, Look(currency=key[2])))
    except RecordError as error:
        return Said(*key, {}, error)


def changed(before: Record, after: Record) -> frozenset[str]:
    """Which indicators differ between two records, and which datasets are they in?"""
    keys = before._of_indicator.keys() | after._of_indicator.keys()
    differing = {key for key in keys if _rows(before, key) != _rows(after, key)}
    return frozenset(name for dataset, indicator in differing for name in (dataset, indicator))


def _rows(record: Record, key: tuple[str, str]) -> list[tuple[object, ...]]:
    """The rows of an indicator, to compare: NaN, which differs from itself, is None."""
    rows = record._of_indicator.get(key, ())
    return [tuple(None if cell != cell else cell for cell in row.values()) for row in rows]


def charts() -> dict[str, Compose]:
    """Every chart card: its sentences, its table, and what stands on the drawing."""

    def texts(draw: Draw, record: Record, words: Words, look: Look) -> Texts:
        return card_texts(draw(record, words, look), words)

    return {f"chart {name}": partial(texts, draw) for name, draw in CHARTS.items()}


def sentences() -> dict[str, Compose]:
    """Every answer, each of the five facts and each KPI card.

    The answer on reconciliation compares everything with everything: too slow for hundreds of records.
    """
    found: dict[str, Compose] = {}
    for name, answer in ANSWERS.items():
        if name != "reconciliation":
            found[f"answer {name}"] = partial(lambda say, r, w, _: {"answer": say(r, w)}, answer)
    for say in FIVE_FACTS:
        found[f"fact {say.__name__}"] = partial(lambda say, r, w, _: {"fact": say(r, w)}, say)
    for name, build in KPIS.items():
        found[f"kpi {name}"] = partial(_kpi, build)
    return found


def _kpi(build: Callable, record: Record, words: Words, look: Look) -> Texts:  # type: ignore[type-arg]
    kpi = build(record, words, look.currency)
    lines = "，".join(line for line, _ in kpi.lines)
    return {"card": f"{kpi.label} {kpi.parts.text} {lines}"}


def card_texts(card: Card, words: Words) -> Texts:
    """What does a card say, place by place?"""
    piece = drawn_of(card.chart)
    del piece["layout"]["template"]  # the same for all, and half of what Plotly has to check
    figure = go.Figure(piece)
    drawn = [mark.text for mark in figure.layout.annotations]
    ticks = [text for axis in figure.select_xaxes() for text in axis.ticktext or ()]
    traces = [
        str(text)
        for trace in figure.data
        for texts in (trace.text, trace.hovertext)
        if texts is not None
        for text in ([texts] if isinstance(texts, str) else texts)
        if text
    ]
    return {
        "title": card.title,
        "subtitle": card.subtitle,
        "alt": card.alt,
        **{f"note {place}": note for place, note in enumerate(card.notes)},
        **{f"row {place}": f"{row.label}: {words.period(row.fact.period)} {words.fact(row.fact)}"
           for place, row in enumerate(card.rows)},
        **{f"drawn {place}": text for place, text in enumerate([*drawn, *ticks, *traces])},
    }  # fmt: skip
