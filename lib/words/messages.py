"""The messages of both languages, read from gettext catalogues."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from babel.messages.pofile import read_po

LANGUAGES = ("zh", "en")
TAGS = {"zh": "zh-CN", "en": "en"}
"""What each is called in HTML and in feeds (BCP 47)."""
_LOCALES = Path(__file__).parent / "locale"


class UnknownMessage(KeyError):
    """A message that no catalogue holds."""


@cache
def catalogue(lang: str) -> Mapping[str, str]:
    """Which text does each message have in a language? Keys are `domain.name`, the domain being its file."""
    texts: dict[str, str] = {}
    for path in sorted((_LOCALES / lang / "LC_MESSAGES").glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, abort_invalid=True):
                if message.id:
                    texts[f"{path.stem}.{message.id}"] = str(message.string)
    return MappingProxyType(texts)


def text_of(key: str, lang: str) -> str:
    """What does a message say in a language? Raises UnknownMessage where it says nothing."""
    text = catalogue(lang).get(key, "")
    if not text:
        raise UnknownMessage(f"no {lang} text for message {key}")
    return text
