"""What a request asks for, after its address: names and values, each of them known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from lib.words.messages import LANGUAGES
from lib.words.problem import Problem

MOST_NAMES, MOST_VALUES, MOST_SIGNS = 16, 50, 2_000
SHOWN = 60
"""Signs of what somebody asked for that an answer repeats."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The choices of one request by name, in the order of their names, and the language of the answer."""

    values: tuple[tuple[str, str], ...] = ()
    lang: str = LANGUAGES[0]

    def one(self, name: str, default: str = "") -> str:
        """What was chosen under a name?"""
        return dict(self.values).get(name, default)

    def several(self, name: str) -> tuple[str, ...]:
        """Which values were chosen, separated by commas? None where nothing was.

        >>> Asked((("area", "CN-CQ,CN"),)).several("area"), Asked().several("area")
        (('CN-CQ', 'CN'), ())
        """
        return tuple(part for part in self.one(name).split(",") if part)

    def only(self, *names: str) -> Asked:
        """Is nothing asked for but these (and a language)? Raises Problem for any other name."""
        known = (*names, "lang")
        for name, _ in self.values:
            if name not in known:
                raise Problem(400, "api.problem.filter", allowed=known, name=name[:SHOWN])
        return self

    def among(self, name: str, known: Iterable[str], default: str = "") -> str:
        """Which of the known values was chosen? Raises Problem for any other."""
        value = self.one(name, default)
        if value and value not in (allowed := tuple(known)):
            raise Problem(400, "api.problem.value", allowed=allowed, name=name, value=value[:SHOWN])
        return value

    def all_among(self, name: str, known: Iterable[str]) -> tuple[str, ...]:
        """Which of the known values were chosen? Raises Problem where one is unknown, or where they are too many."""
        values, allowed = self.several(name), tuple(known)
        if len(values) > MOST_VALUES:
            raise Problem(400, "api.problem.many", name=name, most=str(MOST_VALUES))
        for value in values:
            if value not in allowed:
                raise Problem(400, "api.problem.value", allowed=allowed, name=name, value=value[:SHOWN])
        return values


def asked(pairs: Iterable[tuple[str, str]], accepted: str = "") -> Asked:
    """What does a request ask for? `accepted` is its Accept-Language. Raises Problem for what cannot be meant.

    >>> asked([("area", "CN-CQ")], "en-GB,en;q=0.9,zh;q=0.8")
    Asked(values=(('area', 'CN-CQ'),), lang='en')
    """
    values: dict[str, str] = {}
    for name, value in pairs:
        if name in values:
            raise Problem(400, "api.problem.twice", name=name[:SHOWN])
        if not value:
            raise Problem(400, "api.problem.empty", name=name[:SHOWN])
        values[name] = value
        if len(values) > MOST_NAMES or len(name) + len(value) > MOST_SIGNS:
            raise Problem(400, "api.problem.long", most=str(MOST_NAMES), signs=str(MOST_SIGNS))
    if "lang" in values and values["lang"] not in LANGUAGES:
        value = values["lang"][:SHOWN]
        raise Problem(400, "api.problem.value", allowed=LANGUAGES, name="lang", value=value)
    lang = values.pop("lang", "") or preferred(accepted)
    return Asked(tuple(sorted(values.items())), lang)


def spoken(pairs: Iterable[tuple[str, str]], accepted: str) -> str:
    """In which language is a request answered that may be wrong in everything else?"""
    said = dict(pairs).get("lang", "")
    return said if said in LANGUAGES else preferred(accepted)


def preferred(accepted: str) -> str:
    """Which of our languages does an Accept-Language prefer? Chinese where it names neither.

    >>> preferred("en-US,en;q=0.5"), preferred("fr, zh;q=0.4, en;q=0.3"), preferred("")
    ('en', 'zh', 'zh')
    """
    weights: Mapping[str, float] = MappingProxyType(
        {
            part.partition(";")[0].strip().partition("-")[0].lower(): _weight(part)
            for part in reversed(accepted[:MOST_SIGNS].split(","))
        }
    )
    return max(LANGUAGES, key=lambda lang: weights.get(lang, 0.0))


def _weight(part: str) -> float:
    try:
        return float(part.partition("q=")[2] or 1)
    except ValueError:
        return 0.0
