"""A choice of a page, as links: in its first view there is nothing else that could answer a click."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from markupsafe import Markup

from lib.site.choices import Choice, Search, Several
from lib.site.markup.tags import NOTHING, tag
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

    def link(
        self, query: Mapping[str, str], label: str, *, is_chosen: bool = False, look: str = ""
    ) -> Markup:
        """What leads to this page with another question? `look` are the classes of the link."""
        place = f"./{self.path}?{urlencode(query)}"
        return tag("a", label, look, href=place, target="_self", aria_current=is_chosen and "true")


def choice_html(choice: Choice, here: Address) -> Markup:
    """What offers a choice where Streamlit's own widget will stand? Each option is the page's address with it."""
    links = _options(choice, here)
    if not choice.is_listed:
        return _named(choice.name, choice.label, tag("div", links, "options"))
    (chosen,) = (label for code, label in choice.options if code == choice.chosen)
    return _folded(choice.name, choice.label, chosen, links)


def several_html(choice: Several, here: Address) -> Markup:
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
            links.append(tag("span", label))
    called = dict(choice.options)
    chosen = " · ".join(called[code] for code in choice.chosen)
    return _folded(choice.name, choice.label, chosen, links)


def _options(choice: Choice, here: Address) -> Iterator[Markup]:
    """The address carries what differs from the default, and nothing else."""
    kept = {**here.without(choice.name, *choice.forgets), **choice.linked}
    kept.pop(choice.name, None)
    default = "" if choice.linked else choice.codes[0]
    for code, label in choice.options:
        query = kept if code == default else kept | {choice.name: code}
        yield here.link(query, label, is_chosen=code == choice.chosen)


def _folded(name: str, label: str, chosen: str, links: Iterable[Markup]) -> Markup:
    key = f"picks_{name}"
    opens = tag("button", chosen, "picked", type="button", popovertarget=key)
    return _named(name, label, opens + tag("div", links, "panel picks", popover=True, id=key))


def _named(name: str, label: str, inside: Markup) -> Markup:
    about = {"role": "group", "aria-labelledby": f"label_{name}"}
    parts = (tag("span", label, id=f"label_{name}"), inside)
    return tag("div", parts, f"choice st-key-pick_{name}", **about)


def search_html(search: Search, here: Address) -> Markup:
    """What searches a page where Streamlit's own field will stand? A form, which leads to the page's address."""
    hidden = (
        tag("input", type="hidden", name=name, value=value)
        for name, value in here.without(search.name, *search.forgets).items()
    )
    asked = {"name": search.name, "value": search.text, "placeholder": search.placeholder}
    field = tag("label", (tag("span", search.label), tag("input", "", "picked", type="search", **asked)))
    look = f"choice st-key-pick_{search.name}"
    return tag("form", (*hidden, field), look, action=f"./{here.path}", method="get")


def clear_html(clear: Clear, here: Address) -> Markup:
    """What drops choices from the address where Streamlit's own button will stand?"""
    link = here.link(here.without(*clear.names), clear.label, look="pressed")
    return tag("div", link, f"st-key-{clear.key}")


def download_html(file: Download, here: Address) -> Markup:
    """What hands out a dataset where Streamlit's own button will stand? Its address, where it has one."""
    if not file.has_address:
        return NOTHING
    place = f"./api/datasets/{file.dataset}.{file.form}?{urlencode({'lang': here.lang})}"
    link = tag("a", file.label, "pressed", href=place, download=file.name)
    return tag("div", link, f"st-key-{file.key}")
