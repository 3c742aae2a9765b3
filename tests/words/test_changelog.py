"""The data section of the changelog, and the check that holds the file to it."""

import pytest

from lib.facts.changes import with_revisions
from lib.words.changelog import data_section
from tests.checks.changelog import END, START, between_marks, faults
from tests.facts.vintages import LATER, UNDATED, again, with_edition


def test_headline_figures_have_a_line_each_and_the_rest_is_counted(record, en):
    lines = data_section(record, en).splitlines()

    assert lines[0] == "### 2026.11"
    assert (
        "- Chongqing: Services trade, imports plus exports, 2020: CNY 67.53bn — "
        "China News Service, 2021-09-13 (translation)"
    ) in lines
    assert (
        "- Chongqing: Services trade enterprises, September 2021: nearly 1,800 — "
        "China News Service, 2021-09-13 (translation)"
    ) in lines
    # observations.csv: 30 rows of Chongqing's five headlines, 2 of low confidence; 548 − 28 = 520
    assert len([line for line in lines if line.startswith("- Chongqing")]) == 28
    assert lines[-2].startswith("- Other figures: 520 (Trade volume ")
    assert lines[-1] == ("- Among these others: 0 revised, 2 printed again with another value, order unknown")


def test_a_target_of_low_confidence_is_no_headline(record, en):
    assert "jiusongjiankang" not in data_section(record, en)


def test_the_newest_edition_stands_first_with_old_beside_new(record, en, zh):
    later = with_revisions(again(with_edition(record), 68.10, 68.095, 68.105, source_id=LATER))
    first, second, *_ = data_section(later, en).split("\n\n### ")

    assert first == (
        "### 2027.02\n\n"
        "- Data version 2027.02 (1 February 2027). Figures added since 2026.11: 1 (Trade volume 1).\n"
        "- Chongqing: Services trade, imports plus exports, 2020: CNY 68.10bn, revised from CNY 67.53bn — "
        "General Office of Chongqing Municipal People's Government, 2025-05-23 (read on a copy); "
        "before: China News Service, 2021-09-13 (translation)"
    )
    assert f"### {second}" == data_section(record, en)
    assert "由675.3亿元修订为681.0亿元" in data_section(later, zh)


def test_a_headline_printed_again_says_what_it_is_elsewhere(record, en):
    both = again(record, 68.10, 68.095, 68.105, release="2026.11", source_id=UNDATED)

    assert (
        "2020: CNY 67.53bn, elsewhere CNY 68.10bn — China News Service, 2021-09-13 (translation); "
        "elsewhere: jiusongjiankang.com (read on a copy), day not known"
    ) in data_section(both, en)


@pytest.fixture
def written(record, en):
    """A changelog whose data section is what the record says."""
    return f"# Changelog\n\n{START}\n\n{data_section(record, en)}\n{END}\n"


def test_the_changelog_is_held_to_the_record(written, record, en):
    assert list(faults(written, record)) == []
    assert between_marks(written) == f"\n{data_section(record, en)}\n"


def test_a_figure_changed_by_hand_is_told(written, record):
    head, line, *diff = faults(written.replace("2020: CNY 67.53bn —", "2020: CNY 67.35bn —"), record)

    assert head == (
        "CHANGELOG.md: the data section is not what the record says; "
        "put there what python -m lib.catalog changes prints"
    )
    assert any(text.startswith("-- Chongqing") and "67.35bn" in text for text in (line, *diff))
    assert any(text.startswith("+- Chongqing") and "67.53bn" in text for text in diff)


def test_a_changelog_without_the_section_is_told(record):
    for text in ("# Changelog\n", f"# Changelog\n{START}\n", f"# Changelog\n{END}\n"):
        assert list(faults(text, record)) == [
            f"CHANGELOG.md: no data section between {START} and {END}; "
            "put there what python -m lib.catalog changes prints"
        ]
