"""The first response to a page: all that stands on it, in the language and choices of its address."""

from __future__ import annotations

import gzip
import json
import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

import pytest
import streamlit
from markupsafe import escape
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount
from streamlit.web.server.starlette.starlette_static_routes import create_streamlit_static_handler

from lib.charts.card import Look
from lib.charts.registry import EVERY
from lib.draw.plotly import figure_of
from lib.draw.sent import sent
from lib.explore.choice import NAMES
from lib.explore.offered import parse
from lib.explore.pool import indicators
from lib.site import shared
from lib.site.pages import PAGES
from lib.words.answers import ANSWERS
from lib.words.messages import LANGUAGES
from lib.words.speak import Words
from pages.components.scripts import FIRST
from pages.server import memory
from pages.server.app import routes
from pages.server.first import answered
from pages.server.first.answered import FirstViews
from pages.signin.session import SIGNED_IN_AS
from tests.api.conftest import Got, asked
from tests.own_loop import finish

ANSWERING = [page for page in PAGES if page.name in ANSWERS]
_CHARTS = re.compile(r'<script type="application/json" id="first_charts">(.*?)</script>', re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A first view may take as long as it does on a machine that has other things to do."""
    monkeypatch.setattr(answered, "WITHIN_S", 60.0)


def text_of(got: Got) -> str:
    return got.body.decode()


def charts_of(got: Got) -> dict[str, dict[str, object]]:
    (found,) = _CHARTS.findall(text_of(got))
    return {chart["name"]: chart for chart in json.loads(found)}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("page", ANSWERING, ids=lambda page: page.name)
def test_a_page_has_its_answer_its_charts_and_their_tables(page, lang, shipped):
    got, words = asked(f"/{page.path}?lang={lang}"), Words(lang)
    shown = text_of(got)
    assert got.status == 200
    assert f'<h1 class="lead">{escape(ANSWERS[page.name](shipped, words))}</h1>' in shown
    assert f'<html lang="{"en" if lang == "en" else "zh-CN"}">' in shown
    charts = charts_of(got)
    assert set(charts) == set(re.findall(r'data-chart="(\w+)"', shown))
    for name in set(charts) & set(EVERY):
        card = EVERY[name](shipped, words, Look())
        assert escape(card.title) in shown
        assert f'id="rows_{name}"' in shown
        assert f'data-chart="{name}" style="height:{figure_of(card).layout.height}px"' in shown
    assert FIRST[lang] in shown
    assert "enable JavaScript" not in shown


def test_nothing_of_a_text_is_taken_for_markup():
    got = asked("/outsourcing?lang=en&period=%3Cscript%3Ealert(1)%3C/script%3E")
    assert "<script>alert" not in text_of(got)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text_of(got)


def test_the_choices_of_the_address_are_made(shipped):
    got = asked("/trade-volume?lang=en&currency=USD")
    shown = charts_of(got)["goal_path"]
    card = EVERY["goal_path"](shipped, Words("en"), Look(currency="USD"))
    assert shown["figure"] == json.loads(figure_of(card).to_json())
    (chosen,) = re.findall(r'<a href="([^"]+)" target="_self" aria-current="true">([^<]+)</a>', text_of(got))
    assert (unescape(chosen[0]), chosen[1]) == (
        "./trade-volume?lang=en&currency=USD",
        Words("en")("filter.USD"),
    )


def test_the_default_of_a_choice_is_not_written_into_its_address():
    shown = unescape(text_of(asked("/trade-volume?lang=zh&currency=USD")))
    assert f'<a href="./trade-volume?lang=zh" target="_self">{Words("zh")("filter.CNY")}</a>' in shown


@pytest.mark.parametrize("page", ["outsourcing", "data", "search", "explore", "nowhere"])
@pytest.mark.parametrize("view", ["screen", "slide", "%00", "a%1Bb%C2%85c%E2%80%AE"])
def test_no_sign_of_an_address_steers_what_shows_the_page(page, view):
    steers = "a%00%07"
    names = ("lang", "period", "dataset", "page", "chart", "q", "indicator", "area", "of%00nobody")
    got = asked(f"/{page}?view={view}&" + "&".join(f"{name}={steers}" for name in names))
    assert re.findall(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text_of(got)) == []


def test_a_language_that_cannot_be_shown_is_told_all_the_same():
    shown = text_of(asked("/outsourcing?lang=%00", accept_language="en"))
    assert Words("en")("states.unknown_value", name="lang", value="\ufffd") in shown


def test_an_unknown_choice_says_so_and_gives_the_default(shipped):
    got = asked("/trade-volume?lang=en&currency=EUR")
    said = Words("en")("states.unknown_value", name="currency", value="EUR")
    assert said in unescape(_TAG.sub("", text_of(got)))
    assert charts_of(got) == charts_of(asked("/trade-volume?lang=en"))


def test_a_chart_in_the_dark_has_the_name_that_the_open_page_knows_it_by(shipped):
    for name, chart in charts_of(asked("/?lang=zh")).items():
        dark = json.loads(sent(EVERY[name](shipped, Words("zh"), Look(theme="dark")), Words("zh")))
        assert chart["dark"] == dark["id"] != chart["id"]
        assert chart.get("in_dark", dark["figure"]) == dark["figure"]


def test_the_language_is_the_browsers_where_the_address_names_none():
    english = text_of(asked("/talent", accept_language="en-GB,en;q=0.9"))
    assert '<html lang="en">' in english
    assert '<html lang="zh-CN">' in text_of(asked("/talent"))


def test_the_first_paint_waits_for_nothing_of_streamlits():
    before, _, after = text_of(asked("/talent?lang=zh")).partition('<template id="streamlit">')
    waiting, _, _ = after.partition("</template>")
    assert re.findall(r"\./static/\w+/", before) == ["./static/media/"]  # icons, which come where one is
    assert waiting.count('<script type="module"') == 1
    assert waiting.count('rel="modulepreload"') > 1
    assert waiting.count('rel="stylesheet"') == waiting.count('rel="stylesheet" disabled') == 1


def links_of(shown: str, look: str = "[^<>]*") -> list[tuple[str, str]]:
    """The links of a page, by what stands between their name and their address: each address with its label."""
    return [
        (unescape(place), unescape(label))
        for place, label in re.findall(rf'<a{look}href="([^"]*)"[^>]*>([^<]*)</a>', shown)
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_search_is_answered_with_what_it_finds(lang):
    """78.7 per cent is the growth of offshore outsourcing in January to August 2021."""
    got = asked(f"/search?lang={lang}&q=78.7")
    shown, words = text_of(got), Words(lang)
    assert got.status == 200
    assert f"<title>{words('site.hidden.search')} · {words('site.title')}</title>" in shown
    assert '<b class="hit-value">+78.7%</b>' in shown
    assert f"./outsourcing?lang={lang}#chart_growth_base" in [place for place, _ in links_of(shown)]
    other = {"zh": "en", "en": "zh"}[lang]
    assert (f"./search?q=78.7&lang={other}", words("site.other_language")) in links_of(shown)
    assert 'name="q" value="78.7"' in shown


def test_what_is_searched_for_is_text():
    shown = text_of(asked("/search?lang=en&q=%3Cimg+onerror%3Dalert(1)%3E"))
    assert "<img" not in shown
    assert "&lt;img onerror=alert(1)&gt;" in shown


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "query", ["", "&indicator=offshore_outsourcing_executed&area=CN-CQ,CN&span=year&currency=USD"]
)
def test_each_choice_of_explore_is_a_link_to_what_there_is(query, lang, shipped):
    shown = text_of(asked(f"/explore?lang={lang}{query}"))
    assert 'id="rows_explore"' in shown
    assert f'download="explore_{lang}.csv"' in shown
    form = shown[shown.index('st-key-explore_form"') : shown.index("st-key-chart_explore")]
    places = [place for place, _ in links_of(form)]
    assert len(places) > len(indicators(shipped))
    for place in places:
        wanted = dict(parse_qsl(urlsplit(place).query))
        assert wanted.pop("lang") == lang
        picked = NAMES.index(wanted.pop("picked"))
        offer = parse(wanted, shipped)
        assert [name for name, _ in offer.refused if NAMES.index(name) <= picked] == [], place


def test_what_has_nothing_beside_a_choice_is_dropped_in_silence_and_only_that():
    """The rank of Chongqing in 2020 is a place of others: it has no currency, and no index from a first year."""
    wanted = "indicator=services_trade_rank&area=CN-CQ&span=year&currency=CNY&measure=index"
    silent, told = (
        text_of(asked(f"/explore?lang=en&{wanted}{picked}")) for picked in ("&picked=indicator", "")
    )
    assert "which does not exist" not in silent
    assert told.count("which does not exist") == 2


def test_an_area_is_added_and_taken_away_by_its_link():
    given = {
        "indicator": "offshore_outsourcing_executed",
        "area": "CN-CQ,CN",
        "span": "year",
        "currency": "USD",
    }
    shown = text_of(asked(f"/explore?{urlencode({'lang': 'en', **given})}"))
    form = shown[shown.index('id="picks_area"') : shown.index("st-key-explore_category")]
    links = {
        label.partition(" (")[0]: dict(parse_qsl(urlsplit(place).query)) for place, label in links_of(form)
    }
    assert links["Chongqing"]["area"] == "CN"
    assert links["China"]["area"] == "CN-CQ"
    assert links["Chengdu"]["area"] == "CN-CQ,CN,510100"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_of_briefings_hands_out_the_charts_that_were_chosen(lang, shipped):
    choice = "explore?indicator=services_trade_total&area=CN"
    shown = text_of(asked(f"/briefing?{urlencode({'lang': lang, 'charts': f'goal_path,{choice},nonsense'})}"))
    words = Words(lang)
    assert f'<h1 class="lead">{words("site.question.briefing")}</h1>' in shown
    assert words("briefing.page.meanwhile") in shown
    assert ANSWERS["overview"](shipped, words) in unescape(shown)
    files = [place for place, _ in links_of(shown) if place.startswith("api/charts/")]
    assert {urlsplit(place).path for place in files} == {
        f"api/charts/{name}.{form}"
        for name in ("goal_path", "explore")
        for form in ("json", "csv", "xlsx", "svg", "png")
    }
    for place in files:
        if urlsplit(place).path.endswith((".json", ".csv", ".xlsx")):
            assert asked(f"/{place}").status == 200, place


def test_a_dataset_is_taken_by_its_address_and_the_pages_of_its_figures_turned():
    shown = text_of(asked("/data?lang=en&dataset=outsourcing", accept_language="zh"))
    links = {label: place for place, label in links_of(shown)}
    for form in ("Excel", "CSV", "Parquet"):
        assert asked(links[form].removeprefix(".")).status == 200
    assert links["2"] == "./data?dataset=outsourcing&lang=en&page=2"
    assert links[Words("en")("data.observations.clear")] == "./data?lang=en"


def test_who_has_it_gets_304_and_packed_is_the_same():
    whole, packed = asked("/talent?lang=zh"), asked("/talent?lang=zh", accept_encoding="gzip, br")
    assert gzip.decompress(packed.body) == whole.body
    assert len(packed.body) < len(whole.body) / 3
    assert whole.headers["cache-control"] == "public, no-cache"
    again = asked("/talent?lang=zh", if_none_match=whole.headers["etag"])
    assert (again.status, again.body) == (304, b"")
    assert asked("/talent?lang=en", if_none_match=whole.headers["etag"]).status == 200


@pytest.mark.parametrize("address", ["/talent?lang=zh", "/api/charts/goal_path.json?lang=zh"])
@pytest.mark.parametrize("refused", ["gzip;q=0", "br, gzip; q=0.0", "identity", "identity, gzip;q=0.1"])
def test_who_does_not_want_it_packed_gets_it_as_it_is(address, refused):
    got = asked(address, accept_encoding=refused)
    assert "content-encoding" not in got.headers
    assert got.body == asked(address).body
    assert asked(address, accept_encoding="gzip;q=0.5").headers["content-encoding"] == "gzip"


def test_a_page_that_cannot_be_made_comes_without_its_content(monkeypatch):
    def broken(*_asked: object) -> None:
        raise RuntimeError("no first view")

    monkeypatch.setattr("pages.server.first.answered.first_view", broken)
    got = asked("/enterprises?lang=zh&nobody=asked_this_before")
    assert b"first_charts" not in got.body


@pytest.mark.parametrize(("role", "sees"), [("analyst", True), ("reader", False)])
def test_what_was_not_published_is_for_analysts_and_kept_nowhere(role, sees, signed_in):
    cookie = signed_in(role, "Wang <b>")
    scope = {
        "type": "http",
        "method": "GET",
        "path": "/outsourcing",
        "query_string": b"lang=zh",
        "headers": [(b"cookie", cookie.encode())],
        SIGNED_IN_AS: role,
    }
    answer = finish(FirstViews().answer("outsourcing", "zh", Request(scope)))
    assert answer
    shown = bytes(answer.body).decode()
    assert answer.headers["cache-control"] == "private, no-store"
    assert "etag" not in answer.headers
    assert "Wang &lt;b&gt;" in shown
    assert ("本地数据" in shown) is sees


def test_a_first_view_that_takes_long_keeps_nobody_waiting(monkeypatch):
    scope = {
        "type": "http",
        "scheme": "http",
        "path": "/trade-volume",
        "server": ("late.example", 80),
        "query_string": b"currency=USD",
        "headers": [(b"host", b"late.example")],
    }

    async def twice() -> tuple[Response | None, Response | None]:
        views = FirstViews()
        monkeypatch.setattr(answered, "WITHIN_S", 0.0)
        late = await views.answer("trade_volume", "en", Request(scope))
        monkeypatch.setattr(answered, "WITHIN_S", 60.0)
        return late, await views.answer("trade_volume", "en", Request(scope))

    late, then = finish(twice())
    assert late is None
    assert then
    assert b'id="first"' in bytes(then.body)


def asked_of_all(address: str, method: str = "GET", **headers: str) -> Got:
    """What is answered where Streamlit's own files stand behind the site, as they do on a server?"""
    static = create_streamlit_static_handler(str(Path(streamlit.__file__).with_name("static")), None)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tests.api.conftest.routes", lambda: [*routes(), Mount("/", static)])
        return asked(address, method, **headers)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("path", ["nosuch", "index.html", "sitemap.xml", "没有", "static", "_x", "api-x"])
def test_an_address_that_no_page_has_says_so_and_leads_on(path, lang):
    got, words = asked_of_all(f"/{path}?lang={lang}&period=2021"), Words(lang)
    shown = text_of(got)
    assert got.status == 404
    assert got.headers["vary"] == "Accept-Language"
    assert f"<title>{words('states.not_found')} · {words('site.title')}</title>" in shown
    assert f'<html lang="{"en" if lang == "en" else "zh-CN"}">' in shown
    assert f'<h1 class="lead">{escape(words("states.not_found"))}</h1>' in shown
    links = links_of(shown)
    for page in PAGES:
        assert (f"./{page.path}?lang={lang}", words(f"site.nav.{page.name}")) in links
    other = {"zh": "en", "en": "zh"}[lang]
    there = f"./{quote(path)}?period=2021&lang={other}"
    assert (there, words("site.other_language")) in links
    assert '<template id="streamlit"><script type="module"' in shown
    head = asked_of_all(f"/{path}?lang={lang}&period=2021", "HEAD")
    assert (head.status, head.body) == (404, b"")
    assert head.headers["content-length"] == got.headers["content-length"]


def test_addresses_that_no_page_has_are_kept_nowhere():
    asked_of_all("/nosuch?lang=en")
    states = {key: set(kept) for key, kept in shared._STATES.items()}
    before = set(memory._KEPT)
    for number in range(5):
        assert asked_of_all(f"/nosuch{number}?lang=en&q={number}").status == 404
    assert set(memory._KEPT) == before
    assert {key: set(kept) for key, kept in shared._STATES.items()} == states


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/favicon.png", 200),
        ("/feed.atom", 200),
        ("/robots.txt", 200),
        ("/favicon.ico", 200),
        ("/_health", 200),
        ("/api?lang=en", 200),
        ("/talent?lang=en", 200),
    ],
)
def test_what_has_an_address_of_its_own_is_answered_by_it(address, status):
    got = asked_of_all(address)
    assert got.status == status
    assert got.headers.get("content-type") != "text/html; charset=utf-8" or b'id="first"' in got.body
    tag = got.headers.get("etag")
    assert not tag or asked_of_all(address, if_none_match=tag).status == 304


