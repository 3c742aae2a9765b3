"""What a page says of itself before it runs: its language, its title, what it is about."""

from __future__ import annotations

from html import escape
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lib.site.pages import PAGES
from lib.words.messages import LANGUAGES
from lib.words.speak import Words

ROBOTS = "/robots.txt"
_NAMES = {page.path: page.name for page in PAGES}
_CODES = {"zh": "zh-CN", "en": "en"}
_ASKED_ANEW = (b"if-none-match", b"if-modified-since", b"range")


class Introduced:
    """Puts a page's own title, language and description into the HTML that Streamlit answers every address with."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes everything on; of a page of the site, the HTML with its head filled in."""
        name = _NAMES.get(scope["path"].strip("/")) if scope["type"] == "http" else None
        if name is None or scope["method"] != "GET":
            await self.app(scope, receive, send)
            return
        # What Streamlit calls unchanged may be in another language now: it is always sent whole.
        headers = [pair for pair in scope["headers"] if pair[0] not in (*_ASKED_ANEW, b"accept-encoding")]
        found: list[Message] = []

        async def take(message: Message) -> None:
            found.append(message)

        await self.app(dict(scope, headers=headers), receive, take)
        start, *parts = found
        body = b"".join(part.get("body", b"") for part in parts)
        if Headers(scope=start).get("content-type", "").startswith("text/html"):
            body = introduced(body.decode(), name, _language(scope)).encode()
            out = MutableHeaders(scope=start)
            out["Content-Length"] = str(len(body))
            out["Vary"] = "Accept-Language"
            for header in ("etag", "last-modified"):
                del out[header]
        await send(start)
        await send({"type": "http.response.body", "body": body})


def introduced(document: str, page: str, lang: str) -> str:
    """Which HTML is the same, with what a page is called and what it answers?"""
    words = Words(lang)
    about = f"{words(f'site.question.{page}')} {words('site.footer')}"
    title = f"{words(f'site.nav.{page}')} · {words('site.title')}"
    head = f'<title>{escape(title)}</title>\n    <meta name="description" content="{escape(about)}" />'
    return document.replace('<html lang="en">', f'<html lang="{escape(_CODES[lang])}">', 1).replace(
        "<title>Streamlit</title>", head, 1
    )


async def robots(_request: Request) -> PlainTextResponse:
    """Which addresses may be read by who lists pages? All."""
    return PlainTextResponse("User-agent: *\nAllow: /\n")


def _language(scope: Scope) -> str:
    """The language that the address asks for, else the browser's."""
    asked = parse_qs(scope["query_string"].decode("latin-1")).get("lang", [""])[-1]
    if asked in LANGUAGES:
        return str(asked)
    browser = Headers(scope=scope).get("accept-language", "")
    return "en" if browser.lower().startswith("en") else "zh"
