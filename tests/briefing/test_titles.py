"""Whatever a title says, it says it as text: every figure beside it stays, and every program opens the file."""

from __future__ import annotations

import html
import io
import re
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.etree import ElementTree

import pytest
from docx import Document
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from markupsafe import escape
from pptx import Presentation

from lib.briefing.browser.drawn import pdf, pictures
from lib.briefing.content import Briefing, briefing
from lib.briefing.docx_brief import brief
from lib.briefing.edition.paper import css_text, paper
from lib.briefing.edition.slides import slides
from lib.briefing.file_name import MOST_BYTES, stem
from lib.briefing.make import PAPERS, bundled, file_stem
from lib.briefing.order import MOST_TITLE_SIGNS, Order, RefusedOrder, titles
from lib.briefing.pptx_deck import deck
from lib.charts.card import Look
from lib.charts.registry import CHARTS
from lib.facts.period import Period
from lib.facts.record import Record
from lib.site.pages import EDITION
from lib.words.messages import LANGUAGES
from lib.words.plain import plain
from lib.words.speak import Words

STEERING = "\x00\x0b\x0c\r\n\x1b\x7f\x85"
STEERING += "\u2028\u202a\u202e\u2066\u2069\u200b\u200f\u061c\ufeff\ufffe\uffff\ud800\U0001fffe"
STYLED = '\r\f";}} .kpi::after{content:"999亿元"} @page{@bottom-left{content:"'
HOSTILE = (
    "".join(f"{sign}简报" for sign in STEERING),
    STYLED,
    "</title></style><b>&amp;\\22 \\d \\",
    "👩‍🔬 \u202e8.21\u202c",
)
KEPT = "简报"
TITLES = st.text(
    st.one_of(st.sampled_from(STEERING + "\"'\\<>&;{}()@ 简报e\u0301"), st.characters()), max_size=40
)


def asked(title: str, record: Record, lang: str = "zh") -> Briefing:
    return briefing(Order(lang, ("growth_base",), title=title), record)


def test_no_two_charts_say_the_same(record: Record, shipped: Record, words: Words) -> None:
    """A list of charts, and whoever looks for one in a file by its title, could not tell them apart."""
    for edition in (record, shipped):
        said = list(titles(edition, words, Look()).values())
        assert len(said) > 30
        assert len(set(said)) == len(said)


@given(TITLES)
def test_what_is_left_of_a_title_stands_on_one_line_and_steers_nothing(title):
    left = plain(title)
    assert plain(left) == left
    assert not set(left) & set(STEERING)
    assert left == " ".join(left.split())
    left.encode()  # no half of a sign
    markup = "<a>" + left.replace("&", "&amp;").replace("<", "&lt;") + "</a>"
    assert (ElementTree.fromstring(markup).text or "") == left


@given(
    st.text(st.characters(categories=("L", "M", "N", "P", "S", "Zs"), exclude_characters="\xa0"), max_size=40)
)
def test_what_can_be_seen_is_kept(title):
    assert plain(title).split() == title.split()


@given(TITLES)
def test_a_text_in_css_is_letters_and_numbers_of_signs_and_ends_where_it_ends(title):
    written = css_text(title)
    assert re.fullmatch(r'"(?:[^\W_]| |\\[0-9a-f]{1,6} )*"', written)
    read = re.sub(r"\\([0-9a-f]{1,6}) ", lambda found: chr(int(found[1], 16)), written[1:-1])
    assert read == title


@settings(max_examples=15, deadline=None)
@given(title=TITLES)
@example(title="t")
@example(title="9")
def test_the_figures_on_paper_are_those_of_the_plain_title(title, record):
    """All of its markup: the style sheet too, where a title runs along the foot of each sheet."""
    usual, found = asked(KEPT, record), asked(title, record)
    told = paper(found).decode()
    if not plain(title):
        assert found.title == found.words("briefing.title")
        return
    assert "\0" not in told
    plainly = paper(usual).decode()
    assume(
        not any(place in plainly for place in _places(found.title))
    )  # the "9" of a card cannot be told from it
    assert list(_parts(told, found.title)) == list(_parts(plainly, KEPT))


def _places(title: str) -> list[str]:
    """How does a title stand in the style sheet and in the text? The longest first."""
    inside = f'content:"{css_text(title)[1:-1]}'
    return sorted(
        {inside, f">{escape(title)}<", f">{html.escape(title, quote=False)}<"}, key=len, reverse=True
    )


