"""Before Streamlit is there, and without it: is a page whole at once, of use, and steady when it is replaced?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Playwright, Route, WebSocketRoute

from lib.site.pages import HIDDEN, PAGES
from lib.words.messages import LANGUAGES
from lib.words.speak import Words
from tests.browser import chromium
from tests.browser.conftest import Visitor
from tests.browser.firefox import Firefox, firefox
from tests.browser.server import Server, made
from tests.browser.visit import LAPTOP, PHONE, SCREEN, Size, Visit

STEADY = [page for page in (*PAGES, *HIDDEN) if page.name != "briefing"]
"""What a briefing is made with has the open page alone."""
OPEN_ALONE = re.compile("st-key-(?:(?:own_data|(?:table_)?own_file)|download_\\w+)")
STREAMLIT = "**/static/js/index.*.js"
SOCKET = "**/_stcore/stream"
SHIFT = 0.02
_PLACES = (Path(__file__).parent / "first.js").read_text(encoding="utf-8")
_SHIFTED = """
window.shifted = 0;
new PerformanceObserver(list => list.getEntries().forEach(entry => {
  if (!entry.hadRecentInput) window.shifted += entry.value;
})).observe({ type: 'layout-shift', buffered: true });
"""
_DRAWN = """() => document.querySelector('#first h1')
  && [...document.querySelectorAll('#first [data-chart]')]
    .every(place => place.querySelector('.plot:not(.unseen) .main-svg .subplot'))"""
_LOST = """() => Object.fromEntries(
  [...document.querySelectorAll('h1, p.quiet, .foot-page, .brand, .goes')].map(one => {
    const { color, fontSize, lineHeight, textDecorationLine } = getComputedStyle(one);
    const { x, y, height } = one.getBoundingClientRect();
    return [one.localName === 'h1' ? 'h1' : one.localName + one.textContent, [
      color, fontSize, lineHeight, textDecorationLine, ...[x, y, height].map(Math.round), one.textContent]];
  }))"""
TURNS = [
    (page, LANGUAGES[number % 2], (LAPTOP, PHONE, SCREEN)[number % 3]) for number, page in enumerate(STEADY)
]


class Held:
    """A visit whose page has come, and whose Streamlit waits to be let go."""

    def __init__(self, visit: Visit) -> None:
        self.visit, self.page = visit, visit.page
        self._waiting: list[Route] = []
        visit.context.route(STREAMLIT, lambda route: self._waiting.append(route))
        self.page.add_init_script(_SHIFTED)

    def open(self, address: str) -> Held:
        with self.page.expect_request(STREAMLIT):
            self.page.goto(made(self.visit.server.url + address), wait_until="commit")
        self.page.wait_for_function(_DRAWN)
        return self

    def go_on(self) -> None:
        """Lets Streamlit come, and waits until the open page stands alone."""
        self._waiting[-1].continue_()  # those of pages that were left have ended with them
        self.visit.context.unroute(STREAMLIT)
        self.visit.settle()


@pytest.fixture
def hold(visitor: Visitor) -> Callable[..., Held]:
    return lambda **how: Held(visitor(**how))


@pytest.mark.parametrize(
    ("page", "lang", "size"), TURNS, ids=lambda found: getattr(found, "name", str(found))
)
def test_nothing_moves_when_the_open_page_takes_its_place(
    hold: Callable[..., Held], page: Any, lang: str, size: Size
) -> None:
    held = hold(size=size).open(f"/{page.path}?lang={lang}")
    before = held.page.evaluate(_PLACES)
    marks = held.page.evaluate_handle("() => [...document.querySelectorAll('#first .plot .main-svg')]")
    held.go_on()
    after = held.page.evaluate(_PLACES)
    moved = {
        name: (place, after.get(name)) for name, place in before.items() if not near(place, after.get(name))
    }
    assert moved == {}
    assert [name for name in set(after) - set(before) if not OPEN_ALONE.fullmatch(name)] == []
    assert held.page.evaluate("() => window.shifted") <= SHIFT
    # The drawings are those of the first view, moved over and not drawn again.
    assert marks.evaluate("all => all.every(one => one.isConnected && one.closest('#root'))")
    assert held.visit.heard.trouble == []


@pytest.mark.parametrize("size", [LAPTOP, PHONE])
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("path", "panel"),
    [
        ("outsourcing", "method_growth_base"),
        ("outsourcing", "rows_growth_base"),
        ("outsourcing", "picture_growth_base"),
        ("outsourcing", "explore_rest_of_year"),
        ("data", "page_menu"),
    ],
)
def test_an_open_panel_stands_still_while_streamlits_style_comes(
    hold: Callable[..., Held], path: str, panel: str, lang: str, size: Size
) -> None:
    held = hold(size=size).open(f"/{path}?lang={lang}")
    held.page.locator(f"[popovertarget={panel}]").click()
    held.page.locator(f"#{panel}:popover-open").wait_for()
    held.page.wait_for_timeout(600)  # what comes within half a second of a click is not counted
    held.page.evaluate("() => { window.shifted = 0; }")
    held.go_on()
    assert held.page.locator(f"#{panel}:popover-open").is_visible()
    assert held.page.evaluate("() => window.shifted") <= SHIFT


@pytest.mark.parametrize(("lang", "size"), [("zh", SCREEN), ("en", LAPTOP)])
def test_what_makes_a_briefing_comes_without_a_jump(hold: Callable[..., Held], lang: str, size: Size) -> None:
    held = hold(size=size).open(f"/briefing?lang={lang}")
    lead = held.page.inner_text("#first .preview-lead")
    assert {"zh": "675.3亿元", "en": "CNY 67.53bn"}[lang] in lead
    held.go_on()
    held.page.wait_for_selector("[data-testid=stFileUploaderDropzone]")
    assert held.page.evaluate("() => window.shifted") <= SHIFT


_ANEW = """
window.said = [];
new MutationObserver(changes => window.said.push(...changes.map(one => one.target.lang)))
  .observe(document, { subtree: true, attributeFilter: ['lang'] });
