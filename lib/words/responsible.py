"""Who answers for this site and whom to ask: what its operator set, in one line."""

from __future__ import annotations

import os
from collections.abc import Mapping

from lib.words.messages import LANGUAGES
from lib.words.speak import Words

RESPONSIBLE, CONTACT = "CQ_RESPONSIBLE", "CQ_CONTACT"
LONGEST = 200


def responsible_line(words: Words, settings: Mapping[str, str] = os.environ) -> str:
    """Who is responsible for this site, and whom can a reader ask? Blank where neither is set.

    A setting with a bar has a text for each language, the Chinese one first.

    >>> responsible_line(Words("en"), {"CQ_RESPONSIBLE": "重庆市商务委员会 | Chongqing Commission of Commerce"})
    'Responsible for this site: Chongqing Commission of Commerce'
    """
    told = [
        words(f"site.{name}", text=text)
        for name, variable in (("responsible", RESPONSIBLE), ("contact", CONTACT))
        if (text := _in(words.lang, settings.get(variable, "")))
    ]
    return " · ".join(told)


def _in(lang: str, text: str) -> str:
    texts = [" ".join(part.split())[:LONGEST] for part in text.split("|")]
    return texts[LANGUAGES.index(lang)] if len(texts) == len(LANGUAGES) else texts[0]
