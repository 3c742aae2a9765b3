"""The cells of one column of a CSV, as text, read as what the column holds."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from lib.register.schema import MONEY, Field
from lib.register.spelled import plain, spellings

Value = Any
_PARTED = r"(?P<y>\d{4})(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?: 0{1,2}:00(?::00)?)?"
_DAYS = tuple(
    re.compile(form)
    for form in (
        _PARTED,
        r"(?P<y>\d{4})年(?P<m>\d{1,2})月(?P<d>\d{1,2})日",
        r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)",
    )
)
# With one digit behind a point, 2021.1 may be October whose nought a spreadsheet dropped.
_MONTHS = tuple(
    re.compile(form)
    for form in (
        r"(?P<y>\d{4})[-/](?P<m>\d{1,2})",
        r"(?P<y>\d{4})\.(?P<m>\d\d)",
        r"(?P<y>\d{4})年(?P<m>\d{1,2})月份?",
        r"(?P<y>\d{4})m(?P<m>\d\d)",
        r"(?P<y>\d{4})(?P<m>\d\d)",
    )
)
_AMOUNT = r"^-?[0-9]{1,16}(\.[0-9]{1,2})?$"
_GROUPED = re.compile(r"(?:us\$|usd|\$)?(-?)(\d{1,3}(?:,\d{3})+|\d{1,16})(\.\d{1,2})?(?:美元|usd)?")
_MOST = Decimal("9999999999999999.99")


@dataclass(frozen=True)
class Read:
    """The values of a column, where its cells could not be read, and how those that were not plain were read."""

    values: Any
    bad: Any
    readings: tuple[tuple[str, str], ...] = ()


def read(cells: Any, field: Field, scale: int = 0) -> Read:
    """What do these cells hold, texts or texts by number? A blank one is null, and so is one that cannot be read.

    Amounts are times ten to the power of `scale`.
    """
    if field.type == MONEY:
        return _scaled(cells, scale) if scale else _amounts(cells)
    if not pa.types.is_dictionary(cells.type):
        trimmed = pc.utf8_trim_whitespace(cells)
        return Read(pc.if_else(pc.equal(trimmed, ""), None, trimmed), pc.is_null(pc.is_valid(cells)))
    texts = cells.dictionary.to_pylist()
    how = _READERS.get(field.name) or (_day if field.name == "signed_on" else _month)
    values = [how(text, field.name) if text.strip() else None for text in texts]
    bad = [value is None and bool(text.strip()) for value, text in zip(values, texts, strict=True)]
    found = pa.array(values, pa.string() if field.type == pa.string() else field.type)
    at = cells.indices
    unread = (
        pc.fill_null(pa.array(bad, pa.bool_()).take(at), False) if any(bad) else pc.is_null(pc.is_valid(at))
    )
    said = ((text, _said(value)) for text, value in zip(texts, values, strict=True) if value is not None)
    return Read(
        found.take(at), unread, tuple((text, value) for text, value in said if not _is_plain(text, value))
    )


def _is_plain(text: str, value: str) -> bool:
    return text.strip().lower() in (
        value.lower(),
        value.removesuffix("-01"),
        {"true": "1", "false": "0"}.get(value),
    )


def _said(value: Value) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return value.isoformat() if isinstance(value, date) else str(value)


def _code(text: str, column: str) -> str:
    """A code as it is spelled; what is none stays as it stands, for the rule of its column."""
    found = spellings(column).get(plain(text))
    return text.strip() if found is None else str(found)


def _flag(text: str, column: str) -> bool | None:
    found = spellings(column).get(plain(text))
    return found if isinstance(found, bool) else None


def _id(text: str, _column: str) -> str:
    return text.strip()


_READERS: dict[str, Callable[[str, str], Value]] = {
    "enterprise_id": _id,
    "business_type": _code,
    "sector": _code,
    "client_area": _code,
    "district": _code,
    "offshore": _flag,
}


def _day(text: str, _column: str = "") -> date | None:
    return _date(text, _DAYS)


def _month(text: str, _column: str = "") -> date | None:
    return _date(text, (*_MONTHS, *_DAYS))


def _date(text: str, forms: tuple[re.Pattern[str], ...]) -> date | None:
    """Which day does a text name in one of these forms? None where it is none of the calendar's.

    >>> [_month(text) for text in ("2021年8月", "2021/8/1", "2021-13", "2021.8")]
    [datetime.date(2021, 8, 1), datetime.date(2021, 8, 1), None, None]
    """
    folded = unicodedata.normalize("NFKC", text).strip().casefold()
    for form in forms:
        if found := form.fullmatch(folded):
            parts = found.groupdict()
            try:
                return date(int(parts["y"]), int(parts["m"]), int(parts.get("d") or 1))
            except ValueError:
                return None
    return None


def _amounts(cells: Any) -> Read:
    """Dollars and cents, as decimals from end to end; thousands may be set off by commas."""
    formed = pc.match_substring_regex(cells, _AMOUNT)
    odd = pc.indices_nonzero(pc.fill_null(pc.invert(formed), False))
    nothing = pa.scalar(None, pa.string())
    if not len(odd):
        return Read(cells.cast(MONEY), pc.is_null(pc.is_valid(cells)))
    texts = cells.take(odd).to_pylist()
    values = [_amount(text) for text in texts]
    mask = pc.fill_null(pc.invert(formed), False)
    amounts = pc.if_else(mask, nothing, cells).cast(MONEY)
    amounts = pc.replace_with_mask(amounts, mask, pa.array(values, MONEY))
    bad = pa.array([value is None and bool(text.strip()) for value, text in zip(values, texts, strict=True)])
    unread = pc.replace_with_mask(pc.is_null(pc.is_valid(cells)), mask, bad)
    read_as = {text: f"{value}" for text, value in zip(texts, values, strict=True) if value is not None}
    return Read(amounts, unread, tuple(read_as.items()))


def _scaled(cells: Any, scale: int) -> Read:
    bare = pc.replace_substring(pc.utf8_trim_whitespace(cells), ",", "")
    blank = pc.equal(bare, "")
    grouped = pc.match_substring_regex(
        cells, r"^\s*-?([0-9]{1,3}(,[0-9]{3})+|[0-9]{1,12})(\.[0-9]{1,6})?\s*$"
    )
    narrow = pa.decimal128(24, 2 + scale)
    dollars = pc.multiply(
        pc.if_else(grouped, bare, pa.scalar(None, pa.string())).cast(narrow), pa.scalar(Decimal(10**scale))
    )
    return Read(dollars.cast(MONEY), pc.fill_null(pc.and_(pc.invert(grouped), pc.invert(blank)), False))


def _amount(text: str) -> Decimal | None:
    """Which amount does a text name that is not plain digits?

    >>> [_amount(text) for text in ("1,200.50", " 12 ", "￥12", "12,1", "1.005")]
    [Decimal('1200.50'), Decimal('12'), None, None, None]
    """
    found = _GROUPED.fullmatch(unicodedata.normalize("NFKC", text).strip().casefold())
    if not found:
        return None
    value = Decimal(f"{found[1]}{found[2].replace(',', '')}{found[3] or ''}")
    return value if abs(value) <= _MOST else None
