"""What tests share: the frozen first edition, the record as committed, and the two voices."""

from __future__ import annotations

import gc
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Playwright, sync_playwright

from lib.catalog.build import build
from lib.catalog.load import load
from lib.facts.record import Record
from lib.words.speak import Words
from tests import quick
from tests.browser.server import Server, serving
from tests.editions import FIRST

ROOT = Path(__file__).parents[1]
_PROGRAM = sys.modules["__main__"]


# A tenth of the examples for who waits after every save; `make test` tries them all.
settings.register_profile("quick", deadline=None, max_examples=10)


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--quick"):
        settings.load_profile("quick")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--quick", action="store_true", help="only tests that need no browser, server or office")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leaves a file out of a quick run; `None` leaves it to others whether it is one."""
    asked = config.getoption("--quick") and collection_path.suffix == ".py"
    return True if asked and not quick.is_quick(collection_path) else None


def pytest_collection_finish() -> None:
    """Keeps thousands of tests, and what they import, out of each later look for what nobody holds any more."""
    gc.freeze()


@pytest.fixture(autouse=True)
def the_program_stays() -> None:
    """A run of Streamlit in a test leaves its script in the program's place, where a process that is started looks."""
    sys.modules["__main__"] = _PROGRAM


@pytest.fixture(scope="session")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The frozen first edition as the program reads it, its CSV files in `published`; only to be read."""
    folder = tmp_path_factory.mktemp("first") / "data"
    build(FIRST, folder)
    shutil.copytree(FIRST, folder / "published")
    return folder


@pytest.fixture(scope="session")
def record(first: Path) -> Record:
    """The frozen first edition: for lists and sentences to the letter."""
    return load(first)


@pytest.fixture(scope="session")
def shipped() -> Record:
    """The record as committed, which grows: for published figures by their observation, and for what always holds."""
    return load(ROOT / "data")


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """What drives browsers: one for a run, since it keeps a loop in its thread for as long as it lives."""
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server of this checkout for all tests of a run that change nothing; under xdist one for each worker."""
    with serving(tmp_path_factory.mktemp("server")) as running:
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
