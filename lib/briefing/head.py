"""The head of a briefing: who issues it, which number, of which day, with which mark, and how it closes.

What is not given is taken from the settings of the site (`CQ_BRIEFING_UNIT` and so on); what is set nowhere does not
stand anywhere.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from lib.briefing.logo import MOST_BYTES, LogoError, checked
from lib.words.messages import LANGUAGES
from lib.words.plain import plain
from lib.words.speak import Words

TEXTS = ("unit", "number", "day", "closing", "contact")
MOST_SIGNS = 200
SETTING = "CQ_BRIEFING_"


@dataclass(frozen=True, slots=True)
class Head:
    """Texts as they are to stand there, "" where there is none; `day` as 2026-11-29, `logo` the bytes of a file."""

    unit: str = ""
    number: str = ""
    day: str = ""
    closing: str = ""
    contact: str = ""
    logo: bytes = field(default=b"", repr=False)

    def line(self, words: Words) -> str:
        """Who issues it, its number and its day, in one line? Blank where nothing is set."""
        return " · ".join(text for text in (self.unit, self.number, self.dated(words)) if text)

    def foot(self, words: Words) -> str:
        """How does it close, and whom can a reader ask, in one line? Blank where nothing is set."""
        return " · ".join(text for text in (self.closing, self.asked(words)) if text)

    def dated(self, words: Words) -> str:
        """Of which day is it?"""
        return words.date(date.fromisoformat(self.day)) if self.day else ""

    def asked(self, words: Words) -> str:
        """Whom can a reader ask?"""
        return words("briefing.head.asked", contact=self.contact) if self.contact else ""


class HeadError(ValueError):
    """A head that cannot be; `key` is a message and `given` its figures."""

    def __init__(self, key: str, **given: str) -> None:
        super().__init__(key)
        self.key, self.given = key, given

    def said(self, words: Words) -> str:
        """What is wrong, and what is allowed?"""
        return words(f"briefing.refused.head.{self.key}", **self.given)


def set_head(lang: str, settings: Mapping[str, str] = os.environ) -> Head:
    """Which head do the settings give? A text with a bar has a part for each language, the Chinese one first.

    Raises HeadError where the file of the mark cannot be read.
    """
    texts = {name: _in(lang, settings.get(f"{SETTING}{name.upper()}", "")) for name in TEXTS}
    place = settings.get(f"{SETTING}LOGO", "").strip()
    return Head(**texts, logo=read_logo(Path(place)) if place else b"")


def read_logo(file: Path) -> bytes:
    """What is in the file of a mark? No more of it is read than a mark may have. Raises HeadError."""
    try:
        with file.open("rb") as opened:
            return opened.read(MOST_BYTES + 1) or b"\0"
    except OSError as error:
        raise HeadError("unread", file=str(file)) from error


def seen(head: Head) -> Head:
    """How does a head read, each text on one line and without signs that cannot be seen?

    Raises HeadError for a text that is too long, a day that is none, a mark that is none.
    """
    texts = {name: plain(getattr(head, name)) for name in TEXTS}
    if long := [text for text in texts.values() if len(text) > MOST_SIGNS]:
        raise HeadError("long", asked=str(len(long[0])), most=str(MOST_SIGNS))
    if texts["day"]:
        try:
            texts["day"] = date.fromisoformat(texts["day"]).isoformat()
        except ValueError as error:
            raise HeadError("day", asked=texts["day"]) from error
    if head.logo:
        try:
            checked(head.logo)
        except LogoError as error:
            raise HeadError(f"logo_{error.key}", **error.given) from error
    return Head(**texts, logo=head.logo)


def _in(lang: str, text: str) -> str:
    texts = [part.strip() for part in text.split("|")]
    return texts[LANGUAGES.index(lang)] if len(texts) == len(LANGUAGES) else text.strip()
