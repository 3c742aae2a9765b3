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
        "是。2021年1—8月，金融、信息技术、数字贸易、保税研发设计、检测维修等新兴领域合计占重庆服务贸易比重超50%；"
        "确切比重和分项均未公布。"
    )
    assert answer(record, en) == (
        "Yes. In January–August 2021 the emerging sectors (finance, information technology, digital trade, "
        "bonded R&D and design, inspection and maintenance) together made up over 50% of Chongqing's "
        "services trade; the exact share and its split by sector are not published."
    )


def test_a_constructed_share_below_one_half_is_no(record: Record, zh: Words, en: Words) -> None:
    changed = with_share(record, value=48.0, lower=47.95, upper=48.05, qualifier="exact", decimals=1)
    assert answer(changed, zh).startswith("否。")
    assert answer(changed, zh).endswith("比重48.0%；分项未公布。")
    assert answer(changed, en).startswith("No. ")


def test_a_constructed_share_on_the_line_cannot_be_told(record: Record, zh: Words, en: Words) -> None:
    changed = with_share(record, value=50.0, lower=49.95, upper=50.05, qualifier="exact", decimals=1)
    assert answer(changed, zh).startswith("尚无法判断是否过半。")
    assert answer(changed, en).startswith("It cannot be told. ")


def test_with_a_constructed_split_only_the_exact_share_is_missing(
    record: Record, zh: Words, en: Words
) -> None:
    changed = with_mix(record, CONSTRUCTED)
    assert answer(changed, zh).endswith("；确切比重未公布。")
    assert answer(changed, en).endswith("; the exact share is not published.")


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
        ["合计", "超50%"],
    ]
    assert sector_rows(record, en)[-1] == ["Together", "over 50%"]
