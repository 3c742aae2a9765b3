"""Does the table of pages say what stands on each, and does what cannot be made take its own place only?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from urllib.request import urlopen

import pytest
from markupsafe import escape

from lib.charts.card import Look
from lib.charts.registry import CHARTS, EVERY
from lib.facts.record import Record
from lib.site.choices import Choice
from lib.site.here import Here
from lib.site.html import drawings, markup
from lib.site.markup.files import in_place
from lib.site.pages import OVERVIEW, PAGE_OF, PAGES, WHERE_PRINTED
from lib.site.part import Download, Group, Part
from lib.site.parts import Sheet, parts_of
from lib.site.shared import forget
from lib.words.kpis import KPIS
from lib.words.speak import Words
from lib.words.tables import csv_bytes
from tests.briefing.test_left_out import broken


@pytest.fixture(autouse=True)
def nothing_kept() -> Iterator[None]:
    forget()
    yield
    forget()


@pytest.fixture
def here(record: Record) -> Here:
    return Here(record, Words("zh"), Look(), "first")


def html_of(page: str, here: Here, **asked: str) -> str:
    return "".join(markup(part.pieces) for part in parts_of(page, here, asked) if isinstance(part, Sheet))


def test_every_chart_stands_on_one_page_beside_the_overview() -> None:
    assert EVERY.keys() == PAGE_OF.keys()
    assert set(Counter(name for page in PAGES[1:] for name in page.charts).values()) == {1}
    assert set(OVERVIEW.charts) <= CHARTS.keys()
    assert {name for page in PAGES for name in page.kpis} <= KPIS.keys()


@pytest.mark.parametrize("page", [page for page in PAGES if page.blocks], ids=lambda page: page.name)
def test_a_page_holds_what_the_table_says_in_its_order(page, here) -> None:
    shown = html_of(page.name, here)
    cards = [f'st-key-chart_{name}"' for name in page.charts if name not in WHERE_PRINTED]
    kpis = [f'st-key-kpi_{name}"' for name in page.kpis]
    places = [shown.index(key) for key in (*kpis, *cards)]
    assert places == sorted(places)
    assert 'role="alert"' not in shown


def test_a_choice_is_what_the_address_asks_for_and_changes_what_follows(here) -> None:
    first, choice, _ = parts_of("trade_volume", here, {"currency": "USD"})
    assert isinstance(first, Sheet)
    assert choice == Choice("currency", "币种", (("CNY", "人民币"), ("USD", "美元")), "USD")
    assert "亿美元" in html_of("trade_volume", here, currency="USD")


def test_what_there_is_none_of_is_refused_and_the_first_shown(here) -> None:
    _, choice, _ = parts_of("outsourcing", here, {"period": "1999-01_1999-12"})
    assert isinstance(choice, Choice)
    assert (choice.chosen, choice.refused) == ("2021-01_2021-08", "1999-01_1999-12")
    assert choice.options[0] == ("2021-01_2021-08", "2021年1—8月")


def test_what_breaks_takes_its_own_place(here, monkeypatch) -> None:
    monkeypatch.setattr("lib.site.choices.period_codes", broken)
    parts = parts_of("outsourcing", here, {})
    assert not [part for part in parts if isinstance(part, Choice)]
    assert markup(parts[1].pieces).count('role="alert"') == 1
    assert len(list(drawings(parts[2].pieces))) > 6


def test_a_table_is_taken_from_the_page_itself_to_the_byte(here) -> None:
    content = csv_bytes(
        [("a “b”, <c> & 50% #1 'd'", here.record.latest("services_trade_total"))], here.record, here.words
    )
    place = in_place(content)
    assert escape(place) == place
    with urlopen(place) as answer:
        assert answer.read() == content


def flat(parts: tuple[Part, ...]) -> Iterator[Part]:
    for part in parts:
        yield part
        if isinstance(part, Group):
            yield from flat(part.parts)


@pytest.mark.parametrize(("page", "title"), [("reconciliation", "finding_title"), ("data", "downloads")])
def test_a_page_of_filters_is_told_without_a_widget(page: str, title: str, here: Here) -> None:
    parts = tuple(flat(parts_of(page, here, {"area": "CN-CQ"})))
    assert title in {part.key for part in parts if isinstance(part, Sheet)}
    (area,) = (part for part in parts if isinstance(part, Choice) and part.name == "area")
    assert (area.chosen, area.refused) == ("CN-CQ", None)
    assert "page" in area.forgets


def test_what_is_filtered_can_be_taken_along_as_it_stands(here: Here) -> None:
    """Offshore outsourcing of 2021, of which USD 1.21 billion are printed for January to August."""
    asked = {"indicator": "offshore_outsourcing_executed", "area": "CN-CQ", "period": "2021"}
    parts = flat(parts_of("data", here, {"dataset": "outsourcing", **asked}))
    files = {part.key: part for part in parts if isinstance(part, Download)}
    assert files.keys() == {"download_xlsx", "download_csv", "download_parquet", "download_view"}
    assert files["download_view"].name == f"outsourcing_selection_{here.record.version}.csv"
    assert files["download_csv"].ids is None
    rows = (
        here.record.frame("outsourcing")
        .set_index("observation_id")
        .loc[list(files["download_view"].ids or ())]
    )
    assert set(rows["indicator"].astype(str)) == {"offshore_outsourcing_executed"}
    assert set(rows["value"]) >= {1.21}
