"""Figures as text, the last step: 675.3亿元, CNY 67.53bn, nearly 1,800, −3.1%, — for missing."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from lib.calc.rational import End
from lib.facts.fact import Fact

MISSING = "—"
MINUS = "−"
ROUNDED = ("about", "nearly", "over", "under")
AMOUNT_WORDS = {
    "zh": {"CNY": "元", "USD": "美元"},
    "en": {"CNY": "CNY", "USD": "USD"},
}
SCALE_WORDS = {
    "zh": {0: "", 4: "万", 8: "亿", 12: "万亿"},
    "en": {0: "", 3: "k", 6: "m", 9: "bn", 12: "tn"},
}
UNIT_WORDS = {
    "zh": {
        "PERCENT": "%",
        "PERCENTAGE_POINT": "个百分点",
        "RANK": "位",
        "ENTERPRISES": "家",
        "PERSONS": "人",
        "BASES": "个",
        "MARKETS": "个",
        "PARKS": "个",
        "ZONES": "个",
        "MULTIPLE": "倍",
        "YEARS": "年",
        "INDEX": "",
        "CNY_PER_USD": "元/美元",
        "CNY_PER_ENTERPRISE": "/家",
    },
    "en": {
        "PERCENT": "%",
        "PERCENTAGE_POINT": " points",
        "RANK": "",
        "ENTERPRISES": "",
        "PERSONS": "",
        "BASES": "",
        "MARKETS": "",
        "PARKS": "",
        "ZONES": "",
        "MULTIPLE": " times",
        "YEARS": " years",
        "INDEX": "",
        "CNY_PER_USD": " CNY/USD",
        "CNY_PER_ENTERPRISE": " each",
    },
}
MOST_PRINTED, OF_THE_CENT = 5, 2
"""Of an amount that is kept in single dollars or cents, how many decimals are shown in 亿 or bn where more than so
many would be? Nobody reads 59.5783026702亿; files hold all of it.
"""

SMALL_COUNTS = {
    "zh": dict(enumerate("两三四五六七八九十", start=2)),
    "en": dict(enumerate(["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], start=2)),
}
QUALIFIER_WORDS = {
    "zh": {"about": "约", "nearly": "近", "over": "超", "under": "不足", "derived": "约", "at_least": "至少",
           "at_most": "至多"},
    "en": {"about": "about ", "nearly": "nearly ", "over": "over ", "under": "under ", "derived": "≈",
           "at_least": "at least ", "at_most": "at most "},
}  # fmt: skip

EXACT = {
    "zh": ("精确到个位", "精确到小数点后1位", "精确到小数点后2位"),
    "en": ("exact to the unit", "exact to one decimal", "exact to two decimals"),
}
"""What is said in place of two bounds that lie closer together than the scale shows, by decimals of the unit."""

IN_SENTENCES = {"zh": {"over": "超过"}, "en": {"derived": "about "}}
"""What a sentence that is read aloud says in place of these."""


@dataclass(frozen=True, slots=True)
class Parts:
    """A figure's text in the pieces that a card sets in different sizes."""

    qualifier: str
    currency: str
    number: str
    unit: str

    @property
    def text(self) -> str:
        """What does the figure read as in a sentence?"""
        if self.number == MISSING:
            return MISSING
        return f"{self.qualifier}{self.currency}{self.number}{self.unit}"


def plain(value: float, decimals: int, lang: str) -> str:
    """How is a number written with so many decimals? With −1, to the nearest ten.

    >>> plain(1262.48, -1, "zh")
    '1260'
    >>> plain(-3.14, 1, "en"), plain(1800, 0, "en"), plain(1800, 0, "zh"), plain(float("nan"), 1, "zh")
    ('−3.1', '1,800', '1800', '—')
    """
    if math.isnan(value):
        return MISSING
    if math.isinf(value):
        return "∞" if value > 0 else f"{MINUS}∞"
    exact = Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    text = f"{abs(exact):,f}" if lang == "en" else f"{abs(exact):f}"
    return f"{MINUS}{text}" if exact < 0 else text


