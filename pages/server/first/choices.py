"""A choice of a page, as links: in its first view there is nothing else that could answer a click."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from urllib.parse import urlencode

from lib.site.choices import Choice, Search


def choice_html(choice: Choice, path: str, lang: str, asked: Mapping[str, str]) -> str:
    """What offers a choice where Streamlit's own widget will stand? Each option is the page's address with it."""
    links = "".join(_link(code, label, choice, path, lang, asked) for code, label in choice.options)
    label = f'<span id="label_{escape(choice.name)}">{escape(choice.label)}</span>'
    inside = _folded(choice, links) if choice.is_listed else f'<div class="options">{links}</div>'
    return (
        f'<div class="choice st-key-pick_{escape(choice.name)}" role="group"'
        f' aria-labelledby="label_{escape(choice.name)}">{label}{inside}</div>'
    )


def _folded(choice: Choice, links: str) -> str:
    key = f"picks_{choice.name}"
    (chosen,) = (label for code, label in choice.options if code == choice.chosen)
    return (
        f'<button type="button" class="picked" popovertarget="{escape(key)}">{escape(chosen)}</button>'
        f'<div popover id="{escape(key)}" class="panel picks">{links}</div>'
    )


def _link(code: str, label: str, choice: Choice, path: str, lang: str, asked: Mapping[str, str]) -> str:
    """The address carries what differs from the default, and nothing else."""
    gone = (choice.name, *choice.forgets)
    query = {name: value for name, value in asked.items() if name not in gone} | {"lang": lang}
    if code != choice.codes[0]:
        query[choice.name] = code
    mark = ' aria-current="true"' if code == choice.chosen else ""
    return f'<a href="{escape(f"./{path}?{urlencode(query)}")}" target="_self"{mark}>{escape(label)}</a>'


def search_html(search: Search, path: str, lang: str, asked: Mapping[str, str]) -> str:
    """What searches a page where Streamlit's own field will stand? A form, which leads to the page's address."""
    gone = (search.name, *search.forgets)
    kept = {name: value for name, value in asked.items() if name not in gone} | {"lang": lang}
    hidden = "".join(
        f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">' for name, value in kept.items()
    )
    return (
        f'<form class="choice st-key-pick_{escape(search.name)}" action="{escape(f"./{path}")}" method="get">{hidden}'
        f'<label><span>{escape(search.label)}</span><input type="search" class="picked" name="{escape(search.name)}"'
        f' value="{escape(search.text)}" placeholder="{escape(search.placeholder)}"></label></form>'
    )
