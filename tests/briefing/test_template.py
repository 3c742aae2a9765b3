"""Slides under an office's own template: its master and form, and a sentence where it cannot be followed."""

from __future__ import annotations

import io
import logging
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openxml_audit import OpenXmlValidator
from PIL import Image
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER as KIND
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from lib.briefing import asked_for
from lib.briefing.__main__ import main
from lib.briefing.content import briefing
from lib.briefing.deck import examined
from lib.briefing.deck.examined import examine
from lib.briefing.deck.layouts import placed
from lib.briefing.deck.template import MOST_MB, TemplateError, template
from lib.briefing.order import Order, RefusedTemplate
from lib.briefing.pptx_deck import deck
from lib.catalog.apart import bounds, elsewhere
from lib.draw.area import Box
from lib.draw.xml import node
from lib.facts.record import Record
from lib.words.speak import Words
from tests.briefing.offices import OLD, office, with_parts, without
from tests.briefing.test_deck_drawn import every, read, squeezed, to_pdf

CHARTS = ("goal_path", "growth_base", "ranks", "talent_progress")
MAIN, TYPES, LAYOUT = "ppt/presentation.xml", "[Content_Types].xml", "ppt/slideLayouts/slideLayout2.xml"
END = b"</p:spTree>"


def parts_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        return {name: parts.read(name) for name in parts.namelist()}


@pytest.mark.parametrize("wide", [False, True])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_slides_have_the_offices_master_form_and_places(
    lang: str, wide: bool, record: Record, tmp_path: Path
) -> None:
    given = office(wide=wide)
    found = briefing(Order(lang, CHARTS, template=given), record)
    content = deck(found)
    show = Presentation(io.BytesIO(content))
    assert (show.slide_width, show.slide_height) == (Pt(960 if wide else 720), Pt(540))
    assert {slide.slide_layout.name for slide in show.slides} == {"Title and Content"}
    assert len(show.slides) == 3 + len(CHARTS)
    for slide in show.slides:
        title, layout = slide.shapes.title, slide.slide_layout.placeholders
        assert title._element.spPr.find("{*}xfrm") is None  # where the office has it
        assert title.text != OLD
        room = next(shape for shape in layout if shape.placeholder_format.type == KIND.OBJECT)
        for shape in slide.shapes:
            if shape != title and not is_number(shape):
                assert room.left - 2 <= shape.left
                assert shape.left + shape.width <= room.left + room.width + Pt(1)
                assert room.top - Pt(1) <= shape.top
                assert shape.top + shape.height <= room.top + room.height + Pt(1), shape.name
    (tmp_path / "deck.pptx").write_bytes(content)
    assert OpenXmlValidator().validate(tmp_path / "deck.pptx").errors == []
    assert deck(found) == content


def is_number(shape: Any) -> bool:
    return bool(shape.is_placeholder and shape.placeholder_format.type == KIND.SLIDE_NUMBER)


def numbers_of(show: Any) -> list[list[str]]:
    return [[shape.text_frame.text for shape in slide.shapes if is_number(shape)] for slide in show.slides]


def paged(line: bytes, **said: str) -> Callable[[Any], None]:
    """Writes a line into the number of the layout that is taken, and attributes to the whole."""

    def change(show: Any) -> None:
        show.part._element.attrib.update(said)
        [place] = [shape for shape in show.slide_layouts[1].placeholders if is_number(shape)]
        place.part.relate_to("https://example.org", RT.HYPERLINK, is_external=True)
        spaces = nsdecls("a", "r").encode()
        place._element.txBody.replace(
            place._element.txBody.p_lst[0], parse_xml(line.replace(b"<a:p", b"<a:p " + spaces))
        )

    return change


FIELD = b'<a:fld id="{C1FF6DA9-008F-8B48-92A6-B652298478BF}" type="slidenum"><a:rPr/><a:t>#</a:t></a:fld>'


