"""The few lines of script that a page carries, each known to the letter: the proxy lets no other run."""

from __future__ import annotations

import json
from pathlib import Path

from lib.words.messages import text_of
from pages.components.drawing import DRAWING

_LINKS, _COPYING, _SETTLED, _FIRST = (
    Path(__file__).with_name(name).read_text(encoding="utf-8")
    for name in ("links.js", "copying.js", "settled.js", "first.js")
)
_CODES = {"zh": "zh-CN", "en": "en"}
_TOLD = ("copied", "copied_not", "copied_form", "picture.saved_instead", "picture.failed")
"""What a script says or writes, by the names of its messages."""


def _script(lang: str, *, still: bool) -> str:
    skip = json.dumps(text_of("briefing.edition.skip", lang), ensure_ascii=False)
    own = (
        f"document.documentElement.lang = '{_CODES[lang]}';\n"
        f"document.querySelector('[data-testid=stSkipToContent]')?.replaceChildren({skip});\n"
    )
    return own + _LINKS + (_SETTLED if still else _copying(lang))


def _copying(lang: str) -> str:
    told = {name: text_of(f"card.{name}", lang) for name in _TOLD} | {"lost": text_of("site.lost", lang)}
    return _COPYING.replace("TAKING_WORDS", json.dumps(told, ensure_ascii=False))


SCRIPTS = {(lang, still): _script(lang, still=still) for lang in _CODES for still in (False, True)}
"""By language, and by whether the page is for a picture or for paper and says when it is drawn."""
FIRST = {lang: DRAWING + _copying(lang) + _FIRST for lang in _CODES}
"""In the first view of a page, by language."""
