"""The printed figures as a search goes through them, and as it answers with them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import TypeAlias

import numpy as np

from lib.facts.fact import Fact
from lib.facts.headline import HEADLINES
from lib.facts.observation import Row, growth_of, to_fact
from lib.facts.record import CHINA, CHONGQING, WORLD, Record
from lib.search.answer import Answer
from lib.search.named import NOTHING, Named, named
from lib.search.table import Floats, Line, Table
from lib.words.address import address
from lib.words.dataset import citing, observations
from lib.words.findings import subject
from lib.words.names import Names
from lib.words.origins import marked_by
from lib.words.speak import Words

WEIGHTS = (1.0, 1.0, 1.0, 0.9, 1.0, 1.0, 0.5, 0.45, 0.4)
"""What a name counts: indicator, area, category, partner, growth, kind, scope, source, note."""
_GROWTH = 4
_LEADING = {indicator: place for place, indicator in enumerate(HEADLINES)}
_FAR = {CHONGQING: 0, CHINA: 1, WORLD: 3}
LEVEL, GROWTH, BASE = 0, 1, 2
"""As what a chart draws an observation: its figure, the growth beside it, or something worked out from it."""
MOST_PLACES = 3
HEADLINE, OWN = 0.05, 0.03
"""By how much a headline, and whatever is of Chongqing, stands above another that fits as well."""
Drawn: TypeAlias = Mapping[str, Mapping[tuple[str, str], int]]
"""Title and address of the charts that draw each observation, and as what."""


@dataclass(frozen=True, eq=False)
class Figures:
    """Every figure, and the growth printed beside it as a line of its own."""

    table: Table
    bonus: Floats = field(repr=False)
    rows: tuple[tuple[Row, bool], ...] = field(repr=False)
    say: Names = field(repr=False)
    cite: Callable[[str], str] = field(repr=False)
    record: Record = field(repr=False)
    words: Words
    drawn: Drawn = field(repr=False)

    def answer(self, place: int) -> Answer:
        """What does a search say of the figure at this place of the table?"""
        row, is_growth = self.rows[place]
        words, say, fact = self.words, self.say, to_fact(row)
        grown = growth_of(row) if row["growth"] == row["growth"] else None
        about = subject(fact, say, words)
        drawn = self.drawn.get(row["observation_id"], {})
        nearest = {LEVEL: GROWTH, GROWTH: LEVEL, BASE: BASE} if is_growth else {}
        places = sorted(drawn, key=lambda place: nearest.get(drawn[place], drawn[place]))[:MOST_PLACES]
        table = address("data", lang=words.lang, q=row["observation_id"])
        told = [say("bases", row["basis"])]
        told += [words("search.low")] if row["confidence"] == "low" else []
        return Answer(
            kind="figure",
            code=f"{row['observation_id']}{'.growth' if is_growth else ''}",
            title=words("search.growth_of", subject=about) if is_growth else about,
            text=words.join(told),
            address=places[0][1] if places else table,
            value=words.signed(grown) if is_growth and grown else words.marked(fact),
            growth=words.change(grown) if grown and not is_growth else "",
            source=marked_by([fact], self.record, self.cite(row["source_id"]), words),
            places=(*places, (words("search.in_table"), table)),
        )


def figures(record: Record, words: Words, drawn: Drawn) -> Figures:
    """Which figures are there to find? Headlines first, then Chongqing's, outcomes, totals, and the newest."""
    rows = sorted(observations(record), key=partial(_order, _published(record)))
    found: list[tuple[Row, bool]] = []
    for row in rows:
        found.append((row, False))
        if row["growth"] == row["growth"]:
            found.append((row, True))
    name = Naming(record)
    lines = [_line(row, name, is_growth=is_growth) for row, is_growth in found]
    bonus = np.array([_bonus(row) for row, _ in found])
    return Figures(
        Table(lines, WEIGHTS),
        bonus,
        tuple(found),
        Names.of(record, words.lang),
        citing(record, words),
        record,
        words,
        drawn,
    )


