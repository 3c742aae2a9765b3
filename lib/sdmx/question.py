"""A question as it comes: the parts of its path, its parameters, and what the asker reads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from lib.sdmx.data_query import is_filter
from lib.sdmx.refused import SYNTAX, TOO_LARGE, Refused
from lib.words.messages import LANGUAGES

MOST_SIGNS = 8_000


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody asks: the path, the query as it stands in the address, `Accept`, and the language."""

    path: str
    query: str
    accept: str = ""
    lang: str = LANGUAGES[0]

    @property
    def parts(self) -> list[str]:
        """Which parts has the path? Those after the last that says something do not count."""
        if len(self.path) + len(self.query) > MOST_SIGNS:
            raise Refused(TOO_LARGE, "sdmx.refused.long", most=str(MOST_SIGNS))
        path = self.path.strip("/")
        return [part or "*" for part in path.split("/")] if path else []

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """Which parameters are given? `+` stands for itself, as conditions need it."""
        split = (part.partition("=") for part in self.query.split("&") if part)
        return [(unquote(name), unquote(value)) for name, _, value in split]

    def only(self, allowed: Iterable[str]) -> Mapping[str, str]:
        """Which parameters are given, conditions on components left out? Raises Refused for an unknown one."""
        known = (*allowed, "format", "lang")
        found: dict[str, str] = {}
        for name, value in self.pairs:
            if name == "c" or is_filter(name):
                if "c" in known and name != "c":
                    continue
                name = "c[…]"
            if name not in known:
                shown = tuple("c[…]" if one == "c" else one for one in known)
                raise Refused(SYNTAX, "sdmx.refused.parameter", name=name, allowed=shown)
            found[name] = value
        return found


def language(query: str, accepted: str) -> str:
    """In which language is a question answered? The address says, else the program; Chinese where neither does.

    >>> language("lang=en", ""), language("", "fr, en;q=0.8, zh;q=0.9"), language("", "")
    ('en', 'zh', 'zh')
    """
    for name, _, value in (part.partition("=") for part in query.split("&")):
        if name == "lang" and value in LANGUAGES:
            return value
    weights = dict.fromkeys(LANGUAGES, 0.0)
    for part in accepted[:1000].lower().split(","):
        tag, _, weight = part.partition(";q=")
        name = tag.strip().partition("-")[0]
        if name in weights:
            weights[name] = max(weights[name], _number(weight))
    return max(LANGUAGES, key=lambda lang: weights[lang])


def _number(text: str) -> float:
    try:
        return float(text) if text else 1.0
    except ValueError:
        return 0.0
