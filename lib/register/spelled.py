"""Codes as offices type them: in Chinese or English, in any width and case, each read in one way only."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from lib.register.codes import BUSINESS_TYPES, SECTORS, area_names, client_areas
from lib.register.districts import DISTRICT_NAMES, short_name

_TYPES = {
    "ito": ("信息技术外包", "信息技术外包服务", "information technology outsourcing"),
    "bpo": ("业务流程外包", "业务流程外包服务", "business process outsourcing"),
    "kpo": ("知识流程外包", "知识流程外包服务", "knowledge process outsourcing"),
}
_SECTORS = {
    "bonded_rd_design": ("保税研发设计", "保税研发", "bonded r&d and design"),
    "digital_trade": ("数字贸易", "digital trade"),
    "finance": ("金融", "finance"),
    "information_technology": ("信息技术", "information technology"),
    "inspection_maintenance": ("检测维修", "inspection and maintenance"),
    "financial_outsourcing": ("金融外包", "financial outsourcing"),
    "industrial_design": ("工业设计", "工业设计外包", "industrial design outsourcing"),
    "other_services": ("其他服务", "其他", "other services"),
    "pharma_biotech_rd": (
        "医药和生物技术研发外包",
        "医药和生物技术研发",
        "pharmaceutical and biotechnology r&d outsourcing",
    ),
    "telecom_computer_information": (
        "电信、计算机和信息服务",
        "电信计算机和信息服务",
        "telecommunications, computer and information services",
    ),
    "transport": ("运输", "运输服务", "transport services"),
    "travel": ("旅行", "旅行服务", "travel services"),
}
_AREAS = {
    "CN": ("中国大陆", "中国内地", "中国境内"),
    "HK": ("香港", "香港特别行政区", "中国香港特别行政区"),
    "MO": ("澳门", "澳门特别行政区", "中国澳门特别行政区"),
    "TW": ("台湾", "台湾地区", "台湾省", "中国台湾省"),
    "US": ("usa", "united states of america"),
    "GB": ("uk",),
    "AE": ("阿联酋",),
}
_YES = ("true", "1", "是", "离岸")
_NO = ("false", "0", "否", "在岸")


def plain(text: str) -> str:
    """What of a text counts? Neither width nor case nor the blanks around and between Chinese signs.

    >>> plain(" ＩＴＯ（信息技术 外包） ")
    'ito(信息技术外包)'
    """
    folded = unicodedata.normalize("NFKC", text).casefold().strip()
    words = " ".join(folded.split())
    return words if words.isascii() else words.replace(" ", "")


@cache
def spellings(column: str) -> Mapping[str, object]:
    """Which code does each spelling stand for, in a column of codes? What stands for two is left out.

    >>> [spellings(column)[typed] for column, typed in (("business_type", "信息技术外包"), ("client_area", "中国香港"))]
    ['ito', 'HK']
    >>> spellings("district")["渝北"], spellings("offshore")["否"]
    ('500112', False)
    """
    found: dict[str, object] = {}
    doubtful = set()
    for typed, code in _typed(column):
        if found.setdefault(plain(typed), code) != code:
            doubtful.add(plain(typed))
    return {typed: code for typed, code in found.items() if typed not in doubtful}


def _typed(column: str) -> Iterator[tuple[str, object]]:
    match column:
        case "business_type":
            yield from _each((code, (code, *names)) for code, names in _TYPES.items())
            for code, names in _TYPES.items():
                yield from ((f"{name}({code})", code) for name in names)
                yield from ((f"{code}({name})", code) for name in names)
            assert set(_TYPES) == set(BUSINESS_TYPES)
        case "sector":
            yield from _each((code, (code, *_SECTORS[code])) for code in SECTORS)
        case "client_area":
            named = ((code, area_names(code).values()) for code in client_areas())
            yield from _each((code, (code, *names, *_AREAS.get(code, ()))) for code, names in named)
        case "district":
            for code, (zh, en) in DISTRICT_NAMES.items():
                yield from _each([(code, (code, zh, short_name(zh), f"重庆市{zh}", en))])
        case _:
            yield from ((typed, True) for typed in _YES)
            yield from ((typed, False) for typed in _NO)


def _each(named: Iterable[tuple[str, Iterable[str]]]) -> Iterator[tuple[str, str]]:
    for code, names in named:
        for name in names:
            yield name, code
