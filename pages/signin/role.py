"""Which role a person has, by the names that a claim lists."""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce
from typing import Any, Literal

from pages.signin.settings import Settings

Role = Literal["reader", "analyst"]


def role_of(claims: Mapping[str, Any], how: Settings) -> Role | None:
    """Which role do these claims give? None: not let in.

    A text is the name of one role, whatever it contains; anything but texts and lists of them gives none.
    """
    names = _named(_claim(claims, how.claim))
    if names & how.analyst:
        return "analyst"
    return "reader" if names & how.reader or how.others == "reader" else None


def _claim(claims: Mapping[str, Any], name: str) -> Any:
    """A claim by its name, or by its place in others, as `realm_access.roles`."""
    if name in claims:
        return claims[name]
    inner: Any = claims
    return reduce(
        lambda found, part: found.get(part) if isinstance(found, Mapping) else None, name.split("."), inner
    )


def _named(value: Any) -> frozenset[str]:
    listed = [value] if isinstance(value, str) else value
    return (
        frozenset(name for name in listed if isinstance(name, str))
        if isinstance(listed, list)
        else frozenset()
    )
