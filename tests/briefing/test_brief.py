"""Has the brief the form of official documents, and does it hold what was chosen, as LibreOffice prints it?"""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from docx import Document
from docx.shared import Mm, Pt
from openxml_audit import OpenXmlValidator
from PIL import Image

from lib.briefing.browser.plots import plots
from lib.briefing.content import Briefing, briefing
from lib.briefing.docx_brief import brief
from lib.briefing.head import Head
from lib.briefing.official.references import References
from lib.briefing.order import Order
from lib.charts.card import Look
from lib.facts.record import Record
from tests.office import converted

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CHARTS = ("ranks", "growth_base", "contract_executed", "talent_progress")
HEADS = {
    "zh": ["一、城市比较", "二、服务外包", "三、人才基地", "附：主要指标", "附：资料来源", "说明"],
    "en": ["1. Comparison", "2. Outsourcing", "3. Talent", "Annex: headline figures", "Annex: sources"],
}
FIGURES = {
    "zh": ["675.3亿元", "12.1亿美元", "同比增长78.7%", "超50%", "近1800家", "9个", "约10个"],
    "en": ["CNY 67.53bn", "USD 1.21bn", "up 78.7%", "over 50%", "nearly 1,800", "about 10"],
}
MM = 72 / 25.4


@dataclass(frozen=True)
class Word:
    """A piece of text on a page of the PDF, in points from its upper left corner."""

    page: int
    text: str
    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True)
class Made:
    found: Briefing
    content: bytes
    words: list[Word]
    text: str
    sheets: int


def picture(tall: int = 500) -> bytes:
    """A stand-in for what the browser draws."""
    out = io.BytesIO()
    Image.new("RGB", (1000, tall), "#14568F").save(out, "PNG")
    return out.getvalue()


def printed(content: bytes, folder: Path) -> Path:
    """What LibreOffice makes of a DOCX file: a PDF."""
    (folder / "brief.docx").write_bytes(content)
    converted("pdf", folder / "brief.docx", into=folder)
    return folder / "brief.pdf"


def words_of(file: Path) -> list[Word]:
    said = subprocess.run(["pdftotext", "-bbox", file, "-"], capture_output=True, text=True, check=True)
    pages = ElementTree.fromstring(said.stdout).iter("{http://www.w3.org/1999/xhtml}page")
    return [
        Word(
            number, word.text or "", *(float(word.attrib[side]) for side in ("xMin", "xMax", "yMin", "yMax"))
        )
        for number, page in enumerate(pages, start=1)
        for word in page
    ]


@pytest.fixture(scope="module", params=["zh", "en"])
def made(request: pytest.FixtureRequest, record: Record, tmp_path_factory: pytest.TempPathFactory) -> Made:
    found = briefing(Order(request.param, CHARTS), record)
    content = brief(found, dict.fromkeys(CHARTS, picture()))
    file = printed(content, tmp_path_factory.mktemp("brief"))
    words = words_of(file)
    text = subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True, check=True).stdout
    return Made(found, content, words, squeezed(text), max(word.page for word in words))


def squeezed(text: str) -> str:
    return "".join(text.split())


def part(content: bytes, name: str) -> ElementTree.Element:
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        return ElementTree.fromstring(parts.read(f"word/{name}.xml"))


def styles(content: bytes) -> Mapping[str, ElementTree.Element]:
    found = part(content, "styles").iter(f"{W}style")
    return {style.find(f"{W}name").get(f"{W}val"): style for style in found}  # type: ignore[union-attr]


def at(style: ElementTree.Element, path: str, name: str) -> str | None:
    element = style.find("/".join(f"{W}{step}" for step in path.split("/")))
    return None if element is None else element.get(f"{W}{name}")


def test_the_sheet_is_that_of_the_standard(record: Record) -> None:
    sheet = Document(io.BytesIO(brief(briefing(Order("zh", CHARTS), record), {}))).sections[0]
    margins = (sheet.top_margin, sheet.bottom_margin, sheet.left_margin, sheet.right_margin)
    assert [round(side.mm) for side in margins] == [37, 35, 28, 26]
    assert (round(sheet.page_width.mm), round(sheet.page_height.mm)) == (210, 297)


