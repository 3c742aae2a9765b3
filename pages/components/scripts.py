"""The few lines of script that a page carries, each known to the letter: the proxy lets no other run."""

from __future__ import annotations

import json
from pathlib import Path

from lib.words.messages import text_of

_LINKS, _COPYING, _SETTLED = (
    Path(__file__).with_name(name).read_text(encoding="utf-8")
    for name in ("links.js", "copying.js", "settled.js")
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
    told = {name: text_of(f"card.{name}", lang) for name in _TOLD}
    copying = _COPYING.replace("TAKING_WORDS", json.dumps(told, ensure_ascii=False))
    return own + _LINKS + (_SETTLED if still else copying)


SCRIPTS = {(lang, still): _script(lang, still=still) for lang in _CODES for still in (False, True)}
"""By language, and by whether the page is for a picture or for paper and says when it is drawn."""
