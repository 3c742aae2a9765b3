"""A briefing as the browser draws it: PDF and pictures; and the pages of the site as pictures."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Literal, TypeAlias

from lib.briefing.browser.info import with_info
from lib.briefing.browser.png import with_texts
from lib.briefing.browser.service import SERVICE, Service
from lib.briefing.browser.tab import Size, Tab
from lib.briefing.content import Briefing
from lib.briefing.edition.paper import paper as a4
from lib.briefing.edition.slides import slides
from lib.briefing.edition.whole import still
from lib.facts.record import Record
from lib.site.pages import EDITION
from lib.site.still.slide import STAGE
from lib.words.address import address, path_of
from lib.words.speak import Words

Paper: TypeAlias = Literal["a4", "a4-landscape", "slides"]
WIDE, TALL = 1280, 4400
HALF_HD = 960 / STAGE[0]
HEIGHT = "Math.ceil(document.documentElement.getBoundingClientRect().height)"


def pdf(briefing: Briefing, *, paper: Paper, service: Service = SERVICE) -> bytes:
    """What is a briefing on paper, or as slides of 16:9? Raises NoBrowser and BrowserFailed."""
    document = slides(briefing) if paper == "slides" else a4(briefing, landscape=paper == "a4-landscape")

    def work(tab: Tab) -> bytes:
        tab.show(document, Size(*STAGE))
        return tab.pdf()

    about = {
        "Title": briefing.title,
        "Subject": briefing.lead,
        "Keywords": version(briefing),
        "Author": briefing.words("site.title"),
        "Source": briefing.link,
    }
    return with_info(service.draw(work, seconds=patience(briefing)), about, day=briefing.released)


def pictures(briefing: Briefing, *, scale: int = 2, service: Service = SERVICE) -> Mapping[str, bytes]:
    """What is each chart as a PNG, by its name? 1920 × 1080 pixels, or half of that with a scale of 1."""
    document, (width, height) = slides(briefing), STAGE

    def work(tab: Tab) -> dict[str, bytes]:
        tab.show(document, Size(width, height, HALF_HD * scale), as_is=True)
        return {
            sheet.card.name: tab.picture((0, height * number, width, height))
            for number, sheet in enumerate(briefing.exhibits, start=1)
        }

    drawn = service.draw(work, seconds=patience(briefing))
    return named(drawn, briefing)


def named(drawn: Mapping[str, bytes], briefing: Briefing) -> dict[str, bytes]:
    """Which pictures are these, each with its chart's sentence, alt text, address and version written into it?"""
    return {
        sheet.card.name: with_texts(
            drawn[sheet.card.name],
            {"Title": sheet.card.title, "Description": sheet.card.alt}
            | {"Source": sheet.link, "Comment": version(briefing)},
        )
        for sheet in briefing.exhibits
    }


def page_pictures(
    record: Record,
    *,
    lang: str,
    base: str,
    pages: Collection[str] = EDITION,
    scale: int = 1,
    service: Service = SERVICE,
) -> Mapping[str, bytes]:
    """What are pages of the site as PNG from top to bottom, by name, 1280 pixels wide times the scale?"""
    document, words = still(record, lang), Words(lang)

    def work(tab: Tab) -> dict[str, bytes]:
        return {
            name: tab.picture((0, 0, WIDE, float(tab.evaluate(HEIGHT))))
            for name in each_page(tab, document, pages, lang=lang, scale=scale)
        }

    return {
        name: with_texts(
            picture,
            {
                "Title": f"{words(f'site.nav.{name}')} · {words('site.title')}",
                "Source": base + address(name, lang=lang),
                "Comment": words("briefing.slide.version", version=record.version),
            },
        )
        for name, picture in service.draw(work).items()
    }


def each_page(
    tab: Tab, document: bytes, pages: Collection[str], *, lang: str, scale: int = 1
) -> Iterator[str]:
    """Which page of a still edition does the tab show now? One after the other, each from top to bottom."""
    tab.show(document, Size(WIDE, TALL, scale), at=f"#/{lang}/")
    for name in pages:
        tab.go(f"#/{lang}/{path_of(name)}")
        yield name


def patience(briefing: Briefing) -> float:
    """After how many seconds is a browser given up? It needs a tenth of this on an idle machine."""
    return 30.0 + 3.0 * len(briefing.exhibits)


def version(briefing: Briefing) -> str:
    """Of which version does a file say that it is?"""
    return briefing.words("briefing.slide.version", version=briefing.version)
