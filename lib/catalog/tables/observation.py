"""The columns of an observation: one printed figure."""

from __future__ import annotations

from lib.catalog.codes import CONFIDENCES, KINDS, MULTIPLIERS, QUALIFIERS, STATUSES, UNITS
from lib.catalog.column import DATE, INTEGER, NUMBER, Column, Table
from lib.catalog.message import Both

OBSERVATIONS = Table(
    name="observations",
    file="observations.csv",
    key="observation_id",
    en="One figure as a named source printed it.",
    zh="一个署名来源公布的一个数字。",
    typed=True,
    columns=(
        Column(
            "observation_id",
            "Stable name: area, indicator, category, counterpart if not the world, months; then, where two "
            "rows would share it, currency, kind or source.",
            "固定名称：地区、指标、分类、对方（非世界时）、月份；若会重名，再加货币、性质或来源。",
            pattern=r"[a-z0-9_.-]+",
            form=Both("small letters, digits and . _ - only", "仅限小写字母、数字和“.”“_”“-”"),
        ),
        Column("indicator", "What is measured.", "统计指标。", refers="indicators"),
        Column("ref_area", "The area that the figure is about.", "数字所指地区。", refers="areas"),
        Column(
            "counterpart",
            "Trade or outsourcing with whom; WLD is everyone.",
            "贸易或发包对方，WLD为全世界。",
            refers="areas",
        ),
        Column(
            "category",
            "The part of the whole, or the group that is ranked.",
            "细分类别或排名范围。",
            refers="categories",
        ),
        Column(
            "period_start",
            "First day of the first month; a point in time repeats its date.",
            "首月第一天；时点数起止同日。",
            DATE,
        ),
        Column("period_end", "Last day of the last month.", "末月最后一天。", DATE),
        Column(
            "value",
            "The digits as printed, in unit times ten to the unit_mult.",
            "按原文的数字，单位为 unit 乘以10的 unit_mult 次方。",
            NUMBER,
        ),
        Column("unit_mult", "Power of ten of the value.", "数值的10的幂。", INTEGER, codes=MULTIPLIERS),
        Column("unit", "Unit of the value.", "数值单位。", codes=UNITS),
        Column("lower", "Least that the figure can stand for.", "该数可能代表的最小值。", NUMBER, built=True),
        Column(
            "upper",
            "Most that the figure can stand for; inf if open.",
            "该数可能代表的最大值，无上限为 inf。",
            NUMBER,
            built=True,
        ),
        Column("decimals", "Decimals printed.", "印出的小数位数。", INTEGER, built=True),
        Column("qualifier", "The source's word before the figure.", "来源在数字前的用词。", codes=QUALIFIERS),
        Column(
            "growth",
            "Printed change on the same period a year earlier, in per cent.",
            "原文同比变动（%）。",
            NUMBER,
            blank=True,
        ),
        Column(
            "growth_lower",
            "Least that the growth can stand for.",
            "同比变动可能的最小值。",
            NUMBER,
            blank=True,
            built=True,
        ),
        Column(
            "growth_upper",
            "Most that the growth can stand for.",
            "同比变动可能的最大值。",
            NUMBER,
            blank=True,
            built=True,
        ),
        Column(
            "growth_decimals",
            "Decimals printed of the growth; 0 where there is none.",
            "同比变动的小数位数，无同比时为0。",
            INTEGER,
            built=True,
        ),
        Column(
            "growth_qualifier",
            "The source's word before the growth.",
            "来源在同比变动前的用词。",
            blank=True,
            codes=QUALIFIERS,
        ),
        Column("kind", "Outcome, target or estimate.", "实绩、目标或预计。", codes=KINDS),
        Column(
            "basis",
            "Statistical scope; rows of different basis are never joined.",
            "统计口径，不同口径不可连接。",
            refers="bases",
        ),
        Column("obs_status", "Status after SDMX.", "SDMX 观测状态。", codes=STATUSES, built=True),
        Column("source_id", "The text that prints the figure.", "公布该数的文本。", refers="sources"),
        Column("confidence", "How sure the reading is.", "可信程度。", codes=CONFIDENCES),
        Column("note_en", "What a reader must know, in English.", "读者须知（英文）。", blank=True),
        Column("note_zh", "What a reader must know, in Chinese.", "读者须知（中文）。", blank=True),
        Column(
            "release",
            "The edition of the record that the row came in with; a figure printed again with another value "
            "is a new row, not an edit.",
            "该行首次收录的数据版本；同一数字再次公布而数值不同的，另立一行，不改旧行。",
            refers="releases",
        ),
    ),
)
