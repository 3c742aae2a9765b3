"""What every message of SDMX-ML 2.1 shares. Clients that know no other format read this one."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree as Tree  # nosec B405

from lib.catalog.message import Both
from lib.sdmx.components import AGENCY

_BASE = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1"
SPACES = {
    "mes": f"{_BASE}/message",
    "str": f"{_BASE}/structure",
    "com": f"{_BASE}/common",
    "ss": f"{_BASE}/data/structurespecific",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
}
LANG = "xml:lang"


def message(name: str) -> Tree.Element:
    """Which element is a message? Its parts are named with the prefixes of SPACES."""
    return Tree.Element(f"mes:{name}", {f"xmlns:{prefix}": space for prefix, space in SPACES.items()})


def header(root: Tree.Element, prepared: date) -> Tree.Element:
    """Puts the head of a message into it. Nothing of the moment: equal data give equal bytes."""
    found = add(root, "mes:Header")
    add(found, "mes:ID", text=f"{AGENCY}-{prepared:%Y%m%d}")
    add(found, "mes:Test", text="false")
    add(found, "mes:Prepared", text=f"{prepared.isoformat()}T00:00:00")
    add(found, "mes:Sender", id=AGENCY)
    return found


def add(parent: Tree.Element, name: str, /, text: str | None = None, **attributes: str) -> Tree.Element:
    """Puts an element into another."""
    found = Tree.SubElement(parent, name, attributes)
    found.text = text
    return found


def say(parent: Tree.Element, name: str, both: Both) -> None:
    """Puts a text in both languages into an element; none where it is blank."""
    for lang, text in (("en", both.en), ("zh", both.zh)):
        if text:
            Tree.SubElement(parent, name, {LANG: lang}).text = text


def written(root: Tree.Element) -> bytes:
    """Which bytes is a message?"""
    text = Tree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}'.encode()