def _parts(markup: str, title: str) -> Iterator[str]:
    """What stands around the title, in the style sheet and in the text; a program compares with signs of its own."""
    markup = re.sub(r"<script>.*?</script>", "", markup, flags=re.DOTALL)
    foot = markup[markup.index("@bottom-left{content:") :].partition("}")[0]
    assert css_text(title)[1:-1] in foot
    for place in _places(title):
        markup = markup.replace(place, f"{place[0]}…{place[-1] if place[0] == '>' else ''}")
    yield from re.findall(r"[0-9][0-9.,]*|…", markup)


@pytest.fixture(scope="module")
def usual(record: Record, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, object]:
    return said(asked(KEPT, record), tmp_path_factory.mktemp("usual"))


@pytest.mark.parametrize("title", HOSTILE, ids=("steering", "styled", "markup", "turned"))
def test_pdf_pptx_docx_and_png_say_the_same_beside_any_title(title, usual, record, tmp_path):
    assert said(asked(title, record), tmp_path) == usual


@pytest.mark.parametrize(
    ("signs", "points", "slide", "sheet"),
    [(6, 22, "<h1>", "<h1>"), (90, 18, '<h1 class="long">', '<h1 class="long">'),
     (300, 16, '<h1 class="longest">', '<h1 class="longest">')],
)  # fmt: skip
def test_a_title_of_many_lines_is_set_smaller(
    signs: int, points: int, slide: str, sheet: str, record: Record
) -> None:
    """156 mm take 20 signs of 22 points: 6 stand on one line, 90 on five, 300 on fifteen."""
    found = asked("服贸" * (signs // 2), record)
    written = Document(io.BytesIO(brief(found, {})))
    assert written.styles["Title"].font.size.pt == points
    assert slide in slides(found).decode()
    assert sheet in paper(found).decode()


def said(found: Briefing, folder: Path) -> dict[str, object]:
    """What does each file say without its title? Read by other programs than ours; pictures to the last point."""
    file = folder / "paper.pdf"
    file.write_bytes(pdf(found, paper="a4"))
    read = subprocess.run(["pdftotext", "-raw", file, "-"], capture_output=True, text=True, check=True).stdout
    slides = Presentation(io.BytesIO(deck(found))).slides
    page = Document(io.BytesIO(brief(found, {})))
    cells = [cell.text for table in page.tables for row in table.rows for cell in row.cells]
    texts = {
        "pdf": read,
        "pptx": "\n".join(
            shape.text_frame.text for slide in slides for shape in slide.shapes if shape.has_text_frame
        ),
        "docx": "\n".join([*(paragraph.text for paragraph in page.paragraphs), *cells]),
    }
    without = {}
    for name, text in texts.items():
        bare, title = (_squeezed(part) for part in (text, found.title))
        assert title in bare, name
        without[name] = bare.replace(title, "…")
    return without | {"png": pictures(found, scale=1)}


def _squeezed(text: str) -> str:
    return "".join(text.replace("-", "").split())


def test_a_title_past_every_measure_is_refused_in_a_sentence(record):
    with pytest.raises(RefusedOrder, match=f"{MOST_TITLE_SIGNS + 1}个字符，最多{MOST_TITLE_SIGNS}个"):
        asked("报" * (MOST_TITLE_SIGNS + 1), record)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("title", ["重" * 100, "🏞️" * 100, "e\u0301" * 150, "a" * 300])
def test_every_name_of_a_file_fits_in_bytes_and_says_the_period(lang, title, record):
    words = Words(lang)
    order = Order(lang, ("growth_base",), look=Look(period="2021-01_2021-06"), title=title)
    found = briefing(order, record)
    papers = [words(f"briefing.paper.{sheet.replace('-', '_')}") for sheet in PAPERS]
    for page in ("", *EDITION):
        begun = file_stem(found, page)
        assert begun.startswith(title[:9])
        assert begun.endswith(f"_{words.period(Period.parse(order.look.period))}")
        for name in [f"{begun}_{chart}.png" for chart in CHARTS] + [
            f"{begun}_{sheet}.pdf" for sheet in papers
        ]:
            assert len(name.encode()) <= MOST_BYTES, name
        both = {f"{begun}_{number}.svg": b"" for number in range(2)}
        assert len(bundled(both, begun, found.released)[0].encode()) <= MOST_BYTES


@given(TITLES)
def test_every_system_takes_the_name(title):
    name = f"{stem(plain(title), '2021')}.pptx"
    assert not set(name) & set('<>:"/\\|?*')
    assert not name.startswith((" ", "."))
    assert name.partition(".")[0].upper() not in ("CON", "PRN", "AUX", "NUL", "COM1", "LPT1")
    assert len(name.encode()) <= MOST_BYTES
