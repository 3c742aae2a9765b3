"""What a reader sees of a page that AppTest ran: its cards, its alerts, and every text on it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from tests.pages.laid import Node, laid

DASHBOARD = Path(__file__).parents[2] / "dashboard.py"
_TAG = re.compile(r"<style>.*?</style>|<[^>]+>", re.DOTALL)
# Each AppTest reads what every installed package says of itself, for a second, to find Streamlit's components: the
# packages are the same for the whole run.
manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)
_ALERT = re.compile(r'role="alert">(.*?)</div>', re.DOTALL)


def started(**query: str) -> AppTest:
    """The site at its first page, with these values in its address."""
    app = AppTest.from_file(str(DASHBOARD), default_timeout=120)
    for name, value in ({"lang": "zh"} | query).items():
        app.query_params[name] = value
    return app.run()


def opened(script: str, **query: str) -> AppTest:
    """The page of a script, with these values in its address."""
    app = started(lang=query.get("lang", "zh"))
    for name, value in query.items():
        app.query_params[name] = value
    return app.switch_page(script).run()


def plain(markup: str) -> str:
    """The text of a piece of HTML."""
    return html.unescape(_TAG.sub(" ", markup))


def bodies(block: Any) -> list[str]:
    """Every piece of HTML below a block."""
    return [node.body for node in _laid(block) if node.kind == "html"]


def alerts(block: Any) -> list[str]:
    """What readers are told is wrong below a block."""
    return [" ".join(plain(found).split()) for body in bodies(block) for found in _ALERT.findall(body)]


def cards(app: AppTest, prefix: str) -> dict[str, Node]:
    """The boxes whose key begins so, by the rest of their key."""
    return {
        node.key.removeprefix(prefix): node
        for node in laid(app.main)
        if node.kind == "box" and node.key.startswith(prefix)
    }


def charts(app: AppTest) -> dict[str, str | None]:
    """The alt text of each chart on the page; None for one that could not be drawn."""
    found: dict[str, str | None] = {}
    for name, card in cards(app, "chart_").items():
        drawn = [node.alt for node in card if node.kind == "chart"]
        found[name] = drawn[0] if drawn else None
    return found


def said(app: AppTest) -> Iterator[str]:
    """Every text on the page: HTML, labels, options, and what charts write."""
    for node in laid(app.main):
        if node.kind == "html":
            yield plain(node.body)
        elif node.kind == "chart":
            yield node.alt
            yield from _written(node.figure)
        elif node.kind == "element":
            yield str(getattr(node.element, "label", ""))
            yield from (str(option) for option in getattr(node.element, "options", ()))


def _laid(block: Any) -> Node:
    return block if isinstance(block, Node) else laid(block)


def _written(spec: Any) -> Iterator[str]:
    if isinstance(spec, str):
        yield spec
    elif isinstance(spec, dict):
        for value in spec.values():
            yield from _written(value)
    elif isinstance(spec, list):
        for value in spec:
            yield from _written(value)
