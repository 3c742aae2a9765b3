"""The line under every answer: how new, searched until when, how many figures, from which version."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from lib.facts.errors import DatasetUnavailable
from lib.facts.record import Record
from lib.words.origins import as_of_line
from lib.words.responsible import responsible_line
from lib.words.speak import Words
from tests.facts.altered import with_copy

JAN_AUG = "cn-cq.offshore_outsourcing_executed.total.2021-01_2021-08"


def test_it_names_the_newest_period_its_day_and_the_day_of_the_search(
    record: Record, zh: Words, en: Words
) -> None:
    size = record.size
    assert as_of_line(record, zh).startswith(
        "重庆最新数据：2021年1—8月（2021年9月13日发布） · 资料检索至2026年"
    )
    assert f"共{size}条公布数据" in as_of_line(record, zh)
    assert as_of_line(record, en).startswith(
        "Newest figure on Chongqing: Jan–Aug 2021 (published 13 September 2021) · sources searched until "
    )


def test_a_later_figure_takes_its_place(record: Record, zh: Words) -> None:
    whole = {"period_start": date(2025, 1, 1), "period_end": date(2025, 12, 31)}
    later = with_copy(record, "outsourcing", JAN_AUG, **whole)
    assert as_of_line(later, zh).startswith("重庆最新数据：2025年（")


@pytest.mark.parametrize("lost", ["outsourcing", "sources", "releases"])
def test_what_cannot_be_read_is_left_out(record: Record, words: Words, lost: str) -> None:
    fault = DatasetUnavailable(file=f"{lost}.parquet", problem="missing")
    frames = {name: frame for name, frame in record.frames.items() if name != lost}
    assert record.version in as_of_line(replace(record, frames=frames, faults={lost: fault}), words)


def test_who_answers_for_the_site_is_said_where_it_is_set(zh: Words, en: Words) -> None:
    given = {"CQ_RESPONSIBLE": "市商务委 | The Commission", "CQ_CONTACT": "023-1234"}
    assert responsible_line(zh, given) == "本站负责单位：市商务委 · 咨询：023-1234"
    assert responsible_line(en, given) == "Responsible for this site: The Commission · Questions to: 023-1234"
    assert responsible_line(zh, {}) == ""
