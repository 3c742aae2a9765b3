"""What is still to be said, as JSON and back: nothing but texts, numbers and the few kinds of values it may hold."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import Any

from lib.catalog.message import Both, Listed, Message, Month, Nth, Row
from lib.catalog.quantities import Quantity
from lib.facts.period import Period

_KINDS = {kind.__name__: kind for kind in (Both, Listed, Month, Nth, Quantity, Period, Row)}


def plain(value: Any) -> Any:
    """Which JSON says a value of a message? `told` reads it back.

    >>> told(plain(Message("fault.allowed.key_once", key="area", row=Row(3))))
    fault.allowed.key_once key=area row=Row(number=3, is_published=False)
    """
    if isinstance(value, Message):
        return {"key": value.key, "given": {name: plain(given) for name, given in value.given.items()}}
    if isinstance(value, Listed):
        meanings = {code: list(value.of[code]) for code in value.names if code in value.of}
        return {"is": "Listed", "has": {"names": plain(value.names), "of": {"map": meanings}}}
    if type(value).__name__ in _KINDS:
        return {
            "is": type(value).__name__,
            "has": {one.name: plain(getattr(value, one.name)) for one in fields(value)},
        }
    if isinstance(value, date):
        return {"day": value.isoformat()}
    if isinstance(value, tuple | list):
        return [plain(one) for one in value]
    return value


def told(said: Any) -> Any:
    """Which value does such JSON say? Raises KeyError, TypeError or ValueError for any other."""
    if isinstance(said, list):
        return tuple(told(one) for one in said)
    if not isinstance(said, dict):
        return said
    if "key" in said:
        if not str(said["key"]).startswith("fault."):
            raise ValueError("no message of a fault")
        return Message(str(said["key"]), **{name: told(given) for name, given in said["given"].items()})
    if "day" in said:
        return date.fromisoformat(said["day"])
    if "map" in said:
        return {code: (str(pair[0]), str(pair[1])) for code, pair in said["map"].items()}
    return _KINDS[said["is"]](**{name: told(given) for name, given in said["has"].items()})
