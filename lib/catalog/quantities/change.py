"""A change on the year before as people type it: 78.7%, 同比增长78.7%, down 3.1%."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from lib.catalog.codes import QUALIFIERS
from lib.catalog.message import listed
from lib.catalog.quantities.figure import Quantity, read_quantity
from lib.catalog.quantities.unreadable import Unreadable
from lib.catalog.quantities.width import plain_width

_BASE = (
    r"(?:(?:较|比|同|与)(?:上年|去年|前年)?(?:同期|上年|去年|全年)?(?:相比|比较)?,?\s*|同比\s*|按年\s*|年?增速(?:为|达|是)?\s*"
    r"|(?:year-on-year|year on year|yoy)\s+)"
)
"""What it grew on: 比上年, 同比, 较上年同期, 增速."""

_SURE = (
    r"(?P<sure>(?:大?约|近|接近|将近|超过?|逾|不足|不到"
    r"|about|around|nearly|almost|over|more than|under|less than)?)\s*"
)
_BY = r"(?:了|幅(?:为|达)?|为|达)?\s*(?:by\s+)?"
_RISES = "增长|上升|增加|提高|扩大|上涨|增(?!速)|升|涨|↑|growth of|up|rose|rises?|grew|grow|increased?|an increase of"
_FALLS = (
    "负增长|下降|减少|降低|下滑|回落|下跌|萎缩|降|减|跌|↓"
    "|down|fell|falls?|decreased?|declined?|dropped|a (?:fall|decrease|decline) of"
)
_ROSE = re.compile(rf"^{_BASE}*{_SURE}(?:{_RISES}){_BY}", re.IGNORECASE)
_FELL = re.compile(rf"^{_BASE}*{_SURE}(?:{_FALLS}){_BY}", re.IGNORECASE)
_NAMED = re.compile(rf"^{_BASE}+", re.IGNORECASE)
_YEAR_BEFORE = (
    "(?:year before|previous year|last year|year earlier|same period(?: of .*| last year| a year earlier)?)"
)
_AFTER = re.compile(
    rf"\s*,?\s*(?:year on year|year-on-year|yoy|y/y|(?:on|from|over|than) (?:the |a )?{_YEAR_BEFORE})$",
    re.IGNORECASE,
)
_COMPARED = re.compile(r"\s+(?P<way>lower|higher|down|up|less|more)$", re.IGNORECASE)
_LOWER = ("lower", "down", "less")
_DASH = re.compile(r"^[–—]\s*(?=[0-9.])")
"""A minus as some keyboards write it, where nothing stands before it."""
_FLAT = re.compile(
    rf"^{_BASE}*(?:基本|大体|大致)?(?:持平|不变|无变化)$|^(?:unchanged|flat|no change)$", re.IGNORECASE
)
_ROUGHLY = re.compile("基本|大体|大致")
_BEFORE = "(?:上年|去年|前一年)?(?:同期)?"
_RATIO = re.compile(
    rf"^(?:增长到|增加到|达到|达|为|相当于|是)?{_BEFORE}的\s*(?P<times>.+?)倍$"
    rf"|^(?P<english>[0-9.]+) times (?:that|the figure|the level) of (?:the )?{_YEAR_BEFORE}$",
    re.IGNORECASE,
)
_GREW_BY = re.compile(
    r"^(?:(?:同比|[比较](?:上年|去年)(?:同期)?))?(?:增长|增加|上升)(?:了)?\s*(?P<times>[0-9.]+)\s*倍$"
)
_DOUBLED = re.compile(rf"^{_BASE}*(?:翻了?一?番|doubled)$", re.IGNORECASE)
_HUNDRED, _EXACT_FROM = Decimal(100), 2


def read_change(text: str) -> Quantity:
    """Which change in per cent does a text say? Raises Unreadable as `read_quantity` does.

    2.3 times the year before is growth of 130 %; growth by 1.3 times likewise.

    >>> read_change("同比下降3.1%").value, read_change("up 78.7% year on year").value, read_change("+6").value
    ('-3.1', '78.7', '6')
    >>> read_change("比上年下降1.7%").value, read_change("是上年同期的2.3倍").value, read_change("持平").value
    ('-1.7', '130', '0')
    """
    given = _DASH.sub("-", _AFTER.sub("", plain_width(text)))
    if compared := _COMPARED.search(given):
        given = f"{'down' if compared['way'].lower() in _LOWER else 'up'} {given[: compared.start()]}"
    if flat := _FLAT.match(given):
        return Quantity("0", 0, "PERCENT", "about" if _ROUGHLY.search(flat[0]) else "exact")
    if _DOUBLED.match(given):
        return _grown("2", grew_by=False)
    if ratio := _RATIO.match(given):
        return _grown(ratio["times"] or ratio["english"], grew_by=False)
    if ratio := _GREW_BY.match(given):
        return _grown(ratio["times"], grew_by=True)
    fell, rose = _FELL.match(given), _ROSE.match(given)
    spoken = fell or rose
    rest = f"{spoken['sure']}{given[spoken.end() :]}" if spoken else _NAMED.sub("", given)
    found = read_quantity(rest)
    if found.unit not in ("", "PERCENT") or found.unit_mult:
        raise Unreadable("no_change", figure=found)
    if fell and found.value.startswith("-"):
        raise Unreadable("double_fall")
    if fell and found.qualifier not in ("exact", "about"):
        raise Unreadable("fall_open", code=listed([found.qualifier], QUALIFIERS))
    value = f"-{found.value}" if fell and found.value.strip("0.") else found.value
    return replace(found, value=value, unit="PERCENT", unit_mult=0)


def _grown(times: str, *, grew_by: bool) -> Quantity:
    """The growth in per cent that a ratio to the year before says: (ratio − 1) × 100.

    A ratio of one decimal leaves ten points of growth: 2.3 times is about 130 %, 2.30 times 130 %.
    """
    found = read_quantity(times)
    if found.unit or found.unit_mult or found.value.startswith("-"):
        raise Unreadable("no_change", figure=found)
    ratio = Decimal(found.value)
    grown = (ratio if grew_by else ratio - 1) * _HUNDRED
    decimals = len(found.value.partition(".")[2])
    if grown < 0 and found.qualifier not in ("exact", "about"):
        raise Unreadable("fall_open", code=listed([found.qualifier], QUALIFIERS))
    word = "about" if found.qualifier == "exact" and decimals < _EXACT_FROM else found.qualifier
    return Quantity(f"{grown:.{max(0, decimals - _EXACT_FROM)}f}", 0, "PERCENT", word)
