"""The page that Streamlit answers every address with, and what is put into it."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import streamlit
from markupsafe import Markup

from lib.site.lost import lost, lost_title
from lib.site.markup.tags import NOTHING, coded, joined, tag
from lib.site.pages import HIDDEN, NAMED
from lib.site.still.document import BUNDLE
from lib.words.messages import TAGS
from lib.words.speak import Words
from pages.components.scripts import FIRST
from pages.components.streamlits_names import PRESSED
from pages.components.styles import first_style
from pages.server.first.view import View

_ROOT = tag("div", id="root")
_ENGLISH = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)
_STARTS = re.compile(r'<script type="module"[^>]*></script>|<link rel="(?:modulepreload|stylesheet)"[^>]*>')
"""What Streamlit starts from: its script, of what that consists, and a style of what no page has."""
_STYLE = re.compile(r'<link rel="stylesheet" crossorigin href="./(static/css/[^"]+)">')
_ICONS = re.compile(r"@font-face{font-family:Material Symbols[^{}]*}")
_FONT = re.compile(r'<link\s+rel="preload"[^>]*SourceSans[^>]*>')


@cache
def shipped() -> str:
    """Which page does Streamlit come with?"""
    return Path(streamlit.__file__).with_name("static").joinpath("index.html").read_text(encoding="utf-8")


@cache
def icons() -> Markup:
    """Where do the icons of Streamlit's elements come from? All that a page has of the style that they start from."""
    (place,) = _STYLE.findall(shipped())
    (found,) = _ICONS.findall(Path(streamlit.__file__).with_name("static").joinpath(place).read_text("utf-8"))
    return coded("style", found.replace("../media/", "./static/media/"))


def pressed() -> Markup:
    """Which style of Streamlit's elements would come late, and have the browser lay out the whole page anew?"""
    called, meant = PRESSED
    return coded("style", f"@layer {{ {meant} {{ touch-action: pan-x pan-y pinch-zoom; }} }}", id=called)


def introduced(document: str, page: str, lang: str) -> str:
    """Which HTML is the same, with what a page is called and what it answers?

    Where its content has not come with it, a browser without scripts asks for the page again by itself.
    """
    again = tag("noscript", tag("meta", **{"http-equiv": "refresh", "content": "3"}))
    told = tag("noscript", tag("p", Words(lang)("site.preparing")))
    return _as_page(_ENGLISH.sub(told, document), page, lang, again)


def unknown(document: str, lang: str) -> str:
    """Which HTML is the same, for an address that no page has?"""
    words = Words(lang)
    told = tag("noscript", (piece.markup for piece in lost(words)))
    return _named(_ENGLISH.sub(told, document), lost_title(words), NOTHING, lang)


def _as_page(document: str, page: str, lang: str, more: Markup = NOTHING) -> str:
    words = Words(lang)
    said = tag("meta", name="description", content=about(page, words))
    return _named(document, title(page, words), said + more, lang)


def _named(document: str, called: str, said: Markup, lang: str) -> str:
    document = document.replace('lang="en"', f'lang="{TAGS[lang]}"', 1)
    return document.replace("<title>Streamlit</title>", tag("title", called) + said, 1)


def title(page: str, words: Words) -> str:
    """What is a page called where a browser names it?"""
    called = words(f"site.hidden.{page}") if NAMED[page] in HIDDEN else words(f"site.nav.{page}")
    return f"{called} · {words('site.title')}"


def about(page: str, words: Words) -> str:
    """What does a page say of itself to who lists pages?"""
    return f"{words(f'site.question.{page}')} {words('site.footer')}"


def with_view(page: str, lang: str, view: View) -> str:
    """Which HTML has the first view of a page in it, before what Streamlit will make of the page?"""
    return _as_page(_holding(view, lang), page, lang)


def with_lost(lang: str, view: View) -> str:
    """Which HTML has the view of an address that no page has in it?"""
    return _named(_holding(view, lang), lost_title(Words(lang)), NOTHING, lang)


def _holding(view: View, lang: str) -> str:
    """Which HTML has this view in it?

    Streamlit's own text for browsers without scripts, in English, and the typeface that it would load, which no page
    here uses, are left out. What it starts from waits in a template until the first view is painted (`first.js`).
    Its style, of formulas and typefaces that no page has, is named, so that nothing looks for it, and never comes:
    a browser would lay out the whole page anew. The icons are there from the start.
    """
    charts = json.dumps(view.charts, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    starts = "".join(_STARTS.findall(shipped())).replace('rel="stylesheet"', 'rel="stylesheet" disabled')
    script = {"rel": "preload", "as": "script", "href": f"./app/static/{BUNDLE}"}
    load = tag("link", **script) if view.charts else NOTHING
    parts = (
        view.markup,
        _ROOT,
        tag("p", id="offline", role="status", data_said=Words(lang)("site.offline"), hidden=True),
        coded("template", starts, id="streamlit"),
        coded("script", charts, type="application/json", id="first_charts"),
        coded("script", FIRST[lang]),
    )
    document = _STARTS.sub("", _FONT.sub("", _ENGLISH.sub("", shipped())))
    document = document.replace(_ROOT, joined(parts), 1).replace(
        "</head>", pressed() + first_style() + icons() + Markup("</head>"), 1
    )
    return document.replace("<title>", load + Markup("<title>"), 1)
