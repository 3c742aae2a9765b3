"""Which figures a key, or a condition on one component, lets through."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal, InvalidOperation
from typing import Any

from lib.facts.period import Period
from lib.sdmx.components import BY_ID, DECIMAL, PERIOD, SERIES, WHOLE
from lib.sdmx.figures import Figure
from lib.sdmx.refused import SYNTAX, Refused
from lib.sdmx.times import period_of

Test = Callable[[Figure], bool]
MOST_VALUES = 500
_OPERATORS = ("eq", "ne", "lt", "le", "gt", "ge", "co", "nc", "sw", "ew")
_CONDITION = re.compile(r"(?:([a-z]{2}):)?(.+)", re.DOTALL)
_TEXTS: dict[str, Callable[[Any, Any], bool]] = {
    "co": lambda found, asked: asked in found,
    "nc": lambda found, asked: asked not in found,
    "sw": lambda found, asked: found.startswith(asked),
    "ew": lambda found, asked: found.endswith(asked),
}
_NUMBERS = {name: getattr(operator, name) for name in _OPERATORS[:6]}
_PERIODS: dict[str, Callable[[Period, Period], bool]] = {
    "eq": operator.eq,
    "ne": operator.ne,
    "lt": lambda found, asked: found.end < asked.start,
    "le": lambda found, asked: found.end <= asked.end,
    "gt": lambda found, asked: found.start > asked.end,
    "ge": lambda found, asked: found.start >= asked.start,
}
_TIMES = ("2020", "2021-S1", "2021-Q3", "2021-08", "2021-08-31", "2021-01-01/P8M")


def of_key(text: str) -> Test:
    """Which series does a key let through? One code or `*` a dimension, points between; commas between keys.

    A key may end early, and a place may be blank: any code then. Raises Refused for one with too many places.
    """
    keys = [[(part or "*").split("+") for part in key.split(".")] for key in text.split(",")]
    for key, written in zip(keys, text.split(","), strict=True):
        if len(key) > len(SERIES):
            raise Refused(SYNTAX, "sdmx.refused.key", found=written, allowed=(".".join(SERIES),))

    def lets(figure: Figure) -> bool:
        return any(
            all("*" in codes or part in codes for codes, part in zip(key, figure.series, strict=False))
            for key in keys
        )

    return lets


def of_component(name: str, text: str) -> Test:
    """Which figures does `c[NAME]=text` let through? Any of what commas divide, all of what `+` does.

    Raises Refused for a component, an operator or a value that there is none of.
    """
    if name not in BY_ID:
        raise Refused(SYNTAX, "sdmx.refused.component", found=name, allowed=tuple(BY_ID))
    either = [[_test(name, part) for part in group.split("+")] for group in text.split(",")]
    return lambda figure: any(all(test(figure) for test in group) for group in either)


def codes_named(key: str, conditions: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Which codes are asked for, with their components? Those of the key, and those that conditions set equal.

    >>> list(codes_named("*.CN-CQ", [("KIND", "target,ne:outcome"), ("TIME_PERIOD", "2021")]))
    [('REF_AREA', 'CN-CQ'), ('KIND', 'target')]
    """
    for one in key.split(","):
        for name, part in zip(SERIES, one.split("."), strict=False):
            yield from ((name, code) for code in part.split("+") if code not in ("", "*"))
    for name, text in conditions:
        for part in re.split("[,+]", text):
            found = _CONDITION.fullmatch(part)
            if BY_ID[name].codes and found and found[1] in (None, "eq"):
                yield name, found[2]


def _test(name: str, text: str) -> Test:
    found = _CONDITION.fullmatch(text)
    if not found:
        raise Refused(SYNTAX, "sdmx.refused.value", name=f"c[{name}]", found=text, allowed=("ge:…", "…"))
    how, value = found[1] or "eq", found[2]
    kind = BY_ID[name].type
    if kind == PERIOD:
        return _of_period(name, how, value)
    if kind in (DECIMAL, WHOLE):
        return _of_number(name, how, value)
    tests = _NUMBERS | _TEXTS
    known = _known(name, how, tuple(tests))
    return lambda figure: tests[known](figure.parts[name], value)


def _of_period(name: str, how: str, value: str) -> Test:
    test = _PERIODS[_known(name, how, tuple(_PERIODS))]
    try:
        asked = period_of(value)
    except ValueError as error:
        raise Refused(SYNTAX, "sdmx.refused.value", name=f"c[{name}]", found=value, allowed=_TIMES) from error
    return lambda figure: test(figure.period, asked)


def _of_number(name: str, how: str, value: str) -> Test:
    test = _NUMBERS[_known(name, how, tuple(_NUMBERS))]
    try:
        asked = Decimal(value)
    except InvalidOperation as error:
        raise Refused(
            SYNTAX, "sdmx.refused.value", name=f"c[{name}]", found=value, allowed=("12.1", "1800")
        ) from error
    if not asked.is_finite():
        raise Refused(SYNTAX, "sdmx.refused.value", name=f"c[{name}]", found=value, allowed=("12.1", "1800"))
    return lambda figure: bool(figure.parts[name]) and test(Decimal(figure.parts[name]), asked)


def _known(name: str, how: str, allowed: tuple[str, ...]) -> str:
    if how not in allowed:
        raise Refused(SYNTAX, "sdmx.refused.operator", name=f"c[{name}]", found=how, allowed=allowed)
    return how
