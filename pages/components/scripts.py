"""The few lines of script that a page carries, each known to the letter: the proxy lets no other run."""

from __future__ import annotations

from pathlib import Path

_LINKS, _SETTLED = (
    Path(__file__).with_name(name).read_text(encoding="utf-8") for name in ("links.js", "settled.js")
)
_CODES = {"zh": "zh-CN", "en": "en"}


def _script(lang: str, *, still: bool) -> str:
    return f"document.documentElement.lang = '{_CODES[lang]}';\n" + _LINKS + (_SETTLED if still else "")


SCRIPTS = {(lang, still): _script(lang, still=still) for lang in _CODES for still in (False, True)}
"""By language, and by whether the page is for a picture or for paper and says when it is drawn."""
