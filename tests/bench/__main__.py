"""How long does a briefing take, and how long a search? Medians in one run, each with its limit.

`python -m tests.bench` prints a line for each and ends with 1 where one is over its limit.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from lib.briefing.browser.drawn import page_pictures, pictures
from lib.briefing.browser.service import SERVICE
from lib.briefing.content import briefing
from lib.briefing.order import Order
from lib.briefing.pptx_deck import deck
from lib.briefing.xlsx_book import book
from lib.catalog.load import load
from lib.facts.record import Record
from lib.search.figures import figures
from lib.search.index import index_of
from lib.site.pages import EDITION, charts_of, stands
from lib.words.messages import LANGUAGES
from lib.words.speak import Words
from tests.search.generated import generated
from tests.search.test_large import FIGURES
from tests.search.test_questions import QUESTIONS

DATA = Path(__file__).parents[2] / "data"
ROUNDS = 5


def seconds(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """How long does this take, in the median, once everything is imported?"""
    work()
    taken = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def search_seconds(record: Record) -> float:
    """How long does a search take among FIGURES, in the median of the questions of the tests?"""
    words = Words("zh")
    index = index_of(record, words, stands(record))
    large = replace(index, figures=figures(generated(record, FIGURES), words, index.figures.drawn))
    return statistics.median(seconds(partial(large.find, asked.typed), 3) for asked in QUESTIONS)


def main() -> int:
    """How many are over their limit?"""
    record = load(DATA)
    found = {lang: briefing(Order(lang, charts_of("all"), leave_out=True), record) for lang in LANGUAGES}
    few = found["zh"].only(["goal_path"])
    pictures(few)  # starts the browser
    charts = len(found["zh"].exhibits)
    pages = len(EDITION) * len(LANGUAGES)
    measured = [
        (f"{charts} charts drawn", seconds(lambda: briefing(found["zh"].order, record)), 1.0),
        (f"PPTX of {charts} charts", seconds(lambda: deck(found["zh"])), 1.0),
        (f"XLSX of {charts} charts", seconds(lambda: book(found["zh"])), 1.0),
        (f"PNG of a chart, of {charts}", seconds(lambda: pictures(found["zh"]), 3) / charts, 0.6),
        (
            f"PNG of a page, of {pages} in both languages",
            seconds(lambda: [page_pictures(record, lang=lang, base="") for lang in LANGUAGES], 3) / pages,
            0.6,
        ),
        (f"search among {FIGURES:,} GENERATED figures", search_seconds(record), 0.05),
    ]
    for name, taken, limit in measured:
        print(f"{name:<45} {taken:6.3f} s   limit {limit:g} s   {'over' if taken > limit else ''}".rstrip())
    SERVICE.close()
    return sum(taken > limit for _, taken, limit in measured)


if __name__ == "__main__":
    sys.exit(main() > 0)
