"""Is a text true to what it was made of? Its digits are read back and compared, without `lib.words`."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from lib.facts.fact import Fact
from lib.facts.period import Period
from tests.audit.marks import NUMBER, Saying
from tests.audit.published import years
from tests.audit.recompute import Unaccounted, worked_out

# What a definition sets: more than one half; the first of an index.
CONSTANTS = frozenset((Decimal(50), Decimal(100)))
# What stands before a unit, the longer words first: 万亿 is not 亿.
SCALES = (("万亿", 12), ("tn", 12), ("亿", 8), ("万", 4), ("bn", 9), ("m", 6), ("k", 3))
ANY_SCALE = (0, 3, 4, 6, 8, 9, 12)
_SIGNED = re.compile(rf"(−?)({NUMBER.pattern})")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def wrong(said: Saying) -> str:
    """What is not true in a text? "" where all is."""
    fault = _READERS[said.kind](said)
    return f"{said.kind} “{said.text}”: {fault}" if fault else ""


def too_many_digits(said: Saying) -> str:
    """Does a derived figure show digits that its bounds do not support? "" where it does not.

    Half the width of its bounds may be no more than one unit of its last digit. One digit more is right where
    the figure without it would lie outside of its bounds, and its own full units are always written out. What is
    only known to be at least a printed part has the digits of that part. The bounds are those of the CSV.
    """
    fact = said.of
    if said.kind not in ("figure", "change") or not fact.is_derived or fact.lower == fact.upper:
        return ""
    try:
        found = worked_out(fact)
    except (Unaccounted, KeyError) as error:
        return str(error)
    (_, text), *_ = _numbers(said.text)
    power = scale_of(said.unit)
    last = _ten(max(power - _decimals(text), fact.unit_mult - fact.decimals))
    if last >= _ten(fact.unit_mult):
        return ""
    if fact.derivation.function == "at_least":
        (part,) = fact.derivation.facts()
        return "" if last >= _ten(part.unit_mult - part.decimals) else f"shows {text}"
    half = (found.upper - found.lower) / 2
    if math.isinf(half):
        return "" if _decimals(text) <= 1 else f"shows {text} and is open on one side"
    shorter = _rounded(found.value, last * 10)
    if half <= last or not found.lower <= shorter <= found.upper:
        return ""
    ends = " and ".join(f"{float(end):.8g}" for end in (found.lower, found.upper))
    return f"shows {text}, a last digit of {float(last):g}, but lies between {ends}"


def scale_of(unit: str) -> int:
    """Which power of ten does the unit behind a number carry? 亿元 is 8, bn is 9, % is 0."""
    return next((power for word, power in SCALES if unit.startswith(word) and unit != "m²"), 0)


def _figure(said: Saying) -> str:
    return _shows(said.text, said.of, (scale_of(said.unit),))


def _change(said: Saying) -> str:
    """The growth, and in a sentence the period that it grew on: of that, every number is a part of its year."""
    (_, growth), *others = _numbers(said.text)
    before = said.of.period.year_before()
    if {number for _, number in others} - {str(before.start.year), str(before.end.year)}:
        return f"names another period than {before.code}"
    return _shows(growth, said.of, (0,), signed=False)


def _input(said: Saying) -> str:
    if isinstance(said.of, Fact):
        return _shows(said.text, said.of, ANY_SCALE)
    return "" if _value(said.text) == Decimal(repr(float(said.of))) else f"is {said.of}"


def _printed(said: Saying) -> str:
    number, *power = NUMBER.findall(said.text)
    if power and power[0].translate(_RAISED) != f"10{said.of.unit_mult}":
        return f"is times ten to the {said.of.unit_mult}"
    return "" if _size(number) == abs(Decimal(repr(said.of.value))) else f"is {said.of.value}"


def _bounds(said: Saying) -> str:
    """Every end that is written; the other one is open."""
    fact: Fact = said.of
    ends = [end for end in dict.fromkeys(fact.bounds.exact_ends) if not math.isinf(end)]
    told = _numbers(said.text)
    for power in ANY_SCALE:
        full = [end * _ten(fact.unit_mult - power) for end in ends]
        if len(told) == len(full) and all(
            _rounds_to(end, sign * _size(text), _ten(-_decimals(text)))
            for (sign, text), end in zip(told, full, strict=True)
        ):
            return ""
    return f"lies between {fact.lower:g} and {fact.upper:g} times ten to the {fact.unit_mult}"


def _formula(said: Saying) -> str:
    """The digits of a formula that are no input are those of its sign: the 1 and the 100 of a growth rate."""
    return ""  # the formula itself is compared with one written by hand, see recompute.worked_out


def _period(said: Saying) -> str:
    days = (
        (said.of.start, said.of.end)
        if isinstance(said.of, Period)
        else (said.of,)
        if isinstance(said.of, date)
        else ()
    )
    known = {number for day in days for number in (day.year, day.month, day.day)}
    return "" if {int(text) for text in NUMBER.findall(said.text)} <= known else f"is {said.of}"


def _year(said: Saying) -> str:
    known = int(said.text) == said.of and said.of in years()
    return "" if known else f"no figure of the record is of {said.of}"


def _count(said: Saying) -> str:
    return "" if _value(said.text) == said.of else f"counts {said.of}"


def _constant(said: Saying) -> str:
    return "" if _value(said.text) in CONSTANTS else "is set by no definition"


_READERS: dict[str, Callable[[Saying], str]] = {
    "figure": _figure,
    "change": _change,
    "input": _input,
    "printed": _printed,
    "bounds": _bounds,
    "formula": _formula,
    "period": _period,
    "year": _year,
    "count": _count,
    "constant": _constant,
}


def _shows(text: str, fact: Fact, powers: tuple[int, ...], *, signed: bool = True) -> str:
    """Is this the figure, rounded to the digits that are written?"""
    ((sign, number),) = _numbers(text)
    for power in powers:
        full = Fraction(repr(fact.value)) * _ten(fact.unit_mult - power)
        told = sign * _size(number)
        if _rounds_to(full if signed else abs(full), told, _ten(-_decimals(number))):
            return ""
        trailing = len(number) - len(number.rstrip("0"))
        if "." not in number and trailing and _rounds_to(full, told, _ten(trailing)):
            return ""  # written to the nearest ten or hundred
    return f"is {fact.value:g} times ten to the {fact.unit_mult}"


def _numbers(text: str) -> list[tuple[int, str]]:
    return [(-1 if sign else 1, number) for sign, number in _SIGNED.findall(text)]


def _value(text: Any) -> Decimal:
    ((sign, number),) = _numbers(text)
    return sign * _size(number)


def _size(number: str) -> Decimal:
    return Decimal(number.replace(",", ""))


def _decimals(number: str) -> int:
    return len(number.partition(".")[2])


def _rounds_to(value: Fraction, told: Decimal, unit: Fraction) -> bool:
    """Is this the number, rounded to a unit?"""
    return abs(value - Fraction(told)) <= unit / 2


def _rounded(value: Fraction, unit: Fraction) -> Fraction:
    size = math.floor(abs(value) / unit + Fraction(1, 2)) * unit
    return size if value >= 0 else -size


def _ten(power: int) -> Fraction:
    return Fraction(10) ** power
