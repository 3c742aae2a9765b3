"""The slides as python-pptx opens them: native charts with the screen's numbers, texts, links, properties."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.util import Pt

from lib.briefing.content import Briefing, Exhibit, briefing
from lib.briefing.deck.closing import source_pages
from lib.briefing.deck.frame import own
from lib.briefing.deck.told import TITLES, Told, told
from lib.briefing.order import Order
from lib.briefing.pptx_deck import deck
from lib.charts.card import Look
from lib.charts.tokens import LIGHT
from lib.draw.fixed import why_fixed
from lib.draw.native import drawing
from lib.draw.plotly import figure_of
from lib.facts.record import Record
from lib.site.pages import charts_of
from lib.words.speak import Words
from tests.briefing.as_typed import are_as_typed, lengths_of_bars
from tests.briefing.conftest import Content, Whole
from tests.briefing.test_deck_drawn import every, lines_of, squeezed
from tests.briefing.test_native import heights_of, lines_of_figure


@dataclass(frozen=True)
class Made:
    found: Briefing
    content: bytes
    show: Any

    def slide_of(self, sheet: Exhibit) -> Any:
        return self.show.slides[2 + self.found.exhibits.index(sheet)]


@pytest.fixture(scope="module", params=["zh", "en"])
def made(request: pytest.FixtureRequest, whole: Whole, whole_deck: Content) -> Made:
    content = whole_deck(request.param)
    return Made(whole(request.param), content, Presentation(io.BytesIO(content)))


def charts(slide: Any) -> list[Any]:
    return [shape for shape in every(slide.shapes) if shape.has_chart]


def cached(element: Any, path: str) -> list[float]:
    return [float(value.text) for value in element.findall(f".//{{*}}{path}//{{*}}pt/{{*}}v")]


def texts(slide: Any) -> list[str]:
    return [shape.text_frame.text for shape in every(slide.shapes) if shape.has_text_frame]


def test_each_chart_has_a_slide_between_headlines_and_sources(made: Made) -> None:
    sheets = made.found.exhibits
    titles = [slide.shapes.title.text_frame.text for slide in made.show.slides]
    # No source of the first edition prints the split of the emerging sectors.
    drawn, unprinted = {sheet.card.name for sheet in sheets}, {"emerging_mix"}
    assert set(charts_of("all")) - drawn == unprinted
    assert titles[0] == made.found.title
    assert titles[2 : 2 + len(made.found.exhibits)] == [sheet.card.title for sheet in sheets]
    assert len(titles) == 2 + len(made.found.exhibits) + len(
        list(source_pages(made.found.sources, own("16:9")))
    )
    assert (made.show.slide_width, made.show.slide_height) == (Pt(960), Pt(540))


def test_a_title_is_set_smaller_only_where_its_chart_would_have_too_little_room(made: Made) -> None:
    lang, sizes = made.found.words.lang, []
    for sheet in made.found.exhibits:
        shown = told(sheet, own("16:9"), lang)
        smaller = [Told(sheet, shown.frame, size) for size in TITLES if size < shown.size]
        assert all(one.bottom - one.top >= shown.bottom - shown.top for one in smaller)
        [title] = made.slide_of(sheet).shapes.title.text_frame.paragraphs[0].runs
        assert title.font.size == Pt(shown.size)
        subtitle, chart = (
            next(
                shape
                for shape in made.slide_of(sheet).shapes
                if shape.name.startswith(name) or (name == "Chart" and shape.has_chart)
            )
            for name in ("Subtitle", "Chart")
        )
        assert subtitle.top + subtitle.height <= chart.top
        sizes.append(shown.size)
        assert told(sheet, own("4:3"), lang).size == TITLES[0]
    assert min(sizes) < max(sizes) == TITLES[0]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_slides_of_4_to_3_hold_the_same_on_a_higher_sheet(lang: str, record: Record) -> None:
    order = Order(lang, ("growth_base", "enterprise_counts", "ranks"), slides="4:3")
    show = Presentation(io.BytesIO(deck(briefing(order, record))))
    wide = Presentation(io.BytesIO(deck(briefing(replace(order, slides="16:9"), record))))
    assert (show.slide_width, show.slide_height) == (Pt(960), Pt(720))
    assert len(show.slides) <= len(wide.slides)
    for slide in show.slides:
        for shape in slide.shapes:
            assert 0 <= shape.top <= shape.top + shape.height <= Pt(721), shape.name
    said = {shape for slide in show.slides for shape in texts(slide)}
    assert {text for slide in wide.slides for text in texts(slide)} - said <= set(texts(wide.slides[-1]))
    low = [
        max(shape.top for shape in slide.shapes if shape.name.startswith("Source"))
        for slide in list(show.slides)[2:5]
    ]
    assert min(low) > Pt(640)  # the source stands at the foot


def test_every_chart_is_native_and_its_bars_are_the_screens(made: Made) -> None:
    for sheet in made.found.exhibits:
        shown: list[float] = []
        for shape in charts(made.slide_of(sheet)):
            for plot in shape.chart.plots:
                if plot._element.tag.endswith("barChart"):
                    shown += [value for series in plot.series for value in seen(series) if value is not None]
        assert charts(made.slide_of(sheet))
        assert are_as_typed(sorted(shown), sorted(lengths_of_bars(sheet.card)))


def seen(series: Any) -> Any:
    """The numbers of a series of bars, none of one that is clear: it holds a label, or room for some."""
    return series.values if series._element.find("{*}spPr/{*}noFill") is None else ()


def test_lines_and_points_are_the_screens(made: Made) -> None:
    """Beside bars only along them: across, a figure counts rows from the top and a chart slots from the bottom."""
    for sheet in made.found.exhibits:
        figure = figure_of(sheet.card)
        lying = any(trace.type == "bar" and trace.orientation == "h" for trace in figure.data)
        barred = any(trace.type == "bar" for trace in figure.data)
        shown = [
            (cached(series, "xVal"), cached(series, "yVal"))
            for shape in charts(made.slide_of(sheet))
            for series in shape.chart._chartSpace.findall(".//{*}scatterChart/{*}ser")
        ]
        traces = lines_of_figure(sheet.card)
        for trace, heights in zip(traces, heights_of(sheet.card), strict=True):
            x, y = coordinates(trace.x), coordinates(heights)
            across = [are_as_typed(mine[0], x) for mine in shown]
            assert any(
                (same or barred) and (lying or are_as_typed(mine[1], y))
                for same, mine in zip(across, shown, strict=True)
            )
            assert not lying or any(across)


def coordinates(values: Any) -> list[Any]:
    counted = [(value - date(1899, 12, 30)).days if isinstance(value, date) else value for value in values]
    return [value for value in counted if value is not None]


def test_the_longest_series_come_first_or_libreoffice_drops_some(made: Made) -> None:
    for sheet in made.found.exhibits:
        for shape in charts(made.slide_of(sheet)):
            for plot in shape.chart._chartSpace.iter("{*}scatterChart"):
                lengths = [int(found.get("val")) for found in plot.findall("./{*}ser/{*}xVal//{*}ptCount")]
                assert lengths == sorted(lengths, reverse=True)


def test_an_axis_that_ends_where_it_says_has_a_reason(made: Made) -> None:
    for sheet in made.found.exhibits:
        shown = drawing(sheet.card.chart, made.found.words)
        wanted = []
        for panel in shown.panels:
            if panel.bars:
                wanted.append(why_fixed(panel, shown, "x" if panel.bars.horizontal else "y"))
            if panel.points:
                own = why_fixed(panel, shown, "x"), why_fixed(panel, shown, "y")
                wanted += [why or ("behind" if panel.bars else "") for why in own]
        axes = [
            axis
            for shape in charts(made.slide_of(sheet))
            for axis in shape.chart._chartSpace.iter("{*}valAx")
        ]
        fixed = [axis for axis in axes if axis.find("{*}scaling/{*}max") is not None]
        assert len(axes) == len(wanted)
        assert len(fixed) == len([why for why in wanted if why]), sheet.card.name


def test_whiskers_are_error_bars_with_the_screens_reach(made: Made) -> None:
    for sheet in made.found.exhibits:
        shown: list[float] = []
        for shape in charts(made.slide_of(sheet)):
            for bars in shape.chart._chartSpace.findall(".//{*}barChart//{*}errBars"):
                shown += cached(bars, "plus") + cached(bars, "minus")
        wanted = [
            reach
            for trace in figure_of(sheet.card).data
            if trace.type == "bar"
            for error in (trace.error_x, trace.error_y)
            if error.array is not None
            for reach in (*error.array, *error.arrayminus)
        ]
        bars = [cached(shape.chart._chartSpace, "val") for shape in charts(made.slide_of(sheet))]
        longest = max((value for values in bars for value in values), default=0.0)
        assert sorted(shown) == pytest.approx(sorted(wanted), abs=longest / 500)  # ends to three digits


def test_hatched_bars_are_filled_with_a_pattern(made: Made) -> None:
    for sheet in made.found.exhibits:
        hatched = [
            trace
            for trace in figure_of(sheet.card).data
            if trace.type == "bar" and trace.marker.pattern.shape
        ]
        patterns = [
            fill
            for shape in charts(made.slide_of(sheet))
            for fill in shape.chart._chartSpace.findall(".//{*}barChart//{*}pattFill")
        ]
        assert bool(patterns) == bool(hatched)


def test_the_workbook_in_a_chart_holds_the_numbers_that_it_shows(made: Made) -> None:
    for sheet in made.found.exhibits:
        for shape in charts(made.slide_of(sheet)):
            book = openpyxl.load_workbook(
                io.BytesIO(shape.chart.part.chart_workbook.xlsx_part.blob), data_only=True
            )
            for reference in shape.chart._chartSpace.iter("{*}numRef"):
                where = reference.find("{*}f").text.split("!")[1]
                cells = [row[0].value for row in book["Data"][where.replace("$", "")]]
                kept = [cell for cell in cells if cell is not None]
                # A workbook keeps sixteen digits of a number.
                assert kept == pytest.approx(cached(reference, "numCache"), rel=1e-15)


def test_every_label_of_the_screen_is_on_the_slide(made: Made) -> None:
    for sheet in made.found.exhibits:
        slide = made.slide_of(sheet)
        said = squeezed(" ".join(texts(slide)))
        for shape in charts(slide):
            space = shape.chart._chartSpace
            said += squeezed(" ".join(found.text for found in space.iter("{*}t", "{*}v") if found.text))
        for note in figure_of(sheet.card).layout.annotations:
            for line in lines_of(note.text):
                assert squeezed(line) in said


def test_a_slide_says_source_version_and_address_and_opens_it(made: Made) -> None:
    for sheet in made.found.exhibits:
        slide = made.slide_of(sheet)
        said = texts(slide)
        assert {sheet.card.subtitle, sheet.source, sheet.link} <= set(said)
        assert any(made.found.version in text for text in said)
        links = {link.target_ref for link in slide.part.rels.values() if link.is_external}
        assert links == {sheet.link}
        for note in sheet.card.notes:
            assert any(note in text for text in said)


def test_the_notes_tell_the_method_of_every_figure(made: Made) -> None:
    for sheet in made.found.exhibits:
        notes = made.slide_of(sheet).notes_slide.notes_text_frame.text
        for heading, pairs in sheet.method:
            assert heading in notes
            assert all(text in notes for _, text in pairs)
        assert sheet.link in notes
        assert all(source.url in notes for source in sheet.sources)


def test_the_front_says_the_answer_and_the_headlines(made: Made) -> None:
    cover, cards = (texts(made.show.slides[number]) for number in (0, 1))
    assert {made.found.title, made.found.lead, made.found.as_of, made.found.link} <= set(cover)
    wanted = {
        "zh": ("675.3 亿元", "12.1 亿美元", "超50 %", "近1800 家", "9 个", "同比增长78.7%"),
        "en": ("67.53 CNY bn", "1.21 USD bn", "over 50 %", "nearly 1,800", "up 78.7% year on year"),
    }
    for text in wanted[made.found.words.lang]:
        assert any(text in card for card in cards)


def test_all_sources_are_named_at_the_end_and_linked_where_they_may_be(made: Made) -> None:
    slides = list(made.show.slides)[2 + len(made.found.exhibits) :]
    said = "".join(text for slide in slides for text in texts(slide))
    links = {link.target_ref for slide in slides for link in slide.part.rels.values() if link.is_external}
    assert all(source.line in said for source in made.found.sources)
    assert links == {source.url for source in made.found.sources if source.url}


def test_who_cannot_see_a_chart_hears_it(made: Made) -> None:
    for sheet in made.found.exhibits:
        for shape in charts(made.slide_of(sheet)):
            assert shape._element.nvGraphicFramePr.cNvPr.get("descr") == sheet.card.alt


def test_chinese_has_its_own_typeface_in_texts_and_in_charts(made: Made) -> None:
    for slide in made.show.slides:
        roots = [slide.shapes._spTree, *(shape.chart._chartSpace for shape in charts(slide))]
        for root in roots:
            kinds = list(root.iter("{*}rPr", "{*}defRPr"))
            assert all(kind.find("{*}latin") is not None for kind in kinds)
            assert {kind.find("{*}ea").get("typeface") for kind in kinds} <= {"+mn-ea"}
    theme = made.show.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    assert etree.fromstring(theme.blob).findall(".//{*}ea")[1].get("typeface") == "Microsoft YaHei"


def test_every_colour_is_the_themes_but_two(made: Made) -> None:
    kept = {
        "ADC4D8",
        LIGHT.contradiction.lstrip("#"),
    }  # a faded line; red is for contradictions in every theme
    for slide in made.show.slides:
        for root in [slide.shapes._spTree, *(shape.chart._chartSpace for shape in charts(slide))]:
            assert {colour.get("val") for colour in root.iter("{*}srgbClr")} <= kept


def test_all_that_belongs_to_a_chart_moves_with_it(made: Made) -> None:
    for sheet in made.found.exhibits:
        slide = made.slide_of(sheet)
        whole = [s for s in slide.shapes if s.has_chart or s.shape_type == MSO_SHAPE_TYPE.GROUP]
        assert len(whole) == 1
        assert not [shape for shape in slide.shapes if shape.name.startswith("Label")]


def test_the_file_says_what_it_is_and_never_when_it_was_made(made: Made) -> None:
    known = made.show.core_properties
    assert (known.title, known.version, known.identifier) == (made.found.title, "2026.11", made.found.link)
    assert known.created.date() == known.modified.date() == made.found.released
    day = made.found.released
    with zipfile.ZipFile(io.BytesIO(made.content)) as parts:
        assert {entry.date_time[:3] for entry in parts.infolist()} == {(day.year, day.month, day.day)}


def test_the_same_order_gives_the_same_bytes(made: Made, record: Record) -> None:
    assert deck(briefing(made.found.order, record)) == made.content


def test_powerpoint_opens_it_without_a_repair(made: Made, tmp_path: Path) -> None:
    (tmp_path / "deck.pptx").write_bytes(made.content)
    assert OpenXmlValidator().validate(tmp_path / "deck.pptx").errors == []


def test_no_two_shapes_of_a_slide_have_one_number(made: Made) -> None:
    for slide in made.show.slides:
        numbers = [known.get("id") for known in slide.shapes._spTree.iter("{*}cNvPr")]
        assert len(numbers) == len(set(numbers))


def test_nothing_reaches_over_the_edge_of_a_slide(made: Made) -> None:
    for slide in made.show.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= made.show.slide_width
            assert shape.top + shape.height <= made.show.slide_height


@pytest.mark.parametrize(
    ("look", "unit"), [(Look(currency="USD"), "亿美元"), (Look(period="2021-01_2021-06"), "上半年")]
)
def test_currency_and_period_change_the_slides(look: Look, unit: str, record: Record, zh: Words) -> None:
    order = Order("zh", ("goal_path", "growth_base"), look=look, title="=1+1")
    show = Presentation(io.BytesIO(deck(briefing(order, record))))
    assert show.slides[0].shapes.title.text_frame.text == "=1+1"
    assert any(unit in text for slide in list(show.slides)[2:4] for text in texts(slide))


def test_a_long_title_leaves_the_sentence_its_place(record: Record, words: Words) -> None:
    title = {"zh": "重庆服务贸易发展情况简报", "en": "Chongqing services trade at a glance "}[words.lang] * 8
    order = Order(words.lang, ("growth_base",), title=title)
    cover = Presentation(io.BytesIO(deck(briefing(order, record)))).slides[0]
    lead, as_of = (next(s for s in cover.shapes if s.name.startswith(name)) for name in ("Lead", "As of"))
    heading = cover.shapes.title
    assert heading.top + heading.height <= lead.top
    assert lead.top + lead.height <= as_of.top


def test_a_long_address_stays_in_one_line(record: Record, en: Words) -> None:
    base = "https://a-rather-long-name-of-a-server.services-trade.example.gov.cn/dashboard/of/the/commission"
    order = Order("en", ("growth_base",), look=Look(currency="USD", period="2021-01_2021-06"), base=base)
    slide = Presentation(io.BytesIO(deck(briefing(order, record)))).slides[2]
    link = next(shape for shape in slide.shapes if shape.name.startswith("Link"))
    size = link.text_frame.paragraphs[0].runs[0].font.size.pt
    assert len(link.text_frame.text) * size * 0.5 < link.width.pt  # a letter of Arial is half as wide as high
    assert link.text_frame.text.startswith(base)
