"""The brief with charts of Word's own: each drawn from its cells, with every text, and as LibreOffice prints it."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from docx import Document
from lxml import etree
from openpyxl.utils import range_boundaries
from openxml_audit import OpenXmlValidator
from PIL import Image

from lib.briefing import asked_for
from lib.briefing.__main__ import main
from lib.briefing.content import Briefing, briefing
from lib.briefing.docx_brief import brief
from lib.briefing.order import Order
from lib.charts.tokens import LIGHT
from lib.draw.plotly import figure_of
from lib.facts.record import Record
from tests.briefing.as_typed import are_as_typed, lengths_of_bars
from tests.briefing.conftest import Whole
from tests.briefing.test_deck_drawn import lines_of, pictures, read, squeezed, to_pdf

# A bar with whiskers, a path to a goal, two scopes, parts of a whole, panels of one scale, points without bars.
CHARTS = ("growth_base", "goal_path", "usd_series", "talent_progress", "cities_offshore", "ranks")


@dataclass(frozen=True)
class Made:
    found: Briefing
    content: bytes
    parts: dict[str, bytes]

    def charts(self, paragraph: Any) -> list[Any]:
        """The parts of the charts of a paragraph, the one in the line first."""
        related = Document(io.BytesIO(self.content)).part.rels
        keys = paragraph._p.xpath(".//c:chart/@r:id")
        return [related[key].target_part for key in keys]


def made_of(found: Briefing) -> Made:
    content = brief(found, {})
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return Made(found, content, {name: archive.read(name) for name in archive.namelist()})


@pytest.fixture(scope="module", params=["zh", "en"])
def every(request: pytest.FixtureRequest, whole: Whole) -> Made:
    found = whole(request.param)
    return made_of(replace(found, order=replace(found.order, native=True)))


def figures(made: Made) -> list[Any]:
    return [one for one in Document(io.BytesIO(made.content)).paragraphs if one._p.xpath(".//c:chart")]


def related(part: Any, kind: str) -> list[Any]:
    return [relation.target_part for relation in part.rels.values() if relation.reltype.endswith(kind)]


def test_word_opens_it_without_a_repair(every: Made, tmp_path: Path) -> None:
    (tmp_path / "brief.docx").write_bytes(every.content)
    assert OpenXmlValidator().validate(tmp_path / "brief.docx").errors == []


def test_each_chart_stands_in_its_paragraph_and_no_picture_does(every: Made) -> None:
    assert not [name for name in every.parts if name.startswith("word/media/")]
    shown = figures(every)
    for sheet, figure in zip(every.found.exhibits, shown, strict=True):
        inline, *over = figure._p.xpath(".//wp:inline | .//wp:anchor")
        assert inline.tag.endswith("}inline")
        assert {one.tag.rsplit("}")[-1] for one in over} <= {"anchor"}
        assert set(figure._p.xpath(".//wp:docPr/@descr")) == {sheet.card.alt}
        wide, high = (int(inline.find("{*}extent").get(side)) for side in ("cx", "cy"))
        for one in over:  # within the room that the first keeps
            across, down = (int(place.text) for place in one.iter("{*}posOffset"))
            extent = one.find("{*}extent")
            assert 0 <= across <= across + int(extent.get("cx")) <= wide
            assert -1 <= down <= down + int(extent.get("cy")) <= high + 1
    ids = [key for figure in shown for key in figure._p.xpath(".//wp:docPr/@id")]
    assert len(ids) == len(set(ids))


def test_every_bar_is_drawn_from_a_cell_of_the_workbook_in_the_file(every: Made) -> None:
    for sheet, figure in zip(every.found.exhibits, figures(every), strict=True):
        shown: list[float] = []
        for part in every.charts(figure):
            [book] = related(part, "/package")
            page = openpyxl.load_workbook(io.BytesIO(book.blob)).active
            chart = etree.fromstring(part.blob)
            drawn = [
                one
                for one in chart.iterfind(".//{*}barChart/{*}ser")
                if one.find("{*}spPr/{*}noFill") is None
            ]
            for place in (found for one in drawn for found in one.iterfind("{*}val//{*}f")):
                left, top, right, bottom = range_boundaries(place.text.rsplit("!", 1)[1])
                rows = page.iter_rows(top, bottom, left, right, values_only=True)
                shown += [cell for row in rows for cell in row if cell is not None]
            assert sheet.source in [cell.value for cell in page["A"]]
        assert are_as_typed(sorted(shown), sorted(lengths_of_bars(sheet.card))), sheet.card.name


def test_no_text_of_a_chart_is_lost(every: Made) -> None:
    for sheet, figure in zip(every.found.exhibits, figures(every), strict=True):
        said = ""
        for part in every.charts(figure):
            for holder in (part, *related(part, "/chartUserShapes")):
                said += "".join(etree.fromstring(holder.blob).itertext())
        texts = [note.text for note in figure_of(sheet.card).layout.annotations]
        texts += [text for trace in figure_of(sheet.card).data for text in trace.text or () if text]
        letters = squeezed(said)
        for word in (word for text in texts for line in lines_of(text) for word in line.split()):
            assert word in letters, (sheet.card.name, word)


def test_a_label_that_is_a_number_under_a_format_says_what_its_cell_says(every: Made) -> None:
    found = 0
    for figure in figures(every):
        for part in every.charts(figure):
            for series in etree.fromstring(part.blob).iter("{*}ser"):
                values = series.find("{*}val//{*}numCache")
                values = series.find("{*}yVal//{*}numCache") if values is None else values
                for label in series.iterfind("{*}dLbls/{*}dLbl[{*}numFmt]"):
                    point = f"{{*}}pt[@idx='{label.find('{*}idx').get('val')}']/{{*}}v"
                    form, value = label.find("{*}numFmt").get("formatCode"), values.findtext(point)
                    assert under(form, float(value)) == series.findtext(f".//{{*}}dlblRangeCache/{point}")
                    found += 1
    assert found > 100


def test_a_label_that_no_format_says_is_the_name_of_its_series_and_keeps_its_style(every: Made) -> None:
    """So Writer shows it in bold and in its colour: "over 2,600" behind what is possible, a goal beside its line."""
    found = []
    for figure in figures(every):
        for part in every.charts(figure):
            for series in etree.fromstring(part.blob).iter("{*}ser"):
                for label in series.iterfind("{*}dLbls/{*}dLbl"):
                    if label.find("{*}showSerName").get("val") == "1":
                        at = (
                            f".//{{*}}dlblRangeCache/{{*}}pt[@idx='{label.find('{*}idx').get('val')}']/{{*}}v"
                        )
                        assert series.findtext("{*}tx//{*}v") == series.findtext(at)
                        kind = label.find(".//{*}defRPr")
                        found.append((series.findtext(at), kind.get("b")))
    over, plan = {"zh": ("超2600", "计划约100家"), "en": ("over 2,600", "plan: about 100")}[
        every.found.words.lang
    ]
    assert {text: bold for text, bold in found if text in (over, plan)} == {over: "1", plan: "0"}


def under(form: str, value: float) -> str:
    """How does a number read under such a format as a label has? `+0.0"%";−0.0"%"`, `"目标";"目标"`."""
    sections = re.findall(r'(?:"[^"]*"|[^;"])+', form)
    section = sections[1] if value < 0 and len(sections) > 1 else sections[0]

    def said(piece: re.Match[str]) -> str:
        if piece[1] is not None:
            return piece[1]
        sign, number = re.fullmatch("([+−]?)(.*)", piece[2]).groups()  # type: ignore[union-attr]
        decimals = len(number.partition(".")[2])
        return f"{sign}{abs(value):{',' if ',' in number else ''}.{decimals}f}"

    return re.sub(r'"([^"]*)"|([#,0.+−]+)', said, section)


def test_the_same_order_gives_the_same_bytes(every: Made) -> None:
    assert brief(every.found, {}) == every.content


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_libreoffice_draws_every_chart_with_its_texts(lang: str, record: Record, tmp_path: Path) -> None:
    """Six charts: of more than twenty in a document it shows all but the last ones by a picture that it squeezes."""
    made = made_of(briefing(Order(lang, CHARTS, native=True), record))
    (tmp_path / "brief.docx").write_bytes(made.content)
    to_pdf(tmp_path, "brief.docx")
    pages, _ = read(tmp_path / "brief.pdf")
    said = [squeezed("".join(word.text for word in page)) for page in pages]
    shown = pictures(tmp_path, "brief")
    for sheet in made.found.exhibits:
        page = next(place for place, text in enumerate(said) if squeezed(sheet.card.subtitle) in text)
        texts = [note.text for note in figure_of(sheet.card).layout.annotations]
        texts += [text for trace in figure_of(sheet.card).data for text in trace.text or () if text]
        for word in (word for text in texts for line in lines_of(text) for word in line.split()):
            assert word in said[page], (sheet.card.name, word)
        assert marks(shown[page]) > 20, sheet.card.name


def marks(picture: Path) -> int:
    """How many points of a picture have just the colour of a mark? A page of text has none."""
    wanted = {
        tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))
        for colour in (
            LIGHT.chongqing,
            "#A6A6A6",
            LIGHT.goal,
            LIGHT.contradiction,
        )  # others are a grey of any theme
    }
    counted = Image.open(picture).convert("RGB").getcolors(1 << 24)
    assert counted is not None
    return sum(count for count, colour in counted if colour in wanted)


def test_the_command_needs_no_browser_for_it_and_takes_it_for_documents_alone(
    tmp_path: Path, first: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(asked_for, "DATA", first)
    monkeypatch.setenv("CQ_BROWSER", "/nonexistent/chrome")
    call = ["--lang", "zh", "--chart", "growth_base", "--native", "--to", str(tmp_path)]
    assert main([*call, "--format", "pptx"]) == 2
    assert capsys.readouterr().err.strip() == "--native只用于DOCX，此次没有要求这一格式。"
    assert main([*call, "--format", "docx"]) == 0
    (file,) = tmp_path.iterdir()
    page = Document(str(file))
    assert len(page.element.xpath(".//c:chart")) == 1
    assert "本机未找到浏览器" not in "".join(one.text for one in page.paragraphs)
