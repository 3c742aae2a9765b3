"""A briefing in any format: which files it is, each with a name that says what it holds and of when."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from types import MappingProxyType
from typing import TypeAlias

from lib.briefing.browser.drawn import Paper, page_pictures, pdf, pictures
from lib.briefing.browser.errors import BrowserError, NoBrowser
from lib.briefing.browser.long import long_pictures
from lib.briefing.browser.mark import as_png
from lib.briefing.browser.plots import plots
from lib.briefing.browser.vectors import page_vectors, vectors
from lib.briefing.content import Briefing
from lib.briefing.datapackage import package
from lib.briefing.docx_brief import brief
from lib.briefing.edition.whole import edition, whole_edition
from lib.briefing.file_name import stem
from lib.briefing.head import HeadError
from lib.briefing.left_out import LeftOut, attempt
from lib.briefing.official.sections import sections_and_left
from lib.briefing.order import SLIDES, RefusedOrder
from lib.briefing.pptx_deck import deck
from lib.briefing.xlsx_book import book
from lib.briefing.zipped import dated
from lib.facts.errors import RecordError
from lib.facts.period import Period
from lib.facts.record import DATASETS, Record
from lib.site.pages import WHERE_PRINTED, charts_of
from lib.site.places import page_of
from lib.words.speak import Words

Files: TypeAlias = dict[str, bytes]
PAPERS: tuple[Paper, ...] = ("a4", "a4-landscape", "slides")
MIME: Mapping[str, str] = MappingProxyType(
    {
        "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "pdf": "application/pdf",
        "png": "image/png",
        "svg": "image/svg+xml",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "html": "text/html",
        "sdmx-csv": "text/csv",
    }
)
FORMATS = tuple(MIME)
WIDTHS = ("wide", "phone")


def files(
    briefing: Briefing, form: str, *, page: str = "", papers: tuple[Paper, ...] = ("a4",), scale: int = 2
) -> Files:
    """Which files is a briefing in a format? `page` is the page of the site that it is of, if any.

    `papers` are those of a PDF, `scale` that of pictures. HTML and SDMX-CSV hold everything that there is.
    Raises NoBrowser and BrowserFailed for what a browser draws.
    """
    name = file_stem(briefing, page)
    makers: Mapping[str, Callable[[], Files]] = {
        "pptx": lambda: {f"{name}{slides_name(briefing)}.pptx": deck(briefing)},
        "xlsx": lambda: {f"{name}.xlsx": book(briefing)},
        "docx": lambda: {f"{name}.docx": brief(briefing, {} if briefing.order.native else _plots(briefing))},
        "pdf": lambda: {
            f"{name}_{paper_name(paper, briefing)}.pdf": pdf(briefing, paper=paper) for paper in papers
        },
        "png": lambda: _pictures(briefing, page, name, scale),
        "svg": lambda: _vectors(briefing, page, name),
        "html": lambda: {edition_name(briefing): edition(briefing.record)},
        "sdmx-csv": lambda: package(briefing.record, briefing.words),
    }
    return makers[form]()


def made_of(
    briefing: Briefing, form: str, *, page: str = "", papers: tuple[Paper, ...] = ("a4",), scale: int = 2
) -> tuple[Files, Briefing]:
    """Which files is a briefing in a format, and which briefing do they hold? See `files`.

    A chart that this format cannot hold is left out and named; what fails for every chart is raised.
    """

    if form in ("docx", "pptx"):
        briefing = _with_logo_of_points(briefing)

    def tried(what: Briefing) -> Files:
        return files(what, form, page=page, papers=papers, scale=scale)

    if form == "html":
        content, left = whole_edition(briefing.record)
        told = briefing.lacking(part for part in left if part not in briefing.left)
        return {edition_name(briefing): content}, told
    if form == "docx":
        briefing = briefing.lacking(sections_and_left(briefing)[1])
    if form == "sdmx-csv":
        faults = briefing.record.faults
        briefing = briefing.lacking(
            LeftOut("dataset", name, faults[name]) for name in DATASETS if name in faults
        )
    try:
        return tried(briefing), briefing
    except (BrowserError, OSError, RecordError, RefusedOrder):
        raise
    except Exception as error:
        names = [sheet.card.name for sheet in briefing.exhibits]
        failing: list[LeftOut] = []
        for name in names:
            attempt("chart", name, partial(tried, briefing.only([name])), failing)
        if len(failing) in (0, len(names)):
            raise error
        kept = briefing.lacking(failing)
        return tried(kept), kept


def long_files(record: Record, *, lang: str, base: str, page: str) -> Files:
    """Which files is a page as a picture of a phone's width? Several where it is too long for one.

    Raises NoBrowser and BrowserFailed.
    """
    words = Words(lang)
    name = long_stem(page, words)
    made = long_pictures(record, lang=lang, base=base, page=page)
    if len(made) == 1:
        return {f"{name}.png": made[0]}
    return {f"{name}_{words.count(number)}.png": picture for number, picture in enumerate(made, start=1)}


def long_stem(page: str, words: Words) -> str:
    """What is the long picture of a page called, without its ending? 重庆服务贸易_服务外包_长图."""
    return stem(words("site.title"), words(f"site.nav.{page}"), words("briefing.long"))


def bundled(made: Files, name_of_all: str, day: date) -> tuple[str, bytes]:
    """Which one file can be taken along, and what is it called? Several go into an archive."""
    if len(made) == 1:
        ((name, content),) = made.items()
        return name, content
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in made.items():
            archive.writestr(name, content)
    return f"{name_of_all}.zip", dated(out.getvalue(), day)


def file_stem(briefing: Briefing, page: str = "") -> str:
    """What is the file called, without its ending? 重庆服务贸易简报_人才基地_2021年1—8月.

    Charts of several pages, or some of one, name no page.
    """
    words = briefing.words
    page = page or _whole_page(briefing)
    period = (
        Period.parse(briefing.order.look.period) if briefing.order.look.period else _headline_period(briefing)
    )
    pages = [words(f"site.nav.{page}")] if page else []
    return stem(briefing.title, *pages, words.period(period) if period else "")


def _whole_page(briefing: Briefing) -> str:
    """Of which page are these just the charts? Blank where they are of several, or some of one."""
    chosen = set(briefing.order.charts)
    for page in {page_of(name) for name in chosen}:
        there = set(charts_of(page, briefing.record))
        if there - set(WHERE_PRINTED) <= chosen <= there:
            return page
    return ""


def edition_name(briefing: Briefing) -> str:
    """What is the whole dashboard in one file called?"""
    return f"{briefing.words('site.title')}_{briefing.version}.html"


def _headline_period(briefing: Briefing) -> Period | None:
    periods = [fact.period for kpi in briefing.kpis for _, fact in kpi.rows if fact.period.months]
    return max(periods, key=_end, default=None)


def _end(period: Period) -> tuple[object, object]:
    return period.end, period.start


def slides_name(briefing: Briefing) -> str:
    """What does the name of a deck say of its form? Nothing of the usual one."""
    form = briefing.order.slides
    return f"_{briefing.words('briefing.slides.of_4_3')}" if form != SLIDES[0] else ""


def paper_name(paper: Paper, briefing: Briefing) -> str:
    """What is a kind of paper called in the name of a file?"""
    return briefing.words(f"briefing.paper.{paper.replace('-', '_')}")


def _pictures(briefing: Briefing, page: str, name: str, scale: int) -> Files:
    made = {f"{name}_{chart}.png": content for chart, content in pictures(briefing, scale=scale).items()}
    if page:
        lang, base = briefing.words.lang, briefing.order.base
        whole = page_pictures(briefing.record, lang=lang, base=base, pages=(page,), scale=scale)
        made[f"{name}.png"] = whole[page]
    return made


def _vectors(briefing: Briefing, page: str, name: str) -> Files:
    made = {f"{name}_{chart}.svg": content for chart, content in vectors(briefing).items()}
    if page:
        whole = page_vectors(
            briefing.record, lang=briefing.words.lang, base=briefing.order.base, pages=(page,)
        )
        made[f"{name}.svg"] = whole[page]
    return made


def _with_logo_of_points(briefing: Briefing) -> Briefing:
    """The same briefing, its mark as PNG. Raises RefusedOrder where there is no browser to draw it."""
    if briefing.logo is None or briefing.logo.kind == "png":
        return briefing
    try:
        return replace(briefing, logo=replace(briefing.logo, kind="png", content=as_png(briefing.logo)))
    except NoBrowser as error:
        raise RefusedOrder(HeadError("logo_browser").said(briefing.words)) from error


def _plots(briefing: Briefing) -> Mapping[str, bytes]:
    """The drawings of the brief; none where there is no browser, which the brief then says."""
    try:
        return plots(briefing)
    except NoBrowser:
        return {}
