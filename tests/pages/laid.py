"""What stands on a page that AppTest ran: its elements, and in place of each sheet the boxes that it is sent as.

AppTest runs no script, so a sheet is to it one element of bytes: the very message that the browser lays out.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

_DIV = re.compile(r"<div\b([^>]*)>|</div>")
_KEY = re.compile(r"\bst-key-(\S+?)[\s\"]")
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')


@dataclass(frozen=True)
class Node:
    """A box with what is inside, a text, a chart, or an element of Streamlit's own."""

    kind: str
    key: str = ""
    body: str = ""
    alt: str = ""
    figure: dict[str, Any] = field(default_factory=dict)
    element: Any = None
    inside: tuple[Node, ...] = ()

    def __iter__(self) -> Iterator[Node]:
        """It, and all that is inside."""
        yield self
        for node in self.inside:
            yield from node


def laid(block: Any) -> Node:
    """What is a block of AppTest, with every sheet laid out?"""
    inside = tuple(node for child in block.children.values() for node in _nodes(child))
    return Node("box", getattr(block, "key", None) or "", element=block, inside=inside)


def _nodes(node: Any) -> Iterator[Node]:
    if hasattr(node, "children"):
        yield laid(node)
    elif node.type == "bidi_component" and node.proto.component_name == "sheet":
        yield from unpacked(node.proto.bytes)
    elif node.type == "html":
        yield Node("html", body=node.proto.body)
    else:
        yield Node("element", getattr(node, "key", None) or "", element=node)


def unpacked(message: bytes) -> tuple[Node, ...]:
    """Which boxes, texts and charts is a message laid out as?"""
    charts, _, markup = message.decode().partition("\n")
    return tuple(_divs(markup, {given["name"]: given["figure"] for given in json.loads(charts)}))


def _divs(markup: str, figures: dict[str, Any]) -> Iterator[Node]:
    depth = start = 0
    attributes = ""
    for tag in _DIV.finditer(markup):
        if tag[0] == "</div>":
            depth -= 1
            if not depth:
                yield _div(attributes, markup[start : tag.start()], figures)
            continue
        if not depth:
            start, attributes = tag.end(), f"{tag[1]} "
        depth += 1
    assert not depth, markup[:200]


def _div(attributes: str, inside: str, figures: dict[str, Any]) -> Node:
    if 'class="said"' in attributes:
        return Node("html", body=inside)
    key = str(_KEY.search(attributes)[1])  # type: ignore[index]
    if not key.startswith("plot_"):
        return Node("box", key, inside=tuple(_divs(inside, figures)))
    told = {name: html.unescape(text) for name, text in _ATTRIBUTE.findall(inside)}
    return Node("chart", key, alt=told["aria-label"], figure=figures[told["data-chart"]])
