"""A choice of a page, as links: in its first view there is nothing else that could answer a click."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from urllib.parse import urlencode

from lib.site.choices import Choice, Search, Several
from lib.site.part import Clear, Download


@dataclass(frozen=True, slots=True)
class Address:
    """Where a reader is: the path of the page, their language, and what else the address asks for."""

    path: str
    lang: str
    asked: Mapping[str, str]

    def without(self, *names: str) -> dict[str, str]:
        """What does the address ask for without these?"""
        return {name: value for name, value in self.asked.items() if name not in names} | {"lang": self.lang}

    def link(self, query: Mapping[str, str], label: str, *, is_chosen: bool = False, look: str = "") -> str:
        """What leads to this page with another question? `look` are the classes of the link."""
        place = escape(f"./{self.path}?{urlencode(query)}")
        mark = ' aria-current="true"' if is_chosen else ""
        cls = f' class="{escape(look)}"' if look else ""
        return f'<a{cls} href="{place}" target="_self"{mark}>{escape(label)}</a>'


def choice_html(choice: Choice, here: Address) -> str:
    """What offers a choice where Streamlit's own widget will stand? Each option is the page's address with it."""
    links = "".join(_options(choice, here))
    if not choice.is_listed:
        return _named(choice.name, choice.label, f'<div class="options">{links}</div>')
    (chosen,) = (label for code, label in choice.options if code == choice.chosen)
    return _folded(choice.name, choice.label, chosen, links)


def several_html(choice: Several, here: Address) -> str:
    """What offers a choice of several? Each option is the page's address with it, or without it where it is chosen."""
    links, full = [], len(choice.chosen) >= choice.most
    kept = here.without(choice.name, *choice.forgets) | choice.linked
    for code, label in choice.options:
        is_chosen = code in choice.chosen
        others = [one for one in choice.chosen if one != code]
        codes = others if is_chosen else [*others, code]
        if codes and (is_chosen or not full):
            query = kept | {choice.name: ",".join(codes)}
            links.append(here.link(query, label, is_chosen=is_chosen))
        else:
            links.append(f"<span>{escape(label)}</span>")
    called = dict(choice.options)
    chosen = " · ".join(called[code] for code in choice.chosen)
    return _folded(choice.name, choice.label, chosen, "".join(links))


def _options(choice: Choice, here: Address) -> Iterator[str]:
    """The address carries what differs from the default, and nothing else."""
    kept = {**here.without(choice.name, *choice.forgets), **choice.linked}
    kept.pop(choice.name, None)
    default = "" if choice.linked else choice.codes[0]
    for code, label in choice.options:
        query = kept if code == default else kept | {choice.name: code}
        yield here.link(query, label, is_chosen=code == choice.chosen)


def _folded(name: str, label: str, chosen: str, links: str) -> str:
    key = escape(f"picks_{name}")
    inside = (
        f'<button type="button" class="picked" popovertarget="{key}">{escape(chosen)}</button>'
        f'<div popover id="{key}" class="panel picks">{links}</div>'
    )
    return _named(name, label, inside)


def _named(name: str, label: str, inside: str) -> str:
    return (
        f'<div class="choice st-key-pick_{escape(name)}" role="group" aria-labelledby="label_{escape(name)}">'
        f'<span id="label_{escape(name)}">{escape(label)}</span>{inside}</div>'
    )


def search_html(search: Search, here: Address) -> str:
    """What searches a page where Streamlit's own field will stand? A form, which leads to the page's address."""
    hidden = "".join(
        f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">'
        for name, value in here.without(search.name, *search.forgets).items()
    )
    return (
        f'<form class="choice st-key-pick_{escape(search.name)}" action="{escape(f"./{here.path}")}" method="get">'
        f'{hidden}<label><span>{escape(search.label)}</span><input type="search" class="picked"'
        f' name="{escape(search.name)}" value="{escape(search.text)}"'
        f' placeholder="{escape(search.placeholder)}"></label></form>'
    )


def clear_html(clear: Clear, here: Address) -> str:
    """What drops choices from the address where Streamlit's own button will stand?"""
    link = here.link(here.without(*clear.names), clear.label, look="pressed")
    return f'<div class="st-key-{escape(clear.key)}">{link}</div>'


def download_html(file: Download, here: Address) -> str:
    """What hands out a dataset where Streamlit's own button will stand? Its address, where it has one."""
    if not file.has_address:
        return ""
    place = escape(f"./api/datasets/{file.dataset}.{file.form}?{urlencode({'lang': here.lang})}")
    return (
        f'<div class="st-key-{escape(file.key)}"><a class="pressed" href="{place}" download="{escape(file.name)}">'
        f"{escape(file.label)}</a></div>"
    )
