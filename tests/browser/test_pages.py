"""Is every page whole, in both languages and in every window?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pytest

from lib.charts.card import Look
from lib.charts.registry import CHARTS
from lib.facts.errors import NoSuchFigure
from lib.facts.record import Record
from lib.site.pages import PAGES, Page
from lib.words.speak import Words
from tests.browser import probe
from tests.browser.heard import Heard
from tests.browser.visit import SIZES, Visit

# What a program says where a number or a word is missing.
SLIPS = re.compile(
    r"\b(?:nan|NaN|None|undefined|null|Infinity|NaT)\b|\[object |(?:^|\t)[≥≤−-]?inf(?:$|\t|%|亿|万|bn)"
)
CHINESE = re.compile(r"[\u4e00-\u9fff]")


@dataclass(frozen=True)
class Seen:
    """A page as it stood, with all that was heard while it was loaded."""

    page: Page
    lang: str
    heard: Heard
    host: str
    found: dict[str, Any]


@pytest.fixture(scope="module", params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def seen(request: pytest.FixtureRequest, waiting: Visit) -> Seen:
    """Each page in each language, loaded anew in each window."""
    visit = waiting.load(size=request.param)
    (page,) = (page for page in PAGES if page.path == visit.path)
    return Seen(page, visit.lang, visit.heard, visit.server.host, probe.look_at(visit.page))


def test_nothing_failed(seen: Seen) -> None:
    assert seen.found["exceptions"] == []
    assert seen.found["dialogs"] == []
    assert [fault for card in seen.found["charts"] + seen.found["kpis"] for fault in card["faults"]] == []


def test_no_program_word_is_on_the_page(seen: Seen) -> None:
    lines = [line for line in seen.found["text"].splitlines() if SLIPS.search(line)]
    assert lines == []


def test_the_console_is_silent(seen: Seen) -> None:
    assert seen.heard.trouble == []


def test_every_request_is_answered(seen: Seen) -> None:
    assert seen.heard.requests
    assert seen.heard.refused + seen.heard.broken == []


def test_no_request_leaves_the_server(seen: Seen) -> None:
    assert any(url.startswith("ws://") for _, url in seen.heard.requests)
    assert seen.heard.outside(seen.host) == []


def test_every_chart_is_drawn_and_has_a_name(seen: Seen) -> None:
    missing = {
        card["name"]: card["plots"]
        for card in seen.found["charts"]
        if not card["plots"] or not all(plot["marks"] and plot["alt"].strip() for plot in card["plots"])
    }
    assert missing == {}


def test_no_chart_label_lies_on_another(seen: Seen) -> None:
    assert [
        f"{card['name']}: {fault}"
        for card in seen.found["charts"]
        for plot in card["plots"]
        for fault in probe.collisions(plot)
    ] == []


def test_no_chart_label_is_cut_off(seen: Seen) -> None:
    assert [
        f"{card['name']}: {fault}"
        for card in seen.found["charts"]
        for plot in card["plots"]
        for fault in probe.cut_off(plot, card["box"])
    ] == []


def test_nothing_reaches_over_the_edge_of_its_card(seen: Seen) -> None:
    cards = seen.found["charts"] + seen.found["kpis"]
    assert [f"{card['name']}: {fault}" for card in cards for fault in probe.spilled(card)] == []


def test_the_page_scrolls_only_downwards(seen: Seen) -> None:
    assert seen.found["scrolling"] == []


def test_the_language_switch_is_in_sight(seen: Seen) -> None:
    left, top, right, _ = seen.found["language"]
    assert left >= 0
    assert top >= 0
    assert right <= seen.found["width"]


def test_every_kpi_shows_a_figure(seen: Seen) -> None:
    assert [card["name"] for card in seen.found["kpis"] if not re.search(r"\d", card["value"])] == []


def test_english_charts_speak_english(seen: Seen) -> None:
    labels = [
        label["text"] for card in seen.found["charts"] for plot in card["plots"] for label in plot["labels"]
    ]
    assert seen.lang == "zh" or [text for text in labels if CHINESE.search(text)] == []


def test_headings_stand_in_order(seen: Seen) -> None:
    levels = [level for level, _ in seen.found["headings"]]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels)), seen.found["headings"]


def test_every_heading_says_its_language(seen: Seen) -> None:
    assert {lang for lang in seen.found["languages"] if not lang.startswith(seen.lang)} == set()
    assert seen.found["languages"]


def test_every_chart_of_a_page_stands_on_it(seen: Seen, record: Record) -> None:
    standing = {card["name"] for card in seen.found["charts"]}
    expected = {name for name in seen.page.charts if _can_be_drawn(name, record)}
    assert expected - standing == set()


def _can_be_drawn(name: str, record: Record) -> bool:
    """Does the record hold what a chart shows? Some wait for figures that nobody has published yet."""
    try:
        CHARTS[name](record, Words("zh"), Look())
    except NoSuchFigure:
        return False
    return True