@pytest.mark.parametrize(
    ("name", "face", "points", "pitch", "first_line"),
    [
        ("Title", "方正小标宋简体", 22, None, None),
        ("heading 1", "黑体", 16, 28, 2),
        ("heading 2", "楷体_GB2312", 16, 28, 2),
        ("Body Text", "仿宋_GB2312", 16, 28, 2),
    ],
)
def test_styles_are_those_of_the_standard(
    name: str, face: str, points: int, pitch: int | None, first_line: int | None, record: Record
) -> None:
    style = styles(brief(briefing(Order("zh", CHARTS), record), {}))[name]
    assert at(style, "rPr/rFonts", "eastAsia") == face
    assert at(style, "rPr/rFonts", "ascii") == at(style, "rPr/rFonts", "hAnsi") == "Times New Roman"
    assert at(style, "rPr/sz", "val") == str(points * 2)
    assert at(style, "pPr/spacing", "lineRule") == "exact"
    if pitch:
        assert at(style, "pPr/spacing", "line") == str(pitch * 20)
        assert at(style, "pPr/ind", "firstLineChars") == f"{first_line}00"
    else:
        assert at(style, "pPr/jc", "val") == "center"


def test_each_typeface_has_names_to_fall_back_on_and_the_languages_are_set(made: Made) -> None:
    fonts = {font.get(f"{W}name"): at(font, "altName", "val") for font in part(made.content, "fontTable")}
    assert "仿宋" in (fonts["仿宋_GB2312"] or "").split(",")
    assert "华文中宋" in (fonts["方正小标宋简体"] or "").split(",")
    spoken = next(part(made.content, "styles").iter(f"{W}lang"))
    assert spoken.get(f"{W}eastAsia") == "zh-CN"
    assert spoken.get(f"{W}val") == {"zh": "en-US", "en": "en-GB"}[made.found.words.lang]


def test_a_line_is_28_points_below_the_one_before(made: Made) -> None:
    """Twenty-two lines of 28 pt stand on a page of 225 mm."""
    if made.found.words.lang == "en":
        assert made.sheets <= 5
        return
    first = [word for word in made.words if word.page == 1 and 15 < word.bottom - word.top < 40]
    tops = sorted({round(word.top, 1) for word in first if word.left > 28 * MM - 2})
    steps = [round(after - before, 1) for before, after in pairwise(tops)]
    assert steps.count(28.0) >= 8


def test_pages_are_numbered_outside(made: Made) -> None:
    for number in range(1, made.sheets + 1):
        below = (297 - {"zh": 35, "en": 22}[made.found.words.lang]) * MM
        foot = [word for word in made.words if word.page == number and word.top > below]
        text = "".join(word.text for word in foot)
        if made.found.words.lang == "en":
            assert text == str(number)
            continue
        assert text == f"—{number}—"
        assert (min(word.left for word in foot) > 105 * MM) == (number % 2 == 1)


def test_headings_stand_in_the_order_of_the_charts_and_can_be_navigated(made: Made) -> None:
    lang = made.found.words.lang
    heads = [each for each in Document(io.BytesIO(made.content)).paragraphs if "Heading" in each.style.name]
    assert [each.text for each in heads if each.style.name == "Heading 1"][: len(HEADS[lang])] == HEADS[lang]
    below = [each.text for each in heads if each.style.name == "Heading 2"]
    said = [sheet.card.title for sheet in made.found.exhibits]
    numbered = {"zh": ("（一）", "（二）"), "en": ("(1) ", "(2) ")}[lang]
    assert below == [said[0], numbered[0] + said[1], numbered[1] + said[2], said[3]]
    places = [made.text.index(squeezed(head)) for head in HEADS[lang][:5]]
    assert places == sorted(places)


def test_each_chart_has_its_sentence_picture_and_source(made: Made) -> None:
    body = Document(io.BytesIO(made.content)).paragraphs
    for sheet in made.found.exhibits:
        begin = next(place for place, one in enumerate(body) if one.text.endswith(sheet.card.title))
        texts = [one.text for one in body[begin:]]
        drawn = next(one for one in body[begin:] if one._p.xpath(".//wp:docPr"))
        assert drawn._p.xpath(".//wp:docPr/@descr") == [sheet.card.alt]
        under = next(text for text in texts if text.startswith(sheet.source))
        assert re.fullmatch(r"( \[\d+\]([—–]\[\d+\])?)+", under.removeprefix(sheet.source))
        assert texts.index(sheet.card.subtitle) < texts.index(under)


def test_every_headline_figure_is_there_with_its_qualifier(made: Made) -> None:
    for figure in FIGURES[made.found.words.lang]:
        assert squeezed(figure) in made.text


