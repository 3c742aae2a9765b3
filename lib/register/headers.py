"""Which column of a CSV is which column of the register?"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lib.catalog.fault import NO_ROW, Fault, RefusedError
from lib.catalog.files.csv_file import COMMA, sign_of
from lib.catalog.message import Message
from lib.register.schema import MONEY_COLUMNS, NAMES
from lib.register.spelled import plain

CHINESE: Mapping[str, str] = {
    "contract_id": "合同编号",
    "enterprise_id": "企业编号",
    "signed_on": "签约日期",
    "month": "月份",
    "business_type": "业务类型",
    "sector": "领域",
    "client_area": "国别",
    "district": "区县",
    "offshore": "是否离岸",
    "contract_usd": "合同额",
    "executed_usd": "执行额",
}
_IN_DOLLARS = ("", "(美元)", "(usd)", "(us$)")
_IN_TEN_THOUSANDS = "(万美元)"
_OTHER_UNITS = ("万", "亿", "千", "元", "人民币", "cny", "rmb", "million", "thousand", "eur", "jpy", "hkd")
_SHOWN = 200
_KNOWN = {plain(name): name for name in NAMES} | {
    plain(f"{zh}{unit}"): name
    for name, zh in CHINESE.items()
    for unit in ((*_IN_DOLLARS, _IN_TEN_THOUSANDS) if name in MONEY_COLUMNS else ("",))
}


@dataclass(frozen=True)
class Header:
    """What the first line of a file names: every column as it stands there, and where those of the register are.

    `sign` is what parts the cells of the file.
    """

    names: tuple[str, ...]
    places: Mapping[str, int]
    sign: str = COMMA

    def said(self, column: str) -> str:
        """How does the file call a column of the register? By our name where it has none."""
        return self.names[self.places[column]] if column in self.places else column

    def scale(self, column: str) -> int:
        """By how many powers of ten are its amounts short of dollars? 4 under 合同额（万美元）."""
        return 4 if plain(self.said(column)).endswith(_IN_TEN_THOUSANDS) else 0


def header_of(file: str, line: str, mapping: Mapping[str, str], folders: Sequence[str]) -> Header:
    """Which columns has a file, by its first line? `folders` are those that stand in the names of its folders.

    `mapping` gives the register's name for the headers of a map. Raises RefusedError for columns that are missing or
    there twice, and for an amount that says itself to be in other units than dollars.
    """
    sign = sign_of(line) or COMMA
    try:
        names = tuple(name.strip() for name in next(csv.reader([line], strict=True, delimiter=sign), []))
    except csv.Error as error:
        raise RefusedError([Fault(file, 1, "", line[:_SHOWN], Message("rollup.allowed.header"))]) from error
    own = [mapping.get(plain(name)) or _unmapped(name, mapping) for name in names]
    faults = []
    for column in NAMES:
        many = own.count(column) + (column in folders)
        if many != 1:
            found = Message("rollup.found.twice" if many else "rollup.found.no_column")
            allowed = Message("rollup.allowed.column", name=column, chinese=CHINESE[column])
            faults.append(Fault(file, 1, column, found, allowed))
        elif column in MONEY_COLUMNS and column in own:
            unit = plain(names[own.index(column)]).removesuffix(_IN_TEN_THOUSANDS).replace("美元", "")
            if any(other in unit for other in _OTHER_UNITS):
                allowed = Message("rollup.allowed.dollars")
                faults.append(Fault(file, 1, column, names[own.index(column)], allowed))
    if faults:
        raise RefusedError(faults)
    return Header(names, {column: own.index(column) for column in NAMES if column in own}, sign)


def _unmapped(name: str, mapping: Mapping[str, str]) -> str:
    column = known_as(name)
    return "" if column in mapping.values() else column


def known_as(name: str) -> str:
    """Which column of the register does a name mean, in its own or the Chinese words? "" for none.

    >>> known_as("合同额（美元）"), known_as("Month"), known_as("备注")
    ('contract_usd', 'month', '')
    """
    return _KNOWN.get(plain(name), "")


def mapping_of(path: Path) -> Mapping[str, str]:
    """Which header stands for which column, by a map of two columns: ours and theirs, in either order?

    A first line that names no column of the register is its heading. Raises RefusedError where a line is neither.
    """
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("gb18030", errors="replace")
    rows = [[cell.strip() for cell in row] for row in csv.reader(text.splitlines())]
    lines = [(number, row) for number, row in enumerate(rows, start=1) if any(row)]
    left, right = (sum(row[side].lower() in NAMES for _, row in lines if len(row) == 2) for side in (0, 1))
    is_ours_first = left >= right
    found: dict[str, str] = {}
    faults = []
    for place, (number, row) in enumerate(lines):
        ours, theirs = (row if is_ours_first else row[::-1]) if len(row) == 2 else ("", "")
        column = known_as(ours)
        if column and theirs and found.setdefault(plain(theirs), column) == column:
            continue
        if place or column:
            allowed = Message("rollup.allowed.map_line", names=NAMES)
            faults.append(Fault(path.name, number, "", ",".join(row), allowed))
    if faults or not found:
        raise RefusedError(
            faults
            or [Fault(path.name, NO_ROW, "", Message("rollup.found.no_line"), Message("rollup.allowed.map"))]
        )
    return found
