"""The elements of an XML part as they stream by, within limits."""

from __future__ import annotations

import io
from collections.abc import Iterator
from xml.etree import ElementTree  # nosec B405

from lib.catalog.files import limits
from lib.catalog.files.packed import Unsound
from lib.catalog.message import Message

Element = ElementTree.Element


def streamed(content: bytes) -> Iterator[tuple[str, Element, list[str]]]:
    """Which elements start and end, each with the names of those around it? Names are without their namespace.

    `packed.parts` has refused whatever declares a document type, and with it every entity. Raises Unsound for what
    is damaged, nested past use, or has more attributes than any program writes.
    """
    path: list[str] = []
    try:
        for event, element in ElementTree.iterparse(io.BytesIO(content), events=("start", "end")):  # nosec B314
            if event == "start":
                if len(path) >= limits.MOST_DEPTH:
                    raise Unsound(
                        Message("fault.found.depth", most=limits.MOST_DEPTH),
                        Message("fault.allowed.workbook"),
                    )
                if len(element.attrib) > limits.MOST_ATTRIBUTES:
                    raise Unsound(Message("fault.found.attributes", count=len(element.attrib)))
                yield event, element, path
                path.append(local(element))
            else:
                path.pop()
                yield event, element, path
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise Unsound(Message("fault.found.damaged")) from error


def local(element: Element) -> str:
    """What is an element called, whatever its namespace?"""
    return str(element.tag).rpartition("}")[2]


def attribute(element: Element, name: str, default: str = "") -> str:
    """What does an attribute say, whatever its namespace?"""
    if name in element.attrib:
        return element.attrib[name]
    return next((said for key, said in element.attrib.items() if key.endswith(f"}}{name}")), default)


def whole(text: str, default: int, most: int) -> int:
    """Which whole number does an attribute say, between 0 and `most`? The default where it says none."""
    return min(int(text), most) if text.isascii() and text.isdigit() and len(text) < 10 else default
