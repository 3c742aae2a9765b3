"""The page that asks people to sign in: one sentence, one button, whom to ask. Nothing of the site is on it."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path
from urllib.parse import urlencode

from markupsafe import Markup
from starlette.responses import HTMLResponse

from lib.charts.tokens import FONT
from lib.site.look.style import colours
from lib.site.markup.tags import coded, form, tag
from lib.words.messages import TAGS
from lib.words.speak import Words
from pages.signin.address import in_language

SIGN_IN = "/auth/login"
_HERE = Path(__file__).parent
_MARKUP = form(_HERE / "page.html")
_CSS = (_HERE / "page.css").read_text(encoding="utf-8").replace("FONT", FONT)
_ICON = b64encode(_HERE.parents[1].joinpath("static", "icon.svg").read_bytes()).decode()
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


def sign_in_page(
    words: Words, *, here: str, back: str, contact: str, status: int, notice: str = "", refused: bool = False
) -> HTMLResponse:
    """What is shown to who has not signed in?

    `here` is the address that is being answered, `back` the page to come back to, `notice` what happened before.
    """
    other = {"zh": "en", "en": "zh"}[words.lang]
    texts = {
        "code": TAGS[words.lang],
        "site": words("site.title"),
        "heading": words("signin.heading.refused" if refused else "signin.heading.asked"),
        "button": words("signin.button.again" if refused else "signin.button.first"),
        "ask": words("signin.ask", contact=contact) if contact else words("signin.ask_administrator"),
        "start": f"{SIGN_IN}?{urlencode({'back': back, 'lang': words.lang})}",
        "other": words("site.other_language"),
        "other_code": TAGS[other],
        "other_address": in_language(here, other),
    }
    lines = [tag("p", notice, "state", role="alert")] if notice else []
    if not refused:
        lines.append(tag("p", words("signin.sentence")))
    icon = f"data:image/svg+xml;base64,{_ICON}"
    markup = _MARKUP.format(**texts, said=Markup("\n").join(lines), style=coded("style", _style()), icon=icon)
    return HTMLResponse(markup, status_code=status, headers=HEADERS)


def _style() -> str:
    return colours() + _CSS
