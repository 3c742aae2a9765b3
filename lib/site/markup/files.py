"""Files that a reader takes along from a page itself, without asking the server."""

from __future__ import annotations

from types import MappingProxyType
from urllib.parse import quote

from markupsafe import Markup

from lib.site.markup.tags import tag
from lib.words.speak import Words

_CODED = MappingProxyType({ord(sign): quote(sign) for sign in "%#&<>\"' \t\r\n\ufeff"})


def csv_link(key: str, name: str, content: bytes, words: Words, *, label: str = "") -> Markup:
    """What is the link to a table as CSV? Styles and tests find it by its key; without a label it
    is called as that of a chart.
    """
    kind, about = f"tool st-key-{key}", words("card.download_help")
    return tag("a", label or words("card.download"), kind, href=in_place(content), download=name, title=about)


def in_place(content: bytes) -> str:
    """Under which address is a CSV file taken from the page itself?

    As text, which is smaller than in base64 and a tenth of it once packed. Browsers code the signs that are not ASCII.

    >>> in_place("地区,值\\n".encode())
    'data:text/csv;charset=utf-8,地区,值%0A'
    """
    return f"data:text/csv;charset=utf-8,{content.decode().translate(_CODED)}"
