"""The style of a page: as a message to an open page, and in the head of one that is asked for."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from markupsafe import Markup

from lib.charts.tokens import FONT
from lib.site.look.style import css, variables
from lib.site.markup.tags import coded, tag
from pages.components.streamlits_names import named


def _read(*names: str) -> str:
    return named("".join(Path(__file__).with_name(name).read_text(encoding="utf-8") for name in names))


_CSS = css("blocks") + _read("style.css", "header.css", "taking.css")
_PAPER = css("paper") + _read("printed.css")
_ON_PAPER = f"@media print {{\n:root{{{variables('light')}}}\n{_PAPER}}}"


@cache
def style(theme: str) -> Markup:
    """Which style has an open page? It is a message of its own: one that comes again as it was costs nothing."""
    return coded("style", f":root{{{variables(theme)}}}\n{_CSS}{_ON_PAPER}")


@cache
def first_style() -> Markup:
    """Which style has the first view of a page, in the colours of the reader's system? It stays under the other."""
    dark = f"@media (prefers-color-scheme: dark) {{:root{{{variables('dark')}color-scheme: dark;}}}}"
    colours = f":root{{{variables('light')}}}\n{dark}"
    first = _read("first.css").replace("FONT", FONT)
    without = tag("noscript", coded("style", _read("unscripted.css")))
    return coded("style", f"{colours}\n{first}{_CSS}{_ON_PAPER}") + without
