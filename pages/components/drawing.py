"""The script that draws charts and makes pictures of them, the same in a page's first view and in the open page."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from pathlib import Path
from typing import Any

from lib.charts.tokens import DARK, LIGHT
from lib.draw.config import CONFIG
from lib.site.still.document import BUNDLE
from pages.components.streamlits_names import named

_NAMES = asdict(LIGHT)
_LIGHT = {getattr(DARK, name): colour for name, colour in _NAMES.items()} | _NAMES
"""Each colour of the light theme, by its name and by that of the dark one in its place."""
_DARK = {colour: getattr(DARK, name) for name, colour in _NAMES.items()}


def _script() -> str:
    text = "\n".join(
        Path(__file__).with_name(name).read_text(encoding="utf-8")
        for name in ("charts.js", "picture.js", "panels.js", "printing.js")
    )
    places = {"LIGHT_OF_DARK": _LIGHT, "DARK_OF_LIGHT": _DARK, "PLOTLYS_CONFIG": dict(CONFIG)}
    for place, found in places.items():
        text = text.replace(place, json.dumps(found))
    return named(text.replace("BUNDLE_FILE", BUNDLE))


DRAWING = f"window.siteCharts ??= (() => {{\n{_script()}return {{ begin, darkened }};\n}})();\n"
"""Whichever comes first does it for both."""


def in_dark(figure: dict[str, Any]) -> Any:
    """Which figure, as JSON, is a light one with the colours of the dark theme? As `darkened` of picture.js."""
    return json.loads(
        re.sub(r"#[0-9A-F]{6}\b", lambda colour: _DARK.get(colour[0], colour[0]), json.dumps(figure))
    )
