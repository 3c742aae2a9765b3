"""A page of the site as one picture of a phone's width (长图), for what is passed on and read in a chat."""

from __future__ import annotations

import json
from functools import partial
from itertools import pairwise
from pathlib import Path

from markupsafe import Markup

from lib.briefing.browser.png import with_texts
from lib.briefing.browser.service import SERVICE, Service
from lib.briefing.browser.tab import Size, Tab
from lib.briefing.edition.whole import still
from lib.briefing.left_out import LeftOut, attempt
from lib.charts.card import Look
from lib.charts.registry import EVERY
from lib.facts.fact import Fact
from lib.facts.record import Record
from lib.site.markup.tags import NOTHING, joined, tag
from lib.site.pages import OVERVIEW, charts_of
from lib.words.address import address, path_of
from lib.words.answers import ANSWERS
from lib.words.kpis import KPIS
from lib.words.provenance import sources_of
from lib.words.quoted import Noting
from lib.words.speak import Words

WIDTH, FINE = 360, 3
"""Pixels of the page, and how many of the picture each of them takes: 1,080 wide."""
MOST = 14_999
"""Pixels of one picture in height: longer ones are shown small, or not at all, where they are sent to."""
_ALL_IN_VIEW = 30_000
_SCRIPT, _STYLE = (
    (Path(__file__).parents[1] / "vector" / name).read_text(encoding="utf-8")
    for name in ("long.js", "long.css")
)


def long_pictures(
    record: Record, *, lang: str, base: str, page: str, service: Service = SERVICE
) -> tuple[bytes, ...]:
    """What is a page as PNG of a phone's width, from top to bottom, cut between its blocks where it is too long?

    Without menus, with its sources at the end. Raises NoBrowser and BrowserFailed.
    """
    words = Words(lang)
    document = still(record, lang).replace(b"</style>", f"{_STYLE}</style>".encode(), 1)
    link = base + address(page, lang=lang)
    version = words("briefing.slide.version", version=record.version)
    name = f"{words(f'site.nav.{page}')} · {words('site.title')}"
    told = [words("briefing.long.without")] if page == "data" else []
    told += [version, words("briefing.slide.reopen", link=link)]
    end = _sources(page, record, words) + joined(tag("p", text, "source") for text in told)
    given = {"head": tag("p", name, "asof"), "end": end, "most": MOST // FINE}

    def work(tab: Tab) -> list[bytes]:
        tab.show(document, Size(WIDTH, _ALL_IN_VIEW), at=f"#/{lang}/")
        tab.go(f"#/{lang}/{path_of(page)}")
        cuts = tab.evaluate(f"({_SCRIPT.strip()})({json.dumps(given)})")
        tab.resize(Size(WIDTH, MOST // FINE, FINE))
        pairs = pairwise(cuts)
        return [tab.picture((0, top, WIDTH, bottom - top)) for top, bottom in pairs]

    about = {"Title": name, "Source": link, "Comment": version}
    return tuple(with_texts(picture, about) for picture in service.draw(work))


def _sources(page: str, record: Record, words: Words) -> Markup:
    """The list of the sources of what the page says and draws; what cannot be made has none."""
    voice, left = Noting(words.lang), list[LeftOut]()
    attempt("sentence", "answer", partial(ANSWERS[page], record, voice), left)
    facts: list[Fact] = [*voice.noted]
    for name in OVERVIEW.kpis if page == "overview" else ():
        kpi = attempt("kpi", name, partial(KPIS[name], record, words, Look().currency), left)
        facts += [fact for _, fact in kpi.rows] if kpi else []
    for name in charts_of(page, record):
        card = attempt("chart", name, partial(EVERY[name], record, words, Look()), left)
        facts += card.facts if card else ()
    lines = tuple(
        tag("li", f"{found.line} {found.title}".strip()) for found in sources_of(facts, record, words)
    )
    return tag("h2", words("provenance.links"), "card-title") + tag("ol", lines) if lines else NOTHING