@pytest.mark.parametrize(
    ("change", "cover", "next_one"),
    [
        (lambda _: None, ["1"], ["2"]),
        (without((KIND.SLIDE_NUMBER,)), [], []),
        (paged(b"<a:p><a:r><a:t>p. </a:t></a:r>" + FIELD + b"</a:p>"), ["p. 1"], ["p. 2"]),
        (paged(b"<a:p>" + FIELD + b"</a:p>", showSpecialPlsOnTitleSld="0", firstSlideNum="7"), [], ["8"]),
        (paged(b"<a:p>" + FIELD + b"</a:p>", firstSlideNum="0"), ["0"], ["1"]),
        (paged(b"<a:p/>"), ["1"], ["2"]),
        (
            paged(
                b'<a:p><a:r><a:rPr><a:hlinkClick r:id="rId2"/></a:rPr><a:t>p. </a:t></a:r>'
                + FIELD
                + b"</a:p>"
            ),
            ["1"],
            ["2"],
        ),
    ],
)
def test_slides_are_numbered_as_the_layout_has_it(
    change: Any, cover: list[str], next_one: list[str], record: Record, tmp_path: Path
) -> None:
    content = deck(briefing(Order("en", CHARTS, template=office(change=change)), record))
    told = numbers_of(Presentation(io.BytesIO(content)))
    assert told[:2] == [cover, next_one]
    assert len(set(map(str, told[1:]))) == (len(told) - 1 if next_one else 1)
    for slide in Presentation(io.BytesIO(content)).slides:
        for shape in filter(is_number, slide.shapes):
            assert [field.get("type") for field in shape._element.iter("{*}fld")] == ["slidenum"]
            assert shape._element.spPr.find("{*}xfrm") is None  # where the office has it
    (tmp_path / "deck.pptx").write_bytes(content)
    assert OpenXmlValidator().validate(tmp_path / "deck.pptx").errors == []


def test_a_first_number_that_is_none_breaks_nothing(record: Record) -> None:
    given = office(change=paged(b"<a:p>" + FIELD + b"</a:p>", firstSlideNum="9" * 5000))
    content = deck(briefing(Order("en", ("growth_base",), template=given), record))
    assert numbers_of(Presentation(io.BytesIO(content)))[:2] == [["1"], ["2"]]


def test_our_own_slides_have_no_number_that_no_layout_has(record: Record) -> None:
    show = Presentation(io.BytesIO(deck(briefing(Order("en", ("growth_base",)), record))))
    assert not any(numbers_of(show))


def test_a_narrower_slide_has_all_of_it_smaller(record: Record) -> None:
    narrow, wide = (
        Presentation(
            io.BytesIO(deck(briefing(Order("zh", ("growth_base",), template=office(wide=w)), record)))
        )
        for w in (False, True)
    )
    small, large = (
        [
            int(kind.get("sz"))
            for shape in every(show.slides[2].shapes)
            if shape.has_chart
            for kind in shape.chart._chartSpace.iter("{*}rPr", "{*}defRPr")
        ]
        for show in (narrow, wide)
    )
    assert small == [round(size * 0.75) for size in large]  # 720 points of 960


def test_libreoffice_draws_it_with_every_number(record: Record, tmp_path: Path) -> None:
    found = briefing(Order("zh", CHARTS, template=office()), record)
    (tmp_path / "deck.pptx").write_bytes(deck(found))
    to_pdf(tmp_path, "deck.pptx")
    words, size = read(tmp_path / "deck.pdf")
    assert size == (720.0, 540.0)
    said = [squeezed("".join(word.text for word in page)) for page in words]
    for number, texts in enumerate((("675.3",), ("6.8", "12.1"), ("第9位", "第10位"), ("9个",)), start=2):
        assert all(text in said[number] for text in texts)
        assert squeezed(found.exhibits[number - 2].source) in said[number]
    for number, page in enumerate(words, start=1):  # at the foot, in the right third, where the layout has it
        assert str(number) in [word.text for word in page if word.top > 490 and word.left > 480]


