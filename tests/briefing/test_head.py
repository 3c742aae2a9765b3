"""Does what an office sets stand on its brief, its slides and its paper, and nothing where nothing is set?"""

from __future__ import annotations

import io
import struct
import zlib
from itertools import combinations
from pathlib import Path

import pytest
from docx import Document
from PIL import Image
from pptx import Presentation
from pptx.util import Pt

from lib.briefing import asked_for
from lib.briefing.__main__ import main
from lib.briefing.content import Briefing, briefing
from lib.briefing.docx_brief import brief
from lib.briefing.edition.paper import paper
from lib.briefing.edition.slides import slides
from lib.briefing.head import SETTING, Head, set_head
from lib.briefing.logo import MOST_BYTES, LogoError, checked
from lib.briefing.make import made_of
from lib.briefing.order import Order, RefusedOrder
from lib.briefing.pptx_deck import deck
from lib.facts.record import Record

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">%s</svg>'
MARK = SVG % b'<rect width="200" height="100" fill="#A61B1B"/>'
HEAD = Head(
    unit="重庆市商务委员会",
    number="第十二期",
    day="2026-11-29",
    closing="送：各区县商务委。",
    contact="服务贸易处",
)


def png(wide: int = 40, high: int = 20) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (wide, high), "#A61B1B").save(out, "PNG")
    return out.getvalue()


def enormous() -> bytes:
    """A PNG that says it is 60,000 points wide and high, in a few bytes."""
    size = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    chunk = struct.pack(">I", 13) + b"IHDR" + size + struct.pack(">I", zlib.crc32(b"IHDR" + size))
    return b"\x89PNG\r\n\x1a\n" + chunk


def asked(record: Record, head: Head, lang: str = "zh") -> Briefing:
    return briefing(Order(lang, ("growth_base",), head=head), record)


def texts(content: bytes) -> list[str]:
    return [paragraph.text for paragraph in Document(io.BytesIO(content)).paragraphs if paragraph.text]


@pytest.mark.parametrize(("lang", "day"), [("zh", "2026年11月29日"), ("en", "29 November 2026")])
def test_it_stands_on_brief_slides_and_paper(lang: str, day: str, record: Record) -> None:
    found = asked(record, HEAD, lang)
    said = "\n".join(texts(brief(found, {})))
    cover = Presentation(io.BytesIO(deck(found))).slides[0]
    shown = "\n".join(shape.text_frame.text for shape in cover.shapes if shape.has_text_frame)
    for text in (said, shown, paper(found).decode(), slides(found).decode()):
        for part in (HEAD.unit, HEAD.number, day, HEAD.closing, HEAD.contact):
            assert part in text
    assert said.index(HEAD.unit) < said.index(found.title) < said.index(HEAD.closing)


def test_nothing_is_made_up_where_nothing_is_set(record: Record) -> None:
    found = asked(record, Head())
    assert texts(brief(found, {}))[0] == found.title
    assert (found.head.line(found.words), found.head.foot(found.words)) == ("", "")
    assert b'class="masthead"' not in paper(found) + slides(found)
    names = [shape.name for shape in Presentation(io.BytesIO(deck(found))).slides[0].shapes]
    assert not [name for name in names if name.startswith(("Head", "Logo", "Colophon"))]


def test_the_mark_stands_in_every_kind_and_is_drawn_where_a_program_takes_no_svg(record: Record) -> None:
    found = asked(record, Head(logo=MARK))
    (content,) = made_of(found, "pptx")[0].values()
    cover = Presentation(io.BytesIO(content)).slides[0]
    (drawn,) = [shape for shape in cover.shapes if shape.name.startswith("Logo")]
    assert drawn.width == 2 * drawn.height
    with Image.open(io.BytesIO(drawn.image.blob)) as image:
        assert image.size == (960, 480)
        assert image.convert("RGB").getpixel((480, 240)) == (0xA6, 0x1B, 0x1B)
    (content,) = made_of(found, "docx")[0].values()
    first = Document(io.BytesIO(content)).inline_shapes[0]
    assert first.width == 2 * first.height
    assert b"data:image/svg+xml;base64," in paper(found)
    assert b"data:image/png;base64," in slides(asked(record, Head(logo=png())))


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"GIF89a" + bytes(40), "kind"),
        (b"<html><svg></svg></html>", "kind"),
        (b"\x89PNG\r\n\x1a\n" + bytes(4), "broken"),
        (png()[:-30], "broken"),
        (enormous(), "pixels"),
        (png() + bytes(MOST_BYTES), "big"),
        (SVG % b"<script>alert(1)</script>", "part"),
        (SVG % b'<rect onload="alert(1)"/>', "part"),
        (SVG % b'<image href="https://a.example/x.png"/>', "part"),
        (SVG % b"<foreignObject/>", "part"),
        (SVG % b'<div xmlns="http://www.w3.org/1999/xhtml"/>', "part"),
        (SVG % b'<a href="https://a.example/"/>', "part"),
        (SVG % b'<rect fill="url(https://a.example/x.svg#a)"/>', "part"),
        (SVG % b"<style>@import 'https://a.example/x.css';</style>", "part"),
        (SVG % b"<style>rect { fill: u\\72l(//a.example) }</style>", "part"),
        (SVG % b"<animate/>", "part"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG % b"<text>&a;</text>", "part"),
        (b'<?xml-stylesheet href="https://a.example/x.css"?>' + SVG % b"", "part"),
        (SVG % (b"<g/>" * 5001), "elements"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "size"),
        (b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 5000 1"/>', "size"),
        (SVG[:-8], "broken"),
    ],
)
def test_what_is_no_mark_is_refused_in_a_sentence(content: bytes, why: str, record: Record) -> None:
    with pytest.raises(LogoError) as refused:
        checked(content)
    assert refused.value.key == why
    for lang, begin in (("zh", "单位标识"), ("en", "The ")):
        with pytest.raises(RefusedOrder, match=f"^{begin}"):
            asked(record, Head(logo=content), lang)


