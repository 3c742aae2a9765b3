"""Charts of the page on emerging sectors."""

from __future__ import annotations

from lib.charts.card import Draw

CHARTS: dict[str, Draw] = {}
