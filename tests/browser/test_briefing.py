"""A brief on one page, under an office's own template with its unit and mark: five clicks, or one command."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from pptx import Presentation

from lib.briefing.__main__ import main
from lib.site.pages import charts_of
from lib.words.speak import Words
from tests.briefing.offices import office
from tests.browser.conftest import Visitor
from tests.browser.visit import BROWSER_LANGUAGE, Visit

UNIT = {"zh": "重庆市商务委员会", "en": "Chongqing Commission of Commerce"}
# Presses of a reader's mouse, not what a script of the page sets off.
COUNTED = """() => { window.presses = 0;
    addEventListener('pointerdown', event => { window.presses += event.isTrusted; }, true); }"""


@pytest.mark.parametrize("lang", UNIT)
def test_a_brief_on_a_page_is_made_in_five_clicks_and_by_one_command(
    lang: str, visitor: Visitor, tmp_path: Path
) -> None:
    template, mark = tmp_path / "office.pptx", tmp_path / "mark.png"
    template.write_bytes(office())
    Image.new("RGB", (80, 40), "#A61B1B").save(mark)
    visit = visitor(locale=BROWSER_LANGUAGE[lang]).open("briefing", lang=lang)
    page, words = visit.page, Words(lang)
    page.evaluate(COUNTED)

    page.locator(".st-key-whole_pages button", has_text=words("site.nav.talent")).click()
    page.wait_for_url(lambda url: "charts=" in url)
    visit.settle()
    handed_in(visit, "template", template)
    page.locator("summary", has_text=words("briefing.page.head")).click()
    page.keyboard.press("Tab")
    page.keyboard.type(UNIT[lang])
    page.keyboard.press("Tab")
    page.wait_for_url(lambda url: "unit=" in url)
    visit.settle()
    handed_in(visit, "logo", mark)
    page.locator(".st-key-make button").click()
    page.locator(".st-key-take button").wait_for()
    assert page.evaluate("window.presses") == 5

    with page.expect_download() as waiting:
        page.locator(".st-key-take button").click()
    content = waiting.value.path().read_bytes()
    call = ["--lang", lang, "--page", "talent", "--template", str(template), "--unit", UNIT[lang]]
    call += ["--logo", str(mark), "--base", visit.server.url, "--to", str(tmp_path / "to")]
    assert main(call) == 0
    (file,) = (tmp_path / "to").iterdir()
    assert (waiting.value.suggested_filename, content) == (file.name, file.read_bytes())

    show = Presentation(io.BytesIO(content))
    assert show.slide_layouts.get_by_name("Title and Content") is not None
    assert len(show.slides) == 3 + len(charts_of("talent"))  # cover, figures, sources
    cover = "\n".join(shape.text_frame.text for shape in show.slides[0].shapes if shape.has_text_frame)
    assert UNIT[lang] in cover
    assert [shape for shape in show.slides[0].shapes if shape.name.startswith("Logo")]
    assert visit.heard.trouble == []


def handed_in(visit: Visit, key: str, file: Path) -> None:
    """Picks a file in the browser's own window, which a click opens, and waits until the page has it."""
    place = visit.page.locator(f".st-key-{key}")
    with visit.page.expect_file_chooser() as asked:
        place.locator("[data-testid=stFileUploaderDropzone] button").click()
    asked.value.set_files(file)
    place.get_by_text(file.name).wait_for()
    visit.settle()


MOVES = {"zh": ("上移", "下移"), "en": ("Up", "Down")}


@pytest.mark.parametrize("lang", MOVES)
def test_a_chart_is_moved_to_either_end_by_keys_and_the_focus_stays_with_it(
    lang: str, visitor: Visitor
) -> None:
    visit = visitor(locale=BROWSER_LANGUAGE[lang])
    visit.open("briefing", lang=lang, charts="ranks,growth_base,talent_progress")
    page, (up, down) = visit.page, MOVES[lang]
    title = page.locator(".st-key-place_ranks .place").inner_text().removeprefix("1 ")
    for name in (up, down):
        button = page.get_by_role("button", name=f"{name} {title}")
        assert button.count() == 1
        assert (
            button.locator("em").evaluate("one => one.offsetWidth * one.offsetHeight") <= 1
        )  # heard, not seen
    page.get_by_role("button", name=f"{down} {title}").focus()
    for ends, orders in (
        ("up", ("growth_base,ranks,talent_progress", "growth_base,talent_progress,ranks")),
        ("down", ("growth_base,ranks,talent_progress", "ranks,growth_base,talent_progress")),
    ):
        for charts in orders:
            page.locator("[class*=st-key-move_ranks_] button:focus:enabled").press("Enter")
            page.wait_for_function(
                "charts => new URL(location).searchParams.get('charts') === charts", arg=charts
            )
            visit.settle()
        page.locator(f".st-key-move_ranks_{ends} button:focus").wait_for()
    assert visit.heard.trouble == []
