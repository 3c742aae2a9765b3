"""What the briefing will look like, one slide at a time."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from lib.briefing.content import Briefing, Exhibit, briefing
from lib.briefing.order import RefusedOrder
from lib.draw.sent import sent
from lib.site.choices import choice_of
from lib.site.here import Here
from lib.site.markup.tags import joined
from lib.site.pieces import Chart
from lib.words.speak import Words
from pages.components import html
from pages.components.briefing_form import Wish
from pages.components.filters import offer
from pages.components.sheet import show
from pages.components.states import show_fault, show_notice


def briefing_preview(wish: Wish, here: Here) -> Briefing | None:
    """Shows the cover or one of the charts as they will be, and gives the briefing; None where there is none."""
    words = here.words
    if wish.page:  # a page, which is there to be seen
        return None
    try:
        found = briefing(wish.order, here.record)
    except RefusedOrder as refused:
        show_notice(str(refused))
        return None
    except Exception as error:
        show_fault(error, words)
        return None
    slides = tuple(words.count(number) for number, _ in enumerate(("cover", *found.exhibits), start=1))
    options = tuple((place, words("briefing.page.slide_of", place=place, all=slides[-1])) for place in slides)
    asked = st.query_params.to_dict()
    number = offer(choice_of("slide", words("briefing.page.slide"), options, asked, listed=True), words)
    shown = dict(zip(slides, (None, *found.exhibits), strict=True))[number]
    with st.container(key="preview"):
        if shown is None:
            _cover(found)
        else:
            _chart(shown, found.words.lang)
    return found


def _cover(briefing: Briefing) -> None:
    above = briefing.head.line(briefing.words)
    html.show(
        (html.tag("p", above, "source") if above else "")
        + html.tag("h2", briefing.title, "preview-title")
        + html.tag("p", briefing.lead, "preview-lead")
    )
    cells = (
        html.tag("li", (html.tag("span", kpi.label), " ", html.tag("b", kpi.parts.text)))
        for kpi in briefing.kpis
    )
    without = html.tag("p", briefing.without, "source") if briefing.left else ""
    below = html.tag("p", briefing.colophon, "source") if briefing.colophon else ""
    figures = html.tag("ul", cells, "preview-kpis")
    html.show(figures + html.tag("p", briefing.as_of, "source") + below + without)


def _chart(exhibit: Exhibit, lang: str) -> None:
    card = exhibit.card
    html.show(html.tag("h2", card.title, "preview-title") + html.tag("p", card.subtitle, "card-sub"))
    named = replace(card, name=f"preview_{card.name}")
    show("preview", Chart(named, sent(named, Words(lang), still=True), lang, still=True))
    notes = joined(html.tag("p", note, "card-note") for note in card.notes)
    html.show(notes + html.tag("p", exhibit.source, "source"))
