"""Does the audit notice what it is there for? A number written by hand, a text that is not true, a digit too many."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lib.charts.card import Look
from lib.charts.registry import CHARTS
from lib.facts.fact import Fact
from lib.facts.outsourcing_periods import growth_in
from lib.facts.period import Period
from lib.facts.record import Record
from lib.words import speak
from lib.words.messages import text_of
from lib.words.speak import Words
from tests.audit.account import loose_numbers, not_built
from tests.audit.blocks import blocks
from tests.audit.built import Text
from tests.audit.marks import Saying, bare, pieces, recording
from tests.audit.quotes import without_quotations
from tests.audit.sayings import too_many_digits, wrong


@pytest.fixture
def base(record: Record) -> Fact:
    """The base of January–August 2020: 0.677, between 0.674 and 0.680, in USD bn."""
    return growth_in(record, "").base


def test_a_number_written_into_a_message_is_noticed(
    record: Record, words: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw, key = CHARTS["goal_path"], "goal.unseen"
    with recording():
        title = draw(record, words, Look()).title
    assert loose_numbers(title) == []
    monkeypatch.setattr(
        speak, "text_of", lambda name, lang: text_of(name, lang) + (" 1800" if name == key else "")
    )
    with recording():
        title = draw(record, words, Look()).title
    assert loose_numbers(title) == ["1800"]


def test_a_number_written_into_a_label_is_noticed(base: Fact, zh: Words) -> None:
    with recording():
        assert loose_numbers(f"{zh.number(base)} +78.7%") == ["78.7"]
        assert loose_numbers(f"共{base.decimals}条，第２位，10⁹，③") == [str(base.decimals), "２", "10⁹", "③"]


def test_marks_take_nothing_from_what_is_said(record: Record, words: Words) -> None:
    draw = CHARTS["growth_base"]
    plain = draw(record, words, Look())
    with recording():
        marked = draw(record, words, Look())
    assert marked.title != plain.title
    assert [bare(text) for text in (marked.title, marked.alt, *marked.notes)] == [
        plain.title,
        plain.alt,
        *plain.notes,
    ]
    assert draw(record, words, Look()).title == plain.title


def test_what_stands_in_two_marks_belongs_to_the_inner(base: Fact, en: Words) -> None:
    with recording() as ledger:
        inner = ledger.mark("input", base, "0.677")
        said = pieces(ledger.mark("formula", base, f"{inner} × 100"))
    assert [(piece.text, ledger.sayings[piece.said].kind) for piece in said if piece.said is not None] == [
        ("0.677", "input"),
        (" × 100", "formula"),
    ]


def test_only_a_whole_quotation_is_taken_out() -> None:
    title = "重慶離岸服務外包合同額上半年同比增長68.7%"
    assert "68.7" not in without_quotations(f"《{title}》")
    assert "68.7" in without_quotations(f"《{title[1:]}》")
    assert "2021-09-13" not in without_quotations("China News Service, 2021-09-13 (translation)")
    assert "2021-09-12" in without_quotations("China News Service, 2021-09-12 (translation)")


@pytest.mark.parametrize(
    ("kind", "text", "unit"),
    [
        ("figure", "6.9", "亿美元"),
        ("figure", "0.68", "亿美元"),
        ("figure", "−6.8", "亿美元"),
        ("bounds", "6.74—6.81", ""),
        ("input", "6.78", ""),
        ("period", "2021年1—8月", ""),
    ],
)
def test_a_text_that_is_not_true_is_noticed(base: Fact, kind: str, text: str, unit: str) -> None:
    assert wrong(Saying(kind, base.period if kind == "period" else base, text, unit))


@pytest.mark.parametrize(
    ("kind", "text", "unit"),
    [
        ("figure", "6.8", "亿美元"),
        ("figure", "0.68", "bn"),
        ("bounds", "6.74—6.80", ""),
        ("input", "0.677", ""),
        ("period", "2020年1—8月", ""),
    ],
)
def test_a_true_text_passes(base: Fact, kind: str, text: str, unit: str) -> None:
    assert wrong(Saying(kind, base.period if kind == "period" else base, text, unit)) == ""


def test_years_counts_and_constants_are_held_to_what_they_are() -> None:
    assert wrong(Saying("year", 2021, "2021")) == ""
    assert wrong(Saying("year", 2021, "2012"))
    assert wrong(Saying("year", 1850, "1850"))
    assert wrong(Saying("count", 548, "548")) == ""
    assert wrong(Saying("count", 548, "584"))
    assert wrong(Saying("constant", 50.0, "50")) == ""
    assert wrong(Saying("constant", 60.0, "60"))
    assert wrong(Saying("period", Period.parse("2021-01_2021-08"), "Jan–Aug 2020"))


def test_a_digit_too_many_is_noticed(base: Fact) -> None:
    # 0.677 ± 0.003: half the width is one unit of the second decimal at most, not of the third.
    assert too_many_digits(Saying("figure", base, "0.68", "bn")) == ""
    finer = replace(base, decimals=3)
    assert "last digit of 1e+06" in too_many_digits(Saying("figure", finer, "0.677", "bn"))


def test_another_text_in_the_same_container_does_not_excuse_one() -> None:
    texts = [Text("kpi_a", "text", "9"), Text("kpi_b", "text", "第2位")]
    seen = {"scope": "kpi_b", "kind": "text", "where": "div.kpi-line", "text": "第9位"}
    (fault,) = not_built([seen], texts, "overview zh")
    assert fault.startswith("9 is not accounted for in overview zh, kpi_b div.kpi-line (text): “第9位”")
    assert not_built([seen | {"text": "第 2 位"}], texts, "overview zh") == []


def test_html_is_read_block_by_block() -> None:
    markup = "<style>p{width:9px}</style><div><h2>a &amp; b</h2><div>超50<small> %</small></div>1<br>2</div>"
    assert blocks(markup) == ["a & b", "超50 %", "12"]
