"""The status of a figure travels with it: label, hover, note, alt text, table and CSV."""

import csv
import io

from lib.charts.card import Look
from lib.charts.registry import CHARTS
from lib.words.tables import CSV_COLUMNS, csv_bytes


def test_a_goal_is_marked_in_chart_note_alt_and_csv(record, zh, en):
    card = CHARTS["goal_path"](record, zh, Look())
    assert "目标 1000亿元 [f]" in [note.text for note in card.figure.layout.annotations]
    assert card.notes[-1] == "标记：[f] 目标或预计数；[b] 与此前口径不同。"
    assert card.alt.endswith("标记：[f] 目标或预计数；[b] 与此前口径不同。")
    hovers = [text for trace in card.figure.data for text in trace.hovertext]
    assert any(text.startswith("2025年<br>1000亿元 [f]") for text in hovers)
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
