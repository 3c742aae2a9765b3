"""The workbook as a spreadsheet program opens it: numbers, native charts over cells, observations, sources."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from lxml import etree
from openpyxl.utils import range_boundaries
from openxml_audit import OpenXmlValidator

from lib.briefing.content import Briefing, briefing
from lib.briefing.order import Order
from lib.briefing.xlsx_book import book
from lib.charts.tokens import LIGHT
from lib.draw.plotly import figure_of
from lib.facts.record import Record
from lib.site.pages import charts_of
from lib.words.speak import Words
from tests.briefing.as_typed import are_as_typed, lengths_of_bars
from tests.briefing.conftest import Content, Whole
from tests.briefing.test_native import heights_of, lines_of_figure


@dataclass(frozen=True)
class Made:
    found: Briefing
    content: bytes
    file: Any

    def pages(self) -> list[Any]:
        return self.file.worksheets[: len(self.found.exhibits)]

    def tail(self) -> list[Any]:
        """The sheets after those of the charts."""
        return self.file.worksheets[len(self.found.exhibits) :]


@pytest.fixture(scope="module", params=["zh", "en"])
def made(request: pytest.FixtureRequest, whole: Whole, whole_book: Content) -> Made:
    content = whole_book(request.param)
    return Made(whole(request.param), content, openpyxl.load_workbook(io.BytesIO(content)))


def cells(file: Any, reference: str) -> list[Any]:
    name, where = reference.rsplit("!", 1)
    left, top, right, bottom = range_boundaries(where)
    page = file[name.strip("'").replace("''", "'")]
    rows = page.iter_rows(top, bottom, left, right, values_only=True)
    return [_followed(page, cell) for row in rows for cell in row]


def _followed(page: Any, cell: Any) -> Any:
    """What a cell shows that is another's: a goal is typed once, at the first end of its line."""
    return page[cell[1:]].value if isinstance(cell, str) and re.fullmatch(r"=[A-Z]+\d+", cell) else cell


def table(page: Any) -> list[list[Any]]:
    """The lines under the heads of the figures, as far as the first empty one."""
    lines = [list(row) for row in page.iter_rows(max_col=12, values_only=True)]
    head = next(place for place, line in enumerate(lines) if line[11])
    end = next(place for place, line in enumerate(lines) if place > head and line[0] is None)
    return lines[head:end]


def test_each_chart_has_a_sheet_then_observations_sources_and_dictionary(made: Made) -> None:
    tail = {"zh": ["观测值", "来源", "数据字典"], "en": ["Observations", "Sources", "Dictionary"]}
    assert [page.title for page in made.tail()] == tail[made.found.words.lang]
    # No source of the first edition prints the split of the emerging sectors.
    assert set(charts_of("all")) - {sheet.card.name for sheet in made.found.exhibits} == {"emerging_mix"}
    for sheet, page in zip(made.found.exhibits, made.pages(), strict=True):
        assert (page["A1"].value, page["A2"].value) == (sheet.card.title, sheet.card.subtitle)
        assert (page["A3"].value, page["A4"].hyperlink.target) == (sheet.source, sheet.link)


def test_every_chart_is_native_and_its_cells_are_the_screens(made: Made) -> None:
    for sheet, page in zip(made.found.exhibits, made.pages(), strict=True):
        assert page._charts
        shown = [
            value
            for chart in page._charts
            if type(chart).__name__ == "BarChart"
            for series in chart.series
            if not series.graphicalProperties.noFill  # a clear one holds a label, or room for some
            for value in cells(made.file, series.val.numRef.f)
            if value is not None
        ]
        assert are_as_typed(sorted(shown), sorted(lengths_of_bars(sheet.card)))


def test_lines_are_drawn_from_the_screens_points(made: Made) -> None:
    for sheet, page in zip(made.found.exhibits, made.pages(), strict=True):
        figure = figure_of(sheet.card)
        lying = any(trace.type == "bar" and trace.orientation == "h" for trace in figure.data)
        shown = [
            [cells(made.file, reference.numRef.f) for reference in (series.xVal, series.yVal)]
            for chart in page._charts
            if type(chart).__name__ == "ScatterChart"
            for series in chart.series
        ]
        traces = lines_of_figure(sheet.card)
        for trace, heights in zip(traces, heights_of(sheet.card), strict=True):
            x, y = coordinates(trace.x), coordinates(heights)
            assert any(are_as_typed(mine[0], x) and (lying or are_as_typed(mine[1], y)) for mine in shown)