def test_an_address_of_no_page_whose_view_is_late_is_not_found_either(monkeypatch):
    monkeypatch.setattr(answered, "WITHIN_S", 0.0)
    got = asked_of_all("/nosuch?lang=en")
    assert got.status == 404
    assert Words("en")("states.not_found") in text_of(got)


@pytest.mark.parametrize(
    "address", ["/nosuch?lang=en&q=x", "/nosuch?lang=en&q=%3Cscript%3E", "/%22%3E%3Cimg%3E"]
)
def test_an_address_of_no_page_is_text(address):
    assert (
        "<script>"
        not in text_of(asked_of_all(unquote(address))).partition('id="first"')[2].partition("<template")[0]
    )
    assert "<img" not in text_of(asked_of_all(unquote(address)))


@pytest.mark.parametrize(
    "address", ["/outsourcing?lang=en", "/?lang=zh", "/api?lang=en", "/feed.atom", "/robots.txt", "/_health"]
)
def test_head_has_the_status_and_the_headers_of_get_and_no_body(address):
    got, head = asked(address), asked(address, "HEAD")
    assert (head.status, head.body) == (got.status, b"")
    assert head.headers.keys() == got.headers.keys()
    own = {"x-request-id", "x-accel-expires"}  # of each request, and of each second
    assert {name: head.headers[name] for name in head.headers.keys() - own} == {
        name: got.headers[name] for name in got.headers.keys() - own
    }
    packed = asked(address, "HEAD", accept_encoding="gzip")
    assert packed.headers.get("content-length") == str(len(asked(address, accept_encoding="gzip").body))
    if tag := got.headers.get("etag"):
        again = asked(address, "HEAD", if_none_match=tag)
        assert (again.status, again.body) == (304, b"")
        assert again.headers["etag"] == tag
