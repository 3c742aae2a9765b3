"""Numbers and periods in a search, in any of their spellings."""

from __future__ import annotations

import re
from collections.abc import Callable

from lib.search.terms import Months, Number, Term, Years

_POWERS = {
    "万亿": 12, "trillion": 12, "tn": 12, "billion": 9, "bn": 9, "亿": 8, "千万": 7, "百万": 6, "million": 6, "mn": 6,
    "m": 6, "万": 4, "thousand": 3, "k": 3,
}  # fmt: skip
_UNITS = {
    "美元": "USD", "usd": "USD", "us$": "USD", "$": "USD", "dollar": "USD", "dollars": "USD",
    "元": "CNY", "cny": "CNY", "rmb": "CNY", "yuan": "CNY", "¥": "CNY", "人民币": "CNY",
    "%": "PERCENT", "percent": "PERCENT", "per cent": "PERCENT", "家": "ENTERPRISES", "位": "RANK",
}  # fmt: skip
_NTH = ("first", "second", "third", "fourth", "一", "二", "三", "四")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_HOW_SURE = r"(?:近|超过|超|约|不足|至少|nearly|over|about|under)\s*"
_DASH = r"\s*(?:[-–—~至到]|to)\s*"
_MONTH = f"(?:{'|'.join(_MONTHS)})[a-z]*"


def _any(words: dict[str, int] | dict[str, str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_NUMBER = re.compile(
    rf"(?<![a-z0-9.])(?:{_HOW_SURE}|第)?(?P<before>us\$|\$|usd|cny|rmb|¥)?\s*[+\-−]?(?P<digits>(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?)"
    rf"(?:\s*(?P<power>{_any(_POWERS)})(?![a-z]))?(?:\s*(?P<unit>{_any(_UNITS)})(?![a-z]))?(?:以上|左右|个|人|倍)?"
)
_PERIODS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], tuple[Term, ...]]], ...] = (
    (
        re.compile(rf"(?<!\d)((?:19|20)\d\d)年?{_DASH}((?:19|20)\d\d)年?(?!\d)"),
        lambda found: (Years(found[0], int(found[1]), int(found[2])),),
    ),
    (
        re.compile(rf"(?<!\d)(1[0-2]|0?[1-9])月?{_DASH}(1[0-2]|0?[1-9])月(?:份)?"),
        lambda found: (Months(found[0], int(found[1]), int(found[2])),),
    ),
    (
        re.compile(rf"\b({_MONTH}){_DASH}({_MONTH})\b"),
        lambda found: (Months(found[0], _month(found[1]), _month(found[2])),),
    ),
    (
        re.compile(r"(?<!\d)((?:19|20)\d\d)年(?:度)?"),
        lambda found: (Years(found[0], int(found[1]), int(found[1])),),
    ),
    (
        re.compile(r"(?<![\d.,])((?:19|20)\d\d)(?![\d.,%]|\s*(?:万|亿|bn|m\b|million|billion))"),
        lambda found: (Years(found[0], int(found[1]), int(found[1]), bare=True),),
    ),
    (re.compile(r"上半年|first half|\bh1\b"), lambda found: (Months(found[0], 1, 6),)),
    (re.compile(r"下半年|second half|\bh2\b"), lambda found: (Months(found[0], 7, 12),)),
    (
        re.compile(r"第?([一二三四1-4])季度|(first|second|third|fourth) quarter|\bq([1-4])\b"),
        lambda found: (_quarter(found),),
    ),
    (re.compile(r"全年|whole year|full year"), lambda found: (Months(found[0], 1, 12),)),
    (
        re.compile(r"(?<!\d)(1[0-2]|0?[1-9])月(?:份)?"),
        lambda found: (Months(found[0], int(found[1]), int(found[1])),),
    ),
)


def taken_out(text: str) -> tuple[str, tuple[Term, ...]]:
    """What is left of a folded text without its periods and numbers, and which are these?

    >>> taken_out("离岸 2020")
    ('离岸  ', (Years(typed='2020', first=2020, last=2020, bare=True),))
    >>> [(term.digits, term.power, term.unit) for text in ("12.1亿美元", "usd 1.21bn", "1,210 million", "78.7%")
    ...  for term in taken_out(text)[1]]
    [('12.1', 8, 'USD'), ('1.21', 9, 'USD'), ('1210', 6, ''), ('78.7', None, 'PERCENT')]
    """
    found: list[Term] = []
    for pattern, told in _PERIODS:
        while match := pattern.search(text):
            found += told(match)
            text = f"{text[: match.start()]} {text[match.end() :]}"
    while match := _NUMBER.search(text):
        power = _POWERS[match["power"]] if match["power"] else None
        unit = _UNITS.get(match["unit"] or match["before"] or "", "")
        found.append(Number(match[0].strip(), match["digits"].replace(",", ""), power, unit))
        text = f"{text[: match.start()]} {text[match.end() :]}"
    return text, tuple(found)


def _month(name: str) -> int:
    return _MONTHS.index(name[:3]) + 1


def _quarter(found: re.Match[str]) -> Months:
    told = found.group(found.lastindex or 0)
    last = 3 * (int(told) if told.isdecimal() else _NTH.index(told) % 4 + 1)
    return Months(found[0], last - 2, last)
