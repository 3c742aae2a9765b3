"""What makes slides and paper a document: their style, their charts, and the script that draws these."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from markupsafe import Markup

from lib.draw.config import CONFIG
from lib.site.html import drawings
from lib.site.look.style import colours, css
from lib.site.markup import coverage
from lib.site.pieces import Piece
from lib.site.still.document import document
from lib.words.messages import TAGS
from lib.words.speak import Words

SCRIPT = "".join(
    Path(__file__).with_name(name).read_text(encoding="utf-8") for name in ("hatch.js", "still.js")
)
"""Draws the charts, and says on the body when all is drawn."""
_NARROWEST = 520
"""Pixels that a chart is drawn in at least, before it is enlarged."""
_KINDS = {"slides": ("slide",), "filled": ("slide",), "paper": ("paper",), "a4": ("paper", "a4")}


def still(
    pieces: Iterable[Piece],
    *,
    kind: str,
    lang: str,
    title: str,
    about: Mapping[str, str],
    body: Markup,
    extra: str = "",
    static: str = "",
) -> bytes:
    """Which HTML document shows this without moving? `pieces` are those whose charts stand in its `body`, in order.

    `kind` is how it is laid out: `slides` below each other, one that is `filled` into its window, a page on `paper`,
    a briefing on `a4`. `extra` is more CSS; `static` is where the site's files lie, if it is a page of the site.
    """
    style = css("base", "blocks", *_KINDS[kind]) + coverage.STYLE
    return document(
        lang=lang,
        title=title,
        about=about,
        style=f"{colours('light')}\n{style}{extra}",
        script=SCRIPT,
        data={
            "settings": {
                "config": {**CONFIG, "staticPlot": True, "locale": TAGS[lang]},
                "narrowest": _NARROWEST,
                "undrawn": Words(lang)("briefing.slide.undrawn") if "slide" in _KINDS[kind] else "",
            }
        },
        raw={"charts": f"[{b','.join(drawings(pieces)).decode()}]"},
        body=body,
        kind="paper" if kind == "a4" else kind,
        static=static,
    )
