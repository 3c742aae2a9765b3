"""The sentence that opens the page on emerging sectors, and the table of the sectors."""

from __future__ import annotations

from lib.facts.record import Record
from lib.words.answers.emerging_sectors import answer, sector_head, sector_rows
from lib.words.speak import Words
from tests.facts.test_emerging import CONSTRUCTED, with_mix, with_share


def test_the_answer_is_yes_with_the_share_and_what_is_not_published(
    record: Record, zh: Words, en: Words
) -> None:
    assert answer(record, zh) == (
        "占比已过半：2021年1—8月，金融、信息技术、数字贸易、保税研发设计、检测维修等新兴领域占全市服务贸易比重超过50%；"
        "确切比重和分领域占比未见公布。"
    )
    assert answer(record, en) == (
        "More than half: in January–August 2021 emerging sectors such as finance, information technology, "
        "digital trade, bonded R&D and design, inspection and maintenance made up over 50% of Chongqing's "
        "services trade; neither the exact share nor a split by sector was found."
    )


def test_a_constructed_share_below_one_half_is_no(record: Record, zh: Words, en: Words) -> None:
    changed = with_share(record, value=48.0, lower=47.95, upper=48.05, qualifier="exact", decimals=1)
    assert answer(changed, zh).startswith("占比未过半：")
    assert answer(changed, zh).endswith("比重48.0%；分领域占比未见公布。")
    assert answer(changed, en).startswith("Less than half: ")


def test_a_constructed_share_on_the_line_cannot_be_told(record: Record, zh: Words, en: Words) -> None:
    changed = with_share(record, value=50.0, lower=49.95, upper=50.05, qualifier="exact", decimals=1)
    assert answer(changed, zh).startswith("是否过半尚无法判断：")
    assert answer(changed, en).startswith("Whether it is more than half cannot be told: ")


def test_with_a_constructed_split_only_the_exact_share_is_missing(
    record: Record, zh: Words, en: Words
) -> None:
    changed = with_mix(record, CONSTRUCTED)
    assert answer(changed, zh).endswith("；确切比重未见公布。")
    assert answer(changed, en).endswith("; the exact share was not found.")


def test_with_all_published_nothing_is_said_to_be_missing(record: Record, zh: Words) -> None:
    exact = with_share(record, value=53.4, lower=53.35, upper=53.45, qualifier="exact", decimals=1)
    assert answer(with_mix(exact, CONSTRUCTED), zh).endswith("比重53.4%。")


def test_the_table_says_not_published_and_never_zero(record: Record, zh: Words, en: Words) -> None:
    assert sector_head(zh) == ["新兴领域", "占服务贸易比重"]
    assert sector_rows(record, zh) == [
        ["金融", "未公布"],
        ["信息技术", "未公布"],
        ["数字贸易", "未公布"],
        ["保税研发设计", "未公布"],
        ["检测维修", "未公布"],
        ["新兴领域（含原文未列举的）", "超50%"],
    ]
    assert sector_rows(record, en)[-1] == ["Emerging sectors, others included", "over 50%"]
