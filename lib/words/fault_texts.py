"""What the checks of a file say in English, said in Chinese.

The checks speak English, as the command line does. The catalogue `fault` holds each of their texts as a pattern,
with a gap for what differs from file to file, and the same pattern in Chinese.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from string import Formatter

from lib.catalog.fault import Fault
from lib.catalog.schema import TABLES
from lib.words.messages import catalogue, text_of

_ABOUT_A_CELL = ("column_once", "period_or_days", "most", "visible", "as_printed")
"""With these, what was found in a column is told in our words; with any other it is what somebody typed."""

_MEANINGS = tuple(column.codes for table in TABLES.values() for column in table.columns if column.codes)


def chinese_file(fault: Fault) -> str:
    """Which file or sheet is at fault, in Chinese?"""
    return _chinese("file", fault.file)


def chinese_found(fault: Fault) -> str:
    """What was found, in Chinese? What somebody typed stays as it is.

    >>> chinese_found(Fault("a.csv", 3, "", "12 cells", "11 cells, one for each column"))
    '12个单元格'
    >>> chinese_found(Fault("a.csv", 3, "value", "12 cells", "a number in plain digits such as 12.1"))
    '12 cells'
    """
    if fault.column and _named("allowed", fault.allowed) not in _ABOUT_A_CELL:
        return fault.found
    return _chinese("found" if _named("found", fault.found) else "outside", fault.found)


def chinese_allowed(fault: Fault) -> str:
    """What is allowed, in Chinese?

    >>> chinese_allowed(Fault("a.csv", 3, "basis", "x", "a code of bases.csv (near: bop, bpm6)"))
    'bases表中已有的代码（相近的有：bop、bpm6）'
    >>> chinese_allowed(Fault("a.csv", 3, "growth_qualifier", "so", "exact, about, or blank"))
    '下列之一：exact（原数）、about（约）；可留空'
    """
    return _chinese("allowed", fault.allowed)


def _chinese(part: str, text: str) -> str:
    for name, pattern in _patterns(part):
        if found := pattern.fullmatch(text):
            gaps = {gap: _filled(gap, said) for gap, said in found.groupdict().items()}
            return text_of(f"fault.{part}.{name}", "zh").format(**gaps)
    return text


def _named(part: str, text: str) -> str:
    return next((name for name, pattern in _patterns(part) if pattern.fullmatch(text)), "")


@cache
def _patterns(part: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The names and patterns of one part, those with most of their own words first."""
    keys = (key.split(".") for key in catalogue("en"))
    texts = {
        name: text_of(f"fault.{part}.{name}", "en")
        for domain, of, *rest in keys
        if (domain, of) == ("fault", part)
        for name in rest
    }
    return tuple(
        (name, re.compile("".join(_expressions(text)), re.DOTALL))
        for name, text in sorted(texts.items(), key=lambda item: -len(re.sub(r"\{.*?\}", "", item[1])))
    )


def _expressions(text: str) -> Iterator[str]:
    seen = set()
    for literal, gap, _, _ in Formatter().parse(text):
        yield re.escape(literal)
        if gap in seen:
            yield f"(?P={gap})"
        elif gap:
            seen.add(gap)
            yield f"(?P<{gap}>{_LOOKS.get(gap, '.*?')})"


def _filled(gap: str, said: str) -> str:
    return _SAID[gap](said) if gap in _SAID else said


def _meaning(code: str, among: tuple[str, ...]) -> str:
    known = next((codes for codes in _MEANINGS if set(among) <= set(codes)), {})
    return known.get(code, ("", ""))[1]


def _codes(said: str) -> str:
    """Codes of one list, each with what it means."""
    codes = tuple(said.split(", "))
    meanings = {code: _meaning(code, codes) for code in codes}
    return "、".join(f"{code}（{meaning}）" if meaning else code for code, meaning in meanings.items())


def _figure(said: str) -> str:
    """A figure as it was read: nearly 1800 ENTERPRISES is 近1800家企业."""
    words = said.split(" ")
    return "".join(word if word.isdigit() else _figure_word(word) for word in words)


def _figure_word(word: str) -> str:
    return _meaning(word, (word,)).partition("，")[0] or word


def _month(said: str) -> str:
    names = list(calendar.month_name)
    return f"{names.index(said) if said in names else said.removeprefix('month ')}月"


def _row(said: str) -> str:
    number = said.removesuffix(" of the record")
    return f"第{number}行" if number == said else f"已公布数据第{number}行"


def _listed(said: str) -> str:
    return said.replace(", ", "、")


_LOOKS: Mapping[str, str] = {
    "codes": r"[\w.-]+(?:, [\w.-]+)*",
    "month": "[A-Z][a-z]+|month [0-9]+",
    "last_month": "[A-Z][a-z]+|month [0-9]+",
    "nth": "[0-9]+[a-z]{2}",
    "row": "[0-9]+(?: of the record)?",
    "words": "[a-z]+(?: and [a-z]+)+",
    "bytes": "[0-9a-f ]*",
    "separator": r"\S",
    **dict.fromkeys(("access", "column", "given", "key", "kind", "table"), r"\w+"),
    **dict.fromkeys(("code", "other_unit", "start"), r"\S+?"),
    **dict.fromkeys(("count", "most", "number", "packed"), "[0-9,]+"),
    **dict.fromkeys(
        ("first", "last", "year", "other_year", "from_month", "to_month", "two_digits"), "[0-9]+"
    ),
    **dict.fromkeys(("day", "span"), "[0-9-]+"),
    **dict.fromkeys(("low", "high", "times"), "[0-9.,e+-]+"),
}
"""What may stand in a gap, where that is not any text; many gaps for any text would take for ever on a long cell."""

_SAID: Mapping[str, Callable[[str], str]] = {
    "allowed": lambda said: _chinese("allowed", said),
    "code": _codes,
    "codes": _codes,
    "figure": _figure,
    "last_month": _month,
    "month": _month,
    "names": _listed,
    "nth": lambda said: f"{said[:-2]}日",
    "other_unit": _codes,
    "row": _row,
    "shown": lambda said: "空白" if said == "nothing" else said,
    "unit": _codes,
    "units": _codes,
    "where": lambda said: _chinese("file", said),
    "words": lambda said: _codes(said.replace(" and ", ", ")),
}
"""How what stands in a gap is said in Chinese, where it is not the same in both languages."""
