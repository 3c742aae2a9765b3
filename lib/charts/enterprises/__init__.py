"""Charts of the page on enterprises."""

from __future__ import annotations

from lib.charts.card import Draw

CHARTS: dict[str, Draw] = {}
