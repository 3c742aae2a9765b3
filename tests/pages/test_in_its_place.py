"""One part of a page that breaks takes its own place only; the server starts, and the log has the number."""

from __future__ import annotations

import json
import logging

import pytest

from lib.charts.card import Look
from lib.facts.record import Record
from lib.site.here import Here
from lib.site.html import message
from lib.site.shared import forget
from lib.words.speak import Words
from pages.components.prepare import prepare
from pages.server.first.still import on_stage, sheets
from pages.server.log import JsonLines
from tests.briefing.test_left_out import broken
from tests.pages.laid import Node, unpacked
from tests.pages.seen import alerts, cards, charts, opened


@pytest.fixture
def breaks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lib.charts.trade_volume.goal_path.goal_path", broken)
    monkeypatch.setattr("lib.words.kpis.against_threshold", broken)
    monkeypatch.setattr("lib.words.answers.overview.executed_statement", broken)
    monkeypatch.setattr("lib.words.answers.five_facts.told_on_base", broken)
    monkeypatch.setattr("lib.words.origins.newest_own", broken)
    monkeypatch.setattr("lib.words.answers.since.since", broken)
    forget()
    yield
    forget()


@pytest.mark.usefixtures("breaks")
def test_the_server_starts_and_the_rest_of_the_page_stands(caplog: pytest.LogCaptureFixture) -> None:
    log = logging.getLogger("server")
    log.addHandler(caplog.handler)
    prepare()
    app = opened("pages/overview.py")
    log.removeHandler(caplog.handler)
    assert not app.exception
    told = alerts(app.main)
    assert len(told) == 6
    assert all("编号" in text and "nobody foresaw" not in text for text in told)
    assert [name for name, alt in charts(app).items() if alt is None] == ["goal_path"]
    assert sum(bool(alerts(card)) for card in cards(app, "kpi_").values()) == 1
    numbers = {text.split("编号")[1][:8] for text in told}
    lines = [json.loads(JsonLines().format(record)) for record in caplog.records if record.name == "server"]
    assert {line["incident"] for line in lines} >= numbers
    assert {line["error"]["kind"] for line in lines} == {"ValueError"}


@pytest.mark.parametrize(("view", "many"), [("slide", 5), ("print", 6)])
def test_a_slide_and_paper_go_on_beside_a_chart_that_breaks(
    view: str, many: int, breaks: None, record: Record
) -> None:
    make = {"slide": on_stage, "print": sheets}[view]
    made = make("overview", Here(record, Words("en"), Look(), view=view), {})
    shown = Node("box", inside=unpacked(message(made)))
    assert len(alerts(shown)) == many
    assert next(node.key for node in shown if node.kind == "chart") == "plot_growth_base"


def test_a_period_of_any_year_is_reopened() -> None:
    app = opened("pages/outsourcing.py", period="2019-01_2019-12")
    assert alerts(app.main) == []
    assert "2019年" in str(charts(app)["growth_base"])
    (picker,) = app.button_group
    assert picker.value == "2019-01_2019-12" or picker.value == ["2019-01_2019-12"]


@pytest.mark.parametrize("page", ["data", "reconciliation", "outsourcing"])
def test_a_page_with_choices_goes_on(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    forget()
    monkeypatch.setattr("lib.site.sections.coverage_map.coverage", broken)
    monkeypatch.setattr("lib.site.sections.findings.summary_rows", broken)
    monkeypatch.setattr("lib.facts.outsourcing_periods.levels", broken)
    app = opened(f"pages/{page}.py")
    forget()
    assert not app.exception
    assert alerts(app.main)
    assert all("编号" in text for text in alerts(app.main))