@pytest.mark.parametrize(
    ("lang", "kinds", "said"),
    [
        ("zh", (KIND.OBJECT,), "模板的版式中没有图表（或内容）占位符，请在母版视图中添加后再试。"),
        ("zh", (KIND.TITLE, KIND.CENTER_TITLE), "模板的版式中没有标题占位符，请在母版视图中添加后再试。"),
        (
            "en",
            (KIND.OBJECT,),
            "No layout of the template has a placeholder for a chart (or content). Add one in the master view.",
        ),
        (
            "en",
            (KIND.TITLE, KIND.CENTER_TITLE),
            "No layout of the template has a placeholder for a title. Add one in the master view.",
        ),
    ],
)
def test_what_a_template_lacks_is_named_and_nothing_is_changed(
    lang: str, kinds: Any, said: str, tmp_path: Path, first: Path, monkeypatch: Any, capsys: Any
) -> None:
    monkeypatch.setattr(asked_for, "DATA", first)
    file = tmp_path / "office.pptx"
    file.write_bytes(office())
    call = ["--lang", lang, "--chart", "growth_base", "--template", str(file), "--to", str(tmp_path / "to")]
    assert main(call) == 0
    (made,) = (tmp_path / "to").iterdir()
    stood = made.read_bytes()
    file.write_bytes(office(change=without(kinds)))
    capsys.readouterr()
    assert main(call) == 1
    assert capsys.readouterr().err.strip() == said
    assert made.read_bytes() == stood


def test_a_layout_has_to_hold_both_and_enough_room() -> None:
    def apart(show: Any) -> None:
        for layout in show.slide_layouts:
            kinds = {shape.placeholder_format.type for shape in layout.placeholders}
            if KIND.OBJECT in kinds:
                layout.shapes._spTree.remove(layout.placeholders[0]._element)

    def small(show: Any) -> None:
        for layout in show.slide_layouts:
            for shape in layout.placeholders:
                if shape.placeholder_format.type == KIND.OBJECT:
                    shape.left, shape.top, shape.width, shape.height = Pt(50), Pt(100), Pt(300), Pt(100)

    for change, key in ((apart, "apart"), (small, "narrow")):
        with pytest.raises(TemplateError) as refused:
            template(office(change=change))
        assert refused.value.key == key


