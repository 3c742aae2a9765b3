"""Small pieces of HTML; every text from the record or the address is escaped on its way in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import zip_longest
from urllib.parse import urlencode


def tag(name: str, text: str, cls: str = "") -> str:
    """What is an element with this text?

    >>> tag("p", "a < b", "quiet")
    '<p class="quiet">a &lt; b</p>'
    """
    return f"<{name}{_cls(cls)}>{escape(text)}</{name}>"


def link(url: str, text: str) -> str:
    """What is a link that opens in a tab of its own and tells the other side nothing?

    Only to a page of the web: whatever else an address may do, it stays text.

    >>> link("javascript:alert(1)", "a source")
    'a source'
    """
    if not url.startswith(("https://", "http://")):
        return escape(text)
    return f'<a href="{escape(url)}" target="_blank" rel="noopener noreferrer">{escape(text)}</a>'


def goes(path: str, label: str, query: dict[str, str], *, here: bool = False, look: str = "goes") -> str:
    """What is a link to a page of the site, followed within the open page? `here` marks the page that is open.

    `look` are its classes.
    """
    mark = ' aria-current="page"' if here else ""
    place = escape(f"./{path}?{urlencode(query)}")
    return f'<a class="{escape(look)}" href="{place}" target="_self"{mark}>{escape(label)}</a>'


def panel(key: str, label: str, inside: str, *, shut: str) -> str:
    """What is a button that opens a panel with this HTML inside, and closes it again?

    `shut` names the button that closes it on a phone, where little beside it is left to press. The browser opens it,
    so that it costs no element of its own on the way to the page.
    """
    return (
        f'<button type="button" class="tool" popovertarget="{escape(key)}">{escape(label)}</button>'
        f'<div popover id="{escape(key)}" class="panel" role="group" aria-label="{escape(label)}">'
        f'<button type="button" class="shut" aria-label="{escape(shut)}">×</button>{inside}</div>'
    )


def details(summary: str, inside: str, cls: str = "opens") -> str:
    """What opens below its name when asked, with this HTML inside, where nothing lies over a page?"""
    return (
        f'<details class="{escape(cls)}"><summary>{escape(summary)}</summary>'
        f'<div class="opened">{inside}</div></details>'
    )


def table(
    head: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    caption: str = "",
    numeric: Sequence[int] = (),
    copied: Sequence[int] = (),
    places: Sequence[str] = (),
) -> str:
    """What is a table with these cells? Columns in `numeric` stand to the right, those in `copied` are to be copied.

    `places` are addresses of the site, one a row, that its first cell leads to; blank for none.
    """
    heads = "".join(f'<th scope="col"{_num(i, numeric)}>{escape(cell)}</th>' for i, cell in enumerate(head))
    body = "".join(
        f"<tr>{''.join(_cell(cell, i, numeric, copied, '' if i else place) for i, cell in enumerate(row))}</tr>"
        for row, place in zip_longest(rows, places, fillvalue="")
    )
    title = f"<caption>{escape(caption)}</caption>" if caption else ""
    return scrolling(f"{title}<thead><tr>{heads}</tr></thead><tbody>{body}</tbody>")


def scrolling(inside: str) -> str:
    """What is a table that scrolls in its card, by the keyboard too? `inside` is the HTML between its tags."""
    return f'<div class="grid-scroll" tabindex="0"><table class="grid">{inside}</table></div>'


def _cell(text: str, place: int, numeric: Sequence[int], copied: Sequence[int], leads_to: str) -> str:
    inside = f'<code class="markup">{escape(text)}</code>' if place in copied else led(text, leads_to)
    return f"<td{_num(place, numeric)}>{inside}</td>"


def led(text: str, place: str) -> str:
    """What is a text that leads to an address of the site, followed within the open page? Without one, the text."""
    if not place:
        return escape(text)
    return f'<a class="goes" href="{escape(place)}" target="_self">{escape(text)}</a>'


def _num(index: int, numeric: Sequence[int]) -> str:
    return ' class="num"' if index in numeric else ""


def _cls(name: str) -> str:
    return f' class="{name}"' if name else ""
