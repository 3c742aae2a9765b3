"""What is said of an answer of an advisory service: never that all is well where something was not looked up."""

from __future__ import annotations

import pytest

from tests.checks import advisories

WELL = {"name": "well", "version": "1.0", "vulns": []}
BAD = {"name": "bad", "version": "2.0", "vulns": [{"id": "CVE-1", "fix_versions": ["2.1"]}]}
UNKNOWN = {"name": "unknown", "skip_reason": "not found"}


@pytest.mark.parametrize(
    ("found", "status", "said"),
    [
        ([WELL], 0, "1 packages were looked up, nothing is known against them"),
        ([WELL, BAD], 1, "bad 2.0: CVE-1, mended in 2.1"),
        ([BAD, UNKNOWN], 1, "not looked up: unknown"),
        ([WELL, UNKNOWN], 2, "not looked up: unknown"),
        ([UNKNOWN], 2, "nothing was checked"),
        ([], 2, "nothing was checked"),
    ],
)
def test_the_status_is_that_of_the_worst(found, status, said):
    given, lines = advisories.report("a.txt", found)
    assert given == status
    assert said in "\n".join(lines)


def test_where_nobody_answers_it_says_so_and_ends_with_2(tmp_path, monkeypatch, capsys):
    file = tmp_path / "a.txt"
    file.write_text("well==1.0\n")
    monkeypatch.setattr(advisories, "asked", lambda *_: ([], "no network"))
    assert advisories.main([str(file)]) == 2
    told = capsys.readouterr()
    assert "nothing was checked, since no advisory service answered" in told.out
    assert "osv: no network" in told.err


def test_a_wrong_call_is_one(tmp_path):
    assert advisories.main([]) == 2
    assert advisories.main([str(tmp_path / "nowhere.txt")]) == 2
