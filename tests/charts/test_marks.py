"""The status of a figure travels with it: label, hover, note, alt text, table and CSV."""

import csv
import io

from lib.charts.card import Look
from lib.charts.registry import CHARTS
from lib.draw.plotly import figure_of
from lib.facts.changes import with_revisions
from lib.words.provenance import entry
from lib.words.tables import CSV_COLUMNS, csv_bytes, screen_rows
from tests.facts.altered import with_copy
from tests.facts.vintages import JAN_AUG, LATER, with_edition


def test_a_goal_is_marked_in_chart_note_alt_and_csv(record, zh, en):
    card = CHARTS["goal_path"](record, zh, Look())
    assert "按年均超10%测算：至少1088（预计数）" in [note.text for note in figure_of(card).layout.annotations]
    assert card.notes[-1] == "图中标注：目标数或预计数；口径调整（与此前口径不同）。"
    assert card.alt.endswith("图中标注：目标数或预计数；口径调整（与此前口径不同）。")
    hovers = [text for trace in figure_of(card).data for text in trace.hovertext]
    assert any(text.startswith("2025年<br>1000亿元（预计数）") for text in hovers)
    english = CHARTS["goal_path"](record, en, Look())
    marks = "Marks: [f] target or forecast; [b] break in series before this point."
    assert english.notes[-1] == marks
    lines = csv.reader(io.StringIO(csv_bytes([("goal", card.rows[1].fact)], record, en).decode("utf-8-sig")))
    _, goal = lines
    assert goal[CSV_COLUMNS.index("obs_status")] == "F"
    assert goal[CSV_COLUMNS.index("status")] == "[f] target or forecast"


def test_a_chart_of_normal_figures_explains_no_mark(record, words):
    card = CHARTS["share_of_nation"](record, words, Look())
    assert not any("[" in note for note in card.notes)
    assert "[f]" not in card.alt


def test_a_revised_figure_is_marked_in_label_hover_note_alt_tables_and_method(record, zh, en):
    # January to August 2021, 1.21 billion dollars, printed again as 1.35 by a later source: made up
    printed_again = with_copy(
        with_edition(record), "outsourcing", JAN_AUG, value=1.35, lower=1.345, upper=1.355,
        release="2027.02", source_id=LATER,
    )  # fmt: skip
    later = with_revisions(printed_again)
    card = CHARTS["growth_base"](later, zh, Look())

    assert any("13.5（修订数）" in (note.text or "") for note in figure_of(card).layout.annotations)
    hovers = [text for trace in figure_of(card).data for text in trace.hovertext]
    assert any(text.startswith("2021年1—8月<br>13.5亿美元（修订数）") for text in hovers)
    assert card.notes[-1] == "图中标注：修订数。"
    assert card.alt.endswith("图中标注：修订数。")
    assert CHARTS["growth_base"](later, en, Look()).notes[-1] == "Marks: [r] revised."
    (fact,) = [fact for fact in card.facts if fact.revised]
    assert screen_rows([("x", fact)], later, zh)[0][4] == "修订数"
    assert dict(entry(fact, later, en))["Status"] == "[r] revised"
    _, line = csv.reader(io.StringIO(csv_bytes([("x", fact)], later, en).decode("utf-8-sig")))
    assert line[CSV_COLUMNS.index("status")] == "[r] revised"
    assert line[CSV_COLUMNS.index("obs_status")] == "A"


def test_no_chart_has_a_revised_figure_today(record, words):
    assert not any(
        "[r]" in note
        for name in ("growth_base", "goal_path")
        for note in CHARTS[name](record, words, Look()).notes
    )
