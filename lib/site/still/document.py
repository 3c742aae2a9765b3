"""One HTML document: a file with all that it needs and a policy that forbids requests, or a page of the site."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType

from markupsafe import Markup, escape
from plotly.offline import get_plotlyjs_version

from lib.site.markup.tags import coded, joined, tag
from lib.words.messages import TAGS

BUNDLE = f"plotly-{get_plotlyjs_version()}.min.js"
"""The site's own Plotly, by the name of its file."""
_FORM = Path(__file__).with_name("document.html")
_STATIC = Path(__file__).parents[3] / "static"
_SHIELDED = "\\u003c"  # how JSON may write <
_PLACE = re.compile(r"<!--(\w+)-->")
_POLICY = Markup(
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'unsafe-inline';"
    " style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'\">\n"
)


def document(
    *,
    lang: str,
    title: str,
    about: Mapping[str, str],
    style: str,
    script: str,
    body: Markup,
    data: Mapping[str, object],
    packed: Mapping[str, str] = MappingProxyType({}),
    raw: Mapping[str, str] = MappingProxyType({}),
    kind: str = "",
    static: str = "",
) -> bytes:
    """Which HTML document is this?

    `about` are its `<meta>` names, `body` what it shows, `kind` the class of that. What the script reads: `data`
    becomes JSON, `raw` is JSON already, `packed` is text in base64. Plotly stands in a file, and below
    the address `static` where the document is a page of the site.
    """
    blocks = (
        *(_block(name, "application/json", dumped(value)) for name, value in data.items()),
        *(_block(name, "application/json", text) for name, text in raw.items()),
        *(_block(name, "text/plain", text) for name, text in packed.items()),
    )
    metas = (tag("meta", name=name, content=text) + "\n" for name, text in about.items())
    plotly = tag("script", src=static + BUNDLE) if static else coded("script", _read(_STATIC / BUNDLE))
    parts = {
        "lang": TAGS[lang],
        "policy": "" if static else _POLICY,
        "about": joined(metas),
        "icon": f"{static}icon.svg" if static else "data:,",
        "title": escape(title),
        "styles": style,
        "kind": kind,
        "body": body,
        "data": "\n".join(blocks),
        "plotly": plotly,
        "script": script,
    }
    return _PLACE.sub(lambda place: parts[place[1]], _read(_FORM)).encode()


def dumped(value: object) -> str:
    """What is a value as short JSON?"""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=date.isoformat)


def _block(name: str, kind: str, text: str) -> Markup:
    """A piece of data that the script finds by its name; nothing in it can end the element."""
    return coded("script", text.replace("<", _SHIELDED), type=kind, id=name)


@cache
def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")
