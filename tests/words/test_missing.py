"""What a reader is told of a figure that the record does not hold."""

from __future__ import annotations

import pytest

from lib.facts.errors import NoSuchFigure, maybe
from lib.facts.headline import headline
from lib.facts.period import Period
from lib.facts.record import CHINA, Record
from lib.words.missing import missing_text
from lib.words.speak import Words

LATER = Period.parse("2090-01_2090-12")


def test_a_missing_figure_is_named_with_area_and_period(record: Record, zh: Words, en: Words) -> None:
    with pytest.raises(NoSuchFigure) as caught:
        record.one("services_trade_total", period=LATER)
    assert missing_text(caught.value, zh) == "所查资料未载：2090年重庆市服务进出口总额。"
    assert (
        missing_text(caught.value, en)
        == "Not in the texts that were read: Services trade, imports plus exports, Chongqing, 2090."
    )


def test_part_and_kind_are_named_too(record: Record, zh: Words) -> None:
    with pytest.raises(NoSuchFigure) as caught:
        record.latest("offshore_outsourcing_executed", ref_area=CHINA, category="finance", kind="target")
    assert missing_text(caught.value, zh) == "所查资料未载：中国离岸服务外包执行额·金融目标数。"


def test_an_error_that_names_no_figure_says_so(words: Words) -> None:
    assert missing_text(NoSuchFigure("unknown"), words) == words("states.no_figure")


def test_a_companion_that_is_missing_is_none(record: Record) -> None:
    assert maybe(record.one, "services_trade_total", period=LATER) is None


def test_a_headline_keeps_its_scope(record: Record) -> None:
    assert headline(record, "services_trade_total").basis == "services_trade_cny"
    assert headline(record, "talent_training_bases", kind="target").kind == "target"
