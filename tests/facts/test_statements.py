"""What sources state without a figure: from the frozen first edition."""

from dataclasses import replace

import pytest

from lib.facts.errors import DatasetUnavailable, NoSuchFigure
from lib.facts.statements import stated, statement
from lib.words.statements import statement_lines, statement_sources


def test_statements_of_a_topic_stand_in_the_order_of_the_record(record):
    assert [one.statement_id for one in stated(record, "talent")] == [
        "first-batch", "training-began", "training-fields", "training-system", "training-model",
    ]  # fmt: skip
    assert stated(record, "weather") == ()


def test_a_statement_has_its_period_and_its_source(record):
    began = statement(record, "training-began")
    assert (began.period.code, began.source_id) == ("2021-07_2021-07", "cns-2021-09-13")
    with pytest.raises(NoSuchFigure, match="unknown statement"):
        statement(record, "training-ended")


def test_the_sources_words_stand_beside_the_sentence(record, zh, en):
    assert statement_lines("enterprises", record, zh) == (
        "百度、阿里巴巴、腾讯陆续落户重庆（原文：“have successively settled”）。",
    )
    assert statement_lines("enterprises", record, en) == (
        "Baidu, Alibaba and Tencent have successively settled in Chongqing "
        '(in the source\'s words: "have successively settled").',
    )
    assert [found.source_id for found in statement_sources("talent", record, en)] == ["cns-2021-09-13"]


def test_a_list_that_cannot_be_read_says_so(record):
    fault = DatasetUnavailable(file="data/statements.parquet", problem="missing")
    frames = {name: frame for name, frame in record.frames.items() if name != "statements"}
    with pytest.raises(DatasetUnavailable):
        stated(replace(record, frames=frames, faults={"statements": fault}), "talent")