def coordinates(values: Any) -> list[Any]:
    return [(value - date(1899, 12, 30)).days if isinstance(value, date) else value for value in values]


def test_the_table_has_numbers_with_units_and_bounds(made: Made) -> None:
    page = made.pages()[charts_of("all").index("goal_path")]
    line = next(line for line in table(page) if "67.53" in line[2] or "675.3" in line[2])
    wanted = {
        "zh": ["675.3亿元", "原数", 675.3, "亿元", 675.25, 675.35],
        "en": ["CNY 67.53bn", "exact", 67.53, "CNY bn", 67.525, 67.535],
    }
    assert line[2:8] == wanted[made.found.words.lang]


def test_a_derived_figure_has_its_formula_and_numbers_as_text(made: Made) -> None:
    page = made.pages()[charts_of("all").index("growth_base")]
    line = next(
        line
        for line in table(page)
        if (line[10] and "12.1 ÷" in line[11]) or line[11] == "1.21 ÷ (1 + 78.7 ÷ 100)"
    )
    wanted = {
        "zh": ["约6.8亿美元", "推算", "亿美元", "本期 ÷ (1 + 增速 ÷ 100)"],
        "en": ["≈USD 0.68bn", "derived", "USD bn", "this period ÷ (1 + growth ÷ 100)"],
    }
    assert [line[2], line[3], line[5], line[10]] == wanted[made.found.words.lang]
    # 12.1 ÷ 1.787 = 6.77112 in 亿, a tenth of that in billions
    assert line[4] == pytest.approx({"zh": 6.77112, "en": 0.677112}[made.found.words.lang], abs=1e-5)


def test_qualifiers_stay(made: Made) -> None:
    said = {line[2] for page in made.pages() for line in table(page)}
    wanted = {"zh": {"近1800家", "超50%", "9个"}, "en": {"nearly 1,800", "over 50%", "9"}}
    assert wanted[made.found.words.lang] <= said


def test_every_observation_behind_the_charts_is_listed_once(made: Made) -> None:
    observations, listed_sources, _ = made.tail()
    _, *lines = observations.iter_rows(values_only=True)
    listed = [line[-1] for line in lines]
    used = {one for sheet in made.found.exhibits for fact in sheet.card.facts for one in fact.lineage()}
    assert len(listed) == len(set(listed))
    assert used <= set(listed)
    sources = {line[0] for line in listed_sources.iter_rows(min_row=2, values_only=True)}
    assert {source.source_id for source in made.found.sources} == sources


def test_the_only_formulas_are_ours_whatever_a_text_begins_with(made: Made) -> None:
    """Labels, blank where their number is, and reaches, each worked out of numbers of its own line; room for labels,
    out of all numbers; what leads to a narrow part, out of those of its bar; and the further ends of a line at one
    number.
    """
    cell = r"[A-Z]+\d+"
    blank = rf'(?:{cell}=""|AND\({cell}=""(?:,{cell}="")+\))'
    label = rf'IF\({blank}," ",(?:"[^"]*"&|CHAR\(10\)&)*TEXT\({cell}(?:\+{cell})*,"[^"]+"\).*\)'
    own = re.compile(f"=(?:-?{cell}|{cell}-{cell}|{label})")
    room = re.compile(
        rf"=-?[\d.]+\*(?:SUMPRODUCT\(MAX\({cell}:{cell}(?:\+{cell}:{cell})*\)\)|MAX\([A-Z\d:,]+\))"
    )
    part = rf"{cell}(?:/2)?"
    room = re.compile(rf"{room.pattern}|=\({cell}(?:\+{cell})*\)/2000|={part}(?:\+{part})*(?:-{cell})?")
    for page in made.file.worksheets:
        found = [cell for row in page.iter_rows() for cell in row if cell.data_type == "f"]
        others = [cell for cell in found if not room.fullmatch(cell.value)]
        beside = [range(one.row - 1, one.row + 2) for one in others]  # what stands over a bar says its part
        for one, rows in zip(others, beside, strict=True):
            assert own.fullmatch(one.value), one.value
            assert any(str(row) in one.value for row in rows), one.value
        assert {cell.data_type for row in page.iter_rows() for cell in row} <= {"s", "n", "d", "f"}
        assert not found or page in made.pages()


