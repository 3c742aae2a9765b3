"""Does a chart do what a reader expects, and does its table stand in its place where it cannot be drawn?"""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Route

from lib.charts.card import Look
from lib.charts.registry import CHARTS
from lib.facts.record import Record
from lib.site.still.document import BUNDLE
from lib.words.speak import Words
from tests.browser.conftest import Visitor
from tests.browser.visit import BROWSER_LANGUAGE, PHONE, SCREEN, Visit

NAME = "growth_base"
BUTTONS = {
    "zh": ["复制图片", "下载PNG图片", "下载SVG图片", "全屏查看"],
    "en": ["Copy picture", "Download as PNG", "Download as SVG", "Full screen"],
}


def come(visitor: Visitor, lang: str, *, path: str = "", **how: object) -> Visit:
    """A reader in front of a page."""
    visit = visitor(locale=BROWSER_LANGUAGE[lang], **how)
    visit.open(path, lang=lang)
    return visit


def plot_of(visit: Visit, name: str = NAME) -> Locator:
    return visit.page.locator(f".st-key-plot_{name}")


@pytest.mark.parametrize("lang", BUTTONS)
def test_a_chart_says_itself_answers_the_mouse_follows_the_window_and_the_choice(
    visitor: Visitor, record: Record, lang: str
) -> None:
    visit = come(visitor, lang, path="trade-volume")
    card = CHARTS["goal_path"](record, Words(lang), Look())
    figure = visit.page.get_by_role("figure", name=card.alt, exact=True)
    assert figure.count() == 1
    box = plot_of(visit, "goal_path").locator(".scatterlayer .points path").first.bounding_box()
    assert box
    visit.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=2)
    label = plot_of(visit, "goal_path").locator(".hoverlayer .hovertext text").first
    label.wait_for(state="attached")
    told = str(label.text_content())
    assert any(Words(lang).number(row.fact) in told for row in card.rows)

    for width, height in (SCREEN, PHONE):
        visit.page.set_viewport_size({"width": width, "height": height})
        visit.page.wait_for_function(
            """name => { const plot = document.querySelector(`.st-key-plot_${name}`);
            return Math.abs(plot.querySelector('.main-svg').clientWidth - plot.clientWidth) <= 1; }""",
            arg="goal_path",
        )
    assert visit.heard.outside(visit.server.host) + visit.heard.sent() == []


