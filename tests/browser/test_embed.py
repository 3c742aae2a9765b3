"""One chart in a frame of another page, as wide as the frame, and without Streamlit."""

from __future__ import annotations

import pytest

from tests.browser.heard import Heard, listen


@pytest.mark.parametrize("width", [360, 900])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_it_draws_in_its_frame_as_wide_as_the_frame(browser, server, width, lang):
    page, heard = browser.new_page(viewport={"width": 1280, "height": 900}), Heard()
    listen(page, lambda: heard)
    page.goto(f"{server.url}/robots.txt")
    frame = f'<iframe src="/embed/growth_base?lang={lang}" width="{width}" height="700"></iframe>'
    page.set_content(frame)
    inside = page.frame_locator("iframe")
    inside.locator("body[data-ready=true] .main-svg").first.wait_for(timeout=60_000)
    room = inside.locator(".plot .main-svg").first.bounding_box()
    assert room
    assert width - 60 < room["width"] <= width
    document = page.frames[1]
    under = "document.querySelector('.foot').getBoundingClientRect().bottom - innerHeight"
    assert -12 <= document.evaluate(under) <= 0  # the frame is full, but for the margin of 10 px
    assert document.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert heard.trouble == []
    assert not any("_stcore" in url for _, url in heard.requests)
    page.close()


def test_the_line_for_a_frame_names_the_address_by_which_its_reader_came(visitor, server):
    visit = visitor().open("outsourcing", lang="en")
    line = visit.page.locator(".st-key-chart_growth_base code.markup").text_content()
    asked = "lang=en&period=2021-01_2021-08"
    assert line == f'<iframe src="{server.url}/embed/growth_base?{asked}" width="100%" height="480"></iframe>'