def evil() -> dict[str, tuple[Callable[[], bytes], str]]:
    """What makes each of these files, of which some are large, and why it is refused."""
    good = office()
    parts = parts_of(good)
    away = b'<Relationship Id="rId99" Type="http://x/image" Target="http://127.0.0.1/x.png" TargetMode="External"/>'
    rels = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
    hidden = b'<Relationship Id="rId98" Type="http://x/vbaProject" Target="../x.bin"/>'
    strict = parts[MAIN].replace(
        b"http://schemas.openxmlformats.org/presentationml/", b"http://purl.oclc.org/ooxml/presentationml/"
    )
    entity = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]>' + parts[MAIN].split(b"?>", 1)[1]
    wide = entity.decode().replace('version="1.0"', 'version="1.0" encoding="UTF-16"').encode("utf-16")
    groups = b"<p:grpSp>" * 100_000 + b"</p:grpSp>" * 100_000 + END
    macros = parts[TYPES].replace(
        b"vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
        b"vnd.ms-powerpoint.presentation.macroEnabled.main+xml",
    )
    end = b"</Relationships>"

    def having(more: dict[str, bytes]) -> Callable[[], bytes]:
        return lambda: with_parts(good, more)

    return {
        "no archive": (lambda: b"PK junk", "kind"),
        "cut": (lambda: good[: len(good) // 2], "kind"),
        "another archive": (having({TYPES: b"<Types/>"}), "kind"),
        "no slides' part": (having({MAIN: b"<x/>"}), "kind"),
        "macros by kind": (having({TYPES: macros}), "kind"),
        "macros under another name": (
            having({rels: parts[rels].replace(end, hidden + end), "ppt/x.bin": b"x"}),
            "part",
        ),
        "in the strict form": (having({MAIN: strict}), "strict"),
        "macros": (having({"ppt/vbaProject.bin": b"x"}), "part"),
        "entities": (having({MAIN: entity}), "part"),
        "entities in two bytes a sign": (having({MAIN: wide}), "part"),
        "deep": (having({LAYOUT: parts[LAYOUT].replace(END, groups)}), "kind"),
        "fetched": (having({rels: parts[rels].replace(end, away + end)}), "part"),
        "large": (lambda: good + bytes(MOST_MB * 1_000_000), "big"),
        "packed": (lambda: with_parts(good, {"ppt/media/a.bin": bytes(61_000_000)}), "big"),
        "many": (having({f"ppt/media/{n}.bin": b"" for n in range(2000)}), "big"),
    }


@pytest.mark.parametrize("name", list(evil()))
def test_a_strangers_file_is_refused_in_a_sentence(name: str) -> None:
    make, key = evil()[name]
    content = make()
    for look in (template, examine):
        with pytest.raises(TemplateError) as refused:
            look(content)
        assert refused.value.key == key
        for lang in ("zh", "en"):
            assert refused.value.said(Words(lang))


def test_an_empty_file_is_no_template_and_no_logo_and_not_passed_over(tmp_path: Path, capsys: Any) -> None:
    (tmp_path / "office.pptx").write_bytes(b"")
    call = ["--lang", "en", "--chart", "growth_base", "--template", str(tmp_path / "office.pptx")]
    assert main([*call, "--to", str(tmp_path / "to")]) == 1
    assert "PPTX or POTX file, whole and without a password" in capsys.readouterr().err
    call = ["--lang", "en", "--chart", "growth_base", "--logo", str(tmp_path / "office.pptx")]
    assert main([*call, "--to", str(tmp_path / "to")]) == 2
    assert "The logo has to be a PNG or an SVG file." in capsys.readouterr().err
    assert not (tmp_path / "to").exists()


def crowded(count: int) -> bytes:
    """A small file whose layout has so many titles: each is looked for among all others."""
    good = office()
    ends = b"<p:cNvPr id='9' name='t'/><p:cNvSpPr/><p:nvPr><p:ph type='title'/></p:nvPr>"
    holder = b"<p:sp><p:nvSpPr>" + ends + b"</p:nvSpPr><p:spPr/></p:sp>"
    return with_parts(good, {LAYOUT: parts_of(good)[LAYOUT].replace(END, holder * count + END)})


def test_what_takes_too_long_is_given_up_elsewhere_and_the_next_one_is_read(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(examined, "_SECONDS", 1.0)
    monkeypatch.setattr(bounds, "_LATE", 60)  # what is limited here is the work, also on a busy machine
    content = crowded(40_000)
    assert len(content) < 100_000
    with caplog.at_level(logging.WARNING, "server.data"), pytest.raises(TemplateError) as refused:
        examine(content)
    assert refused.value.said(Words("zh")) == "模板内容过于复杂，读取所需时间或内存超出上限。请精简后再试。"
    assert caplog.messages == [f"a template of {len(content)} bytes was not read to its end: slow"]
    monkeypatch.setattr(examined, "answered", None)
    with pytest.raises(TemplateError):
        examine(content)  # not again at each click
    monkeypatch.undo()
    examine(office(change=lambda show: setattr(show.core_properties, "title", "The next one")))


def test_nothing_of_a_template_is_read_here_before_it_was_read_elsewhere(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def busy(program: str, *_: Any, **__: Any) -> bytes:
        asked.append(program)
        raise elsewhere.Unread("busy")

    monkeypatch.setattr(examined, "answered", busy)
    given = office(change=lambda show: setattr(show.core_properties, "title", "Not known yet"))
    with pytest.raises(RefusedTemplate, match="Several files are being read at the moment"):
        briefing(Order("en", ("growth_base",), template=given), record)
    assert asked == ["lib.briefing.deck.apart"]
    monkeypatch.undo()
    assert briefing(Order("en", ("growth_base",), template=given), record).exhibits


def test_a_file_of_templates_is_one_too() -> None:
    good = office()
    types = parts_of(good)[TYPES].replace(b"presentation.main+xml", b"template.main+xml")
    assert template(with_parts(good, {TYPES: types})).layout.name == "Title and Content"


def test_a_template_is_for_slides_and_has_its_own_form(tmp_path: Path, capsys: Any) -> None:
    (tmp_path / "office.pptx").write_bytes(office())
    call = ["--lang", "en", "--chart", "growth_base", "--template", str(tmp_path / "office.pptx")]
    assert main([*call, "--format", "docx", "--to", str(tmp_path / "to")]) == 2
    assert "--template is for PPTX only" in capsys.readouterr().err
    assert main([*call, "--slides", "4:3", "--to", str(tmp_path / "to")]) == 2
    assert "--template and --slides" in capsys.readouterr().err
    assert main([*call[:-1], str(tmp_path / "none.pptx"), "--to", str(tmp_path / "to")]) == 1
    assert "none.pptx" in capsys.readouterr().err
    assert not (tmp_path / "to").exists()


def led_to(show: Any) -> None:
    """The ways on which a template leads to its slides: a button of its master, a view, a custom show."""
    slide, master = show.slides[0].part, show.slide_master
    [button] = master.part._element.xpath(".//p:cNvPr[@id='77']")
    button.append(
        node("a:hlinkClick", r_id=master.part.relate_to(slide, RT.SLIDE), action="ppaction://hlinksldjump")
    )
    show.part.part_related_by(RT.VIEW_PROPS).relate_to(slide, RT.SLIDE)
    listed = node("p:sldLst", node("p:sld", r_id=show.slides._sldIdLst[0].rId))
    shows = node("p:custShowLst", node("p:custShow", listed, name="Short", id=0))
    show.part._element.find("{*}notesSz").addnext(shows)
    show.core_properties.title = "Led to"


def test_nothing_of_its_slides_stays_in_the_file(record: Record, tmp_path: Path) -> None:
    """Else what an office once showed would go out with a briefing, and two slides would have one name."""
    given = office(change=led_to)
    assert OLD.encode() in b"".join(parts_of(given).values())
    content = deck(briefing(Order("en", ("growth_base",), template=given), record))
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        names = file.namelist()
    assert len(names) == len(set(names))
    assert len([name for name in names if name.startswith("ppt/slides/slide")]) == 4
    assert OLD.encode() not in b"".join(parts_of(content).values())
    assert "docProps/app.xml" not in names
    (tmp_path / "deck.pptx").write_bytes(content)
    assert OpenXmlValidator().validate(tmp_path / "deck.pptx").errors == []


def test_the_longest_title_stands_within_the_place_that_a_template_leaves_it(record: Record) -> None:
    def narrow(show: Any) -> None:
        for shape in show.slide_layouts[1].placeholders:
            if shape.placeholder_format.type == KIND.TITLE:
                shape.left, shape.top, shape.width, shape.height = Pt(36), Pt(20), Pt(560), Pt(44)

    longest = Order("zh", ("ranks",), title="服务贸易简报" * 50, template=office(change=narrow))
    cover = Presentation(io.BytesIO(deck(briefing(longest, record)))).slides[0]
    size = cover.shapes.title.text_frame.paragraphs[0].runs[0].font.size.pt
    signs_in_a_line = (560 - 14.4) // size  # 0.1 inch is left free at each side
    assert -(-300 // signs_in_a_line) * size * 1.2 <= 44


def test_the_first_layout_with_room_enough_is_taken_of_any_master() -> None:
    def narrow_first(show: Any) -> None:
        for shape in show.slide_layouts[1].placeholders:
            if shape.placeholder_format.type == KIND.OBJECT:
                shape.left, shape.top, shape.width, shape.height = Pt(50), Pt(100), Pt(300), Pt(100)
        holder = next(
            shape
            for shape in show.slide_layouts[5].placeholders
            if shape.placeholder_format.type == KIND.TITLE
        )
        body = node(
            "p:nvSpPr",
            node("p:cNvPr", id=88, name="Room"),
            node("p:cNvSpPr"),
            node("p:nvPr", node("p:ph", idx=1)),
        )
        holder._element.addnext(node("p:sp", body, node("p:spPr", *placed(Box(36, 126, 648, 356)))))

    assert template(office(change=narrow_first)).layout.name == "Title Only"


def darkened(show: Any) -> None:
    show.slide_master._element.find("{*}clrMap").attrib.update({"bg1": "dk1", "tx1": "lt1"})


def test_on_a_dark_template_the_grey_of_others_and_of_what_is_worked_out_is_seen(
    record: Record, tmp_path: Path
) -> None:
    (tmp_path / "deck.pptx").write_bytes(
        deck(briefing(Order("en", ("growth_base",), template=office(change=darkened)), record))
    )
    to_pdf(tmp_path, "deck.pptx")
    drawn = ["pdftoppm", "-r", "150", "-f", "3", "-l", "3", "-png", "deck.pdf", "slide"]
    subprocess.run(drawn, cwd=tmp_path, check=True, timeout=120)
    [picture] = tmp_path.glob("slide-*.png")
    found = Image.open(picture).convert("RGB").getcolors(1 << 24)
    counted = {colour: count for count, colour in found or ()}
    assert max(counted, key=counted.__getitem__) == (0, 0, 0)
    assert (
        sum(count for colour, count in counted.items() if all(125 <= part <= 130 for part in colour)) > 1000
    )