def test_marks_as_programs_write_them_are_taken() -> None:
    inkscape = (
        b'<?xml version="1.0"?><!-- drawn --><svg xmlns="http://www.w3.org/2000/svg" width="20mm" height="10mm"'
        b' xmlns:i="http://www.inkscape.org/namespaces/inkscape"><metadata/><i:grid/><style>.a{fill:#000}</style>'
        b'<linearGradient id="g"/><path class="a" fill="url(#g)" d="M0 0h9"/></svg>'
    )
    assert (checked(inkscape).kind, checked(inkscape).ratio) == ("svg", 2)
    assert (checked(png()).kind, checked(png()).ratio) == ("png", 2)


@pytest.mark.parametrize(
    ("head", "sentence"),
    [
        (Head(day="29.11.2026"), "日期“29.11.2026”无法识别，请按2026-11-29的格式填写。"),
        (Head(unit="委" * 201), "报头有一项为201个字符，最多200个。"),
    ],
)
def test_a_head_that_cannot_be_is_refused(head: Head, sentence: str, record: Record) -> None:
    with pytest.raises(RefusedOrder, match=f"^{sentence}"):
        asked(record, head)


def test_the_settings_give_it_in_both_languages(tmp_path: Path) -> None:
    (tmp_path / "mark.png").write_bytes(png())
    given = {f"{SETTING}UNIT": "市商务委 | The Commission", f"{SETTING}LOGO": str(tmp_path / "mark.png")}
    assert set_head("zh", given) == Head(unit="市商务委", logo=png())
    assert set_head("en", given).unit == "The Commission"
    assert set_head("zh", {}) == Head()


def test_a_call_has_its_own_or_that_of_the_settings_and_says_where_it_does_not_stand(
    first: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(asked_for, "DATA", first)
    monkeypatch.setenv(f"{SETTING}UNIT", "市商务委")
    call = ["--lang", "zh", "--format", "pptx", "--format", "xlsx", "--chart", "growth_base"]
    assert main([*call, "--number", "第十二期", "--to", str(tmp_path / "a")]) == 0
    assert capsys.readouterr().err == "XLSX没有封面，不受所选报头影响。\n"
    (file,) = (tmp_path / "a").glob("*.pptx")
    shown = [
        shape.text_frame.text for shape in Presentation(str(file)).slides[0].shapes if shape.has_text_frame
    ]
    assert "市商务委 · 第十二期" in shown
    assert main([*call, "--unit", "", "--to", str(tmp_path / "b")]) == 0
    assert main([*call, "--logo", str(tmp_path / "none.png"), "--to", str(tmp_path / "c")]) == 2
    assert capsys.readouterr().err.endswith("none.png无法读取。\n")
    assert not (tmp_path / "c").exists()


def test_the_longest_head_and_closing_lie_on_nothing_else_of_the_cover(record: Record) -> None:
    """Texts of 200 signs each, beside a mark and under a title of 300: all in sizes that can be read."""
    long = "重庆市商务委员会服务贸易和商贸服务业处" * 10
    head = Head(unit=long, number="第12期", day="2026-11-30", closing=long, contact=long, logo=png())
    order = Order("zh", ("growth_base",), title="简报" * 150, head=head)
    cover = Presentation(io.BytesIO(deck(briefing(order, record)))).slides[0]
    boxes = [shape for shape in cover.shapes if shape.has_text_frame and shape.text_frame.text]
    sizes = [run.font.size.pt for shape in boxes for part in shape.text_frame.paragraphs for run in part.runs]
    assert min(sizes) >= 7
    for one, other in combinations(sorted(boxes, key=lambda shape: shape.top), 2):
        assert one.top + one.height <= other.top + Pt(1), (one.name, other.name)
    assert brief(briefing(order, record), {})  # whose properties have room for 255 signs
