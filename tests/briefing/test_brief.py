"""Is the brief one page, in the bulletin's order, with every figure sourced, as LibreOffice prints it?"""

from __future__ import annotations

import io
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
from docx import Document
from PIL import Image

from lib.briefing.content import Briefing, briefing
from lib.briefing.docx_brief import brief, pictured, sections
from lib.briefing.order import Order
from lib.facts.record import Record
from lib.words.speak import Words

CHARTS = ("goal_path", "growth_base")
HEADS = {
    "zh": ["一、总体规模", "二、业务结构", "三、国际市场", "四、区域比较", "五、市场主体", "六、人才培养"],
    "en": ["Overall scale.", "Structure.", "Markets.", "Regions.", "Enterprises.", "Talent."],
}
FIGURES = {
    "zh": ["675.3亿元", "12.1亿美元", "同比增长78.7%", "超50%", "近1800家", "9个", "约10个", "超过3000人"],
    "en": ["CNY 67.53bn", "USD 1.21bn", "up 78.7%", "over 50%", "nearly 1,800", "about 10", "over 3,000"],
}


@dataclass(frozen=True)
class Made:
    found: Briefing
    content: bytes
    pages: list[str]


def picture() -> bytes:
    """A stand-in for what the browser draws, of its size."""
    out = io.BytesIO()
    Image.new("RGB", (1920, 1080), "#14568F").save(out, "PNG")
    return out.getvalue()


@pytest.fixture(scope="module", params=["zh", "en"])
def made(request: pytest.FixtureRequest, record: Record, tmp_path_factory: pytest.TempPathFactory) -> Made:
    found = briefing(Order(request.param, CHARTS), record)
    content = brief(found, dict.fromkeys(CHARTS, picture()))
    folder = tmp_path_factory.mktemp("brief")
    (folder / "brief.docx").write_bytes(content)
    command = ["soffice", "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
    subprocess.run(
        [*command, "--convert-to", "pdf", "--outdir", str(folder), str(folder / "brief.docx")],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return Made(found, content, text_of(folder / "brief.pdf"))


def text_of(file: Path) -> list[str]:
    said = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, text=True, check=True).stdout
    return said.split("\f")[:-1]


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_it_is_a_page_or_two(made: Made) -> None:
    assert len(made.pages) <= 2


def test_sections_stand_in_the_order_of_the_bulletins(made: Made) -> None:
    text, lang = squeezed("".join(made.pages)), made.found.words.lang
    places = [text.index(squeezed(head)) for head in HEADS[lang]]
    assert places == sorted(places)


def test_every_headline_figure_is_there_with_its_qualifier(made: Made) -> None:
    text = squeezed("".join(made.pages))
    for figure in FIGURES[made.found.words.lang]:
        assert squeezed(figure) in text


def test_every_figure_of_the_table_has_a_source_below(made: Made) -> None:
    page = Document(io.BytesIO(made.content))
    (table,) = page.tables
    marks = [
        run.text for row in table.rows[1:] for run in row.cells[1].paragraphs[0].runs if run.font.superscript
    ]
    assert len(table.rows) == 9  # the heads, and eight figures: total, rank, executed, growth, share, …
    assert len(marks) >= 8
    notes = "".join(paragraph.text for paragraph in page.paragraphs)
    assert all(f"{mark} " in notes for mark in marks)


def test_chinese_sets_the_east_asian_typeface(made: Made) -> None:
    page = Document(io.BytesIO(made.content))
    for paragraph in page.paragraphs:
        for run in paragraph.runs:
            if run.text:
                assert run._element.xpath("./w:rPr/w:rFonts/@w:eastAsia")[0] in ("黑体", "仿宋")


def test_both_charts_are_pictures_that_can_be_heard(made: Made) -> None:
    page = Document(io.BytesIO(made.content))
    told = [shape._inline.docPr.get("descr") for shape in page.inline_shapes]
    assert told == [sheet.card.alt for sheet in made.found.sheets]


def test_the_file_says_its_version_and_address(made: Made) -> None:
    known = Document(io.BytesIO(made.content)).core_properties
    assert (known.title, known.version) == (made.found.title, "2026.11")
    assert known.identifier == f"http://localhost:8501/?lang={made.found.words.lang}"


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


def test_of_many_charts_those_of_the_overview_are_shown(record: Record) -> None:
    many = briefing(Order("zh", ("ranks", "goal_path", "usd_series", "growth_base")), record)
    assert pictured(many) == ("goal_path", "growth_base")
    assert pictured(many.only(["ranks", "usd_series"])) == ("ranks", "usd_series")


def test_a_section_that_nothing_is_published_for_is_left_out(record: Record, zh: Words) -> None:
    rows = record.frames["outsourcing"]
    frames = {**record.frames, "outsourcing": rows[~rows["category"].isin(["belt_and_road", "asean"])]}
    frames["outsourcing"] = frames["outsourcing"][frames["outsourcing"]["counterpart"] == "WLD"]
    left = [name for name, _ in sections(Record(frames, {}, record.version, record.as_of), zh)]
    assert "markets" not in left
    assert "structure" in left
