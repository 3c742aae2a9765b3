"""The columns that people fill in: those of the record, and fewer where the rest can be worked out."""

from __future__ import annotations

from collections.abc import Mapping

from lib.catalog.column import Column
from lib.catalog.message import Both
from lib.catalog.schema import TABLES

REMARK = "#"
"""Heads a column that is not read; a row with # at the start of its remark is passed over whole."""

PERIOD = Column(
    "period",
    "Which months the figure covers, or on which day it stood, as the source says it.",
    "数字所指的时期或时点，照来源的写法。",
    form=Both(*["2021年1-8月, 2021年上半年, 2021-08, 2021, Jan–Aug 2021, 2020年末"] * 2),
)

WORKED_OUT: Mapping[str, tuple[str, str]] = {
    "unit_mult": ("blank where value says it (12.1亿)", "数值已写明（12.1亿）时可留空"),
    "unit": ("blank where value says it (12.1亿美元)", "数值已写明（12.1亿美元）时可留空"),
    "qualifier": (
        "blank where value says it (近1800家), or for exact",
        "数值已写明（近1800家）或为原数时可留空",
    ),
    "growth_qualifier": ("blank where growth says it, or for exact", "同比变动已写明或为原数时可留空"),
    "release": ("blank for the newest edition", "留空即最新版本"),
    "observation_id": ("blank: spelled from the codes of the row", "可留空，由本行代码生成"),
}
"""What a row may leave blank though the record has it, and when."""

TYPED_AS = {
    "value": "12.1, 12.1亿美元, 近1800家, 超50%, USD 1.21bn, nearly 1,800",
    "growth": "78.7, 78.7%, 同比增长78.7%, 下降3.1%",
}
"""How people may type a figure."""

FORM_SHEETS = ("observations", "sources", "releases")


def form_columns(table: str) -> tuple[Column, ...]:
    """Which columns has the form of a table, in the order in which a person fills them in?

    >>> [column.name for column in form_columns("observations")][:6]
    ['indicator', 'ref_area', 'counterpart', 'category', 'period', 'value']
    """
    columns = TABLES[table].typed_by_hand
    if table != "observations":
        return columns
    key, *rest = columns
    start = next(number for number, column in enumerate(rest) if column.name == "period_start")
    return (*rest[:start], PERIOD, *rest[start + 2 :], key)


def form_allows(table: str, column: Column) -> tuple[str, str]:
    """What may be typed in a column of the form, in English and in Chinese?"""
    english, chinese = WORKED_OUT.get(column.name, ("", "")) if table == "observations" else ("", "")
    typed, zh = _typed_as(column)
    if column.blank and not english:
        english, chinese = "may be blank", "可留空"
    return (f"{typed}; {english}", f"{zh}；{chinese}") if english else (typed, zh)


def _typed_as(column: Column) -> tuple[str, str]:
    if column.name in TYPED_AS:
        return TYPED_AS[column.name], TYPED_AS[column.name]
    if column.refers:
        return "a code from the list", "从下拉列表选择代码"
    if column.codes:
        listed = ", ".join(code for code in column.codes if code)
        return listed, listed
    return column.shape.en, column.shape.zh
