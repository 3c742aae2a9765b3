"""What somebody chose that a format cannot follow, since it always holds the whole: said, and never passed over."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType

from lib.words.speak import Words

CHOICES = ("charts", "page", "period", "currency", "title", "head", "scale")
_WHOLE = {
    "html": CHOICES[:-1],
    "sdmx-csv": CHOICES[:-1],
    "json": ("title", "head"),
    "csv": ("title", "head"),
    "xlsx": ("head",),
    "png": ("head",),
    "svg": ("head",),
    "phone": ("charts", "period", "currency", "title", "head", "scale"),
}
_PAGE_AS_PICTURE = ("period", "currency", "title")
UNHEEDED: Mapping[str, tuple[str, ...]] = MappingProxyType(_WHOLE)
"""Which choices leave a format as it is; all others follow each of them."""


def unheeded(form: str, chosen: Collection[str], words: Words) -> list[str]:
    """Which of these choices (see `CHOICES`) does a format not follow? A sentence, or none.

    A page as a picture is drawn as the page first shows itself; so is one of a phone's width (`phone`).
    """
    told = [_line(form, UNHEEDED.get(form, ()), chosen, words)]
    if form in ("png", "svg") and "page" in chosen:
        told.append(_line("picture", _PAGE_AS_PICTURE, chosen, words))
    return [line for line in told if line]


def _line(kind: str, passed_over: tuple[str, ...], chosen: Collection[str], words: Words) -> str:
    names = [words(f"briefing.unheeded.{name}") for name in passed_over if name in chosen]
    return words(f"briefing.unheeded.of.{kind.replace('-', '_')}", names=words.list(names)) if names else ""
