"""Charts and pages as SVG: the same pictures as PNG gives, drawn in lines, with words as text."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path

from lib.briefing.browser.drawn import HALF_HD, each_page, patience, version
from lib.briefing.browser.service import SERVICE, Service
from lib.briefing.browser.tab import Size, Tab
from lib.briefing.content import Briefing
from lib.briefing.edition.slides import slides
from lib.briefing.edition.whole import still
from lib.facts.record import Record
from lib.site.pages import EDITION
from lib.site.still.slide import STAGE
from lib.words.address import address
from lib.words.speak import Words
from lib.words.workbook import release_day

# Plotly places words by their measured size, which depends on how fine the pixels are: those of a PNG as usual.
_FINE = 2
_LIB = Path(__file__).parents[2]
_SCRIPTS = (
    "site/still/hatch.js",
    *(f"briefing/vector/{name}.js" for name in ("pen", "words", "boxes", "charts", "whole")),
)


def vectors(briefing: Briefing, *, service: Service = SERVICE) -> Mapping[str, bytes]:
    """What is each chart as an SVG, by its name, with what stands around it on its slide of 16:9?

    Raises NoBrowser and BrowserFailed.
    """
    document = slides(briefing)

    def work(tab: Tab) -> dict[str, bytes]:
        tab.show(document, Size(*STAGE, HALF_HD * _FINE), as_is=True)
        return {
            sheet.card.name: _drawn(
                tab,
                f'.stage:has([data-chart="{sheet.card.name}"])',
                {
                    "title": sheet.card.title,
                    "source": sheet.source,
                    "identifier": sheet.link,
                    "description": version(briefing),
                    "date": briefing.released.isoformat(),
                    "language": briefing.words.lang,
                },
            )
            for sheet in briefing.exhibits
        }

    return service.draw(work, seconds=patience(briefing))


def page_vectors(
    record: Record,
    *,
    lang: str,
    base: str,
    pages: Collection[str] = EDITION,
    service: Service = SERVICE,
) -> Mapping[str, bytes]:
    """What are pages of the site as SVG from top to bottom, by name? `base` is where they are served.

    Raises NoBrowser and BrowserFailed.
    """
    document = still(record, lang)

    def work(tab: Tab) -> dict[str, bytes]:
        shown = each_page(tab, document, pages, lang=lang, scale=_FINE)
        return {name: page_vector(tab, name, record, lang=lang, base=base) for name in shown}

    return service.draw(work)


def page_vector(tab: Tab, name: str, record: Record, *, lang: str, base: str) -> bytes:
    """What is the page that the tab shows as an SVG? `name` is which one it is."""
    words = Words(lang)
    about = {
        "title": f"{words(f'site.nav.{name}')} · {words('site.title')}",
        "identifier": base + address(name, lang=lang),
        "description": words("briefing.slide.version", version=record.version),
        "date": release_day(record).isoformat(),
        "language": lang,
    }
    return _drawn(tab, ":root", about)


def _drawn(tab: Tab, selector: str, about: Mapping[str, str]) -> bytes:
    """What is a part of what the tab shows, with this written into its metadata?"""
    given = f"const root = document.querySelector({json.dumps(selector)}), about = {json.dumps(about)};"
    return str(tab.evaluate(f"(() => {{ 'use strict';\n{given}\n{_scripts()}\n}})()")).encode()


@cache
def _scripts() -> str:
    return "\n".join((_LIB / name).read_text(encoding="utf-8") for name in _SCRIPTS)
