"""Small pieces of HTML. Whatever is no HTML yet is escaped on its way in: that is what `Markup` keeps apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import TypeAlias
from urllib.parse import urlencode

from markupsafe import Markup, escape

_ALONE = frozenset({"img", "input", "link", "meta"})
"""Elements with nothing inside."""


NOTHING = Markup()
Attributes: TypeAlias = Mapping[str, str | bool]


def tag(name: str, inside: str | Iterable[str] = "", cls: str = "", /, **attributes: str | bool) -> Markup:
    """What is an element with this text or HTML inside, or with several pieces of them?

    An attribute has `_` for `-`; True stands by its name alone, False does not stand there.

    >>> print(tag("p", "a < b", "quiet", data_said="<", hidden=True))
    <p class="quiet" data-said="&lt;" hidden>a &lt; b</p>
    >>> print(tag("ul", (tag("li", text) for text in "&b")))
    <ul><li>&amp;</li><li>b</li></ul>
    """
    about = "".join(_attributes(cls, attributes))
    held = escape(inside) if isinstance(inside, str) else joined(inside)
    rest = "" if name in _ALONE else f"{held}</{name}>"
    return Markup(f"<{name}{about}>{rest}")  # nosec B704


def joined(pieces: Iterable[str]) -> Markup:
    """What are these pieces of text and HTML as one?

    >>> print(joined((tag("b", "a"), "<")))
    <b>a</b>&lt;
    """
    return NOTHING.join(pieces)


def link(url: str, text: str) -> Markup:
    """What is a link that opens in a tab of its own and tells the other side nothing?

    Only to a page of the web: whatever else an address may do, it stays text.

    >>> print(link("javascript:alert(1)", "a source"))
    a source
    """
    if not url.startswith(("https://", "http://")):
        return escape(text)
    return tag("a", text, href=url, target="_blank", rel="noopener noreferrer")


def goes(path: str, label: str, query: dict[str, str], *, here: bool = False, look: str = "goes") -> Markup:
    """What is a link to a page of the site, followed within the open page? `here` marks the page that is open.

    `look` are its classes.
    """
    place = f"./{path}?{urlencode(query)}"
    return tag("a", label, look, href=place, target="_self", aria_current=here and "page")


def led(text: str, place: str) -> Markup:
    """What is a text that leads to an address of the site, followed within the open page? Without one, the text."""
    return tag("a", text, "goes", href=place, target="_self") if place else escape(text)


def panel(key: str, label: str, inside: str, *, shut: str) -> Markup:
    """What is a button that opens a panel with this inside, and closes it again?

    `shut` names the button that closes it on a phone, where little beside it is left to press. The browser opens it,
    so that it costs no element of its own on the way to the page.
    """
    leaves = tag("button", "×", "shut", type="button", aria_label=shut)
    opens = tag("button", label, "tool", type="button", popovertarget=key)
    about = {"role": "group", "aria_label": label}
    return opens + tag("div", (leaves, inside), "panel", popover=True, id=key, **about)


def details(summary: str, inside: str, cls: str = "opens") -> Markup:
    """What opens below its name when asked, with this inside, where nothing lies over a page?"""
    return tag("details", (tag("summary", summary), tag("div", inside, "opened")), cls)


def table(
    head: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    caption: str = "",
    numeric: Sequence[int] = (),
    copied: Sequence[int] = (),
    places: Sequence[str] = (),
) -> Markup:
    """What is a table with these cells? Columns in `numeric` stand to the right, those in `copied` are to be copied.

    `places` are addresses of the site, one a row, that its first cell leads to; blank for none.
    """
    body = (
        tag("tr", (_cell(cell, i, numeric, copied, "" if i else place) for i, cell in enumerate(row)))
        for row, place in zip_longest(rows, places, fillvalue="")
    )
    return lines(columns(head, numeric), body, tag("caption", caption) if caption else "")


def columns(names: Iterable[str], numeric: Sequence[int] = ()) -> Iterator[Markup]:
    """What are the heads of columns of these names? Those in `numeric` stand to the right."""
    return (tag("th", name, _num(i, numeric), scope="col") for i, name in enumerate(names))


def lines(heads: Iterable[Markup], rows: Iterable[Markup], caption: str = "") -> Markup:
    """What is a table of these heads of columns and rows? It scrolls in its card, by the keyboard too."""
    inside = (caption, tag("thead", tag("tr", heads)), tag("tbody", rows))
    return tag("div", tag("table", inside, "grid"), "grid-scroll", tabindex="0")


def coded(name: str, code: str, /, **attributes: str | bool) -> Markup:
    """What is a style or a script of this code? A browser reads it as it stands, so it is of the program's own, or
    holds nothing that could end it.
    """
    return tag(name, Markup(code), **attributes)  # nosec B704


def form(file: Path) -> Markup:
    """What is the HTML in a file of the program's own, with places that `format` fills?"""
    return Markup(file.read_text(encoding="utf-8"))  # nosec B704


def _cell(text: str, place: int, numeric: Sequence[int], copied: Sequence[int], leads_to: str) -> Markup:
    inside = tag("code", text, "markup") if place in copied else led(text, leads_to)
    return tag("td", inside, _num(place, numeric))


def _num(index: int, numeric: Sequence[int]) -> str:
    return "num" if index in numeric else ""


def _attributes(cls: str, attributes: Attributes) -> Iterator[str]:
    if cls:
        yield f' class="{escape(cls)}"'
    for name, value in attributes.items():
        if value is not False:
            said = "" if value is True else f'="{escape(value)}"'
            yield f" {name.replace('_', '-')}{said}"
