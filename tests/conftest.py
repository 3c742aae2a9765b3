"""What tests share: the published record, and the two voices."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Playwright, sync_playwright

from lib.catalog.load import load
from lib.facts.record import Record
from lib.words.speak import Words

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def record() -> Record:
    """The record as committed."""
    return load(ROOT / "data")


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """What drives browsers: one for a run, since it keeps a loop in its thread for as long as it lives."""
    with sync_playwright() as running:
        yield running


@pytest.fixture(params=["zh", "en"])
def words(request: pytest.FixtureRequest) -> Words:
    """Each language in turn."""
    return Words(request.param)


@pytest.fixture
def zh() -> Words:
    return Words("zh")


@pytest.fixture
def en() -> Words:
    return Words("en")
