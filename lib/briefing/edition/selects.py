"""Choices among many, as the script of the edition reads them."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape


def select(
    name: str, label: str, options: Iterable[tuple[str, str]], *, about: dict[str, str] | None = None
) -> str:
    """What is a choice among these codes, each with what it is called? `about` is more to know of a code."""
    inside = "".join(
        f'<option value="{escape(code)}"{_about(code, about)}>{escape(said)}</option>'
        for code, said in options
    )
    return f'<label class="pick"><span>{escape(label)}</span><select name="{name}">{inside}</select></label>'


def _about(code: str, about: dict[str, str] | None) -> str:
    return f' data-of="{escape(about[code])}"' if about and code in about else ""
