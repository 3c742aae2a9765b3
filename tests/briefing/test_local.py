"""Does every file that is handed on say that more is in it than was published?"""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from lib.briefing.content import Briefing, briefing
from lib.briefing.csv_dataset import dataset_csv
from lib.briefing.datapackage import sdmx_csv
from lib.briefing.docx_brief import brief
from lib.briefing.edition.paper import paper
from lib.briefing.edition.slides import slides
from lib.briefing.order import Order
from lib.briefing.parquet_dataset import dataset_parquet
from lib.briefing.pptx_deck import deck
from lib.briefing.xlsx_book import book
from lib.catalog.load import load
from lib.draw.plotly import figure_of
from lib.facts.record import Record
from lib.words.dataset import observations
from lib.words.speak import Words
from tests.catalog.test_overlay import JAN_AUG, rewritten

MARK = {
    "zh": {"local": "本地数据", "synthetic": "模拟数据"},
    "en": {"local": "local data", "synthetic": "SYNTHETIC data"},
}
FILES = {"pptx": deck, "docx": lambda found: brief(found, {}), "xlsx": book, "slides": slides, "paper": paper}


@pytest.fixture(scope="module", params=["local", "synthetic"])
def own(
    request: pytest.FixtureRequest, first: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, Record]:
    """The first edition with another value for January–August 2021, by hand or drawn at random."""
    folder = tmp_path_factory.mktemp("own")
    about = {"synthetic": "yes"} if request.param == "synthetic" else {}
    cells = {"value": 1.35, "lower": 1.345, "upper": 1.355}
    rewritten(first / "outsourcing.parquet", folder / "outsourcing.parquet", about=about, **cells)
    return request.param, load(first, folder)


@pytest.fixture(params=["zh", "en"])
def made(request: pytest.FixtureRequest, own: tuple[str, Record]) -> tuple[str, Briefing]:
    origin, record = own
    order = Order(request.param, ("growth_base", "talent_progress"), base="http://dashboard")
    return MARK[request.param][origin], briefing(order, record)


def test_the_title_and_the_line_below_it_say_so(made):
    mark, found = made
    assert mark in found.title
    assert mark in found.as_of
    assert "2026.11+local" in found.as_of


def test_a_chart_says_so_only_where_it_rests_on_such_a_row(made):
    mark, found = made
    growth, talent = found.exhibits
    for text in (growth.card.subtitle, growth.card.alt, growth.source):
        assert text.startswith(f"{mark} · ")
    assert any(mark in note.text for note in figure_of(growth.card).layout.annotations)
    for text in (talent.card.subtitle, talent.card.alt, talent.source):
        assert mark not in text


def test_a_card_of_a_headline_figure_says_so_in_its_first_line(made):
    mark, found = made
    assert [kpi.lines[0][0] == mark for kpi in found.kpis] == [False, True, False, False, False]


@pytest.mark.parametrize("form", FILES)
def test_every_form_says_so(form, made):
    mark, found = made
    content = FILES[form](found)
    texts = _texts(content)
    # The title, the line below it, and the chart's subtitle at least.
    assert texts.count(mark) >= 3


def test_the_rows_of_a_dataset_say_so(own):
    origin, record = own
    for lang in ("zh", "en"):
        words = Words(lang)
        rows = observations(record, "outsourcing")
        for content in (dataset_csv(rows, record, words), sdmx_csv("outsourcing", record, words)):
            (line,) = [line for line in content.decode("utf-8-sig").splitlines() if JAN_AUG in line]
            assert MARK[lang][origin] in line
            assert content.decode("utf-8-sig").count(MARK[lang][origin]) == 1


def test_the_parquet_file_holds_what_is_shown_and_says_what_it_is(own, first):
    origin, record = own
    table = pq.read_table(io.BytesIO(dataset_parquet("outsourcing", record)))
    (row,) = [row for row in table.to_pylist() if row["observation_id"] == JAN_AUG]
    assert row["value"] == 1.35
    assert table.schema.metadata[b"local"] == b"yes"
    assert table.schema.metadata[b"synthetic"] == (b"yes" if origin == "synthetic" else b"no")
    published = pq.read_table(first / "outsourcing.parquet")
    assert table.schema.equals(published.schema)
    assert table.num_rows == published.num_rows


def _texts(content: bytes) -> str:
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return re.sub(r"<[^>]+>", "", content.decode("utf-8"))
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        xml = [parts.read(name).decode("utf-8") for name in parts.namelist() if name.endswith(".xml")]
    return re.sub(r"<[^>]+>", "", "\n".join(xml))
