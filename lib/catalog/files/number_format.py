"""The format code of a spreadsheet cell, taken apart: what it shows of a number, a date or a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from lib.catalog.files import limits
from lib.catalog.files.builtin_formats import GENERAL
from lib.catalog.quantities import Unreadable

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_(?P<space>.)|\*(?P<fill>.)|\[\$(?P<money>[^\]-]*)(?:-[^\]]*)?\]'
    r"|\[(?P<bracket>[^\]]*)\]|(?P<general>General|G/通用格式)|(?P<clock>AM/PM|A/P|上午/下午)"
    r"|(?P<digits>[0#?][0#?,]*(?:\.[0#?]*)?|\.[0#?]+)|(?P<date>[yYmMdDhHsSeEgGbBaA]+)|(?P<other>.)",
    re.DOTALL,
)
_COLOUR = re.compile(
    r"(?:black|blue|cyan|green|magenta|red|white|yellow|color ?[0-9]+|DBNum[0-9]"
    r"|黑色|蓝色|蓝绿色|绿色|洋红色|红色|白色|黄色|颜色 ?[0-9]+)",
    re.IGNORECASE,
)
_LITERALS = "-+ ()$￥¥€£/:~至元%"


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a format: what stands before and after the digits, or which parts of a date it shows."""

    before: str = ""
    digits: str = ""
    after: str = ""
    dated: str = ""
    is_plain: bool = False
    has_text: bool = False
    is_odd: bool = False


@lru_cache(maxsize=512)
def sections(form: str) -> tuple[Section, ...]:
    """Which parts has a format: for numbers over zero, below, zero, and for text?

    Raises Unreadable for one of more than 255 signs, which no spreadsheet program lets anybody write.

    >>> sections('[Red]0.0"亿元";;')[0]
    Section(before='', digits='0.0', after='亿元', dated='', is_plain=False, has_text=False, is_odd=False)
    """
    if len(form) > limits.MOST_FORMAT_SIGNS:
        raise Unreadable("long_format", count=len(form), most=limits.MOST_FORMAT_SIGNS)
    return tuple(_section(part) for part in _split(form))


def number_shown(value: Decimal, form: str) -> str:
    """Which text does a cell show for a number? Raises Unreadable where that is not all that it holds.

    >>> number_shown(Decimal("-1.7"), "0.00_);[Red](0.00)"), number_shown(Decimal("0.787"), "0.00%_ ")
    ('-1.70', '78.70%')
    >>> number_shown(Decimal("12.1"), '0.0"亿元"'), number_shown(Decimal(1403), "#,##0")
    ('12.1亿元', '1403')
    """
    parts = sections(form)
    place = 1 if value < 0 and len(parts) > 1 else 2 if value == 0 and len(parts) > 2 else 0
    part = parts[place]
    if part.is_plain:
        return f"{part.before}{_plain(value)}{part.after}"
    if part.has_text and len(parts) == 1:
        return _plain(value)
    if part.is_odd or (not part.digits and (part.has_text or part.before)):
        if place == 2:
            raise Unreadable("shown", shown=part.before or "-", held="0")
        raise Unreadable("format", form=form[:40])
    if not part.digits:
        raise Unreadable("shows_nothing", held=_plain(value))
    return _filled(value, part, own_sign=place == 0)


def _filled(value: Decimal, part: Section, *, own_sign: bool) -> str:
    percent = part.after.lstrip().startswith("%")
    scaled = value.scaleb(2) if percent else value
    whole, _, decimals = part.digits.replace(",", "").partition(".")
    most, least = len(decimals), decimals.count("0")
    rounded = scaled.quantize(Decimal(1).scaleb(-most), ROUND_HALF_UP)
    text = f"{abs(rounded):f}"
    if most > least and "." in text:
        head, _, tail = text.partition(".")
        kept = tail.rstrip("0").ljust(least, "0")
        text = f"{head}.{kept}" if kept else head
    head, dot, tail = text.partition(".")
    text = head.zfill(whole.count("0")) + dot + tail
    before, after = part.before.strip(), part.after.rstrip()
    brackets = before.startswith("(") and after.endswith(")")
    if brackets:
        before, after = before[1:].strip(), after[:-1].rstrip()
    signed = brackets or "-" in before or (own_sign and value < 0)
    shown = f"{'-' if signed and rounded else ''}{before.replace('-', '').strip()}{text}{after.lstrip()}"
    if rounded != scaled or (value < 0) != (signed and bool(rounded)):
        raise Unreadable("shown", shown=shown[:40], held=_plain(scaled))
    return shown


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}" if value else "0"


def text_shown(text: str, form: str) -> str:
    """Which text does a cell show for a text? Raises Unreadable where the format hides it.

    >>> text_shown("12.1", '"约"@'), text_shown("12.1", "0.00")
    ('约12.1', '12.1')
    """
    parts = sections(form)
    part = parts[3] if len(parts) > 3 else parts[0]
    if part.has_text:
        return f"{part.before}{text}{part.after}" if part.before.strip() or part.after.strip() else text
    if len(parts) > 3 and text.strip():
        raise Unreadable("shows_nothing", held=text[:40])
    return text


def parts_of_a_date(form: str) -> str:
    """Which parts of a day does a format show: y, m, d and t for a time? Blank for a format of numbers.

    >>> parts_of_a_date('yyyy"年"m"月"'), parts_of_a_date("mmm-yy"), parts_of_a_date("0.00"), parts_of_a_date("h:mm")
    ('ym', 'ym', '', 't')
    """
    if len(form) > limits.MOST_FORMAT_SIGNS:
        raise Unreadable("long_format", count=len(form), most=limits.MOST_FORMAT_SIGNS)
    shown = sections(form)[0]
    if shown.is_plain or shown.digits or not shown.dated:
        return ""
    letters = shown.dated
    has_clock = "h" in letters or "s" in letters or "t" in letters
    months = re.sub(r"[ht]+ ?m{1,2}|m{1,2}(?= ?s)", "", letters) if has_clock else letters
    kept = "".join(one for one, of in (("y", "yebg"), ("m", "m"), ("d", "da")) if set(of) & set(months))
    return kept + ("t" if has_clock else "")


def _split(form: str) -> Iterator[str]:
    part = ""
    for token in _TOKEN.finditer(form or GENERAL):
        if token["other"] == ";":
            yield part
            part = ""
        else:
            part += token[0]
    yield part


def _section(form: str) -> Section:
    before = digits = after = dated = ""
    is_plain = has_text = is_odd = False
    for token in _TOKEN.finditer(form):
        kind, text = token.lastgroup or "", token[0]
        literal = ""
        if kind == "digits":
            is_odd = is_odd or bool(digits) or text.endswith(",") or "," in text.partition(".")[2]
            digits = digits or text
        elif kind == "general":
            is_plain = True
        elif kind == "date":
            dated += text.lower()
        elif kind == "clock":
            dated += "t"
        elif kind == "bracket":
            elapsed = text[1:-1].lower() in ("h", "hh", "m", "mm", "s", "ss")
            dated += "t" if elapsed else ""
            is_odd = is_odd or not (elapsed or _COLOUR.fullmatch(text[1:-1]))
        elif text == "@":
            has_text = True
        elif kind in ("quoted", "escaped", "money"):
            literal = token[kind]
        elif kind == "other":
            literal = text
            is_odd = is_odd or (text not in _LITERALS and text.isascii() and not text.isspace())
        if literal and (digits or is_plain or has_text):
            after += literal
        elif literal:
            before += literal
    scientific = bool(digits) and "e" in dated
    return Section(before, digits, after, dated, is_plain, has_text, is_odd or scientific)
