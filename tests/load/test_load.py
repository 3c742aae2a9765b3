"""Do many readers at once all see what one alone sees? A short form of `make load`."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar
from urllib.parse import urlsplit

import pytest

from lib.facts.record import Record
from tests.browser.server import Server
from tests.load.people import LANGUAGES, PATHS, people, screens
from tests.load.session import Place
from tests.load.windows import figures, windows

T = TypeVar("T")


def done(work: Coroutine[Any, Any, T]) -> T:
    """What came of it; in a thread of its own, since the browser's tests keep a loop in this one."""
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(asyncio.run, work).result()


@pytest.fixture
def place(server: Server) -> Place:
    parts = urlsplit(server.url)
    return Place(str(parts.hostname), int(parts.port or 0), tls=False)


def test_thirty_people_see_the_right_figures_and_nobody_is_lost(place: Place, shipped: Record) -> None:
    known = done(screens(place))
    assert set(known) == {(path, lang) for path in PATHS for lang in LANGUAGES}
    for lang in LANGUAGES:
        assert all(number.split()[0] in known["", lang] for number in figures(shipped, lang))
    told = done(people(place, 30, 6.0, known, thinks_s=1.0))
    assert told.wrong == []
    assert len(told.seconds) >= 30  # each was answered; how fast is for `make load`
    assert told.left > 0


def test_four_browsers_at_once_show_the_right_figures(server: Server, shipped: Record) -> None:
    with ThreadPoolExecutor(max_workers=1) as thread:  # another browser may be running in this one
        _, shown = thread.submit(windows, server.url, 4).result()
    assert shown == [figures(shipped, lang) for lang in ("zh", "en")] * 2