"""


@pytest.mark.parametrize("name", ["data", "explore"])
def test_nothing_that_comes_has_the_browser_lay_out_the_whole_page_anew(
    hold: Callable[..., Held], name: str
) -> None:
    """A typeface does, a style in a layer of its own, and the page's language said once more."""
    held = hold()
    held.page.add_init_script(_ANEW)
    held.open(f"/{name}?lang=zh").go_on()
    assert (
        held.page.evaluate(
            "() => performance.getEntriesByType('resource').filter(one => one.name.endsWith('.woff2'))"
        )
        == []
    )
    assert held.page.evaluate("() => document.querySelectorAll('#react-aria-pressable-style').length") == 1
    assert held.page.evaluate("() => window.said") == []


_STOOD = """
new MutationObserver(() => {
  const all = [...document.querySelectorAll('#first .plot')];
  if (all.length && all.every(one => one.matches(':not(.unseen)') && one.querySelector('.main-svg .subplot'))) {
    window.stoodAt ??= performance.now();
  }
}).observe(document, { childList: true, subtree: true, attributeFilter: ['class'] });
"""


def test_streamlit_is_asked_for_once_the_charts_stand(hold: Callable[..., Held]) -> None:
    held = hold()
    held.page.add_init_script(_STOOD)
    held.open("/outsourcing?lang=zh").go_on()
    stood, asked = held.page.evaluate(
        """() => [window.stoodAt, performance.getEntriesByType('resource')
          .filter(one => one.name.includes('/static/js/')).map(one => one.startTime)]"""
    )
    assert len(asked) > 10
    assert stood <= min(asked)


