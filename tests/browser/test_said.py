"""Does all that is read or heard of a page stand in its language, what Streamlit itself writes and names as well?"""

from __future__ import annotations

import re

from lib.words.messages import catalogue
from tests.browser.conftest import Visitor
from tests.browser.visit import BROWSER_LANGUAGE, Visit

# What stands on the page or names a part of it, seen or told by a screen reader, but for the sheets, which are ours.
_SAID = """() => {
  const found = new Set(), ours = '.sheet, [data-testid=stHtml]:not(:has(.site-header))';
  const frame = new Set(document.querySelectorAll('body, body *'));
  for (const element of frame) {
    if (element.closest(`script, style, noscript, template, [aria-hidden=true], [lang]:not(html), ${ours}`)) continue;
    for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description', 'aria-roledescription'])
      if (element.hasAttribute(name)) found.add(element.getAttribute(name));
    if (!element.checkVisibility()) continue;
    for (const node of element.childNodes) if (node.nodeType === 3) found.add(node.data.trim());
  }
  return [...found];
}"""
_TWO_FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
CHINESE = re.compile(r"[\u4e00-\u9fff]")
WORD = re.compile(r"[a-z]{2}")
"""What an abbreviation has not."""
FOLDED = "[data-testid=stMain] details:not([open]) > summary"
OPENS = "[data-testid=stSelectbox] input, [data-testid=stMultiSelect] input"
LIST = "[role=listbox]"


def foreign(visit: Visit) -> set[str]:
    """What is said in the other language, and still two frames later? What has just come is turned in the next one."""
    if found := _foreign(visit):
        visit.page.evaluate(_TWO_FRAMES)
        found &= _foreign(visit)
    return found


def _foreign(visit: Visit) -> set[str]:
    """What is said in the other language? Names that are no words, such as Excel, are messages of ours."""
    texts = set(visit.page.evaluate(_SAID)) - set(catalogue(visit.lang).values())
    if visit.lang == "zh":
        return {text for text in texts if WORD.search(text) and not CHINESE.search(text)}
    return {text for text in texts if CHINESE.search(text)}


def test_what_streamlit_says_is_in_the_language_of_the_page(waiting: Visit) -> None:
    """The page as it is, and with each of its lists open."""
    page = waiting.load().page
    page.locator(FOLDED).evaluate_all("found => found.forEach(one => one.click())")
    waiting.settle()
    found = foreign(waiting)
    for field in page.locator(OPENS).all():
        field.scroll_into_view_if_needed()
        page.evaluate(_TWO_FRAMES)  # a list closes when what is under it moves
        field.click()
        page.locator(LIST).wait_for()
        page.evaluate(_TWO_FRAMES)
        found |= foreign(waiting)
        page.keyboard.press("Escape")
        page.locator(LIST).wait_for(state="detached")
    assert found == set()


def test_what_streamlit_says_turns_with_the_language(visitor: Visitor) -> None:
    """From one to the other and back, and what comes while somebody types."""
    visit = visitor(locale=BROWSER_LANGUAGE["zh"]).open("explore", lang="zh")
    page = visit.page
    for lang in ("zh", "en", "zh"):
        if visit.lang != lang:
            visit.follow(".st-key-language a.goes", "explore", lang=lang)
        said = catalogue(lang)
        field = page.locator(".st-key-pick_area input")
        field.fill("qqqq")
        page.locator(LIST).get_by_text(said["widget.none"]).wait_for()
        field.fill("")
        page.keyboard.press("Escape")
        page.locator(".st-key-pick_area").get_by_label(said["widget.clear"]).wait_for()
        assert foreign(visit) == set()
