"""The words that stand around a figure, in both languages, each with what it means."""

from __future__ import annotations

from collections.abc import Mapping

BEFORE: Mapping[str, str] = {
    **dict.fromkeys(
        ("约", "大约", "约为", "约有", "about", "around", "approximately", "approx.", "roughly"), "about"
    ),
    **dict.fromkeys(("≈", "~", "some"), "about"),
    **dict.fromkeys(("近", "接近", "将近", "nearly", "almost", "close to"), "nearly"),
    **dict.fromkeys(("超", "超过", "逾", "突破", "over", "more than", "above", ">"), "over"),
    **dict.fromkeys(("至少", "at least", "≥", ">="), "over"),
    **dict.fromkeys(
        ("不足", "不到", "低于", "少于", "under", "less than", "fewer than", "below", "<"), "under"
    ),
    **dict.fromkeys(("至多", "at most", "≤", "<="), "under"),
}
"""A word before the digits → the qualifier; 至少 has the interval of 超 to the number, and so the same word."""

WITHIN: Mapping[str, str] = {"余": "over", "多": "over"}
"""1800余家: after the digits and before the unit."""

AFTER: Mapping[str, str] = {"左右": "about", "上下": "about", "以上": "over", "以下": "under"}
"""1800家左右: after everything."""

SCALES: Mapping[str, int] = {
    "万亿": 12, "十亿": 9, "亿": 8, "百万": 6, "万": 4, "千": 3,
    "trillion": 12, "tn": 12, "billion": 9, "bn": 9, "hundred million": 8, "million": 6, "mn": 6, "m": 6,
    "thousand": 3, "k": 3,
}  # fmt: skip

CURRENCY_BEFORE: Mapping[str, str] = {
    "￥": "CNY",
    "USD": "USD",
    "US$": "USD",
    "美元": "USD",
    "CNY": "CNY",
    "RMB": "CNY",
    "人民币": "CNY",
}

UNITS: Mapping[str, str] = {
    **dict.fromkeys(("美元", "美金", "USD", "US dollars", "US dollar"), "USD"),
    **dict.fromkeys(("元", "人民币", "人民币元", "元人民币", "yuan", "CNY", "RMB"), "CNY"),
    **dict.fromkeys(("%", "per cent", "percent"), "PERCENT"),
    **dict.fromkeys(
        ("个百分点", "百分点", "percentage points", "percentage point", "points"), "PERCENTAGE_POINT"
    ),
    **dict.fromkeys(("倍", "times"), "MULTIPLE"),
    **dict.fromkeys(("元/美元", "CNY/USD", "yuan per US dollar"), "CNY_PER_USD"),
    **dict.fromkeys(("人", "persons", "people"), "PERSONS"),
    **dict.fromkeys(("家", "家企业", "户企业", "enterprises"), "ENTERPRISES"),
    **dict.fromkeys(("个基地", "个培训基地", "bases", "training bases"), "BASES"),
    **dict.fromkeys(("个市场", "个发包市场", "markets", "source markets"), "MARKETS"),
    **dict.fromkeys(("个园区", "parks"), "PARKS"),
    **dict.fromkeys(("个示范区", "zones"), "ZONES"),
    "个": "",
}
"""What is counted or paid; 个 counts anything, so the unit stays open."""

AMBIGUOUS: Mapping[str, str] = {
    "兆": "mega",
    "¥": "yen",
    "‰": "per_mille",
}
"""What may not be guessed → the message that says why."""

OTHER_MONEY = (
    "港元",
    "欧元",
    "日元",
    "英镑",
    "韩元",
    "台币",
    "新元",
    "澳元",
    "€",
    "£",
    "EUR",
    "JPY",
    "HKD",
    "GBP",
)
