"""One HTML file with all that it needs: styles, scripts, data and Plotly, and a policy that forbids requests."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict
from functools import cache
from html import escape
from pathlib import Path
from types import MappingProxyType

from plotly.offline import get_plotlyjs_version

from lib.briefing.edition.figures import dumped
from lib.charts.tokens import THEMES
from lib.words.messages import TAGS

_HERE = Path(__file__).parent
_BUNDLE = Path(__file__).parents[3] / "static" / f"plotly-{get_plotlyjs_version()}.min.js"
_SHIELDED = "\\u003c"  # how JSON may write <
_PLACE = re.compile(r"<!--(\w+)-->")


def document(
    *,
    lang: str,
    title: str,
    about: Mapping[str, str],
    styles: tuple[str, ...],
    scripts: tuple[str, ...],
    body: str,
    data: Mapping[str, object],
    packed: Mapping[str, str] = MappingProxyType({}),
    raw: Mapping[str, str] = MappingProxyType({}),
    extra: str = "",
) -> bytes:
    """Which HTML file is this document?

    `about` are its `<meta>` names, `styles` and `scripts` files beside this one, `body` its HTML, `extra` more
    CSS. What the scripts read: `data` becomes JSON, `raw` is JSON already, `packed` is text in base64.
    """
    blocks = (
        *(_block(name, "application/json", dumped(value)) for name, value in data.items()),
        *(_block(name, "application/json", text) for name, text in raw.items()),
        *(_block(name, "text/plain", text) for name, text in packed.items()),
    )
    parts = {
        "lang": TAGS[lang],
        "title": escape(title),
        "about": "".join(
            f'<meta name="{escape(name)}" content="{escape(text)}">\n' for name, text in about.items()
        ),
        "colours": colours(),
        "styles": "\n".join((*(_read(_HERE / name) for name in styles), extra)),
        "body": body,
        "data": "\n".join(blocks),
        "plotly": _read(_BUNDLE),
        "script": "\n".join(_read(_HERE / name) for name in scripts),
    }
    return _PLACE.sub(lambda place: parts[place[1]], _read(_HERE / "document.html")).encode()


def colours(only: str = "") -> str:
    """Which CSS sets the colours of both themes, or of one alone? Paper is always light."""
    light, dark = (
        "".join(f"--{name.replace('_', '-')}:{value};" for name, value in asdict(THEMES[theme]).items())
        for theme in ("light", "dark")
    )
    if only:
        chosen = dark if only == "dark" else light
        return f":root{{color-scheme:{only};{chosen}--link:var(--chongqing)}}"
    return (
        f":root{{color-scheme:light;{light}--link:var(--chongqing)}}"
        f"@media screen and (prefers-color-scheme:dark){{:root:not(.light){{color-scheme:dark;{dark}}}}}"
    )


def _block(name: str, kind: str, text: str) -> str:
    """A piece of data that the script finds by its name; nothing in it can end the element."""
    return f'<script type="{kind}" id="{escape(name)}">{text.replace("<", _SHIELDED)}</script>'


@cache
def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")
