"""The sentence that opens the page on enterprises."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from lib.facts.errors import DatasetUnavailable
from lib.facts.record import Record
from lib.words.answers.enterprises import answer
from lib.words.speak import Words
from tests.facts.altered import with_copy

COUNT = "cn-cq.services_trade_enterprises.total.2021-09-13_2021-09-13"


def test_the_answer_keeps_nearly_and_says_that_cities_count_differently(record: Record, zh: Words) -> None:
    assert answer(record, zh) == (
        "截至2021年9月，重庆有服务贸易企业近1800家；百度、阿里巴巴、腾讯陆续落户重庆。各地统计口径不同，不宜直接比较。"
    )


def test_the_answer_says_the_same_in_english(record: Record, en: Words) -> None:
    said = answer(record, en)
    assert "Chongqing had nearly 1,800 service-trade enterprises" in said
    assert said.endswith("Cities count differently, so their numbers are not like for like.")


def test_without_the_dataset_there_is_an_error_and_no_sentence(record: Record, words: Words) -> None:
    fault = DatasetUnavailable(file="enterprises.parquet", problem="missing")
    with pytest.raises(DatasetUnavailable):
        answer(replace(record, faults={"enterprises": fault}), words)


def test_who_has_settled_keeps_its_own_period_beside_a_newer_count(
    record: Record, zh: Words, en: Words
) -> None:
    day = date(2025, 12, 31)
    newer = {"value": 2100.0, "lower": 2050.0, "upper": 2100.0, "period_start": day, "period_end": day}
    later = with_copy(record, "enterprises", COUNT, **newer)
    assert answer(later, zh).startswith(
        "截至2025年12月，重庆有服务贸易企业近2100家。截至2021年9月，百度、阿里巴巴、腾讯陆续落户重庆。"
    )
    assert "As of September 2021, Baidu, Alibaba and Tencent have successively settled" in answer(later, en)
