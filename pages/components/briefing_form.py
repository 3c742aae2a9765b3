"""What a briefing is to hold: charts in their order, language, currency, period, title and format."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

import streamlit as st

from lib.briefing.browser.drawn import Paper
from lib.briefing.make import FORMATS, PAPERS
from lib.briefing.order import SLIDES, Order, titles
from lib.charts.card import Look
from lib.site.choices import Choice, currencies, periods
from lib.site.here import DataKey, Here
from lib.site.pages import EDITION
from lib.words.messages import LANGUAGES
from pages.components import pickers
from pages.components.briefing_charts import briefing_charts, explored
from pages.components.briefing_head import briefing_head
from pages.components.briefing_template import briefing_template
from pages.components.filters import choice, offer
from pages.components.states import in_its_place

_OF_CHARTS = "charts"
_DRAWN = ("pictures", "native")


@dataclass(frozen=True, slots=True)
class Wish:
    """A briefing as the reader put it together, the format that they want it in, and the paper of a PDF.

    `page` is the page of the site that a long picture is wanted of, in place of pictures of the charts.
    """

    order: Order
    form: str
    paper: Paper
    page: str = ""


def briefing_form(here: Here) -> Wish:
    """Puts the choices on the page; they live in the address, so that a colleague gets the same."""
    words, asked, spans = here.words, st.query_params.to_dict(), tuple[Choice, ...]()
    with in_its_place(words):
        spans = periods(here, asked, label="briefing.page.period")
    with st.container(key="panel"):
        left, right = st.columns(2, gap="medium")
        with right:
            form = choice("format", FORMATS, label=words("briefing.page.format"), say=_form_name, words=words)
            paper = _paper(here) if form == "pdf" else PAPERS[0]
            page = _page(here) if form == "png" else ""
            own = briefing_template(words) if form == "pptx" else b""
            slides = _slides(here) if form == "pptx" and not own else SLIDES[0]
            native = form == "docx" and _is_native(here)
            document = choice(
                "document",
                tuple(sorted(LANGUAGES, key=lambda lang: lang != words.lang)),
                label=words("briefing.page.document"),
                say=lambda lang: words(f"briefing.page.lang.{lang}"),
                words=words,
            )
            (money,) = (offer(choice, words) for choice in currencies(here, asked))
            chosen = "".join(offer(choice, words) for choice in spans)
            title = pickers.text(
                "title", label=words("briefing.page.title"), placeholder=words("briefing.title")
            )
            head = briefing_head(document, words)
        look = Look(currency=money, period="" if chosen in [choice.codes[0] for choice in spans] else chosen)
        with left:
            offered = {**_titles(words.lang, look, here.data_key, here), **explored(here)}
            charts = briefing_charts(offered, here)
    parts = urlsplit(st.context.url or "")
    base = f"{parts.scheme}://{parts.netloc}" if parts.netloc else "http://localhost:8501"
    order = Order(document, charts, look, title, base, head=head, slides=slides, template=own, native=native)
    return Wish(order, form, paper, page)


def _slides(here: Here) -> str:
    words = here.words

    def say(shape: str) -> str:
        across, down = map(int, shape.split(":"))
        return words("briefing.page.shape", across=words.count(across), down=words.count(down))

    return choice("slides", SLIDES, label=words("briefing.page.slides"), say=say, words=words)


def _is_native(here: Here) -> bool:
    """Does the reader want charts that can be edited in place of pictures?"""
    words = here.words
    picked = choice(
        "drawn",
        _DRAWN,
        label=words("briefing.page.drawn"),
        say=lambda drawn: words(f"briefing.page.drawn_as.{drawn}"),
        words=words,
    )
    return picked == _DRAWN[1]


def _paper(here: Here) -> Paper:
    words = here.words
    picked = choice(
        "paper",
        PAPERS,
        label=words("briefing.page.paper"),
        say=lambda paper: words(f"briefing.paper.{paper.replace('-', '_')}"),
        words=words,
    )
    return next(paper for paper in PAPERS if paper == picked)


def _page(here: Here) -> str:
    """Of which page is a long picture wanted? Blank where it is pictures of charts."""
    words = here.words

    def say(page: str) -> str:
        name = "" if page == _OF_CHARTS else words(f"site.nav.{page}")
        return (
            words("briefing.page.pictures_of_page", page=name)
            if name
            else words("briefing.page.pictures_of_charts")
        )

    options = (_OF_CHARTS, *EDITION)
    picked = choice("long", options, label=words("briefing.page.pictures"), say=say, words=words)
    return picked if picked in EDITION else ""


def _form_name(form: str) -> str:
    return form.upper()


@st.cache_resource(max_entries=16, show_spinner=False)
def _titles(lang: str, look: Look, data_key: DataKey, _reader: Here) -> Mapping[str, str]:
    return titles(_reader.record, _reader.words, look)
