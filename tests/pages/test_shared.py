"""Is a thing made once for all who ask for the same, and is what belongs to old data forgotten?"""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Barrier, Event

import pytest

from lib.charts.card import Look
from lib.site.here import Here
from lib.site.shared import forget, shared
from lib.words.speak import Words
from pages.components.shell import _pages
from tests.pages.seen import started


@pytest.fixture(autouse=True)
def nothing_kept():
    forget()
    yield
    forget()


@pytest.fixture
def made():
    return []


@pytest.fixture
def ask(made):
    @shared
    def make(name, reader):
        made.append((name, reader.words.lang, reader.data_key))
        return f"{name} {len(made)}"

    return make


@pytest.fixture
def here(record):
    return Here(record, Words("zh"), Look(), "first")


def test_a_thing_is_made_once(ask, made, here):
    assert [ask("a", here), ask("a", here), ask("b", here)] == ["a 1", "a 1", "b 2"]


def test_who_asks_while_it_is_being_made_waits_for_it(here):
    made, begun, goes_on = [], Event(), Event()

    @shared
    def make(name, reader):
        made.append(name)
        begun.set()
        assert goes_on.wait(10)
        return name

    with ThreadPoolExecutor(3) as people:
        first = people.submit(make, "a", here)
        assert begun.wait(10)
        others = [people.submit(make, "a", here) for _ in range(2)]
        elsewhere = replace(here, words=Words("en"))
        goes_on.set()
        assert [one.result(10) for one in (first, *others)] == ["a"] * 3
        assert make("a", elsewhere) == "a"
    assert made == ["a", "a"]


def test_what_could_not_be_made_is_tried_by_the_next_who_waits_for_it(here):
    tried, both = [], Barrier(2, timeout=10)

    @shared
    def make(name, reader):
        tried.append(name)
        if len(tried) == 1:
            raise ValueError(name)
        return name

    def ask():
        both.wait()
        try:
            return make("a", here)
        except ValueError:
            return "no"

    with ThreadPoolExecutor(2) as people:
        assert sorted(one.result(10) for one in [people.submit(ask) for _ in range(2)]) == ["a", "no"]
    assert tried == ["a", "a"]


@pytest.mark.parametrize(
    "change",
    [
        {"words": Words("en")},
        {"look": Look(currency="USD")},
        {"look": Look(theme="dark")},
        {"view": "print"},
        {"data_key": "second"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_another_language_look_view_or_state_is_another_thing(ask, made, here, change):
    ask("a", here)
    ask("a", replace(here, **change))
    assert len(made) == 2


def test_of_old_states_nothing_is_kept(ask, made, here):
    for state in ("first", "second", "third", "fourth"):
        ask("a", replace(here, data_key=state))
    ask("a", replace(here, data_key="fourth"))
    assert len(made) == 4
    ask("a", replace(here, data_key="first"))
    assert len(made) == 5


def test_what_could_not_be_made_is_tried_again(here):
    tried = []

    @shared
    def fail(name, reader):
        tried.append(name)
        raise ValueError(name)

    for _ in range(2):
        with pytest.raises(ValueError, match="a"):
            fail("a", here)
    assert tried == ["a", "a"]


def test_what_streamlit_notes_on_a_page_in_a_run_stays_on_its_copy():
    started()
    for page in _pages("zh"):
        assert not page._can_be_called
        # nothing that a copy would share with what it was made of
        assert all(isinstance(value, str | bool | Path | None) for value in vars(page).values())