def ordinal(value: float, lang: str) -> str:
    """How is a place in a ranking written?

    >>> ordinal(2, "en"), ordinal(11, "en"), ordinal(2, "zh")
    ('2nd', '11th', '第2')
    """
    place = round(value)
    if lang == "zh":
        return f"第{place}"
    ending = "th" if 10 <= place % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th")
    return f"{place}{ending}"


def scale_for(fact: Fact, lang: str) -> int:
    """Which power of ten is an amount written in?

    What a source prints in trillions stays in 万亿 or tn. Else 亿 and bn; an amount below one of those in 万
    or m, unless that would fill up with zeros that the source did not print: 5.2亿 is USD 0.52bn, not 520m.
    """
    if fact.unit_mult >= 12:
        return 12
    large, small = (8, 4) if lang == "zh" else (9, 6)
    last_digit = fact.unit_mult - fact.decimals
    return small if abs(fact.at(large)) < 1 and last_digit <= small else large


def parts(fact: Fact, lang: str, scale: int | None = None) -> Parts:
    """In which pieces is a figure written? `scale` fixes the power of ten, as for the axis of a chart."""
    if fact.is_missing:
        return Parts("", "", MISSING, "")
    qualifier = QUALIFIER_WORDS[lang].get(fact.qualifier, "")
    if fact.unit == "RANK":
        return Parts(qualifier, "", ordinal(fact.value, lang), UNIT_WORDS[lang]["RANK"])
    power, digits = _written_in(fact, lang, scale)
    number, size = plain(fact.at(power), digits, lang), SCALE_WORDS[lang][power]
    if fact.qualifier in ROUNDED and power > fact.unit_mult:
        number = _trim(number)
    money = AMOUNT_WORDS[lang].get(fact.unit.removesuffix("_PER_ENTERPRISE"), "")
    each = UNIT_WORDS[lang].get(fact.unit, "")
    if money and lang == "en":
        return Parts(qualifier, f"{money} ", number, f"{size}{each}")
    return Parts(qualifier, "", number, f"{size}{money}{each}")


def bounds_text(fact: Fact, lang: str, scale: int | None = None) -> str:
    """Between which values can a figure lie, in the unit that it is written in?

    Carries a digit more than the figure where the ends need it, and further ones where the two would else
    look alike; an open end is written ≥ or ≤. An amount to the cent in 亿 has no ends to tell apart: that is said.
    """
    power, digits = _written_in(fact, lang, scale)
    bounds = fact.interval_at(power)
    lower, upper = bounds.ends
    first = 0 if all(_ends_with(digits, end) for end in bounds.exact_ends) else 1
    if math.isnan(lower) or math.isnan(upper):
        return MISSING
    if lower == upper:
        return plain(lower, digits, lang)
    if math.isinf(upper):
        return f"≥{_trim(plain(lower, digits + 1, lang))}"
    if math.isinf(lower):
        return f"≤{_trim(plain(upper, digits + 1, lang))}"
    dash = {"zh": "—", "en": "–"}[lang] if lower >= 0 else {"zh": "至", "en": " to "}[lang]
    for more in range(first, 7):
        ends = [plain(end, digits + more, lang) for end in (lower, upper)]
        if ends[0] != ends[1]:
            return dash.join(ends)
    return EXACT[lang][min(fact.decimals, OF_THE_CENT)]


def _written_in(fact: Fact, lang: str, scale: int | None) -> tuple[int, int]:
    """In which power of ten is a figure written, and with how many decimals (−1: to the nearest ten)?"""
    if fact.unit in AMOUNT_WORDS[lang]:
        power = scale_for(fact, lang) if scale is None else scale
    elif fact.unit == "CNY_PER_ENTERPRISE":
        power = {"zh": 4, "en": 6}[lang]
    else:
        power = 4 if lang == "zh" and fact.unit_mult >= 4 else 0
    digits = fact.decimals + power - fact.unit_mult
    is_to_the_unit = power > fact.unit_mult == 0 and digits > MOST_PRINTED
    return power, OF_THE_CENT if is_to_the_unit else digits


def _ends_with(digits: int, value: End) -> bool:
    return isinstance(value, float) or (value * Fraction(10) ** digits).denominator == 1


def _trim(text: str) -> str:
    return text.rstrip("0").rstrip(".") if "." in text else text