def test_streamlit_comes_where_the_charts_do_not(hold: Callable[..., Held]) -> None:
    held = hold()
    kept: list[Route] = []
    held.page.route("**/plotly-*.js", lambda route: kept.append(route))
    with held.page.expect_request(STREAMLIT):
        held.page.goto(made(held.visit.server.url + "/outsourcing?lang=en"), wait_until="commit")
    assert len(kept) == 1
    assert held.page.locator("#first .plot .main-svg").count() == 0


def test_a_part_of_streamlit_that_does_not_come_is_asked_for_again(visitor: Visitor) -> None:
    visit = visitor()
    asked: list[str] = []

    def once(route: Route) -> None:
        asked.append(route.request.url)
        if len(asked) <= 2:  # named in the head, and by itself
            route.abort()
        else:
            route.continue_()

    visit.context.route("**/static/js/react-dom.*.js", once)
    visit.page.goto(made(visit.server.url + "/talent?lang=zh"), wait_until="commit")
    visit.settle()
    assert len(asked) == 3
    assert visit.page.locator("#first").count() == 0


def near(place: list[int], other: list[int] | None) -> bool:
    return other is not None and all(abs(one - two) <= 1 for one, two in zip(place, other, strict=True))


def test_a_page_in_the_dark_is_dark_at_once_and_goes_over_as_it_is(hold: Callable[..., Held]) -> None:
    held = hold(scheme="dark").open("/?lang=en")
    colours = """() => [getComputedStyle(document.querySelector('h1')).color,
        document.querySelector('.main-svg text').style.fill]"""
    marks = held.page.evaluate_handle("() => [...document.querySelectorAll('#first .plot .main-svg')]")
    before = held.page.evaluate(colours)
    held.go_on()
    assert held.page.evaluate(colours) == before
    assert before[0] == "rgb(232, 237, 242)"
    assert marks.evaluate("all => all.length && all.every(one => one.isConnected && one.closest('#root'))")


def test_in_forced_colours_the_chosen_period_has_a_ground_of_its_own(hold: Callable[..., Held]) -> None:
    held = hold()
    held.page.emulate_media(forced_colors="active")
    held.open("/outsourcing?lang=zh")
    grounds = held.page.locator(".st-key-pick_period a").evaluate_all(
        "all => all.map(one => [one.ariaCurrent, getComputedStyle(one).backgroundColor])"
    )
    (chosen,) = {ground for current, ground in grounds if current == "true"}
    assert chosen not in {ground for current, ground in grounds if current != "true"}
    assert len(grounds) > 1
    held.page.emulate_media(forced_colors="none")
    held.go_on()


def test_what_a_reader_did_meanwhile_is_kept(hold: Callable[..., Held]) -> None:
    held = hold().open("/outsourcing?lang=en")
    page = held.page
    page.locator("[popovertarget=rows_contract_executed]").scroll_into_view_if_needed()
    page.locator("[popovertarget=rows_contract_executed]").click()
    read = page.evaluate("() => document.scrollingElement.scrollTop")
    assert read > 100
    held.go_on()
    assert page.evaluate("() => document.querySelector('[data-testid=stMain]').scrollTop") == read
    assert page.locator("#rows_contract_executed:popover-open").is_visible()
    assert (
        page.evaluate("() => document.activeElement.getAttribute('popovertarget')")
        == "rows_contract_executed"
    )


def test_who_reads_far_below_long_tables_stays_there(hold: Callable[..., Held]) -> None:
    held = hold().open("/data?lang=zh")
    page = held.page
    row = ".st-key-table_conflicts h2"
    for _ in range(2):  # what is above is laid out on the way
        page.locator(row).evaluate("row => row.scrollIntoView({ block: 'center' })")
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    before = page.locator(row).bounding_box()
    held.go_on()
    after = page.locator(row).bounding_box()
    assert before
    assert after
    assert after["y"] == pytest.approx(before["y"], abs=2)


