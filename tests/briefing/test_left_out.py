"""One part that cannot be made takes its own place only: every format goes on without it, and says so."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from pptx import Presentation

from lib.briefing import __main__ as command
from lib.briefing import asked_for
from lib.briefing.__main__ import main
from lib.briefing.content import briefing
from lib.briefing.datapackage import package
from lib.briefing.edition.pages import page_html
from lib.briefing.edition.paper import paper
from lib.briefing.edition.scene import Scene
from lib.briefing.edition.slides import slides
from lib.briefing.left_out import told
from lib.briefing.make import made_of
from lib.briefing.order import Order
from lib.catalog.schema import STORED
from lib.facts.errors import DatasetUnavailable
from lib.facts.record import Record
from lib.site.pages import charts_of
from lib.words.speak import Words
from tests.facts.altered import without

TOTAL = {
    "indicator": "services_trade_total",
    "ref_area": "CN-CQ",
    "kind": "outcome",
    "basis": "services_trade_cny",
}


def broken(*_: object, **__: object) -> None:
    raise ValueError("nobody foresaw this")


@pytest.fixture
def breaks(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first chart of the overview, one of its cards and its sentence raise what nobody foresaw."""
    monkeypatch.setattr("lib.charts.trade_volume.goal_path.goal_path", broken)
    monkeypatch.setattr("lib.words.kpis.against_threshold", broken)
    monkeypatch.setattr("lib.words.answers.overview.executed_statement", broken)


def texts_of(form: str, content: bytes) -> str:
    match form:
        case "pptx":
            slides = Presentation(io.BytesIO(content)).slides
            shapes = [shape for slide in slides for shape in slide.shapes if shape.has_text_frame]
            return "\n".join(shape.text_frame.text for shape in shapes)
        case "docx":
            return "\n".join(paragraph.text for paragraph in Document(io.BytesIO(content)).paragraphs)
        case "xlsx":
            book = load_workbook(io.BytesIO(content), read_only=True)
            return "\n".join(str(cell) for sheet in book for row in sheet.values for cell in row if cell)
    return content.decode()


@pytest.mark.usefixtures("breaks")
def test_every_format_goes_on_and_says_what_it_lacks(
    record: Record, words: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lib.briefing.make._plots", lambda _: {})
    found = briefing(Order(words.lang, charts_of("overview"), leave_out=True), record)
    assert [sheet.card.name for sheet in found.exhibits] == list(charts_of("overview")[1:])
    assert len(found.kpis) == 4
    assert found.lead == ""
    for form in ("pptx", "docx", "xlsx"):
        (content,) = made_of(found, form)[0].values()
        text = texts_of(form, content)
        assert "goal_path" in text, form
        assert words("kpi.emerging_services_share.label") in text
        assert words("briefing.left.answer") in text
    for drawn in (paper(found), slides(found)):
        assert "goal_path" in drawn.decode()
    scene = Scene(record, words)
    overview = page_html("overview", scene)
    assert {part.name for part in scene.left} == {"goal_path", "emerging_services_share", "answer"}
    assert overview.count('role="alert"') == 3
    assert 'data-chart="growth_base"' in overview


def test_an_edition_names_whatever_part_it_lacks(
    record: Record, words: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lib.site.choices.period_codes", broken)
    for name in ("coverage", "listing"):
        monkeypatch.setattr(f"lib.briefing.edition.data.{name}", broken)
    monkeypatch.setattr("lib.site.sections.findings.summary_rows", broken)
    scene = Scene(record, words)
    assert all(page_html(name, scene) for name in ("outsourcing", "reconciliation", "data"))
    assert len(scene.left) == 4
    assert words("briefing.left.part_of_page") in told(scene.left, words)


def test_a_chart_that_one_format_cannot_hold_is_left_out_of_that_one(
    record: Record, zh: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    from lib.briefing.deck import chart_slide

    whole = chart_slide.drawing
    monkeypatch.setattr(
        chart_slide, "drawing", lambda chart, words: broken() if chart is bad else whole(chart, words)
    )
    found = briefing(Order("zh", charts_of("overview")), record)
    bad = found.exhibits[2].card.chart
    files, held = made_of(found, "pptx")
    assert [part.name for part in held.left] == ["emerging_threshold"]
    assert "emerging_threshold" in texts_of("pptx", next(iter(files.values())))
    assert made_of(found, "xlsx")[1].left == ()


@pytest.mark.usefixtures("breaks")
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_command_warns_and_a_strict_one_writes_nothing(
    lang: str,
    first: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(asked_for, "DATA", first)
    call = ["--lang", lang, "--format", "pptx", "--page", "overview", "--to", str(tmp_path / "out")]
    assert main([*call, "--strict"]) == 1
    assert not (tmp_path / "out").exists()
    capsys.readouterr()
    assert main(call) == 0
    out, told = capsys.readouterr()
    assert out.strip().endswith(".pptx")
    first_line, *others = told.splitlines()
    assert first_line.startswith({"zh": "提示：未含", "en": "Warning: left out "}[lang])
    assert "goal_path" in first_line
    assert "ValueError" in first_line
    assert len(others) == 2


def test_a_chart_without_its_figures_is_left_out_with_the_name_of_the_figure(
    first: Path,
    record: Record,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    less = without(record, "trade_volume", **TOTAL)
    monkeypatch.setattr(command, "load", lambda *_: less)
    call = ["--lang", "zh", "--format", "pptx", "--chart", "goal_path", "--chart", "growth_base"]
    assert main([*call, "--to", str(tmp_path)]) == 0
    warned = capsys.readouterr().err.splitlines()
    assert warned[0].startswith("提示：未含“")
    assert "goal_path：" in warned[0]
    assert "服务进出口" in warned[0]
    (made,) = tmp_path.iterdir()
    assert "goal_path" in texts_of("pptx", made.read_bytes())


def test_nothing_at_all_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    faults = {name: DatasetUnavailable(file=f"{name}.parquet", problem="missing") for name in STORED}
    monkeypatch.setattr(command, "load", lambda *_: Record(frames={}, faults=faults))
    assert main(["--lang", "en", "--page", "overview", "--to", str(tmp_path)]) == 1
    said = capsys.readouterr().err
    assert len(said.splitlines()) == 1
    assert ".parquet" in said
    assert list(tmp_path.iterdir()) == []


def test_a_data_package_goes_on_without_a_dataset(record: Record, words: Words) -> None:
    fault = DatasetUnavailable(file="talent.parquet", problem="missing")
    frames = {name: frame for name, frame in record.frames.items() if name != "talent"}
    less = Record(frames=frames, faults={"talent": fault}, version=record.version, as_of=record.as_of)
    found = package(less, words)
    assert "talent.csv" not in found
    assert "outsourcing.csv" in found
    assert "talent.parquet" in found["datapackage.json"].decode()


def test_what_whole_pages_show_only_where_it_is_printed_is_not_missed(record: Record, zh: Words) -> None:
    found = briefing(Order("zh", charts_of("emerging_sectors"), leave_out=True), record)
    assert "emerging_mix" not in [sheet.card.name for sheet in found.exhibits]
    assert found.left == ()