def test_what_is_drawn_from_is_what_a_person_would_type(made: Made) -> None:
    # 12.1 ÷ 1.787 = 6.7711, within [12.05 ÷ 1.7875, 12.15 ÷ 1.7865] = [6.7413, 6.8010]; billions are a tenth of it
    page = made.pages()[charts_of("all").index("growth_base")]
    rows = list(page.iter_rows(values_only=True))
    head = 1 + next(n for n, row in enumerate(rows) if row[0] == made.found.words("briefing.book.drawn_from"))
    wanted = {"zh": [6.77, 6.741, 6.801], "en": [0.677, 0.6741, 0.6801]}
    assert list(rows[head + 2][1:4]) == wanted[made.found.words.lang]
    value, lower, upper = (page.cell(head + 3, column).coordinate for column in (2, 3, 4))
    assert list(rows[head + 2][4:6]) == [f"={value}-{lower}", f"={upper}-{value}"]


def test_the_head_of_a_column_says_the_unit_of_its_figures(made: Made) -> None:
    """Where a legend names the series, the corner says it, and no series."""
    wanted = {
        "zh": {
            "growth_base": {"亿美元"},
            "national_sides": {"万亿元"},
            "talent_progress": {"个", "家", "人"},
        },
        "en": {"growth_base": {"USD bn"}, "national_sides": {"CNY tn"}, "years_needed": {"years"}},
    }[made.found.words.lang]
    for sheet, page in zip(made.found.exhibits, made.pages(), strict=True):
        charts = [chart for chart in page._charts if type(chart).__name__ == "BarChart"]
        units = set()
        for series in (one for chart in charts for one in chart.series if not one.graphicalProperties.noFill):
            left, top, *_ = range_boundaries(series.cat.strRef.f.rsplit("!", 1)[1])
            heads = cells(made.file, series.tx.strRef.f)[0], page.cell(top - 1, left).value
            (said,) = filter(None, (re.search(r"[（(]([^（(]+)[）)]$", head) for head in heads))
            assert (said.string == heads[1]) == sheet.card.chart.legend
            units.add(said[1])
        assert units == wanted.get(sheet.card.name, units)


def test_labels_of_points_are_worked_out_of_the_number_that_they_say(made: Made) -> None:
    """Ranks stand along x, 9, 10, 2 and 2, and over the ticks 1, 5 and 10."""
    names = [sheet.card.name for sheet in made.found.exhibits]
    page = made.pages()[names.index("ranks")]
    formulas = [cell.value for row in page.iter_rows() for cell in row if cell.data_type == "f"]
    bound = [page[formula.split("TEXT(")[1].split(",")[0]].value for formula in formulas]
    assert sorted(bound) == [1, 2, 2, 5, 9, 10, 10]


def test_a_label_is_bound_to_its_cell_as_on_a_slide(made: Made) -> None:
    with zipfile.ZipFile(io.BytesIO(made.content)) as parts:
        charts = [etree.fromstring(parts.read(name)) for name in parts.namelist() if "charts/chart" in name]
    bound = [
        place.text for chart in charts for place in chart.iter("{*}f") if place.tag.endswith("2012/chart}f")
    ]
    assert len(bound) > len(made.found.exhibits)
    for place in bound:
        said = [cell for cell in cells(made.file, place) if cell is not None]
        assert said
        assert {type(cell) for cell in said} == {str}
    for chart in charts:
        assert {colour.get("val") for colour in chart.iter("{*}srgbClr")} <= {
            "ADC4D8",
            LIGHT.contradiction.lstrip("#"),
        }


def test_a_title_that_begins_with_a_sign_is_text(record: Record, zh: Words) -> None:
    found = briefing(Order("zh", ("growth_base",)), record)
    card = replace(found.exhibits[0].card, title="=1+1", subtitle="+1", notes=("@x", "-1"))
    content = book(replace(found, exhibits=(replace(found.exhibits[0], card=card),)))
    page = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    assert [page["A1"].value, page["A2"].value] == ["=1+1", "+1"]
    assert {cell.data_type for row in page.iter_rows(max_col=1) for cell in row} == {"s", "n"}


def test_excel_opens_it_without_a_repair(made: Made, tmp_path: Path) -> None:
    (tmp_path / "book.xlsx").write_bytes(made.content)
    assert OpenXmlValidator().validate(tmp_path / "book.xlsx").errors == []


def test_the_file_says_what_it_is(made: Made) -> None:
    known = made.file.properties
    assert (known.title, known.description, known.subject) == (made.found.title, "2026.11", made.found.link)
    assert known.created.date() == made.found.released


def test_the_same_order_gives_the_same_bytes(made: Made, record: Record) -> None:
    assert book(briefing(made.found.order, record)) == made.content