def test_every_mark_leads_to_a_source_of_the_list(made: Made) -> None:
    page = Document(io.BytesIO(made.content))
    (table,) = page.tables
    assert len(table.rows) == 9  # the heads, and eight figures: total, rank, executed, growth, share, …
    listed = [one for one in page.paragraphs if one.style.name == "List Number"]
    assert [one.text.startswith(source.line) for one, source in zip(listed, made.found.sources, strict=True)]
    marks = [run.text for row in table.rows[1:] for run in row.cells[1].paragraphs[0].runs[1:]]
    assert len(marks) >= 8
    assert {int(mark.strip("[]")) for mark in marks} <= set(range(1, len(listed) + 1))
    margin = {"zh": 28, "en": 25}[made.found.words.lang] * MM
    counted = [word.text for word in made.words if word.text.startswith("[") and abs(word.left - margin) < 2]
    assert counted[-len(listed) :] == [
        f"[{number}]" for number in range(1, len(listed) + 1)
    ]  # LibreOffice counts as Word does


def test_nothing_but_what_was_chosen_is_there_and_of_the_period_chosen(record: Record) -> None:
    look = Look(period="2021-01_2021-06")
    found = briefing(Order("zh", ("growth_base",), look=look, title="上半年专报"), record)
    page = Document(io.BytesIO(brief(found, dict.fromkeys(("growth_base", "goal_path"), picture()))))
    texts = [paragraph.text for paragraph in page.paragraphs]
    assert texts[0] == "上半年专报"
    assert "2021年上半年离岸服务外包执行额同比增长44.89%" in "".join(texts)
    assert len(page.inline_shapes) == 1
    heads = [one.text for one in page.paragraphs if one.style.name == "Heading 1"]
    assert heads == ["服务外包", "附：主要指标", "附：资料来源", "说明"]  # what stands alone is not counted
    under = texts[texts.index("服务外包") + 1]
    assert "2021年上半年" in under  # and no sentence of January–August between


def test_a_drawing_is_as_wide_as_the_text_and_what_stands_around_it_is_text(record: Record) -> None:
    found = briefing(Order("zh", ("growth_base", "ranks")), record)
    drawn = plots(found)
    page = Document(io.BytesIO(brief(found, drawn)))
    for shape in page.inline_shapes:
        assert abs(shape.width - Mm(156)) < Pt(1)
    for name, content in drawn.items():
        with Image.open(io.BytesIO(content)) as image:
            assert abs(image.width - 180 / 25.4 * 96 * 3) <= 3, name
            assert image.width > image.height
            assert len(image.convert("RGB").getcolors(maxcolors=1 << 24)) > 50


def test_a_drawing_that_is_higher_than_a_page_is_made_smaller_as_a_whole(record: Record) -> None:
    found = briefing(Order("zh", ("growth_base",)), record)
    page = Document(io.BytesIO(brief(found, {"growth_base": picture(3000)})))
    (shape,) = page.inline_shapes
    assert (round(shape.height.mm), round(shape.width.mm)) == (180, 60)


def test_sources_that_follow_each_other_are_named_from_the_first_to_the_last(record: Record) -> None:
    found = briefing(Order("zh", ("enterprise_counts", "ranks")), record)
    references, sources = References(found), found.sources
    assert len(sources) >= 6
    assert references.of([sources[place] for place in (5, 0, 1, 2, 4)]) == ["[1]—[3]", "[5]", "[6]"]


def test_the_file_says_its_version_and_address(made: Made) -> None:
    known = Document(io.BytesIO(made.content)).core_properties
    assert (known.title, known.version) == (made.found.title, "2026.11")
    assert known.identifier == f"http://localhost:8501/?lang={made.found.words.lang}"


def test_word_opens_it_without_a_repair(made: Made, record: Record, tmp_path: Path) -> None:
    head = Head(
        unit="市商务委", number="第十二期", day="2026-11-29", closing="送：各区县。", logo=picture(900)
    )
    with_head = briefing(Order(made.found.words.lang, CHARTS, head=head), record)
    for name, content in (("plain", made.content), ("headed", brief(with_head, {}))):
        (tmp_path / f"{name}.docx").write_bytes(content)
        assert OpenXmlValidator().validate(tmp_path / f"{name}.docx").errors == []


def test_two_briefs_are_the_same_bytes(made: Made) -> None:
    assert brief(made.found, dict.fromkeys(CHARTS, picture())) == made.content


def test_without_a_browser_the_place_of_the_pictures_says_so(made: Made) -> None:
    page = Document(io.BytesIO(brief(made.found, {})))
    assert not page.inline_shapes
    texts = [paragraph.text for paragraph in page.paragraphs]
    assert {
        "zh": "本机未找到浏览器，图片从略；图表可用PPTX或XLSX格式导出。",
        "en": "The charts are left out: no browser was found on this machine to draw them. "
        "PPTX and XLSX hold them all the same.",
    }[made.found.words.lang] in texts
