"""The sentence that opens the page on enterprises."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lib.facts.errors import DatasetUnavailable
from lib.facts.record import Record
from lib.words.answers.enterprises import answer
from lib.words.speak import Words


def test_the_answer_keeps_nearly_and_says_that_cities_count_differently(record: Record, zh: Words) -> None:
    assert answer(record, zh) == (
        "截至2021年9月，重庆服务贸易企业近1800家，百度、阿里、腾讯等企业已落户；各地统计口径不同，不宜直接比较。"
    )


def test_the_answer_says_the_same_in_english(record: Record, en: Words) -> None:
    said = answer(record, en)
    assert "Chongqing had nearly 1,800 service-trade enterprises" in said
    assert "with Baidu, Alibaba and Tencent among those that settled" in said
    assert said.endswith("cities count differently, so their numbers are not like for like.")


def test_without_the_dataset_there_is_an_error_and_no_sentence(record: Record, words: Words) -> None:
    fault = DatasetUnavailable(file="enterprises.parquet", problem="missing")
    with pytest.raises(DatasetUnavailable):
        answer(replace(record, faults={"enterprises": fault}), words)