class Naming:
    """How searches look at the codes of a record: their names in both languages."""

    def __init__(self, record: Record) -> None:
        """Reads the names of all codes."""
        self._both = [Names.of(record, lang) for lang in ("zh", "en")]
        self._sources = {} if record.frames.get("sources") is None else _sources(record)
        self._kept: dict[tuple[str, str], Named] = {}

    def __call__(self, table: str, code: str) -> Named:
        """How do searches look at one code of a list?"""
        if (table, code) not in self._kept:
            self._kept[table, code] = named(*(say(table, code) for say in self._both))
        return self._kept[table, code]

    def source(self, code: str) -> Named:
        """How do searches look at who printed a figure?"""
        return self._sources.get(code, NOTHING)


def _sources(record: Record) -> dict[str, Named]:
    return {
        str(row["source_id"]): named(
            str(row["publisher_zh"]), f"{row['publisher_en']} {row['source_id']}", spoken=False
        )
        for row in record.lines("sources")
    }


def names_of(fact: Fact, name: Naming) -> tuple[Named, ...]:
    """How do searches look at what a figure speaks of: indicator, area, category, partner?"""
    return (
        name("indicators", fact.indicator),
        name("areas", fact.ref_area),
        NOTHING if fact.category == "total" else name("categories", fact.category),
        NOTHING if fact.counterpart == WORLD else name("areas", fact.counterpart),
    )


_KINDS = {"target": named("目标", "target"), "estimate": named("预计", "estimate")}
_GROWN = named("同比", "growth")


def _line(row: Row, name: Naming, *, is_growth: bool) -> Line:
    start, end = row["period_start"], row["period_end"]
    return Line(
        names=(
            name("indicators", row["indicator"]),
            name("areas", row["ref_area"]),
            NOTHING if row["category"] == "total" else name("categories", row["category"]),
            NOTHING if row["counterpart"] == WORLD else name("areas", row["counterpart"]),
            _GROWN if is_growth else NOTHING,
            _KINDS.get(row["kind"], NOTHING),
            name("bases", row["basis"]),
            name.source(row["source_id"]),
            named(row["note_zh"], row["note_en"], spoken=False),
        ),
        value=row["growth"] if is_growth else row["value"] * 10.0 ** int(row["unit_mult"]),
        unit="PERCENT" if is_growth else row["unit"],
        span=(start.year, start.month, end.year, end.month),
        only_by=_GROWTH if is_growth else None,
    )


def _bonus(row: Row) -> float:
    return (HEADLINE if _headline(row) < len(HEADLINES) else 0.0) + (
        OWN if row["ref_area"] == CHONGQING else 0.0
    )


def _headline(row: Row) -> int:
    """Which place has a figure among the headlines? After all of them if it is none."""
    where = HEADLINES.get(row["indicator"])
    if where is None or row["ref_area"] != CHONGQING or row["kind"] != "outcome":
        return len(HEADLINES)
    wanted = {"category": "total", "counterpart": WORLD} | dict(where)
    stands = all(row[column] == code for column, code in wanted.items()) and row["confidence"] != "low"
    return tuple(HEADLINES).index(row["indicator"]) if stands else len(HEADLINES)


def _order(published: Mapping[str, int], row: Row) -> tuple[object, ...]:
    return (
        _headline(row),
        row["confidence"] == "low",
        _FAR.get(row["ref_area"], 2),
        row["kind"] != "outcome",
        row["category"] != "total",
        row["counterpart"] != WORLD,
        -row["period_end"].toordinal(),
        row["period_start"].toordinal(),
        _LEADING.get(row["indicator"], len(_LEADING)),
        row["growth"] != row["growth"],
        -published.get(row["source_id"], 0),
        row["observation_id"],
    )


def _published(record: Record) -> dict[str, int]:
    """The day on which each dated source was published."""
    frame = record.frames.get("sources")
    days = (
        {}
        if frame is None
        else dict(zip(frame["source_id"].astype(str), frame["published"].astype(str), strict=True))
    )
    return {
        code: date.fromisoformat(day).toordinal()
        for code, day in days.items()
        if len(day) == len("2021-09-13")
    }


def drawn_in(cards: Iterable[tuple[str, str, tuple[Fact, ...]]]) -> Drawn:
    """Which charts draw each observation? From their titles, addresses and figures."""
    found: dict[str, dict[tuple[str, str], int]] = {}
    for title, place, facts in cards:
        for fact in facts:
            own = GROWTH if fact.unit == "PERCENT" else LEVEL
            for code in fact.lineage():
                drawn = found.setdefault(code, {})
                drawn[title, place] = min(
                    drawn.get((title, place), BASE), own if code in fact.observations else BASE
                )
    return found
