"""The columns of the lists that pages show as they are."""

from __future__ import annotations

from lib.catalog.codes import CONFLICT_KINDS, TOPICS
from lib.catalog.column import DATE, Column, Table
from lib.catalog.message import Both

TALENT_BASES = Table(
    name="talent_bases",
    file="talent_bases.csv",
    key="base_id",
    en="One of the nine training bases.",
    zh="九个培训基地之一。",
    columns=(
        Column(
            "base_id",
            "Code of the base.",
            "基地代码。",
            pattern=r"base-[0-9]+",
            form=Both("base- and a number", "“base-”后接数字"),
        ),
        Column("name_en", "Name as the translation prints it.", "译文所印名称。"),
        Column(
            "name_zh",
            "Name in Chinese; blank as long as it was not seen.",
            "中文名称，未见到时留空。",
            blank=True,
        ),
        Column("focus", "What is trained there.", "培训方向。", refers="categories"),
        Column("area", "District or zone, where its name says so.", "名称所含的区或新区。", blank=True),
        Column("source_id", "The text that names it.", "列出该基地的文本。", refers="sources"),
    ),
)

EMERGING_LIST = Table(
    name="emerging_list",
    file="emerging_sectors.csv",
    key="category",
    en="One of the emerging sectors that the source names as examples; no shares were printed.",
    zh="来源举例列出的新兴领域之一，未公布占比。",
    columns=(
        Column("category", "Code of the sector.", "领域代码。", refers="categories"),
        Column("name_en", "Name in English.", "英文名称。"),
        Column("name_zh", "Name in Chinese, our own translation.", "中文名称，本站译名。"),
        Column("source_id", "The text that names it.", "列出该领域的文本。", refers="sources"),
    ),
)

STATEMENTS = Table(
    name="statements",
    file="statements.csv",
    key="statement_id",
    en="One thing that a source says without a figure of its own.",
    zh="来源所述而不含统计数字的一项内容。",
    columns=(
        Column(
            "statement_id",
            "Stable name of the statement.",
            "条目的固定名称。",
            pattern=r"[a-z0-9-]+",
            form=Both("small letters, digits and - only", "仅限小写字母、数字和“-”"),
        ),
        Column("topic", "What it is about.", "所属主题。", codes=TOPICS),
        Column("ref_area", "The area that it speaks of.", "所述地区。", refers="areas"),
        Column("period_start", "First day of the period that it speaks of.", "所述时期的首日。", DATE),
        Column("period_end", "Last day of the period that it speaks of.", "所述时期的末日。", DATE),
        Column("text_en", "What is said, as a clause in English.", "所述内容（英文）。"),
        Column("text_zh", "What is said, as a clause in Chinese.", "所述内容（中文）。"),
        Column(
            "source_words",
            "The source's own words; blank where they were noted by their sense.",
            "来源原文用语，只记录大意时留空。",
            blank=True,
        ),
        Column("source_id", "The text that says it.", "出处文本。", refers="sources"),
    ),
)

CONFLICTS = Table(
    name="conflicts",
    file="conflicts.csv",
    key="conflict_id",
    en="One known contradiction, break, misprint or rounding.",
    zh="一个已知的矛盾、中断、误印或取整。",
    columns=(
        Column(
            "conflict_id",
            "Stable name of the conflict.",
            "条目的固定名称。",
            pattern=r"[a-z0-9-]+",
            form=Both("small letters, digits and - only", "仅限小写字母、数字和“-”"),
        ),
        Column(
            "observation_ids",
            "The observations that it touches.",
            "涉及的观测。",
            refers="observations",
            separator=";",
        ),
        Column("what_en", "What does not fit, in English.", "不符之处（英文）。"),
        Column("what_zh", "What does not fit, in Chinese.", "不符之处（中文）。"),
        Column("kind", "What sort of conflict it is.", "条目性质。", codes=CONFLICT_KINDS),
    ),
)

RELEASES = Table(
    name="releases",
    file="releases.csv",
    key="release",
    en="One edition of the record.",
    zh="数据的一个版本。",
    columns=(
        Column(
            "release",
            "Number of the edition, year and month.",
            "版本号（年.月）。",
            pattern=r"[0-9]{4}\.[0-9]{2}(\.[0-9]+)?",
            form=Both("a year and a month such as 2026.11", "年份和月份，如2026.11"),
        ),
        Column("date", "Day of the edition.", "版本日期。", DATE),
        Column("note_en", "What changed, in English.", "变更说明（英文）。"),
        Column("note_zh", "What changed, in Chinese.", "变更说明（中文）。"),
    ),
)