def test_what_is_typed_meanwhile_is_kept(hold: Callable[..., Held]) -> None:
    held = hold().open("/?lang=en")
    field = held.page.locator(".search [type=search]")
    field.focus()
    field.press_sequentially("offshore")
    held.go_on()
    assert field.input_value() == "offshore"
    assert held.page.evaluate("() => document.activeElement.matches('#root .search [type=search]')")


@pytest.mark.parametrize(
    ("address", "field"),
    [("/?lang=en", ".search [type=search]"), ("/data?lang=zh", ".st-key-pick_q input:not([type=hidden])")],
)
def test_what_is_typed_into_a_field_that_was_left_is_kept(
    address: str, field: str, hold: Callable[..., Held]
) -> None:
    held = hold().open(address)
    held.page.locator(f"#first {field}").fill("离岸")
    held.page.keyboard.press("Tab")
    held.go_on()
    assert held.page.locator(f"#root {field}").input_value() == "离岸"


def test_a_table_that_was_scrolled_across_stays_there(hold: Callable[..., Held]) -> None:
    held = hold(size=PHONE).open("/data?lang=en")
    table = held.page.locator(".grid-scroll").first
    table.evaluate("table => { table.scrollLeft = 80; }")
    held.go_on()
    assert held.page.locator("#root .grid-scroll").first.evaluate("table => table.scrollLeft") == 80


def test_a_click_before_streamlit_is_there_is_followed(hold: Callable[..., Held]) -> None:
    held = hold().open("/trade-volume?lang=en")
    held.page.locator(".choice a", has_text=Words("en")("filter.USD")).click()
    held.page.wait_for_url("**/trade-volume?lang=en&currency=USD", wait_until="commit")
    held.page.wait_for_function(_DRAWN)
    assert "USD" in held.page.locator("#first .st-key-chart_goal_path .card-sub").inner_text()
    held.page.locator('#first a.goes[href^="./talent?"]').click()
    held.page.wait_for_url("**/talent?lang=en", wait_until="commit")
    held.page.wait_for_function(_DRAWN)
    held.go_on()
    assert held.visit.path == "talent"


@pytest.fixture(params=LANGUAGES)
def cut_off(request: pytest.FixtureRequest, visitor: Visitor) -> Visit:
    """A reader whom no websocket reaches."""
    visit = visitor(locale={"zh": "zh-CN", "en": "en-US"}[request.param])

    def refuse(socket: WebSocketRoute) -> None:
        socket.close(code=1013)

    visit.page.route_web_socket(SOCKET, refuse)
    visit.page.goto(made(f"{visit.server.url}/outsourcing?lang={request.param}"), wait_until="commit")
    visit.page.wait_for_function(_DRAWN)
    return visit


def test_without_a_socket_the_page_is_read_and_says_what_does_not_work(cut_off: Visit) -> None:
    page, lang = cut_off.page, cut_off.lang
    page.locator("#offline").wait_for(state="visible")
    assert page.locator("#offline").inner_text() == Words(lang)("site.offline")
    assert page.locator("[data-testid=stDialog]:visible").count() == 0
    assert page.evaluate("() => getComputedStyle(document.documentElement).overflow") != "hidden"
    assert page.locator("#first").get_attribute("aria-hidden") is None
    page.locator("[popovertarget=method_growth_base]").click()
    assert page.locator("#method_growth_base").is_visible()
    page.keyboard.press("Escape")
    with page.expect_download() as waiting:
        page.locator(".st-key-csv_growth_base").click()
    assert waiting.value.suggested_filename == f"growth_base_{lang}.csv"


def test_without_a_socket_links_lead_on(cut_off: Visit) -> None:
    page, other = cut_off.page, {"zh": "en", "en": "zh"}[cut_off.lang]
    page.locator("#first .st-key-language a").click()
    page.wait_for_url(f"**/outsourcing?lang={other}", wait_until="commit")
    page.wait_for_function(_DRAWN)
    page.locator('#first a.goes[href^="./trade-volume?"]').click()
    page.wait_for_function(_DRAWN)
    page.locator(".choice a").last.click()
    page.wait_for_url("**/trade-volume?*currency=USD*", wait_until="commit")
    page.wait_for_function(_DRAWN)
    assert "USD" in page.locator("#first .card-sub").first.inner_text() or other == "zh"


