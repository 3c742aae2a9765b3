"""A new release is compared with the record before it is published, on the day that it arrives."""

import csv
from pathlib import Path

import pytest

from lib.catalog.__main__ import main
from lib.catalog.adopt import read_files
from lib.catalog.candidate import candidate
from tests.editions import FIRST

JAN_AUG = "cn-cq.offshore_outsourcing_executed.total.2021-01_2021-08"


@pytest.fixture
def release(tmp_path: Path) -> Path:
    """A release that prints 1.35 where the record holds 1.21, with the same growth: made up for this test."""
    with (FIRST / "observations.csv").open(encoding="utf-8-sig", newline="") as file:
        head, *rows = csv.reader(file)
    row = next(row for row in rows if row[0] == JAN_AUG)
    row[0], row[head.index("value")] = f"{JAN_AUG}.cqcom-2021-09-09", "1.35"
    row[head.index("source_id")] = "cqcom-2021-09-09"
    path = tmp_path / "observations.csv"
    with path.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([head, row])
    return path


def test_a_release_that_contradicts_the_record_is_told_so(release, capsys):
    assert main(["check", str(release), "--from", str(FIRST)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "1 rows, no fault found" in lines
    contradictions = [line for line in lines if line.startswith("Contradicts")]
    # 1.345 to 1.355 does not meet 1.205 to 1.215
    assert any(JAN_AUG in line and "1.35" in line and "1.21" in line for line in contradictions)


def test_the_record_itself_brings_nothing_new(capsys):
    assert main(["check", str(FIRST / "observations.csv"), "--from", str(FIRST)]) == 0
    told = ["observations.csv: read as UTF-8", "548 rows, no fault found"]
    assert capsys.readouterr().out.splitlines() == told


def test_a_candidate_holds_the_new_row_beside_the_old(release, book):
    now, then = candidate(book, read_files([release], book))
    assert (now.size, then.size) == (548, 549)
    assert then.by_id(JAN_AUG).value == 1.21


def test_a_row_with_the_same_key_takes_the_place_of_the_old(release, book, tmp_path):
    text = release.read_text(encoding="utf-8").replace(f"{JAN_AUG}.cqcom-2021-09-09", JAN_AUG)
    text = text.replace("cqcom-2021-09-09", "cns-2021-09-13")
    same = tmp_path / "same" / "observations.csv"
    same.parent.mkdir()
    same.write_text(text, encoding="utf-8")
    _, then = candidate(book, read_files([same], book))
    assert then.size == 548
    assert then.by_id(JAN_AUG).value == 1.35