def test_a_choice_redraws_in_place_what_it_changes_and_nothing_else(visitor: Visitor) -> None:
    visit = come(visitor, "zh", path="trade-volume")
    visit.page.evaluate(
        """() => { for (const plot of document.querySelectorAll('.js-plotly-plot')) {
            plot.redrawn = 0; plot.on('plotly_afterplot', () => { plot.redrawn += 1; }); } }"""
    )
    visit.choose("currency")
    redrawn = visit.page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll('[class*="st-key-plot_"]')].map(box => [
            [...box.classList].find(name => name.startsWith('st-key-plot_')).slice(12),
            box.querySelector('.js-plotly-plot').redrawn]))"""
    )
    assert redrawn["goal_path"] == 1  # 亿元 became 亿美元
    assert redrawn["tourism_receipts"] == 0  # published in dollars, drawn in dollars
    assert None not in redrawn.values()  # the elements themselves stayed: nothing flickered


def test_a_choice_made_while_plotly_is_on_its_way_leaves_no_chart_undrawn(visitor: Visitor) -> None:
    visit = visitor()
    held: list[Route] = []
    visit.context.route(f"**/{BUNDLE}", lambda route: held.append(route))
    visit.page.goto(f"{visit.server.url}/trade-volume?lang=zh", wait_until="commit")
    visit.page.locator(".st-key-pick_currency [role=radio]").last.click()
    visit.page.locator(".st-key-chart_goal_path .card-sub", has_text="亿美元").wait_for()
    held[0].continue_()
    visit.settle()  # every chart drawn, those too that are the same in both currencies


@pytest.mark.parametrize("lang", BUTTONS)
def test_the_buttons_of_a_picture_speak_the_language_of_the_page(visitor: Visitor, lang: str) -> None:
    visit = come(visitor, lang)
    assert visit.popover(f"picture_{NAME}").locator(".tool").all_inner_texts() == BUTTONS[lang]
    assert visit.page.locator(".modebar-btn").count() == 0  # they would lie over numbers


_AGAIN = """async () => {
    const found = [];
    const named = plot => [plot._fullLayout._uid, ...plot._fullData.map(trace => trace.uid)];
    const drawing = plot => named(plot).reduce((text, name) => text.replaceAll(name, ''),
        plot.querySelector('.svg-container').innerHTML);
    for (const plot of document.querySelectorAll('.js-plotly-plot')) {
        const { data, layout } = plot.given.figure, { height, width } = plot.layout, drawings = [];
        let parts = 0;
        for (const between of [undefined, () => { parts += 1; }, () => new Promise(done => setTimeout(done))]) {
            const other = document.createElement('div');
            Plotly.between = between;
            plot.parentElement.append(other);
            await Plotly.react(other, data, { ...layout, height, width }, plot.settings);
            drawings.push(drawing(other));
            Plotly.purge(other);
            other.remove();
        }
        found.push({ parts, same: drawings.every(one => one === drawings[0]) });
    }
    return found;
}"""


@pytest.mark.parametrize(("path", "lang"), [("", "en"), ("outsourcing", "zh"), ("trade-volume", "en")])
def test_a_chart_drawn_in_parts_is_what_it_is_when_drawn_at_once(
    visitor: Visitor, path: str, lang: str
) -> None:
    visit = come(visitor, lang, path=path)
    found = visit.page.evaluate(_AGAIN)
    assert len(found) >= 5
    assert [chart for chart in found if not chart["same"] or chart["parts"] < 10] == []


def test_a_chart_is_dark_where_the_page_is(visitor: Visitor) -> None:
    visit = come(visitor, "zh", scheme="dark")
    colour = plot_of(visit).locator(".xtick text").first.evaluate("text => getComputedStyle(text).fill")
    assert colour == "rgb(232, 237, 242)"


def test_a_chart_fills_the_screen_and_comes_back(visitor: Visitor) -> None:
    visit = come(visitor, "en")
    before = plot_of(visit).bounding_box()
    assert before
    for wide in (True, False):
        if wide:
            visit.popover(f"picture_{NAME}").get_by_text("Full screen").click()
        else:
            visit.page.locator(f".st-key-chart_{NAME} .leaves").click()
        visit.page.wait_for_function(
            "wide => Boolean(document.fullscreenElement?.matches('.st-key-chart_growth_base')) === wide",
            arg=wide,
        )
        visit.settle()
        drawn = plot_of(visit).locator(".main-svg").first.bounding_box()
        assert drawn
        if wide:
            assert drawn["width"] > 1100
            assert drawn["height"] > 450  # of 720
        else:
            assert (drawn["width"], drawn["height"]) == pytest.approx(
                (before["width"], before["height"]), abs=2
            )


@pytest.mark.parametrize("lang", BUTTONS)
def test_where_the_bundle_does_not_load_the_table_stands_in_the_place_of_a_chart(
    visitor: Visitor, record: Record, lang: str
) -> None:
    visit = visitor(locale=BROWSER_LANGUAGE[lang])
    visit.context.route(f"**/{BUNDLE}", lambda route: route.abort())
    visit.open("", lang=lang)
    assert len(visit.chart_names()) == 5
    card = CHARTS[NAME](record, Words(lang), Look())
    place = plot_of(visit)
    assert place.get_by_role("alert").inner_text() == Words(lang)("card.picture.missing")
    assert place.locator("tbody tr").count() == len(card.rows)
    assert visit.page.locator(".js-plotly-plot").count() == 0


@pytest.mark.parametrize(
    ("view", "said", "tables"), [("slide", "briefing.slide.undrawn", 0), ("print", "card.picture.missing", 1)]
)
def test_slides_and_paper_say_where_no_chart_can_be_drawn(
    visitor: Visitor, view: str, said: str, tables: int
) -> None:
    visit = visitor()
    visit.context.route(f"**/{BUNDLE}", lambda route: route.abort())
    visit.open("outsourcing", lang="zh", view=view)
    told = visit.page.locator(f".st-key-plot_{NAME} [role=alert]")
    assert told.inner_text() == Words("zh")(said)
    assert visit.page.locator(f".st-key-rows_{NAME} table").count() == tables
