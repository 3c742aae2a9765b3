"""The closed lists of codes, each with what it means."""

from __future__ import annotations

from collections.abc import Mapping

from lib.catalog.message import Codes
from lib.facts.derive import AMOUNTS

QUALIFIERS: Codes = {
    "exact": ("as printed", "原数"),
    "about": ("about, around", "约"),
    "nearly": ("nearly, close to", "近"),
    "over": ("over, more than", "超过"),
    "under": ("under, less than", "不足"),
}

KINDS: Codes = {
    "outcome": ("what happened", "实绩"),
    "target": ("a goal that was set", "目标"),
    "estimate": ("what was expected", "预计"),
}

CONFIDENCES: Codes = {
    "high": ("read in a text of the publisher, and consistent", "读自发布方文本且前后一致"),
    "medium": ("read on a copy, or with a question left open", "读自转载或尚有疑问"),
    "low": ("second-hand or unclear: not for headline charts", "二手或不清楚，不用于主要图表"),
}

STATUSES: Codes = {
    "A": ("normal", "正常"),
    "P": ("provisional", "初步数"),
    "E": ("estimate", "估计"),
    "F": ("target or forecast", "目标或预测"),
    "B": ("break in series before this point", "此处之前序列中断"),
    "M": ("missing", "缺失"),
}

UNITS: Codes = {
    "USD": ("US dollars", "美元"),
    "CNY": ("yuan", "人民币元"),
    "PERCENT": ("per cent", "百分比"),
    "PERCENTAGE_POINT": ("percentage points", "百分点"),
    "RANK": ("position, 1 is first", "位次，1为第一"),
    "MULTIPLE": ("times", "倍"),
    "CNY_PER_USD": ("yuan per US dollar", "人民币元/美元"),
    "PERSONS": ("persons", "人"),
    "ENTERPRISES": ("enterprises", "家企业"),
    "BASES": ("training bases", "个基地"),
    "MARKETS": ("source markets", "个发包市场"),
    "PARKS": ("parks", "个园区"),
    "ZONES": ("zones", "个示范区"),
}

CURRENCIES = AMOUNTS
"""Of amounts, as they are printed and as they are shown: the first unless a reader asks for another."""
COUNTED_UNITS = ("PERSONS", "ENTERPRISES", "BASES", "MARKETS", "PARKS", "ZONES", "RANK")
RATE_UNITS = ("PERCENT", "PERCENTAGE_POINT", "RANK", "MULTIPLE", "CNY_PER_USD")

MULTIPLIERS: Codes = {
    "0": ("units", "个"),
    "3": ("thousands", "千"),
    "4": ("ten thousands", "万"),
    "6": ("millions", "百万"),
    "8": ("hundred millions", "亿"),
    "9": ("billions", "十亿"),
    "12": ("trillions", "万亿"),
}

ACCESS: Codes = {
    "original": ("read at its publisher", "读自发布方"),
    "translation": ("read in translation", "读自译文"),
    "dataset": ("read in a data file", "读自数据文件"),
    "copy": ("read on a site that carries another publisher's text", "读自转载"),
    "own": ("worked out from the analyst's own register", "由分析人员自有台账汇总"),
}
ORIGINS: Codes = {
    "local": ("local data", "本地数据"),
    "synthetic": ("SYNTHETIC data", "模拟数据"),
}
LINKED_ACCESS = ("original", "translation", "dataset")

READ_IN: Codes = {
    "zh": ("Chinese", "中文"),
    "en": ("English", "英文"),
    "ja": ("Japanese", "日文"),
    "ru": ("Russian", "俄文"),
    "it": ("Italian", "意大利文"),
    "ur": ("Urdu", "乌尔都文"),
    "ko": ("Korean", "韩文"),
    "sw": ("Swahili", "斯瓦希里文"),
}

REGIONS: Codes = {
    "east": ("eastern China", "东部"),
    "central": ("central China", "中部"),
    "west": ("western China", "西部"),
}

DIMENSIONS: Codes = {
    "total": ("not broken down", "不细分"),
    "outsourcing_type": ("type of outsourcing", "服务外包类型"),
    "outsourcing_feature": ("feature of outsourcing", "服务外包特征"),
    "sector": ("sector", "领域"),
    "rank_scope": ("group that is ranked", "排名范围"),
    "city_group": ("group of cities", "城市组"),
    "park_level": ("level of parks", "园区级别"),
    "training_focus": ("focus of training", "培训方向"),
}

CONFLICT_KINDS: Codes = {
    "contradiction": ("two sources cannot both be right", "来源之间矛盾"),
    "break_in_series": ("a series changed its scope or was revised", "序列中断或修订"),
    "scope": ("figures measure different things", "口径不同"),
    "misprint": ("a page prints it wrongly", "原文误印"),
    "rounding": ("the last printed digit differs", "末位取整不同"),
}

TOPICS: Codes = {
    "talent": ("talent and training", "人才与培训"),
    "enterprises": ("enterprises", "企业"),
}

DATASETS: Codes = {
    "trade_volume": ("volume of services trade", "服务贸易规模"),
    "outsourcing": ("service outsourcing", "服务外包"),
    "emerging_sectors": ("emerging sectors", "新兴领域"),
    "enterprises": ("enterprises", "企业"),
    "talent": ("talent and training", "人才与培训"),
    "context": ("national, peer and world context", "全国、同类地区与世界背景"),
    "exchange_rates": ("exchange rates", "汇率"),
}

YES_NO: Codes = {"yes": ("yes", "是"), "no": ("no", "否")}

YUAN_PER_UNIT: Mapping[str, float] = {"USD": 7.0, "CNY": 1.0}
"""Round rate that puts both currencies on one scale, for checks of magnitude only; it is never shown."""
