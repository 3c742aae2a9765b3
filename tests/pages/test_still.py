"""Slides and pages for paper as answers: documents of the site, whole, in the choices of their address."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from html import unescape
from pathlib import Path

import pytest
import streamlit
from markupsafe import escape
from starlette.requests import Request

from deploy.csp import policy
from lib.charts.card import Look
from lib.charts.registry import EVERY
from lib.draw.plotly import drawn
from lib.site.pages import PAGES, charts_of
from lib.site.still.document import dumped
from lib.site.still.still import SCRIPT
from lib.words.answers import ANSWERS
from lib.words.messages import LANGUAGES
from lib.words.speak import Words
from pages.server.beside import FullError
from pages.server.first.answered import FirstViews, view_of
from pages.signin.session import SIGNED_IN_AS
from tests.api.conftest import Got, asked
from tests.own_loop import finish

_CHARTS = re.compile(r'<script type="application/json" id="charts">(.*?)</script>', re.DOTALL)


def text_of(got: Got) -> str:
    return got.body.decode()


def charts_in(shown: str) -> list[dict[str, object]]:
    (found,) = _CHARTS.findall(shown)
    return json.loads(found)  # type: ignore[no-any-return]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("view", ["slide", "print"])
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_page_is_a_whole_document_with_nothing_of_streamlit(page, view, lang, shipped):
    got, words = asked(f"/{page.path}?lang={lang}&view={view}"), Words(lang)
    shown = text_of(got)
    said = ANSWERS[page.name](shipped, words) if page.name in ANSWERS else words(f"site.question.{page.name}")
    assert got.status == 200
    assert f'<h1 class="lead">{escape(said)}</h1>' in shown
    assert f'<html lang="{"en" if lang == "en" else "zh-CN"}">' in shown
    assert 'id="root"' not in shown
    assert "static/js/" not in shown
    charts = charts_in(shown)
    assert [chart["name"] for chart in charts] == re.findall(r'data-chart="(\w+)"', shown)
    assert "popover" not in shown
    assert got.headers["etag"]
    assert asked(f"/{page.path}?lang={lang}&view={view}", if_none_match=got.headers["etag"]).status == 304


def test_paper_has_every_chart_of_its_page_and_a_slide_the_first_two():
    paper, slide = (
        charts_in(text_of(asked(f"/comparison?lang=zh&view={view}"))) for view in ("print", "slide")
    )
    assert [chart["name"] for chart in paper] == list(charts_of("comparison"))
    assert [chart["name"] for chart in slide] == ["cities_offshore", "city_lead"]


def test_a_slide_of_one_chart_is_made_with_the_choices_of_its_address(shipped):
    place = "/trade-volume?lang=en&view=slide&chart=goal_path&currency=USD"
    shown = text_of(asked(place, host="dashboard.example"))
    card = EVERY["goal_path"](shipped, Words("en"), Look(currency="USD"))
    (chart,) = charts_in(shown)
    assert chart["figure"] == json.loads(dumped(drawn(card.chart)))
    assert escape(card.title) in shown
    assert f"http://dashboard.example{place}" in unescape(shown)


def test_what_there_is_none_of_is_said_and_stays_text():
    shown = text_of(asked("/talent?lang=en&view=slide&chart=%3Cscript%3Ealert(1)%3C/script%3E"))
    assert "<script>alert" not in shown
    assert 'role="status"' in shown
    assert [chart["name"] for chart in charts_in(shown)] == list(charts_of("talent")[:2])
    words = Words("en")
    for query, name, value in (("period=1999", "period", "1999"), ("page=x", "page", "x")):
        page = "outsourcing" if name == "period" else "data"
        said = words("states.unknown_value", name=name, value=value)
        assert said in unescape(text_of(asked(f"/{page}?lang=en&view=print&{query}")))


def test_no_other_view_is_one():
    assert view_of("view=slide&view=print") == "print"
    assert view_of("view=poster") == view_of("") == "screen"


def test_its_script_may_run():
    assert SCRIPT in text_of(asked("/talent?lang=zh&view=slide"))
    digest = b64encode(sha256(SCRIPT.encode()).digest()).decode()
    assert f"'sha256-{digest}'" in policy((), Path(streamlit.__file__).with_name("static"))


def test_a_page_that_cannot_be_put_together_says_so(monkeypatch):
    def broken(*_asked: object) -> None:
        raise RuntimeError("nobody foresaw this")

    monkeypatch.setattr("pages.server.first.still.page_on_paper", broken)
    got = asked("/enterprises?lang=zh&view=print&nobody=asked_this_before")
    assert got.status == 200
    assert 'role="alert"' in text_of(got)
    assert "nobody foresaw this" not in text_of(got)


def request(view: str, role: str = "reader", cookie: str = "") -> Request:
    return Request(
        {
            "type": "http",
            "method": "GET",
            "scheme": "http",
            "path": "/outsourcing",
            "server": ("trade.example", 80),
            "query_string": f"lang=zh&view={view}".encode(),
            "headers": [(b"cookie", cookie.encode())],
            SIGNED_IN_AS: role,
        }
    )


@pytest.mark.parametrize("view", ["slide", "print"])
@pytest.mark.parametrize(("role", "sees"), [("analyst", True), ("reader", False)])
def test_what_was_not_published_is_for_analysts_and_kept_nowhere(view, role, sees, signed_in):
    asking = request(view, role, signed_in(role, "Wang"))
    answer = finish(FirstViews().answer("outsourcing", "zh", asking, view))
    assert answer
    assert ("本地数据" in bytes(answer.body).decode()) is sees
    assert answer.headers["cache-control"] == "private, no-store"
    assert "etag" not in answer.headers


def test_who_comes_when_too_many_wait_is_told_to_come_again(monkeypatch):
    views = FirstViews()

    async def full(*_asked: object) -> None:
        raise FullError

    monkeypatch.setattr(views._beside, "kept", full)
    answer = finish(views.answer("outsourcing", "en", request("slide"), "slide"))
    assert answer
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
    assert bytes(answer.body).decode() == Words("en")("api.problem.busy")
