"""Small pieces of HTML; every text from the record or the address is escaped on its way in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape


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


def table(
    head: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    caption: str = "",
    numeric: Sequence[int] = (),
    copied: Sequence[int] = (),
) -> str:
    """What is a table with these cells? Columns in `numeric` stand to the right, those in `copied` are to be copied."""
    heads = "".join(f'<th scope="col"{_num(i, numeric)}>{escape(cell)}</th>' for i, cell in enumerate(head))
    body = "".join(
        f"<tr>{''.join(f'<td{_num(i, numeric)}>{_cell(cell, i in copied)}</td>' for i, cell in enumerate(row))}</tr>"
        for row in rows
    )
    title = f"<caption>{escape(caption)}</caption>" if caption else ""
    return scrolling(f"{title}<thead><tr>{heads}</tr></thead><tbody>{body}</tbody>")


def scrolling(inside: str) -> str:
    """What is a table that scrolls in its card, by the keyboard too? `inside` is the HTML between its tags."""
    return f'<div class="grid-scroll" tabindex="0"><table class="grid">{inside}</table></div>'


def _cell(text: str, is_copied: bool) -> str:
    return f'<code class="markup">{escape(text)}</code>' if is_copied else escape(text)


def _num(index: int, numeric: Sequence[int]) -> str:
    return ' class="num"' if index in numeric else ""


def _cls(name: str) -> str:
    return f' class="{name}"' if name else ""
