"""A few rows in a folder are laid over the record and published, or nothing changes at all."""

import errno
import os
import shutil

import pyarrow.parquet as pq
import pytest

from lib.catalog import __main__ as command
from lib.catalog import adopt
from tests.catalog.files.made import JAN_AUG, ROW, csv_bytes, ods_bytes, row, xlsx_bytes


@pytest.fixture
def home(folder, data, monkeypatch):
    """A copy of the record and of its datasets, which the commands take for their own."""
    monkeypatch.setattr(command, "PUBLISHED", folder)
    monkeypatch.setattr(command, "DATA", data)
    return folder, data


@pytest.fixture
def handed_in(tmp_path):
    """Puts files into a folder, as an analyst does."""
    source = tmp_path / "handed in"
    source.mkdir()

    def put(**files):
        for name, content in files.items():
            (source / name.replace("_", ".")).write_bytes(content)
        return source

    return put


def all_bytes(*folders):
    return {
        path: path.read_bytes() for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()
    }


@pytest.mark.parametrize("name", ["release_csv", "release_xlsx", "release_ods"])
def test_rows_enter_the_reviewed_files_and_the_datasets(home, handed_in, capsys, name):
    published, data = home
    before = (published / "observations.csv").read_text(encoding="utf-8").splitlines()
    changed = row(period="2021-08", value="近1.5亿美元")
    made = {"release_csv": csv_bytes, "release_xlsx": xlsx_bytes, "release_ods": ods_bytes}[name](changed)

    assert command.main(["build", "--from", str(handed_in(**{name: made}))]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[-3:] == [
        f"1 rows laid over {published}",
        f"17 files written to {data}",
        f"1 files written to {published}",
    ]
    after = (published / "observations.csv").read_text(encoding="utf-8").splitlines()
    new = set(after) - set(before)
    assert new == {
        "cn-cq.offshore_outsourcing_executed.total.2021-08_2021-08,offshore_outsourcing_executed,CN-CQ,WLD,total,"
        "2021-08-01,2021-08-31,1.5,8,USD,nearly,78.7,exact,outcome,offshore_mofcom,cns-2021-09-13,high,,,2026.11"
    }
    assert set(before) <= set(after)
    rows = pq.read_table(data / "outsourcing.parquet").to_pylist()
    [found] = [found for found in rows if str(found["period_start"]) == "2021-08-01"]
    # nearly 1.5: half a unit of the last digit, 0.1 / 2 = 0.05, below 1.5
    assert (found["value"], found["lower"], found["upper"]) == (1.5, 1.45, 1.5)
    assert command.main(["verify"]) == 0


def test_a_row_with_a_published_key_changes_one_line_and_says_what_stood_there(home, handed_in, capsys):
    published, _ = home
    before = (published / "observations.csv").read_text(encoding="utf-8").splitlines()

    assert command.main(["build", "--from", str(handed_in(release_csv=csv_bytes(ROW)))]) == 0
    told = f"release.csv, row 2: takes the place of {JAN_AUG}, which had value 1.21, unit_mult 9"
    assert any(line.startswith(told) for line in capsys.readouterr().out.splitlines())
    after = (published / "observations.csv").read_text(encoding="utf-8").splitlines()
    assert len(after) == len(before)
    assert [number for number, (old, new) in enumerate(zip(before, after, strict=True)) if old != new] == [
        next(number for number, line in enumerate(before) if line.startswith(f"{JAN_AUG},"))
    ]


def test_into_another_folder_the_record_stays_as_it_was(home, handed_in, tmp_path):
    before = all_bytes(*home)
    source = handed_in(release_csv=csv_bytes(ROW))
    assert command.main(["build", "--from", str(source), "--to", str(tmp_path / "local")]) == 0
    assert len(list((tmp_path / "local").iterdir())) == 17
    assert all_bytes(*home) == before


def test_a_refused_release_leaves_everything_as_it_was(home, handed_in, capsys):
    before = all_bytes(*home)
    source = handed_in(release_csv=csv_bytes(ROW, row(value="10-12亿美元")))
    assert command.main(["build", "--from", str(source)]) == 1
    assert capsys.readouterr().out == (
        'release.csv, row 3, column value: found "10-12亿美元"; '
        "allowed: a range holds two figures: a row is for one\n"
    )
    assert all_bytes(*home) == before


def test_where_the_datasets_cannot_be_written_the_record_is_put_back(home, handed_in, monkeypatch, capsys):
    before = all_bytes(*home)

    def full(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(adopt, "publish", full)
    assert command.main(["build", "--from", str(handed_in(release_csv=csv_bytes(ROW)))]) == 1
    assert capsys.readouterr().out == "No space left on device. Nothing was changed.\n"
    assert all_bytes(*home) == before


def test_a_file_of_a_kind_that_is_not_read_is_not_passed_over(home, handed_in, capsys):
    source = handed_in(release_csv=csv_bytes(ROW), table_xlsb=b"\xd0\xcf\x11\xe0")
    assert command.main(["build", "--from", str(source)]) == 1
    assert (
        capsys.readouterr().out
        == 'table.xlsb: found ".xlsb"; allowed: a file that ends in .csv, .xlsx, .ods, .xls, .et\n'
    )


def test_a_folder_without_tables_is_no_release(home, handed_in, capsys):
    assert command.main(["build", "--from", str(handed_in(notes_txt=b"to do"))]) == 1
    assert capsys.readouterr().out == 'release: found "no rows"; allowed: at least one row in one file\n'


def test_a_whole_record_is_published_as_it_is(home, tmp_path, capsys):
    published, data = home
    whole = shutil.copytree(published, tmp_path / "whole")
    assert command.main(["build", "--from", str(whole)]) == 0
    assert capsys.readouterr().out == f"17 files written to {data}\n"


def test_a_release_that_touches_most_tables_is_laid_over_the_record(home, handed_in, capsys):
    """Corrections to bases, areas, indicators, conflicts and sources come with the rows, in seven files of eleven."""
    published, _ = home
    names = ("observations", "sources", "indicators", "areas", "bases", "conflicts", "releases")
    files = {f"{name}_csv": (published / f"{name}.csv").read_bytes() for name in names}
    files["releases_csv"] = (
        "release,date,note_en,note_zh\n2027.02,2027-02-01,Figures of 2026.,2026年数据。\n".encode()
    )

    assert command.main(["build", "--from", str(handed_in(**files))]) == 0
    assert "2027.02,2027-02-01" in (published / "releases.csv").read_text(encoding="utf-8")
    assert "2026.11,2026-11-23" in (published / "releases.csv").read_text(encoding="utf-8")


def test_a_record_of_which_a_file_is_missing_is_told_so(home, handed_in, capsys):
    published, _ = home
    files = {
        f"{path.stem}_csv": path.read_bytes() for path in published.glob("*.csv") if path.stem != "areas"
    }

    assert command.main(["build", "--from", str(handed_in(**files))]) == 1
    assert "areas.csv: found" in capsys.readouterr().out
