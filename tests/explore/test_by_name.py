"""A choice is a chart like any other: in a briefing of any format, under an address that reopens it, by its name."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from pptx import Presentation

from lib.briefing.__main__ import DONE, WRONG_CALL, main
from lib.briefing.content import briefing
from lib.briefing.docx_brief import brief
from lib.briefing.order import Order, RefusedOrder
from lib.briefing.pptx_deck import deck
from lib.briefing.xlsx_book import book
from lib.explore.by_name import asked_of, id_of, name_of, settled
from lib.explore.offered import parse
from lib.explore.starts import STARTS
from lib.facts.record import Record
from lib.words.speak import Words
from tests.explore.choosing import choices

CITIES = "explore?indicator=offshore_outsourcing_executed&area=CN-CQ,510100&span=year&currency=USD"
SAID = {
    "zh": "2020年，离岸服务外包执行额：重庆市22.8亿美元、成都市22.9亿美元",
    "en": "Offshore service outsourcing, executed value in 2020: Chongqing USD 2.28bn and Chengdu USD 2.29bn",
}


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_name_makes_the_choice_that_it_was_made_of(shipped: Record, data: st.DataObject) -> None:
    choice = parse(data.draw(choices(shipped)), shipped).choice
    name = name_of(choice)
    assert "," not in name
    assert parse(asked_of(name), shipped).choice == choice
    assert settled(name, shipped) == name
    assert id_of(choice).replace("_", "").isalnum()


def test_it_stands_in_every_document_under_its_sentence_with_its_address(
    record: Record, words: Words
) -> None:
    order = Order(words.lang, ("growth_base", CITIES), base="http://dashboard")
    found = briefing(order, record)
    sheet = found.exhibits[1]
    assert sheet.card.title == SAID[words.lang]
    assert sheet.link == (
        f"http://dashboard/explore?lang={words.lang}&indicator=offshore_outsourcing_executed"
        "&area=CN-CQ,510100&span=year&currency=USD"
    )
    slide = Presentation(io.BytesIO(deck(found))).slides
    (drawn,) = (one for one in slide if one.shapes.title and one.shapes.title.text == SAID[words.lang])
    beside = [link.target_part.partname for link in drawn.part.rels.values() if not link.is_external]
    assert any(place.startswith("/ppt/charts/") for place in beside)
    page = load_workbook(io.BytesIO(book(found))).worksheets[1]
    assert page["A1"].value == SAID[words.lang]
    assert page["A4"].hyperlink.target == sheet.link
    assert page._charts
    texts = [line.text for line in Document(io.BytesIO(brief(found, {}))).paragraphs]
    assert any(SAID[words.lang] in text for text in texts)
    assert sum(words("site.nav.explore") in text for text in texts) == 1


PART = r" \(\d of \d\)$|（\d／\d）$"
"""What stands after the title of a chart of many panels, which goes over several slides."""


def test_every_question_to_start_from_goes_into_a_deck(shipped: Record, words: Words) -> None:
    names = tuple(name_of(parse(asked, shipped).choice) for asked in STARTS.values())
    found = briefing(Order(words.lang, names), shipped)
    assert found.left == ()
    assert len({sheet.card.name for sheet in found.exhibits}) == len(STARTS)
    titles = [
        re.sub(PART, "", slide.shapes.title.text)
        for slide in Presentation(io.BytesIO(deck(found))).slides
        if slide.shapes.title
    ]
    assert {sheet.card.title for sheet in found.exhibits} <= set(titles)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("explore?indicator=nothing", "outsourcing_executed"),
        ("explore?indicator=offshore_outsourcing_executed&area=Chengdu", "510100"),
        ("explore?year=2020", "indicator"),
    ],
)
def test_what_there_is_none_of_is_refused_with_what_there_is(record: Record, name: str, told: str) -> None:
    with pytest.raises(RefusedOrder, match=told):
        briefing(Order("en", (name,)), record)


def test_the_command_takes_it_by_its_choices(
    first: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call = ["--lang", "zh", "--data", str(first), "--to", str(tmp_path), "--chart", CITIES]
    assert main([*call, "--format", "xlsx", "--format", "json"]) == DONE
    files = sorted(path.suffix for path in tmp_path.iterdir())
    assert files == [".json", ".xlsx"]
    assert SAID["zh"] in next(tmp_path.glob("*.json")).read_text("utf-8")
    assert main([*call[:-1], "explore?area=nowhere", "--format", "pptx"]) == WRONG_CALL
    assert "510100" in capsys.readouterr().err
