"""The style of a document, from the files beside this one and from the colours of charts."""

from __future__ import annotations

from dataclasses import asdict
from functools import cache
from pathlib import Path

from lib.charts.tokens import FONT, THEMES


@cache
def css(*names: str) -> str:
    """What do these files say, one after the other, in the typeface of charts?"""
    texts = (Path(__file__).with_name(f"{name}.css").read_text(encoding="utf-8") for name in names)
    return "".join(texts).replace("FONT", FONT)


@cache
def variables(theme: str) -> str:
    """Which CSS names the colours of a theme?"""
    colours = "".join(f"--{name.replace('_', '-')}:{value};" for name, value in asdict(THEMES[theme]).items())
    return f"{colours}--link:var(--chongqing);"


def colours(only: str = "") -> str:
    """Which CSS sets the colours of both themes, or of one alone? Paper is always light."""
    if only:
        return f":root{{color-scheme:{only};{variables(only)}}}"
    return (
        f":root{{color-scheme:light;{variables('light')}}}"
        f"@media screen and (prefers-color-scheme:dark){{:root:not(.light){{color-scheme:dark;{variables('dark')}}}}}"
    )
