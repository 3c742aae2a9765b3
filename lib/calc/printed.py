"""What a printed figure can stand for, read from its digits and the source's word."""

from __future__ import annotations

import re
from decimal import Decimal

QUALIFIERS = ("exact", "about", "nearly", "over", "under")

_DIGITS = re.compile(r"-?[0-9]+(\.[0-9]+)?")


def printed_bounds(
    *, text: str, qualifier: str, counted: bool, floor_zero: bool, cap: float | None
) -> tuple[float, float]:
    """Between which two values does a printed figure lie?

    `text` holds the digits as printed ("16.0": trailing zeros count; no thousands separators), `qualifier`
    the source's word. `counted` is for what is counted in full units (bases, ranks): an exact whole number is
    then itself. `floor_zero` is for what can't fall below 0, `cap` for what nature ends (a share: 100). The
    bounds have the unit of the text, and are worked out in decimal from the digits.

    | qualifier | interval |
    | --- | --- |
    | exact | value ± half a unit in the last printed digit; the value itself if counted |
    | about | value ± half a unit of the last digit that is not zero |
    | nearly | from half a unit of that digit below the value, up to the value |
    | over | from the value to `cap`, or without end |
    | under | from 0 if `floor_zero`, else without end, to the value |

    "Nearly" excludes its upper end and "over" its lower one; the numbers returned are the same. Any other
    word, digits that can't be read, and an "over" beyond its cap or an "under" below its floor are refused
    with ValueError.

    >>> printed_bounds(text="1.21", qualifier="exact", counted=False, floor_zero=True, cap=None)
    (1.205, 1.215)
    >>> printed_bounds(text="1800", qualifier="nearly", counted=False, floor_zero=True, cap=None)
    (1750.0, 1800.0)
    """
    value = _read(text)
    half_last = Decimal(1).scaleb(-decimals(text)) / 2
    # Zero has no digit other than zero: its last printed one stands in.
    half_significant = Decimal(1).scaleb(_exponent(value.normalize())) / 2 if value else half_last
    match qualifier:
        case "exact" if counted and not decimals(text):
            lower, upper = value, value
        case "exact":
            lower, upper = value - half_last, value + half_last
        case "about":
            lower, upper = value - half_significant, value + half_significant
        case "nearly":
            lower, upper = value - half_significant, value
        case "over":
            lower, upper = value, Decimal("inf") if cap is None else Decimal(str(cap))
        case "under":
            lower, upper = Decimal(0) if floor_zero else Decimal("-inf"), value
        case _:
            raise ValueError(f"unknown qualifier {qualifier!r} of {text!r}. Allowed: {', '.join(QUALIFIERS)}")
    if lower > upper:
        raise ValueError(f"{qualifier} {text!r} leaves no value: it would lie between {lower} and {upper}")
    return float(lower), float(upper)


def decimals(text: str) -> int:
    """How many decimals were printed? Trailing zeros count.

    >>> decimals("16.0"), decimals("30872")
    (1, 0)
    """
    return -_exponent(_read(text))


def _read(text: str) -> Decimal:
    if not _DIGITS.fullmatch(text):
        raise ValueError(
            f"cannot read {text!r} as a printed figure. Allowed: digits, one point, a leading minus: -24.5"
        )
    return Decimal(text)


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int), "the digits of a printed figure are finite"
    return exponent
