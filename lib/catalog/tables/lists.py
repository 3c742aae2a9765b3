"""The columns of the lists that pages show as they are."""

from __future__ import annotations

from lib.catalog.codes import CONFLICT_KINDS
from lib.catalog.column import DATE, Column, Table

TALENT_BASES = Table(
    name="talent_bases",
    file="talent_bases.csv",
    key="base_id",
    en="One of the nine training bases.",
    zh="九个培训基地之一。",
    columns=(
        Column(
            "base_id", "Code of the base.", "基地代码。", pattern=r"base-[0-9]+", form="base- and a number"
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
    en="One of the five emerging sectors that the source names; no shares were printed.",
    zh="来源列出的五个新兴领域之一，未公布占比。",
    columns=(
        Column("category", "Code of the sector.", "领域代码。", refers="categories"),
        Column("name_en", "Name in English.", "英文名称。"),
        Column("name_zh", "Name in Chinese.", "中文名称。"),
        Column("source_id", "The text that names it.", "列出该领域的文本。", refers="sources"),
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
            form="small letters, digits and - only",
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
            form="a year and a month such as 2026.11",
        ),
        Column("date", "Day of the edition.", "版本日期。", DATE),
        Column("note_en", "What changed, in English.", "变更说明（英文）。"),
        Column("note_zh", "What changed, in Chinese.", "变更说明（中文）。"),
    ),
)
