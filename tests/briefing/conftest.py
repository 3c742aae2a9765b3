"""What the tests of briefings share: one of every chart in each language, its slides and its workbook, made once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from lib.briefing.content import Briefing, briefing
from lib.briefing.order import Order
from lib.briefing.pptx_deck import deck
from lib.briefing.xlsx_book import book
from lib.facts.record import Record
from lib.site.pages import charts_of

Whole = Callable[[str], Briefing]
Content = Callable[[str], bytes]


@pytest.fixture(scope="session")
def whole(record: Record) -> Whole:
    """Every chart of the first edition, by language; only to be read."""
    return cache(lambda lang: briefing(Order(lang, charts_of("all"), leave_out=True), record))


@pytest.fixture(scope="session")
def whole_deck(whole: Whole) -> Content:
    """Its slides, by language."""
    return cache(lambda lang: deck(whole(lang)))


@pytest.fixture(scope="session")
def whole_book(whole: Whole) -> Content:
    """Its workbook, by language."""
    return cache(lambda lang: book(whole(lang)))
