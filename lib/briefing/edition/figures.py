"""The figures of a document as Plotly's JSON: each once, without the template that all share."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from lib.charts.card import Card
from lib.charts.tokens import THEMES
from lib.draw.config import CONFIG as PLAIN
from lib.draw.fitted import height_of
from lib.draw.plotly import drawn
from lib.draw.template import template
from lib.site.still.document import dumped

# Light to dark. Charts take every colour from the tokens, so that a dark figure is the light one recoloured.
PALETTE: Mapping[str, str] = dict(
    zip(asdict(THEMES["light"]).values(), asdict(THEMES["dark"]).values(), strict=True)
)
CONFIG: Mapping[str, Any] = {
    **PLAIN,
    "displayModeBar": "hover",
    "modeBarButtons": [["toImage"]],
}


class Figures:
    """The figures of one document by their keys; one that differs in the dark is kept in both themes."""

    def __init__(self) -> None:
        self._kept: dict[str, str] = {}

    def add(self, key: str, light: Card, dark: Card | None = None) -> float:
        """Keeps a card's chart; `dark` is the same card in the dark, where its colours may not just follow.

        How many pixels high is it?
        """
        text = compact(light)
        self._kept[key] = text
        if dark is not None and (other := compact(dark)) != recoloured(text):
            self._kept[f"{key}|dark"] = other
        return height_of(light)

    @property
    def json(self) -> str:
        """Which JSON holds them all, keys first in order of use?"""
        return "{" + ",".join(f"{json.dumps(key)}:{text}" for key, text in self._kept.items()) + "}"


def compact(card: Card) -> str:
    """What is a card's chart as JSON, without its template?"""
    found = drawn(card.chart)
    found["layout"].pop("template")
    return dumped(found)


def recoloured(text: str) -> str:
    """What is the JSON of a light figure in the dark?"""
    for light, dark in PALETTE.items():
        text = text.replace(light, dark)
    return text


def templates() -> dict[str, Any]:
    """Which template do the figures of each theme share?"""
    return {theme: template(theme) for theme in THEMES}
