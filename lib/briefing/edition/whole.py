"""The whole dashboard in both languages as one HTML file that asks nobody for anything."""

from __future__ import annotations

import base64
import gzip
from functools import cache, partial
from pathlib import Path

from markupsafe import Markup

from lib.briefing.edition.data import haystacks
from lib.briefing.edition.figures import CONFIG, PALETTE, templates
from lib.briefing.edition.findings import finding_cards
from lib.briefing.edition.pages import page_html
from lib.briefing.edition.scene import Scene
from lib.briefing.left_out import LeftOut, attempt, told
from lib.facts.record import Record
from lib.site.look.style import colours, css
from lib.site.markup.tags import coded, joined, tag
from lib.site.pages import EDITION
from lib.site.sections import data_table, finding_card
from lib.site.still.document import document, dumped
from lib.words.address import path_of
from lib.words.findings import ON_A_PAGE
from lib.words.messages import LANGUAGES
from lib.words.responsible import responsible_line
from lib.words.speak import Words
from lib.words.tables import BEGINS_FORMULA

_SAID = (
    "states.unknown_value",
    "data.observations.count",
    "data.observations.found",
    "data.observations.low",
    "data.observations.none",
    "reconciliation.list.found",
    "reconciliation.list.none",
    "reconciliation.filter.page_of",
    "card.download",
)
_STILL = ".modebar, .opened, summary, button { display: none !important; }"  # nobody can press them
_SCRIPTED = coded("script", "document.documentElement.classList.add('scripted');")
"""Where scripts run a page stands alone, the others in stock; where none does, all stand one below the other."""
_ROWS = Markup('<details class="opens rows">')
_FIELDS = ("name", "value", "found", "all", "low", "count", "page", "pages")


def edition(record: Record) -> bytes:
    """Which HTML file is the whole dashboard? The same record gives the same bytes."""
    return whole_edition(record)[0]


def whole_edition(record: Record) -> tuple[bytes, tuple[LeftOut, ...]]:
    """Which HTML file is the same, and which parts stand in it with the reason why they could not be made?"""
    scenes = [Scene(record, Words(lang)) for lang in LANGUAGES]
    content = _edition(scenes)
    return content, tuple({(part.kind, part.name): part for scene in scenes for part in scene.left}.values())


def still(record: Record, lang: str) -> bytes:
    """Which HTML file shows what every page of one language shows when it is opened, and no more?"""
    return _edition([Scene(record, Words(lang), is_still=True)])


def _edition(scenes: list[Scene]) -> bytes:
    record, words = scenes[0].record, scenes[0].words
    pages = [_pages(scene) for scene in scenes]
    packed = {f"findings-{scene.words.lang}": _packed(dumped(_findings(scene))) for scene in scenes}
    still = scenes[0].is_still
    searched = (
        None if still else attempt("part", "part_of_page", partial(haystacks, record, words), scenes[0].left)
    )
    body = joined(_shell(scene) + shown for scene, shown in zip(scenes, pages, strict=True))
    packed |= {f"figures-{scene.words.lang}": _packed(scene.figures.json) for scene in scenes}
    return document(
        lang=words.lang,
        title=" · ".join(scene.words("site.title") for scene in scenes),
        about={"data-version": record.version, "generator": words("site.title")},
        style=_style() + (_STILL if still else ""),
        script=_read("edition.js"),
        data={
            "settings": {
                "pages": {path_of(name) or "overview": name for name in EDITION},
                "templates": templates(),
                "palette": PALETTE,
                "config": CONFIG,
                "onAPage": ON_A_PAGE,
                "beginsFormula": BEGINS_FORMULA,
                "said": {scene.words.lang: _said(scene.words) for scene in scenes},
            },
            "haystacks": searched or [],
        },
        packed=packed,
        body=_SCRIPTED + body,
    )


@cache
def _style() -> str:
    own = (
        _read("edition.css"),
        _read("unscripted.css"),
        f"@media print {{\n{css('paper')}}}\n",
        _read("print.css"),
    )
    return "".join((colours(), css("base", "blocks"), data_table.STYLE, finding_card.STYLE, *own))


@cache
def _read(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


def _findings(scene: Scene) -> list[list[str]]:
    return attempt("part", "part_of_page", partial(finding_cards, scene), scene.left) or []


def _shell(scene: Scene) -> Markup:
    """What stands around every page of a language. Without scripts its links lead to the pages further down."""
    words, record = scene.words, scene.record
    lang, home = words.lang, path_of("overview")
    other = {"zh": "en", "en": "zh"}[lang]
    links = (
        tag("a", words(f"site.nav.{name}"), href=f"#/{lang}/{path_of(name)}", data_nav=name)
        for name in EDITION
    )
    about_other = {"data-other": other, "lang": other, "href": f"#/{other}/{home}"}
    switch = tag("a", words("site.other_language"), "language", **about_other)
    nav = tag("nav", links, aria_label=words("briefing.edition.pages"))
    about = words("briefing.edition.about", version=record.version, date=record.as_of)
    lines = (words("site.footer"), responsible_line(words), about, told(scene.left, words))
    parts = (
        tag("a", words("briefing.edition.skip"), "skip", href="#main"),
        tag("header", tag("div", (tag("div", words("site.title"), "brand"), nav, switch), "inner")),
        tag("noscript", tag("p", words("briefing.edition.noscript"), "state")),
        tag("footer", (tag("p", line) for line in lines if line)),
    )
    return tag("div", parts, data_shell=lang, lang=lang)


def _pages(scene: Scene) -> Markup:
    """Each page under its address. Its charts' tables are open, for where no script runs nothing else shows them."""
    lang = scene.words.lang
    shown = joined(
        tag(
            "section",
            page_html(name, scene),
            data_page=f"{lang}/{name}",
            data_title=scene.words(f"site.nav.{name}"),
            id=f"/{lang}/{path_of(name)}",
            lang=lang,
        )
        for name in EDITION
    )
    return shown if scene.is_still else shown.replace(_ROWS, _ROWS[:-1] + Markup(" open>"))


def _said(words: Words) -> dict[str, str]:
    """Messages that the script fills in itself, with their places left open."""
    places = {name: f"{{{name}}}" for name in _FIELDS}
    return {key: words(key, **places) for key in _SAID} | {"title": words("site.title")}


def _packed(text: str) -> str:
    """What is a long text in few bytes, without the clock that gzip would write into it?"""
    return base64.b64encode(gzip.compress(text.encode(), mtime=0)).decode()