def test_without_a_socket_a_search_is_answered(cut_off: Visit) -> None:
    """78.7 per cent is the growth of offshore outsourcing in January to August 2021."""
    page, lang = cut_off.page, cut_off.lang
    for path in (f"search?lang={lang}&q=78.7", f"outsourcing?lang={lang}"):
        made(f"{cut_off.server.url}/{path}")
    page.locator("#first .search [type=search]").fill("78.7")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/search?lang={lang}&q=78.7", wait_until="commit")
    assert page.locator("#first .hits").first.inner_text().count("+78.7%")
    page.locator("#first .hits a.goes").first.click()
    page.wait_for_url(f"**/outsourcing?lang={lang}#chart_growth_base", wait_until="commit")
    page.wait_for_function(_DRAWN)


def test_without_a_socket_a_figure_is_chosen_and_drawn(cut_off: Visit) -> None:
    page, server = cut_off.page, cut_off.server.url
    page.goto(made(f"{server}/explore?lang={cut_off.lang}"), wait_until="commit")
    page.wait_for_function(_DRAWN)
    before = page.locator("#first .st-key-chart_explore h2").inner_text()
    page.locator("[popovertarget=picks_area]").click()
    page.locator("#picks_area a:not([aria-current])").first.click()
    page.wait_for_url("**/explore?*area=*", wait_until="commit")
    page.wait_for_function(_DRAWN)
    assert page.locator("#first .st-key-chart_explore h2").inner_text() != before
    with page.expect_download() as waiting:
        page.locator(".st-key-csv_explore").click()
    assert waiting.value.path().read_text(encoding="utf-8-sig").count("\n") > 1


@pytest.fixture
def unscripted(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False, locale="zh-CN")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_scripts_each_chart_is_its_table(unscripted: Page, server: Server, lang: str) -> None:
    made(f"{server.url}/talent?lang={lang}")
    unscripted.goto(made(f"{server.url}/outsourcing?lang={lang}"))
    assert unscripted.locator("h1").is_visible()
    assert unscripted.locator("noscript .state").first.inner_text() == Words(lang)("site.unscripted")
    tables = unscripted.locator(".box-chart .foot [id^=rows_] table")
    assert tables.count() == unscripted.locator("[data-chart]").count() > 5
    assert all(table.is_visible() for table in tables.all())
    assert unscripted.locator("[data-chart]:visible").count() == 0
    unscripted.locator("[popovertarget=method_growth_base]").click()
    assert unscripted.locator("#method_growth_base").is_visible()
    unscripted.keyboard.press("Escape")
    unscripted.locator('a.goes[href^="./talent?"]').click()
    assert unscripted.url.endswith(f"/talent?lang={lang}")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_scripts_an_address_of_no_page_says_so(unscripted: Page, server: Server, lang: str) -> None:
    answer = unscripted.goto(f"{server.url}/nowhere?lang={lang}")
    assert answer
    assert answer.status == 404
    words = Words(lang)
    assert unscripted.title() == f"{words('states.not_found')} · {words('site.title')}"
    assert unscripted.locator("h1").inner_text() == words("states.not_found")
    assert unscripted.locator(".st-key-header a").count() == len(PAGES)
    made(f"{server.url}/?lang={lang}")
    unscripted.get_by_role("link", name=words("site.nav.overview")).last.click()
    assert unscripted.url == f"{server.url}/?lang={lang}"
    assert unscripted.locator("h1").is_visible()


