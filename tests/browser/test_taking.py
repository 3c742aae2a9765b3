"""What a reader takes along: does it stand in the clipboard with its source, over plain http too, in both browsers?"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from lib.charts.card import Look
from lib.charts.registry import CHARTS
from lib.facts.record import Record
from lib.words.answers import ANSWERS
from lib.words.provenance import source_line
from lib.words.speak import Words
from lib.words.tables import screen_head, screen_rows
from tests.browser.conftest import Visitor
from tests.browser.firefox import Firefox, firefox
from tests.browser.server import Server
from tests.browser.test_firefox import come
from tests.browser.visit import BROWSER_LANGUAGE, PHONE, SCREEN, Visit

NAME = "growth_base"
# A place to paste into, plain or with its markup.
PLACES = """document.body.insertAdjacentHTML('beforeend', '<textarea id="plain"></textarea>'
    + '<div id="rich" contenteditable style="position: fixed; bottom: 0; left: 0; width: 9em; height: 3em"></div>')"""
# As on a site without https: the browser offers no clipboard.
PLAIN_HTTP = "Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined })"
NEWS = {
    "zh": "2020年，全市服务进出口总额675.3亿元，居中西部第2位。",
    "en": "In 2020 Chongqing's services trade came to CNY 67.53bn, 2nd in central and western China.",
}
BEHIND = {
    "zh": "（来源：中国新闻社 2021-09-13（译文） · 截至2021年9月13日；数据版本{version}；{url}）",
    "en": " (Source: China News Service, 2021-09-13 (translation) · as of 13 September 2021;"
    " Data version {version}; {url})",
}


def pasted(visit: Visit, place: str = "plain") -> str:
    visit.page.evaluate(f"() => {{ {PLACES} }}")
    visit.page.locator(f"#{place}").focus()
    visit.page.keyboard.press("ControlOrMeta+v")
    found = visit.page.locator(f"#{place}").evaluate("place => place.value ?? place.innerHTML")
    visit.page.locator("#plain, #rich").evaluate_all("all => all.forEach(one => one.remove())")
    return str(found)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_sentence_and_a_table_are_copied_by_keyboard_on_a_plain_http_site(
    visitor: Visitor, record: Record, lang: str
) -> None:
    visit = visitor(locale=BROWSER_LANGUAGE[lang])
    visit.page.add_init_script(PLAIN_HTTP)
    visit.open(lang=lang)
    assert visit.page.evaluate("navigator.clipboard === undefined")

    visit.page.locator("h1 + .copies").press("Enter")
    words, home = Words(lang), f"{visit.server.url}/?lang={lang}"
    said = pasted(visit)
    assert said == ANSWERS["overview"](record, words) + BEHIND[lang].format(version=record.version, url=home)
    assert said.startswith(NEWS[lang])

    card = CHARTS[NAME](record, words, Look())
    visit.page.locator(f".st-key-chart_{NAME} .copies").press("Space")
    title = pasted(visit)
    assert title.startswith(card.title)
    assert source_line(card.facts, record, words) in title
    reopened = re.search(r"http\S+?(?=[)）]$)", title)
    assert reopened
    visit.page.locator(f'[popovertarget="rows_{NAME}"]').press("Enter")
    visit.page.locator(f"#rows_{NAME} .copies-table").press("Enter")
    rows = screen_rows([(row.label, row.fact) for row in card.rows], record, words)
    lines = [line.split("\t") for line in pasted(visit).splitlines()]
    assert lines == [screen_head(words), *rows]
    marked = pasted(visit, "rich")
    assert marked.count("<tr") == len(rows) + 1
    assert marked.count("<td") == len(rows) * len(rows[0])

    visit.go(reopened[0])
    assert card.title in visit.page.locator("h1").inner_text()
    assert visit.heard.trouble == []


def test_only_what_begins_a_formula_is_marked_in_a_copied_table(visitor: Visitor) -> None:
    """A range that begins below zero, with the minus of print, is none; what spreadsheets work out is."""
    visit = visitor(locale=BROWSER_LANGUAGE["zh"]).open(lang="zh")
    copied = visit.page.evaluate(
        """texts => {
            const table = document.createElement('table');
            let said = '';
            for (const text of texts) table.insertRow().insertCell().textContent = text;
            window.taking.copy = plain => { said = plain; };
            window.taking.table(table);
            return said.split('\\r\\n');
        }""",
        ["−0.2至0.0", "=1+1", "+1", "-1", "@x", "12.1", ""],
    )
    assert copied == ["−0.2至0.0", "'=1+1", "'+1", "'-1", "'@x", "12.1", ""]


def saved(visit: Visit, form: str) -> bytes:
    visit.page.locator(f'[popovertarget="picture_{NAME}"]').click()
    with visit.page.expect_download() as waiting:
        visit.page.locator(f"#picture_{NAME} [data-picture={form}]").press("Enter")
    assert waiting.value.suggested_filename == f"{NAME}.{form}"
    return waiting.value.path().read_bytes()


@pytest.mark.parametrize(("lang", "size", "scheme"), [("zh", PHONE, "dark"), ("en", SCREEN, "light")])
def test_a_picture_is_the_whole_card_on_light_ground_whatever_the_window(
    visitor: Visitor, record: Record, lang: str, size: tuple[int, int], scheme: str
) -> None:
    visit = visitor(locale=BROWSER_LANGUAGE[lang], size=size, scheme=scheme).open("outsourcing", lang=lang)
    drawing = saved(visit, "svg").decode()
    words = Words(lang)
    card = CHARTS[NAME](record, words, Look())
    shown = re.sub(r"\s", "", "".join(re.findall(r">([^<]+)<", drawing)))
    wanted = (card.title, card.subtitle, *card.notes, source_line(card.facts, record, words), record.version)
    missing = [text for text in wanted if re.sub(r"\s", "", text) not in shown.replace("&amp;", "&")]
    assert missing == []
    assert f"{visit.server.url}/outsourcing?lang={lang}" in shown.replace("&amp;", "&")
    assert "78.7%" in drawing
    assert '<rect width="720"' in drawing
    assert not {colour.upper() for colour in re.findall(r"#[0-9a-fA-F]{6}", drawing)} & {"#E8EDF2", "#18232C"}
    png = saved(visit, "png")
    assert png.startswith(b"\x89PNG")
    assert int.from_bytes(png[16:20], "big") == 1440


def test_a_picture_is_copied_or_where_the_browser_does_not_let_it_saved(visitor: Visitor) -> None:
    visit = visitor()
    visit.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit.open(lang="zh")
    visit.page.locator(f'[popovertarget="picture_{NAME}"]').click()
    visit.page.locator(f"#picture_{NAME} [data-picture=copy]").click()
    visit.page.locator(".told", has_text="已复制").wait_for()
    kept = visit.page.evaluate("async () => (await navigator.clipboard.read())[0].types")
    assert kept == ["image/png"]

    visit.page.evaluate(PLAIN_HTTP)
    visit.page.locator(f'[popovertarget="picture_{NAME}"]').click()
    with visit.page.expect_download() as waiting:
        visit.page.locator(f"#picture_{NAME} [data-picture=copy]").click()
    assert waiting.value.suggested_filename == f"{NAME}.png"
    visit.page.locator(".told", has_text="浏览器不允许在本网址复制图片").wait_for()
    visit.context.clear_permissions()


@pytest.mark.parametrize("size", [PHONE, SCREEN], ids=["phone", "screen"])
def test_no_button_lies_over_a_number(visitor: Visitor, size: tuple[int, int]) -> None:
    visit = visitor(size=size).open("comparison", lang="zh")
    for plot in visit.page.locator(".plot").all():
        plot.locator(".nsewdrag").first.hover()
        over = plot.evaluate(
            """plot => { const room = plot.getBoundingClientRect();
            return [...document.querySelectorAll('button, a')].filter(one => one.checkVisibility()).filter(one => {
                const box = one.getBoundingClientRect();
                return box.right > room.left && box.left < room.right && box.bottom > room.top && box.top < room.bottom;
            }).filter(one => !one.closest('.site-header')).map(one => one.outerHTML); }"""
        )
        assert over == []


@pytest.fixture(scope="module")
def fox(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """One window of Firefox for all."""
    with firefox(tmp_path_factory.mktemp("firefox")) as running:
        running.size(1280, 720)
        yield running


def pasted_in(fox: Firefox) -> str:
    """What does the clipboard hold, as a document takes it?"""
    fox.ask(f"({PLACES}, true)")
    fox.click("#rich")
    fox.press("Control", "v")
    fox.wait("document.querySelector('#rich').innerHTML")
    found = fox.ask("document.querySelector('#rich').innerHTML")
    fox.ask("(document.querySelectorAll('#plain, #rich').forEach(one => one.remove()), true)")
    return str(found)


def told_in(fox: Firefox, text: str) -> None:
    """Waits until this is told, and takes it away."""
    fox.wait(f"document.querySelector('.told:popover-open')?.textContent.startsWith('{text}')")
    fox.ask("(document.querySelector('.told').hidePopover(), true)")


def entered(fox: Firefox, selector: str) -> None:
    """Presses Enter where the keyboard has come to."""
    fox.ask(f"(document.querySelector('{selector}').focus(), true)")
    fox.press("Enter")


@pytest.mark.parametrize("by_keys", [False, True], ids=["mouse", "keys"])
def test_firefox_copies_a_sentence_a_table_and_a_picture(
    fox: Firefox, server: Server, record: Record, by_keys: bool
) -> None:
    """By keyboard as on a plain http site, where a picture cannot be copied: it is saved, and that is told."""
    come(fox, server)
    take = (lambda selector: entered(fox, selector)) if by_keys else fox.click
    if by_keys:
        fox.ask(f"({PLAIN_HTTP}, true)")

    take("h1 + .copies")
    told_in(fox, "已复制")
    said = ANSWERS["overview"](record, Words("zh")) + BEHIND["zh"].format(
        version=record.version, url=f"{server.url}/?lang=zh"
    )
    assert pasted_in(fox) == said

    take(f"[popovertarget=rows_{NAME}]")
    take(f"#rows_{NAME} .copies-table")
    told_in(fox, "已复制")
    fox.ask(f"(document.querySelector('#rows_{NAME}').hidePopover(), true)")
    assert pasted_in(fox).count("<tr") == len(CHARTS[NAME](record, Words("zh"), Look()).rows) + 1

    take(f"[popovertarget=picture_{NAME}]")
    take(f"#picture_{NAME} [data-picture=copy]")
    # What is told once the browser has taken it; without a screen it hands no picture out again.
    told_in(fox, "浏览器不允许在本网址复制图片" if by_keys else "已复制")
    assert fox.errors == []
