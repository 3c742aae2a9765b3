"""What is chosen and searched on a page of the edition, as its script reads it."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from types import MappingProxyType

from lib.site.choices import Choice, Search


def picked(part: Choice | Search, about: Mapping[str, str] = MappingProxyType({})) -> str:
    """What offers a choice of the site among many, or its search? `about` is more to know of a code."""
    if isinstance(part, Search):
        return (
            f'<label class="pick search"><span>{escape(part.label)}</span><input type="search"'
            f' name="{escape(part.name)}" maxlength="100" placeholder="{escape(part.placeholder)}"></label>'
        )
    inside = "".join(
        f'<option value="{escape(code)}"{_about(about.get(code))}>{escape(said)}</option>'
        for code, said in part.options
    )
    return (
        f'<label class="pick"><span>{escape(part.label)}</span>'
        f'<select name="{escape(part.name)}">{inside}</select></label>'
    )


def _about(more: str | None) -> str:
    return f' data-of="{escape(more)}"' if more else ""
