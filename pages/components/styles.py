"""The style of a page: as a message to an open page, and in the head of one that is asked for."""

from __future__ import annotations

from dataclasses import asdict
from functools import cache
from pathlib import Path

from lib.charts.tokens import FONT, THEMES

_LINK = "--link:var(--chongqing);"


def _read(*names: str) -> str:
    return "".join(Path(__file__).with_name(name).read_text(encoding="utf-8") for name in names)


def _colours(theme: str) -> str:
    """The colours of a theme under their names."""
    return "".join(f"--{name.replace('_', '-')}:{value};" for name, value in asdict(THEMES[theme]).items())


_CSS = _read("style.css", "header.css", "taking.css")
_PAPER, _PRINTED = _read("paper.css"), _read("printed.css")
_ON_PAPER = f"@media print {{\n:root{{{_colours('light')}}}\n{_PAPER}{_PRINTED}}}"


@cache
def style(theme: str, view: str) -> str:
    """Which style has an open page? It is a message of its own: one that comes again as it was costs nothing."""
    paper = {"print": _PAPER, "screen": _ON_PAPER}.get(view, "")
    return f"<style>:root{{{_colours(theme)}{_LINK}}}\n{_CSS}{paper}</style>"


@cache
def first_style() -> str:
    """Which style has the first view of a page, in the colours of the reader's system? It stays under the other."""
    dark = f"@media (prefers-color-scheme: dark) {{:root{{{_colours('dark')}color-scheme: dark;}}}}"
    colours = f":root{{{_colours('light')}{_LINK}}}\n{dark}"
    first = _read("first.css").replace("FONT", FONT)
    without = f"<noscript><style>{_read('unscripted.css')}</style></noscript>"
    return f"<style>{colours}\n{first}{_CSS}{_ON_PAPER}</style>{without}"
