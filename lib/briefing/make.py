"""A briefing in any format: which files it is, each with a name that says what it holds and of when."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import TypeAlias

from lib.briefing.browser.drawn import Paper, page_pictures, pdf, pictures
from lib.briefing.browser.errors import NoBrowser
from lib.briefing.browser.vectors import page_vectors, vectors
from lib.briefing.content import Briefing
from lib.briefing.datapackage import package
from lib.briefing.docx_brief import brief, pictured
from lib.briefing.edition.whole import edition
from lib.briefing.pptx_deck import deck
from lib.briefing.xlsx_book import book
from lib.briefing.zipped import dated
from lib.facts.period import Period

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
NEED_A_BROWSER = frozenset(("pdf", "png", "svg"))


def files(
    found: Briefing, form: str, *, page: str = "", papers: tuple[Paper, ...] = ("a4",), scale: int = 2
) -> Files:
    """Which files is a briefing in a format? `page` is the page of the site that it is of, if any.

    `papers` are those of a PDF, `scale` that of pictures. HTML and SDMX-CSV hold everything that there is.
    Raises NoBrowser and BrowserFailed for what a browser draws.
    """
    name = file_stem(found, page)
    makers: Mapping[str, Callable[[], Files]] = {
        "pptx": lambda: {f"{name}.pptx": deck(found)},
        "xlsx": lambda: {f"{name}.xlsx": book(found)},
        "docx": lambda: {f"{name}.docx": brief(found, _first_pictures(found))},
        "pdf": lambda: {f"{name}_{_paper(paper, found)}.pdf": pdf(found, paper=paper) for paper in papers},
        "png": lambda: _pictures(found, page, name, scale),
        "svg": lambda: _vectors(found, page, name),
        "html": lambda: {f"{found.words('site.title')}_{found.version}.html": edition(found.record)},
        "sdmx-csv": lambda: package(found.record, found.words),
    }
    return makers[form]()


def bundled(made: Files, stem: str, day: date) -> tuple[str, bytes]:
    """Which one file can be taken along, and what is it called? Several go into an archive."""
    if len(made) == 1:
        ((name, content),) = made.items()
        return name, content
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in made.items():
            archive.writestr(name, content)
    return f"{stem}.zip", dated(out.getvalue(), day)


def file_stem(found: Briefing, page: str = "") -> str:
    """What is the file called, without its ending? 重庆服务贸易简报_2021年1—8月."""
    words = found.words
    period = Period.parse(found.order.look.period) if found.order.look.period else _headline_period(found)
    pages = [words(f"site.nav.{page}")] if page else []
    return _safe("_".join([found.title, *pages, words.period(period)]))


def _headline_period(found: Briefing) -> Period:
    return max((fact.period for kpi in found.kpis for _, fact in kpi.rows if fact.period.months), key=_end)


def _end(period: Period) -> tuple[object, object]:
    return period.end, period.start


def _safe(text: str) -> str:
    """Without what Windows, macOS or Linux does not allow in a file's name."""
    return "".join("-" if letter in '<>:"/\\|?*' or ord(letter) < 32 else letter for letter in text).strip(
        " ."
    )


def _paper(paper: Paper, found: Briefing) -> str:
    return found.words(f"briefing.paper.{paper.replace('-', '_')}")


def _pictures(found: Briefing, page: str, name: str, scale: int) -> Files:
    made = {f"{name}_{chart}.png": content for chart, content in pictures(found, scale=scale).items()}
    if page:
        lang, base = found.words.lang, found.order.base
        whole = page_pictures(found.record, lang=lang, base=base, pages=(page,), scale=scale)
        made[f"{name}.png"] = whole[page]
    return made


def _vectors(found: Briefing, page: str, name: str) -> Files:
    made = {f"{name}_{chart}.svg": content for chart, content in vectors(found).items()}
    if page:
        whole = page_vectors(found.record, lang=found.words.lang, base=found.order.base, pages=(page,))
        made[f"{name}.svg"] = whole[page]
    return made


def _first_pictures(found: Briefing) -> Mapping[str, bytes]:
    """The pictures that the brief shows; none where there is no browser, which the brief then says."""
    try:
        return pictures(found.only(pictured(found)), scale=2)
    except NoBrowser:
        return {}