@pytest.mark.parametrize(
    ("lang", "size", "scheme"), [("zh", PHONE, "light"), ("en", LAPTOP, "dark"), ("zh", LAPTOP, "dark")]
)
def test_an_address_of_no_page_goes_over_as_any_other(
    visitor: Visitor, lang: str, size: Size, scheme: str
) -> None:
    held = Held(visitor(size=size, scheme=scheme, locale={"zh": "en-US", "en": "zh-CN"}[lang]))
    with held.page.expect_request(STREAMLIT):
        held.page.goto(f"{held.visit.server.url}/nowhere?lang={lang}", wait_until="commit")
    before, looks = held.page.evaluate(_PLACES), held.page.evaluate(_LOST)
    title = held.page.title()
    held.go_on()
    assert held.page.locator("#first").count() == 0
    after = held.page.evaluate(_PLACES)
    assert {name: place for name, place in before.items() if not near(place, after.get(name))} == {}
    assert held.page.evaluate(_LOST) == looks
    assert looks["h1"][-1] == Words(lang)("states.not_found")
    assert held.page.evaluate("() => window.shifted") <= SHIFT
    assert held.page.title() == title == f"{Words(lang)('states.not_found')} · {Words(lang)('site.title')}"
    assert held.visit.heard.refused == [f"404 {held.visit.server.url}/nowhere?lang={lang}"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_scripts_a_search_is_answered(unscripted: Page, server: Server, lang: str) -> None:
    made(f"{server.url}/search?lang={lang}&q=78.7")
    unscripted.goto(f"{server.url}/?lang={lang}")
    unscripted.locator(".search [type=search]").fill("78.7")
    unscripted.locator(".search [type=search]").press("Enter")
    unscripted.wait_for_url(f"**/search?lang={lang}&q=78.7")
    assert "+78.7%" in unscripted.locator(".hits").first.inner_text()
    assert unscripted.locator(".search [type=search]").input_value() == "78.7"


def test_a_page_of_which_half_has_come_stands_where_all_of_it_will(
    playwright: Playwright, server: Server
) -> None:
    address = made(f"{server.url}/trade-volume?lang=zh")
    with chromium.launch(playwright, with_scroll_bars=True) as browser:
        page = browser.new_page(viewport={"width": 1350, "height": 940}, java_script_enabled=False)
        places = []
        whole = page.request.get(address).text()
        for come in (whole, whole[: whole.index("data-chart", whole.index('id="first"'))]):
            answer = partial(Route.fulfill, body=come, content_type="text/html")
            page.route("**/trade-volume?*", lambda route, _request, answer=answer: answer(route))
            page.goto(address)
            places.append(page.locator(".first-page").bounding_box())
            page.unroute("**/trade-volume?*")
        first, half = (place and (place["x"], place["width"]) for place in places)
        assert first == half
        assert page.evaluate("innerWidth - document.documentElement.clientWidth") > 0


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    with firefox(tmp_path_factory.mktemp("firefox")) as running:
        running.size(1280, 720)
        yield running


@pytest.mark.parametrize(("path", "lang"), [("", "zh"), ("outsourcing", "en")])
def test_in_firefox_nothing_moves_either(reader: Firefox, server: Server, path: str, lang: str) -> None:
    """The first view is looked at where no socket comes, the open page where one does."""
    drawn = f"({_DRAWN})()"
    without = reader.call(
        "script.addPreloadScript",
        functionDeclaration="() => { window.WebSocket = class { constructor() { throw new Error('none'); } }; }",
    )
    reader.go(made(f"{server.url}/{path}?lang={lang}"))
    reader.wait(drawn)
    before = reader.ask(f"({_PLACES})()")
    reader.wait("!document.getElementById('offline').hidden")
    assert reader.ask("document.getElementById('offline').innerText") == Words(lang)("site.offline")
    reader.call("script.removePreloadScript", script=without["script"])
    reader.go(f"{server.url}/{path}?lang={lang}")
    reader.wait("document.querySelector('#root .foot-page') && !document.getElementById('first')")
    after = reader.ask(f"({_PLACES})()")
    assert {
        name: (place, after.get(name)) for name, place in before.items() if not near(place, after.get(name))
    } == {}
