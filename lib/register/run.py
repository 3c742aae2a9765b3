"""One rollup, from the files of a register to a folder of figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lib.catalog.book import lookup, read_book
from lib.register.engines import open_engine
from lib.register.examples import examples
from lib.register.headers import mapping_of
from lib.register.observations import Row, observations
from lib.register.origin import Origin
from lib.register.place import Place
from lib.register.result import REJECTED, in_place_of, keep_rejected, write_result
from lib.register.rollup import Rolled, roll
from lib.register.source import Source, open_source
from lib.register.told import all_withheld, counts, kept, readings, rejections
from lib.words.speak import Words

PUBLISHED = Path(__file__).resolve().parents[2] / "data" / "published"


class RefusedRows(Exception):
    """Rows break rules, and the call was strict; or no row can be used; or no figure can be published."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be rolled up, where to, and how?"""

    register: Place
    target: Path
    engine: str
    memory: str
    master: str
    columns: Path | None
    strict: bool


def run(asked: Asked, words: Words) -> Iterator[str]:
    """Rolls up a register and tells what came of it. Raises RefusedRows, with all there is to tell, for a refusal."""
    with in_place_of(asked.target) as folder:
        scratch, rejected = folder.parent / "scratch", folder / REJECTED
        scratch.mkdir()
        rejected.mkdir()
        mapping = mapping_of(asked.columns) if asked.columns else {}
        with open_engine(asked.engine, scratch=scratch, memory=asked.memory, master=asked.master) as engine:
            source = open_source(asked.register, scratch, mapping)
            rolled = roll(source, engine, rejected, today=date.today())
        lines = [
            *readings(source, words),
            *_rejections(rolled, source, rejected, words),
            counts(rolled, words),
        ]
        shown, hidden, origin = _figures(rolled)
        if refusal := _refusal(asked, rolled, shown, hidden, words):
            if rolled.rejected:
                home = keep_rejected(rejected, asked.target, rolled)
                lines.append(kept(home, words))
            raise RefusedRows("\n".join([*lines, refusal]))
        _write(folder, rolled, origin, shown, hidden)
        if not rolled.rejected:
            rejected.rmdir()
    yield from lines
    yield words("rollup.written", count=len(shown), folder=asked.target, withheld=len(hidden))
    if rolled.rejected:
        yield kept(asked.target / REJECTED, words)
    if rolled.is_synthetic:
        yield words("rollup.synthetic", title=origin.title[words.lang], folder=asked.target)


def _rejections(rolled: Rolled, source: Source, rejected: Path, words: Words) -> Iterator[str]:
    found = examples(rejected, rolled.rejected) if rolled.rejected else {}
    yield from rejections(rolled, source, found, words)


def _refusal(asked: Asked, rolled: Rolled, shown: list[Row], hidden: list[Row], words: Words) -> str:
    if rolled.rejected and asked.strict:
        return words("rollup.strict")
    if not rolled.used:
        return words("rollup.none_used")
    return "" if shown else all_withheld(len(hidden), words)


def _figures(rolled: Rolled) -> tuple[list[Row], list[Row], Origin]:
    book, _ = read_book(PUBLISHED)
    origin = Origin(rolled.is_synthetic, max(lookup(book, "releases", "date")))
    return *observations(rolled, origin), origin


def _write(folder: Path, rolled: Rolled, origin: Origin, shown: list[Row], hidden: list[Row]) -> None:
    book, _ = read_book(PUBLISHED)
    lists = origin.lists([*shown, *hidden], known_areas=lookup(book, "areas", "parent"))
    dataset_of = lookup(book, "indicators", "dataset")
    write_result(folder, rolled, origin, shown=shown, hidden=hidden, lists=lists, dataset_of=dataset_of)
