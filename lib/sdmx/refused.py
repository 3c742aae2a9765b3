"""Why a question is not answered, as the standard numbers it, in words that are still to be said."""

from __future__ import annotations

from lib.words.speak import Words

MOST_SHOWN = 120
NO_RESULTS, SYNTAX, TOO_LARGE, NOT_OFFERED, UNAVAILABLE, NOT_ACCEPTABLE = 100, 140, 510, 501, 503, 1006
"""The numbers of the standard; from 1000 on they are a service's own."""
_STATUS = {
    NO_RESULTS: 404,
    SYNTAX: 400,
    TOO_LARGE: 413,
    NOT_OFFERED: 501,
    UNAVAILABLE: 503,
    NOT_ACCEPTABLE: 406,
}


class Refused(Exception):
    """A question that is not answered: the standard's code, the status of HTTP, and what to say.

    >>> refused = Refused(SYNTAX, "sdmx.refused.parameter", name="x", allowed=("detail", "c[…]"))
    >>> refused.status, refused.said(Words("en"))
    (400, 'Unknown parameter "x". Allowed: detail, c[…].')
    """

    def __init__(self, code: int, key: str, /, **given: object) -> None:
        """`key` is the message's; several values given as one are strung together."""
        super().__init__(f"{code} {key} {given}")
        self.code, self.key, self.given = code, key, given
        self.status = _STATUS[code]

    def said(self, words: Words) -> str:
        """What is told in a language?"""
        between = "、" if words.lang == "zh" else ", "
        given = {
            name: between.join(value) if isinstance(value, tuple) else _shown(str(value))
            for name, value in self.given.items()
        }
        return words(self.key, **given)


def one_of(name: str, value: str, allowed: tuple[str, ...]) -> str:
    """Which value has a parameter? Raises Refused for one that is not allowed."""
    if value not in allowed:
        raise Refused(SYNTAX, "sdmx.refused.value", name=name, found=value, allowed=allowed)
    return value


def _shown(text: str) -> str:
    """What somebody typed, without the signs that no XML may hold, and no longer than a line."""
    kept = "".join(sign if sign.isprintable() else "�" for sign in text[:MOST_SHOWN])
    return kept if len(text) <= MOST_SHOWN else f"{kept}…"
