import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from lib.catalog.__main__ import DATA, PUBLISHED, main

ROOT = Path(__file__).resolve().parents[2]


def run(*arguments):
    return main([str(argument) for argument in arguments])


def snapshot(folder):
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()}


def test_build_writes_every_file_and_says_so(folder, tmp_path, capsys):
    assert run("build", "--from", folder, "--to", tmp_path / "data") == 0
    assert capsys.readouterr().out == f"17 files written to {tmp_path / 'data'}\n"
    assert len(list((tmp_path / "data").iterdir())) == 17


def test_build_refuses_faults_and_changes_nothing(folder, data, capsys):
    before = snapshot(data)
    path = folder / "areas.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("合肥市,CN-AH,central", "合肥市,CN-AH,middle"), encoding="utf-8")

    assert run("build", "--from", folder, "--to", data) == 1
    assert capsys.readouterr().out == (
        'areas.csv, row 2, column region: found "middle"; allowed: east, central, west, or blank\n'
    )
    assert snapshot(data) == before


def test_build_into_a_file_is_a_sentence(folder, tmp_path, capsys):
    (tmp_path / "data").write_text("not a folder")

    assert run("build", "--from", folder, "--to", tmp_path / "data") == 1
    assert capsys.readouterr().out == (
        f"{tmp_path / 'data'}: a file stands where the folder belongs. Nothing was changed.\n"
    )


def test_build_on_a_full_disk_is_a_sentence(folder, data, capsys, monkeypatch):
    before = snapshot(data)

    def full(_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)

    assert run("build", "--from", folder, "--to", data) == 1
    assert capsys.readouterr().out == "No space left on device. Nothing was changed.\n"
    assert snapshot(data) == before


def test_build_into_a_read_only_folder_is_a_sentence(folder, data, capsys, monkeypatch):
    before = snapshot(data)

    def read_only(**at):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(at["dir"]))

    monkeypatch.setattr("lib.catalog.publish.TemporaryDirectory", read_only)

    assert run("build", "--from", folder, "--to", data) == 1
    assert capsys.readouterr().out == f"{data}: Permission denied. Nothing was changed.\n"
    assert snapshot(data) == before


def test_verify_passes_on_what_was_built(folder, built, capsys):
    assert run("verify", "--from", folder, "--to", built) == 0
    assert capsys.readouterr().out == f"{built} is what {folder} builds\n"


def test_verify_fails_on_a_changed_file_and_says_what_to_do(folder, data, capsys):
    path = data / "talent.parquet"
    path.write_bytes(path.read_bytes()[:-1])

    assert run("verify", "--from", folder, "--to", data) == 1
    assert capsys.readouterr().out == (f"{path}: not what {folder} builds; run python -m lib.catalog build\n")


def test_verify_of_a_record_with_faults_tells_them(folder, data, capsys):
    (folder / "areas.csv").write_text("")

    assert run("verify", "--from", folder, "--to", data) == 1
    assert capsys.readouterr().out == 'areas.csv: found "an empty file"; allowed: a header and rows\n'


def test_check_counts_the_rows_of_sound_files(folder, capsys):
    assert run("check", folder / "observations.csv", "--from", folder) == 0
    assert capsys.readouterr().out == "observations.csv: read as UTF-8\n548 rows, no fault found\n"
    assert run("check", folder / "areas.csv", folder / "bases.csv", "--from", folder) == 0
    assert capsys.readouterr().out == (
        "areas.csv: read as UTF-8\nbases.csv: read as UTF-8\n58 rows, no fault found\n"
    )


def test_check_prints_every_fault_of_the_files_named(folder, published, capsys):
    path = folder / "observations.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(",hefei-evaluation,medium", ",hefei,medium", 2), encoding="utf-8")

    assert run("check", path, "--from", published) == 1
    assert capsys.readouterr().out == (
        'observations.csv, row 2, column source_id: found "hefei"; allowed: a code of sources.csv\n'
        'observations.csv, row 3, column source_id: found "hefei"; allowed: a code of sources.csv\n'
    )


def test_changes_prints_what_each_edition_added(folder, capsys):
    with (folder / "releases.csv").open("a", encoding="utf-8") as file:
        file.write("2027.02,2027-02-01,Figures of 2026.,2026年数据。\n")

    assert run("changes", "--from", folder) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:3] == [
        "### 2027.02",
        "",
        "- Data version 2027.02 (1 February 2027). No figure was added since 2026.11.",
    ]
    assert "### 2026.11" in lines


def test_gaps_lists_what_to_look_for_on_the_screen_or_into_a_file(folder, tmp_path, capsys):
    assert run("gaps", "--from", folder, "--lang", "zh") == 0
    head, first, *_ = capsys.readouterr().out.splitlines()
    assert head.startswith("indicator,ref_area,category,unit,period_start,period_end,due_from,待查数据,")
    assert first.startswith("services_trade_total,CN-CQ,total,CNY,2025-01-01,2025-12-31,2026-09-13,")

    file = tmp_path / "gaps.csv"
    assert run("gaps", "--from", folder, "--to", file, "--lang", "en") == 0
    assert capsys.readouterr().out == f"{file} written\n"
    assert file.read_text(encoding="utf-8-sig").splitlines()[0].endswith(",Printed by,Usual month")


def test_changes_of_a_record_with_faults_tells_them(folder, capsys):
    (folder / "areas.csv").write_text("")

    assert run("changes", "--from", folder) == 1
    assert capsys.readouterr().out == 'areas.csv: found "an empty file"; allowed: a header and rows\n'


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ((), "the following arguments are required: command"),
        (("publish",), "invalid choice: 'publish'"),
        (("build", "--into", "x"), "unrecognized arguments: --into x"),
        (("build", "--from", "no/such/folder"), "there is no folder no/such/folder"),
        (("verify", "--from", "no/such/folder"), "there is no folder no/such/folder"),
        (("check",), "the following arguments are required: FILE"),
        (("check", "no/such/observations.csv"), "there is no file no/such/observations.csv"),
        (("template",), "the following arguments are required: --to"),
        (
            ("template", "--to", "release.csv"),
            "release.csv is no name for a workbook: it has to end in .xlsx",
        ),
    ],
)
def test_a_wrong_call_leaves_with_2_and_a_sentence(capsys, arguments, sentence):
    with pytest.raises(SystemExit) as left:
        main(arguments)

    assert left.value.code == 2
    assert sentence in capsys.readouterr().err


def test_the_folders_of_the_repository_are_the_defaults():
    assert (PUBLISHED, DATA) == (ROOT / "data" / "published", ROOT / "data")


def test_the_committed_files_are_what_the_record_builds():
    call = [sys.executable, "-m", "lib.catalog", "verify"]
    done = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)

    assert (done.returncode, done.stdout, done.stderr) == (0, f"{DATA} is what {PUBLISHED} builds\n", "")


def test_the_exit_status_reaches_the_shell(folder):
    (folder / "areas.csv").unlink()
    call = [sys.executable, "-m", "lib.catalog", "build", "--from", str(folder), "--to", str(folder)]
    done = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)

    assert done.returncode == 1
    assert done.stdout == (
        'areas.csv: found "No such file or directory"; allowed: a readable file of this name\n'
    )
