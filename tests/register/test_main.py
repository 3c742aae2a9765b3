"""The command line: exit statuses, progress, Ctrl-C."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
import termios
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from lib.register.__main__ import main
from lib.register.sample import FILE, SEED, write_sample
from lib.register.workspace import clear_leftovers, workspace
from tests.register.rows import contents, enterprises, lay, roll_up

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_sample(100_000, tmp_path_factory.mktemp("sample"))


def stopped(command: list[str], when: str, by: signal.Signals = signal.SIGINT) -> tuple[int, str, str]:
    """Sends a real signal as soon as the progress bar says `when`. Gives exit status, output and progress."""
    ours, its = pty.openpty()
    termios.tcsetwinsize(its, (24, 120))  # without a width, tqdm leaves the words out
    call = [sys.executable, "-m", "lib.register", *command]
    # A runner that ignores a signal would hand that down, and the command then ignores it too.
    ours_before = {number: signal.signal(number, signal.SIG_DFL) for number in (signal.SIGINT, signal.SIGHUP)}
    process = subprocess.Popen(call, cwd=ROOT, stdout=subprocess.PIPE, stderr=its, text=True)
    for number, handler in ours_before.items():
        signal.signal(number, handler)
    os.close(its)
    progress = b""
    while when.encode() not in progress:
        progress += os.read(ours, 4096)
    process.send_signal(by)
    out, _ = process.communicate(timeout=60)
    os.close(ours)
    return process.returncode, out, progress.decode()


@pytest.mark.parametrize(("engine", "when"), [("duckdb", "looking for duplicates"), ("pandas", "reading")])
def test_ctrl_c_leaves_what_stood_before_and_nothing_beside_it(
    engine: str, when: str, sample: Path, tmp_path: Path
) -> None:
    assert roll_up(lay(enterprises(4), tmp_path / "r.parquet"), tmp_path / "out") == 0
    before = contents(tmp_path)

    status, said, progress = stopped(
        ["rollup", str(sample), "--to", str(tmp_path / "out"), "--engine", engine], when
    )

    assert (status, said) == (130, "stopped; nothing was changed\n")
    assert contents(tmp_path) == before
    assert "/100k" in progress  # rows read of rows in all


@pytest.mark.parametrize(("by", "ends_with"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_leaves_no_row_of_the_register_behind(
    by: signal.Signals, ends_with: int, sample: Path, tmp_path: Path
) -> None:
    status, said, _ = stopped(["rollup", str(sample), "--to", str(tmp_path / "out")], "adding up", by)

    assert (status, said) == (ends_with, "stopped; nothing was changed\n")
    assert contents(tmp_path) == {}


def test_what_a_killed_run_left_is_removed_and_named_by_the_next(
    sample: Path, tmp_path: Path, capsys
) -> None:
    register = lay(enterprises(4), tmp_path / "r.parquet")
    assert roll_up(register, tmp_path / "out") == 0
    before = contents(tmp_path)
    status, _, _ = stopped(
        ["rollup", str(sample), "--to", str(tmp_path / "out")], "adding up", signal.SIGKILL
    )
    assert status == -signal.SIGKILL
    [left] = tmp_path.glob(".out-*")
    capsys.readouterr()

    assert roll_up(register, tmp_path / "out") == 0

    assert f"{left}: left by a run that was broken off; removed" in capsys.readouterr().out
    assert contents(tmp_path) == before


def test_a_result_whose_run_was_killed_while_it_was_being_replaced_comes_back(tmp_path: Path) -> None:
    left = tmp_path / ".out-abc"
    (left / "before").mkdir(parents=True)
    (left / "before" / "register.json").write_text("{}", encoding="utf-8")
    (left / "in-use.lock").touch()

    assert clear_leftovers(tmp_path / "out") == (left,)

    assert contents(tmp_path) == {"out/register.json": b"{}"}


def test_a_folder_in_which_another_run_works_is_left_alone(tmp_path: Path) -> None:
    with workspace(tmp_path / "out") as folder:
        assert clear_leftovers(tmp_path / "out") == ()
        assert folder.is_dir()


def test_ctrl_c_leaves_no_half_sample(tmp_path: Path) -> None:
    status, _, _ = stopped(["sample", "--rows", "5000000", "--to", str(tmp_path)], "SYNTHETIC")

    assert status == 130
    assert contents(tmp_path) == {}


def test_a_failure_on_the_way_leaves_what_stood_before(tmp_path: Path, monkeypatch, capsys) -> None:
    register = lay(enterprises(4), tmp_path / "r.parquet")
    assert roll_up(register, tmp_path / "out") == 0
    before = contents(tmp_path)

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device", "observations.csv")

    monkeypatch.setattr("lib.register.run.write_result", full)

    assert roll_up(register, tmp_path / "out") == 1
    assert "observations.csv: No space left on device. Nothing was changed." in capsys.readouterr().out
    assert contents(tmp_path) == before


def test_a_folder_that_no_rollup_wrote_is_not_replaced(tmp_path: Path, capsys) -> None:
    register = lay(enterprises(4), tmp_path / "r.parquet")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine", encoding="utf-8")

    assert roll_up(register, tmp_path / "out") == 1

    assert "allowed: a new or empty folder, or one that a rollup wrote before" in capsys.readouterr().out
    assert contents(tmp_path / "out") == {"mine.txt": b"mine"}


@pytest.mark.parametrize(
    "command",
    [
        ["rollup", "nothing.parquet", "--to", "out"],
        ["rollup"],
        ["rollup", "r.parquet", "--to", "out", "--engine", "polars"],
        ["sample", "--rows", "0", "--to", "out"],
        ["sample", "--rows", "many", "--to", "out"],
        [],
    ],
)
def test_a_wrong_call_ends_with_2(command: list[str], tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)

    with pytest.raises(SystemExit, match="2"):
        main(command)

    assert contents(tmp_path) == {}


def test_a_result_is_the_same_again_and_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    register = lay(enterprises(4), tmp_path / "r.parquet")
    assert roll_up(register, tmp_path / "out") == 0
    first = contents(tmp_path / "out")

    assert roll_up(register, tmp_path / "out") == 0

    assert contents(tmp_path / "out") == first


def test_a_sample_is_the_same_again_and_says_synthetic(sample: Path, tmp_path: Path) -> None:
    again = write_sample(100_000, tmp_path)

    assert again.read_bytes() == sample.read_bytes()
    assert again.name == FILE == "SYNTHETIC-register.parquet"
    about = pq.read_schema(again).metadata
    assert (about[b"synthetic"], about[b"seed"]) == (b"yes", str(SEED).encode())


def test_a_sample_has_seasons_and_a_few_large_enterprises(sample: Path) -> None:
    rows = pq.read_table(sample, columns=["enterprise_id", "month", "executed_usd"]).to_pandas()
    by_month = rows.groupby(rows["month"].map(lambda day: day.month))["executed_usd"].sum().astype(float)
    by_enterprise = rows.groupby("enterprise_id")["executed_usd"].sum().astype(float).sort_values()

    # December has twice the weight of January and three times that of February: 1.6, 0.8 and 0.5.
    assert by_month.idxmax() == 12
    assert by_month.idxmin() == 2
    tenth = by_enterprise.tail(len(by_enterprise) // 10).sum() / by_enterprise.sum()
    assert tenth > 0.3
