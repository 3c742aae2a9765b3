"""A briefing as HTML for slides and for paper: its cover, its charts with what stands around them."""

from __future__ import annotations

import base64
from html import escape

from lib.briefing.content import Briefing, Sheet
from lib.briefing.edition.document import document
from lib.briefing.edition.figures import CONFIG, Figures, templates
from lib.charts.fit import NARROWEST
from lib.draw.fitted import height_of
from lib.site.markup.kpi import kpi_html
from lib.site.markup.tags import tag
from lib.words.messages import TAGS


def laid_out(found: Briefing, *, styles: tuple[str, ...], body: str, extra: str = "") -> bytes:
    """Which HTML file shows this briefing in a layout? It says on its body when all of it is drawn."""
    figures = Figures()
    for sheet in found.sheets:
        figures.add(sheet.card.name, sheet.card)
    lang = found.words.lang
    return document(
        lang=lang,
        title=found.title,
        about=about(found),
        styles=styles,
        extra=extra,
        scripts=("hatch.js", "briefed.js"),
        data={
            "settings": {
                "template": templates()["light"],
                "config": {**CONFIG, "staticPlot": True, "locale": TAGS[lang]},
                "narrowest": NARROWEST,
            }
        },
        raw={"figures": figures.json},
        body=body,
    )


def about(found: Briefing) -> dict[str, str]:
    """What does a file of this briefing carry about itself?"""
    return {"data-version": found.version, "source": found.link, "description": found.lead}


def plot(sheet: Sheet) -> str:
    """Where is the chart of a sheet drawn?"""
    card = sheet.card
    return (
        f'<div class="frame"><div class="plot" role="img" aria-label="{escape(card.alt)}"'
        f' data-figure="{escape(card.name)}" data-height="{height_of(card)}"></div></div>'
    )


def version_line(sheet: Sheet | None, found: Briefing) -> str:
    """Of which version is a sheet, and which address reopens it?"""
    words, link = found.words, sheet.link if sheet else found.link
    version = words("briefing.slide.version", version=found.version)
    return tag("p", f"{version} · {words('briefing.slide.reopen', link=link)}", "source")


def kpi_row(found: Briefing) -> str:
    """What are the headline figures, as a row of cards?"""
    cards = "".join(f'<div class="card kpi">{kpi_html(kpi, found.words.lang)}</div>' for kpi in found.kpis)
    return f'<div class="kpis">{cards}</div>'


def masthead(found: Briefing) -> str:
    """What stands above the title of a cover: the mark of the office, who issues it, its number and day?"""
    line = found.head.line(found.words)
    mark = ""
    if found.logo:
        kind = {"png": "image/png", "svg": "image/svg+xml"}[found.logo.kind]
        content = base64.b64encode(found.logo.content).decode()
        mark = f'<img class="mark" alt="" src="data:{kind};base64,{content}">'
    return f'<div class="masthead">{mark}{tag("p", line, "asof")}</div>' if mark or line else ""


def colophon(found: Briefing) -> str:
    """What does the cover say of who answers for it, how it closes, and of parts that had to be left out?"""
    return "".join(tag("p", text, "source") for text in (found.colophon, found.without) if text)
