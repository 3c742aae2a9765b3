"""What is chosen and searched on a page of the edition, as its script reads it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from markupsafe import Markup

from lib.site.choices import Choice, Search
from lib.site.markup.tags import tag


def picked(part: Choice | Search, about: Mapping[str, str] = MappingProxyType({})) -> Markup:
    """What offers a choice of the site among many, or its search? `about` is more to know of a code."""
    if isinstance(part, Search):
        asked = {"type": "search", "name": part.name, "maxlength": "100", "placeholder": part.placeholder}
        return tag("label", (tag("span", part.label), tag("input", **asked)), "pick search")
    options = (
        tag("option", said, value=code, data_of=about.get(code) or False) for code, said in part.options
    )
    return tag("label", (tag("span", part.label), tag("select", options, name=part.name)), "pick")
