"""Elements of WordprocessingML, built and never pasted together."""

from __future__ import annotations

from typing import Any, TypeAlias

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

Element: TypeAlias = Any


def node(name: str, /, *inside: Element | None, **attributes: object) -> Element:
    """Which element of Word is called so (`spacing`), with these children and attributes? None is left out."""
    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        if value is not None:
            made.set(qn(f"w:{key}"), str(value))
    for child in inside:
        if child is not None:
            made.append(child)
    return made


def val(name: str, value: object) -> Element:
    """Which element has nothing but a value? `<w:sz w:val="32"/>`."""
    return node(name, val=value)
