"""The formula that a reader sees beside a derived figure, kept next to the code that computes it."""

from __future__ import annotations

import inspect
import string
from collections.abc import Callable
from typing import TypeVar

Function = TypeVar("Function", bound=Callable[..., object])


def formula(template: str) -> Callable[[Function], Function]:
    """How is this figure worked out, in signs that need no translation?

    Gives the function an attribute `formula`: a template for `str.format` whose fields are exactly the
    function's parameters, so that inputs can be put in for them. Fields and parameters that differ are
    refused with ValueError when the function is defined. The function itself comes back as it was.

    >>> @formula("{amount} ÷ {count}")
    ... def each(*, amount: float, count: float) -> float:
    ...     return amount / count
    >>> formula_of(each).format(amount="97.5", count="9")
    '97.5 ÷ 9'
    """
    fields = {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}

    def attach(function: Function) -> Function:
        parameters = set(inspect.signature(function).parameters)
        if fields != parameters:
            raise ValueError(
                f"the formula of {function.__qualname__} names {sorted(fields)}, "
                f"its parameters are {sorted(parameters)}: they must be the same. Formula: {template}"
            )
        function.__dict__["formula"] = template
        return function

    return attach


def formula_of(function: Callable[..., object]) -> str:
    """Which formula belongs to this calculation? ValueError if it has none.

    >>> from lib.calc.growth import absolute_change
    >>> formula_of(absolute_change)
    '{current} − {base}'
    """
    template = function.__dict__.get("formula")
    if not isinstance(template, str):
        raise ValueError(f"{function.__qualname__} has no formula: decorate it with @formula")
    return template
