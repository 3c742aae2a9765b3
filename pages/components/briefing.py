"""A briefing as it is put together: the choices, a look at it, what is in it, and the file."""

from __future__ import annotations

from lib.site.here import Here
from pages.components.briefing_contents import briefing_contents
from pages.components.briefing_file import briefing_file
from pages.components.briefing_form import briefing_form
from pages.components.briefing_preview import briefing_preview
from pages.components.states import in_its_place


def briefing(here: Here) -> None:
    """Puts the making of a briefing on the page."""
    wish = briefing_form(here)
    with in_its_place(here.words):
        if found := briefing_preview(wish, here):
            briefing_contents(found, wish, here)
    with in_its_place(here.words):
        briefing_file(wish, here)
