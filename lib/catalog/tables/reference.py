"""The columns of the tables that list the codes of observations."""

from __future__ import annotations

from lib.catalog.codes import ACCESS, DATASETS, DIMENSIONS, READ_IN, REGIONS, UNITS, YES_NO
from lib.catalog.column import DATE, Column, Table
from lib.catalog.message import Both

_NAME_EN = Column("name_en", "Name in English.", "英文名称。")
_NAME_ZH = Column("name_zh", "Name in Chinese.", "中文名称。")

SOURCES = Table(
    name="sources",
    file="sources.csv",
    key="source_id",
    en="One text that was read.",
    zh="一篇读过的文本。",
    columns=(
        Column(
            "source_id",
            "Stable name of the text.",
            "文本的固定名称。",
            pattern=r"[a-z0-9-]+",
            form=Both("small letters, digits and - only", "仅限小写字母、数字和“-”"),
        ),
        Column("publisher_en", "Who published it, in English.", "发布方（英文）。"),
        Column(
            "publisher_zh",
            "Who published it, in Chinese; blank where no Chinese name is sure.",
            "发布方（中文），无可靠中文名时留空。",
            blank=True,
        ),
        Column(
            "title", "Headline as printed; blank where it was not seen.", "原标题，未见到时留空。", blank=True
        ),
        Column("language", "Language of the text that was read.", "所读文本的语言。", codes=READ_IN),
        Column(
            "published",
            "Day of publication; blank where it is not known.",
            "发布日期，不详时留空。",
            DATE,
            blank=True,
        ),
        Column(
            "url",
            "Address at which it was read.",
            "阅读网址。",
            blank=True,
            pattern=r"https?://\S+",
            form=Both("an address that starts with http:// or https://", "以http://或https://开头的网址"),
        ),
        Column(
            "access",
            "How the text was read; a copy is never linked.",
            "阅读方式，转载不作链接。",
            codes=ACCESS,
        ),
        Column("note", "What is peculiar about the text.", "关于文本的说明（英文）。", blank=True),
    ),
)

INDICATORS = Table(
    name="indicators",
    file="indicators.csv",
    key="indicator",
    en="One thing that is measured.",
    zh="一个统计指标。",
    columns=(
        Column(
            "indicator",
            "Code of the indicator.",
            "指标代码。",
            pattern=r"[a-z0-9_]+",
            form=Both("small letters, digits and _ only", "仅限小写字母、数字和“_”"),
        ),
        Column("dataset", "The dataset that holds it.", "所属数据集。", codes=DATASETS),
        _NAME_EN,
        _NAME_ZH,
        Column("definition_en", "What is counted, in English.", "指标定义（英文）。"),
        Column("definition_zh", "What is counted, in Chinese.", "指标定义（中文）。"),
        Column("unit", "Units in which it is printed.", "公布单位。", codes=UNITS, separator=";"),
        Column(
            "additive",
            "May separate periods or parts be added up?",
            "互不重叠的时期或部分能否相加。",
            codes=YES_NO,
        ),
    ),
)

AREAS = Table(
    name="areas",
    file="areas.csv",
    key="ref_area",
    en="One area or group of economies.",
    zh="一个地区或经济体组。",
    columns=(
        Column(
            "ref_area",
            "ISO 3166-2 for provinces, GB/T 2260 for cities, own codes for groups.",
            "省级用ISO 3166-2，市级用GB/T 2260，组别用自定代码。",
            pattern=r"[A-Z0-9-]+",
            form=Both("capital letters, digits and - only", "仅限大写字母、数字和“-”"),
        ),
        _NAME_EN,
        _NAME_ZH,
        Column(
            "parent",
            "The area that it is part of; blank for the world.",
            "上级地区，世界为空。",
            blank=True,
            refers="areas",
        ),
        Column("region", "Part of China.", "中国的区域。", blank=True, codes=REGIONS),
    ),
)

CATEGORIES = Table(
    name="categories",
    file="categories.csv",
    key="category",
    en="One part of a whole, or one group that is ranked.",
    zh="一个细分类别或排名范围。",
    columns=(
        Column(
            "category",
            "Code of the category.",
            "类别代码。",
            pattern=r"[a-z0-9_]+",
            form=Both("small letters, digits and _ only", "仅限小写字母、数字和“_”"),
        ),
        Column("dimension", "How the whole is divided.", "划分方式。", codes=DIMENSIONS),
        _NAME_EN,
        _NAME_ZH,
        Column("parent", "The category that it is part of.", "上级类别。", blank=True, refers="categories"),
    ),
)

BASES = Table(
    name="bases",
    file="bases.csv",
    key="basis",
    en="One statistical scope; figures of two bases are never joined, added or compared by a rate.",
    zh="一个统计口径，不同口径的数字不可连接、相加或比较增速。",
    columns=(
        Column(
            "basis",
            "Code of the scope.",
            "口径代码。",
            pattern=r"[a-z0-9_]+",
            form=Both("small letters, digits and _ only", "仅限小写字母、数字和“_”"),
        ),
        _NAME_EN,
        _NAME_ZH,
        Column(
            "scope_en",
            "What is inside, as far as the sources say, in English.",
            "包含范围（英文，以来源说明为限）。",
        ),
        Column(
            "scope_zh",
            "What is inside, as far as the sources say, in Chinese.",
            "包含范围（中文，以来源说明为限）。",
        ),
    ),
)
