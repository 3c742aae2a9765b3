"""The few lines of script that a page carries, each known to the letter: the proxy lets no other run."""

from __future__ import annotations

import json
import re
from pathlib import Path

from lib.site.still.still import SCRIPT as STILL
from lib.words.messages import LANGUAGES, TAGS, text_of
from lib.words.tables import BEGINS_FORMULA
from pages.components.drawing import DRAWING
from pages.components.streamlits_names import SAID, named

_LINKS, _COPYING, _FIRST, _SAYING = (
    named(Path(__file__).with_name(name).read_text(encoding="utf-8"))
    for name in ("links.js", "copying.js", "first.js", "saying.js")
)
_TOLD = ("copied", "copied_not", "copied_form", "picture.saved_instead", "picture.failed")
"""What a script says or writes, by the names of its messages."""
_FIELD = re.compile(r"\{\w+\}")


def _script(lang: str) -> str:
    # The same said again would have the browser style the whole page anew.
    own = f"if (document.documentElement.lang !== '{TAGS[lang]}') document.documentElement.lang = '{TAGS[lang]}';\n"
    return own + _saying(lang) + _LINKS + _copying(lang)


def _saying(lang: str) -> str:
    """Each text that Streamlit or a page of another language has, as a pattern, and what it is in this language."""
    known = [
        ["^" + "(.+)".join(map(re.escape, _FIELD.split(text))) + "$", _FIELD.sub("$1", text_of(key, lang))]
        for theirs, key in SAID.items()
        for text in (theirs, *(text_of(key, other) for other in LANGUAGES))
        if text != text_of(key, lang)
    ]
    return _SAYING.replace("STREAMLITS_WORDS", json.dumps(known, ensure_ascii=False))


def _copying(lang: str) -> str:
    told = {name: text_of(f"card.{name}", lang) for name in _TOLD} | {"lost": text_of("site.lost", lang)}
    told["begins_formula"] = BEGINS_FORMULA
    return _COPYING.replace("TAKING_WORDS", json.dumps(told, ensure_ascii=False))


SCRIPTS = {lang: _script(lang) for lang in LANGUAGES}
"""In the open page, by language."""
FIRST = {lang: DRAWING + _copying(lang) + _FIRST for lang in LANGUAGES}
"""In the first view of a page, by language."""
INLINE = (*SCRIPTS.values(), *FIRST.values(), STILL)
"""All that may stand in a page: of slides and paper as well."""
