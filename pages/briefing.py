"""How do charts become a briefing? Choose, put in order, look at it, and take it along in any format."""

from pages.components import html
from pages.components.briefing_contents import briefing_contents
from pages.components.briefing_file import briefing_file
from pages.components.briefing_form import briefing_form
from pages.components.briefing_preview import briefing_preview
from pages.components.context import reader
from pages.components.states import in_its_place

here = reader()
html.show(html.tag("h1", here.words("site.question.briefing"), "lead"))
html.show(html.tag("p", here.words("briefing.page.about"), "asof"))
wish = briefing_form(here)
with in_its_place(here.words):
    if found := briefing_preview(wish, here):
        briefing_contents(found, wish, here)
with in_its_place(here.words):
    briefing_file(wish, here)
