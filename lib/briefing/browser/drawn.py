"""A briefing as the browser draws it: PDF, pictures and vector drawings; and the pages of the site as pictures."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Literal, TypeAlias

from lib.briefing.browser.info import with_info
from lib.briefing.browser.png import with_texts
from lib.briefing.browser.service import SERVICE, Service
from lib.briefing.browser.tab import Size, Tab
from lib.briefing.content import Briefing
from lib.briefing.edition.pages import PAGES
from lib.briefing.edition.paper import paper as a4
from lib.briefing.edition.slides import STAGE, slides
from lib.briefing.edition.whole import still
from lib.facts.record import Record
from lib.words.address import address, path_of
from lib.words.speak import Words

Paper: TypeAlias = Literal["a4", "a4-landscape", "slides"]
WIDE, TALL = 1280, 4400
_HALF_HD = 960 / STAGE[0]
_HEIGHT = "Math.ceil(document.documentElement.getBoundingClientRect().height)"


def pdf(found: Briefing, *, paper: Paper, service: Service = SERVICE) -> bytes:
    """What is a briefing on paper, or as slides of 16:9? Raises NoBrowser and BrowserFailed."""
    document = slides(found) if paper == "slides" else a4(found, landscape=paper == "a4-landscape")

    def work(tab: Tab) -> bytes:
        tab.show(document, Size(*STAGE))
        return tab.pdf()

    about = {
        "Title": found.title,
        "Subject": found.lead,
        "Keywords": _version(found),
        "Author": found.words("site.title"),
        "Source": found.link,
    }
    return with_info(service.draw(work, seconds=_patience(found)), about, day=found.released)


def pictures(found: Briefing, *, scale: int = 2, service: Service = SERVICE) -> Mapping[str, bytes]:
    """What is each chart as a PNG, by its name? 1920 × 1080 pixels, or half of that with a scale of 1."""
    document, (width, height) = slides(found), STAGE

    def work(tab: Tab) -> dict[str, bytes]:
        tab.show(document, Size(width, height, _HALF_HD * scale))
        return {
            sheet.card.name: tab.picture((0, height * number, width, height))
            for number, sheet in enumerate(found.sheets, start=1)
        }

    drawn = service.draw(work, seconds=_patience(found))
    return {
        sheet.card.name: with_texts(
            drawn[sheet.card.name],
            {"Title": sheet.card.title, "Description": sheet.card.alt}
            | {"Source": sheet.link, "Comment": _version(found)},
        )
        for sheet in found.sheets
    }


def vectors(found: Briefing, *, service: Service = SERVICE) -> Mapping[str, bytes]:
    """What is each chart as an SVG, by its name, with its title, notes and source as text?"""
    document = slides(found)

    def work(tab: Tab) -> dict[str, bytes]:
        tab.show(document, Size(*STAGE))
        made = {}
        for sheet in found.sheets:
            about = {
                "title": sheet.card.title,
                "source": sheet.source,
                "identifier": sheet.link,
                "description": _version(found),
                "date": found.released.isoformat(),
                "language": found.words.lang,
            }
            script = f"stages.vector({json.dumps(sheet.card.name)}, {json.dumps(about)})"
            made[sheet.card.name] = str(tab.evaluate(script)).encode()
        return made

    return service.draw(work, seconds=_patience(found))


def page_pictures(
    record: Record, *, lang: str, base: str, scale: int = 1, service: Service = SERVICE
) -> Mapping[str, bytes]:
    """What is each page of the site as a PNG from top to bottom, 1280 pixels wide times the scale?"""
    document, words = still(record, lang), Words(lang)

    def work(tab: Tab) -> dict[str, bytes]:
        made = {}
        tab.show(document, Size(WIDE, TALL, scale), at=f"#/{lang}/")
        for name in PAGES:
            tab.go(f"#/{lang}/{path_of(name)}")
            made[name] = tab.picture((0, 0, WIDE, float(tab.evaluate(_HEIGHT))))
        return made

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


def _patience(found: Briefing) -> float:
    """After how many seconds is a browser given up? It needs a tenth of this on an idle machine."""
    return 30.0 + 3.0 * len(found.sheets)


def _version(found: Briefing) -> str:
    return found.words("briefing.slide.version", version=found.version)
