"""Where a reader comes back to after signing in: a page of this site and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from lib.words.messages import LANGUAGES

_LONGEST = 2000
_OWN = ("/auth/", "/oauth2callback")


def local(address: str) -> str:
    """Which page of this site is it? The first one for anything else, and for the sign-in's own addresses.

    >>> local("/outsourcing?lang=en&currency=USD")
    '/outsourcing?lang=en&currency=USD'
    >>> local("//evil.example"), local("/\\\\evil.example"), local("https://evil.example")
    ('/', '/', '/')
    """
    plain = address.isascii() and address.isprintable() and " " not in address and "\\" not in address
    if not plain or len(address) > _LONGEST or not address.startswith("/") or address.startswith("//"):
        return "/"
    return "/" if address.startswith(_OWN) else address


def is_asked_here(headers: Mapping[str, str]) -> bool:
    """Was this asked for by a page of this site, or by the reader, and by no other site's? As the browser says.

    >>> is_asked_here({"sec-fetch-site": "same-origin"}), is_asked_here({"sec-fetch-site": "same-site"})
    (True, False)
    >>> is_asked_here({"host": "a.example", "referer": "https://b.example/"}), is_asked_here({})
    (False, True)
    """
    if said := headers.get("sec-fetch-site"):
        return said in ("same-origin", "none")
    came_from = headers.get("origin") or headers.get("referer") or ""
    return not came_from or came_from.split("/")[2:3] == [headers.get("host")]


def whole(path: str, query: bytes) -> str:
    """Which address is this? `path` is decoded, `query` is as it was sent."""
    return quote(path) + (f"?{query.decode('latin-1')}" if query else "")


def language(*addresses: str, accepted: str) -> str:
    """In which language is a reader addressed? As the first address that says, else as the browser prefers.

    >>> language("/", "/talent?lang=en", accepted="zh-CN,zh;q=0.9")
    'en'
    """
    for address in addresses:
        asked = dict(parse_qsl(urlsplit(address).query)).get("lang")
        if asked in LANGUAGES:
            return asked
    return "en" if accepted.strip().lower().startswith("en") else "zh"


def in_language(address: str, lang: str) -> str:
    """Which address is the same page in another language?

    >>> in_language("/talent?lang=zh&view=print", "en")
    '/talent?lang=en&view=print'
    """
    parts = urlsplit(address)
    query = dict(parse_qsl(parts.query, keep_blank_values=True)) | {"lang": lang}
    return urlunsplit(parts._replace(query=urlencode(query)))
