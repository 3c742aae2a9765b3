"""What comes of a call of `python -m lib.briefing`: files, or one sentence and a status, and nothing by halves."""

from __future__ import annotations

import errno
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from lib.briefing import asked_for
from lib.briefing.__main__ import main
from lib.briefing.order import MOST_CHARTS

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def frozen(first: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is made in this process is made of the first edition."""
    monkeypatch.setattr(asked_for, "DATA", first)


def called(*words: str, **more: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "lib.briefing", *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        **more,  # type: ignore[call-overload]
    )


def test_a_file_is_named_by_what_and_when(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "zh", "--format", "pptx", "--page", "talent", "--to", str(tmp_path)]) == 0
    (made,) = tmp_path.iterdir()
    assert made.name == "重庆服务贸易简报_人才基地_2021年1—8月.pptx"
    assert capsys.readouterr().out == f"{made}\n"


def test_the_period_of_the_name_is_that_of_the_charts(tmp_path: Path) -> None:
    call = ["--lang", "en", "--format", "xlsx", "--chart", "growth_base", "--period", "2021-01_2021-06"]
    assert main([*call, "--title", "Half a year: a/b?", "--to", str(tmp_path)]) == 0
    (made,) = tmp_path.iterdir()
    assert made.name == "Half a year- a-b-_Jan–Jun 2021.xlsx"


def test_the_same_call_gives_the_same_bytes(tmp_path: Path) -> None:
    for form in ("pptx", "xlsx", "sdmx-csv"):
        for folder in ("a", "b"):
            call = ["--lang", "zh", "--format", form, "--page", "talent", "--to", str(tmp_path / folder)]
            assert main(call) == 0
    for file in (tmp_path / "a").rglob("*.*"):
        assert file.read_bytes() == (tmp_path / "b" / file.relative_to(tmp_path / "a")).read_bytes()


@pytest.mark.parametrize(
    ("wish", "lang", "sentence"),
    [
        (["--chart", "nonsense"], "zh", "没有名为nonsense的图。可选：goal_path, "),
        (["--chart", "nonsense"], "en", "There is no chart named nonsense. There are: goal_path, "),
        (["--chart", "growth_base"] * (MOST_CHARTS + 1), "zh", "选了61张图，最多60张。请减少后再试。"),
        (["--chart", "emerging_mix"], "en", "The chart emerging_mix cannot be drawn: what it needs is not"),
        (["--period", "2019-01_2019-03"], "zh", "时期2019-01_2019-03没有数据。可选：2021-01_2021-08, "),
    ],
)
def test_a_wish_that_cannot_be_met_gets_a_sentence(
    wish: list[str], lang: str, sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--lang", lang, "--format", "pptx", *wish, "--to", str(tmp_path / "out")]) == 2
    assert capsys.readouterr().err.startswith(sentence)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("form", "lang", "sentence"),
    [
        ("sdmx-csv", "zh", "SDMX-CSV含全部数据集，不受所选图表、时期、标题影响。"),
        ("sdmx-csv", "en", "SDMX-CSV holds every dataset: the choice of charts, period and title does not"),
        ("json", "zh", "JSON只给出图的数据，不受所选标题影响。"),
    ],
)
def test_a_choice_that_a_format_does_not_follow_is_said(
    form: str, lang: str, sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call = ["--lang", lang, "--format", form, "--chart", "growth_base", "--period", "2021-01_2021-06"]
    call += ["--title", "专报", "--to", str(tmp_path / "out")]
    assert main(call) == 0
    assert capsys.readouterr().err.startswith(sentence)
    assert main([*call, "--format", "pptx", "--strict"]) == 1
    assert main([*call[:2], "--format", "pptx", *call[4:], "--strict"]) == 0
    assert capsys.readouterr().err.count("\n") == 1  # of the call before; a deck follows every choice


def test_an_unknown_format_is_a_wrong_call(tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--lang", "zh", "--format", "odp", "--to", str(tmp_path)])
    assert left.value.code == 2


def test_without_a_browser_it_says_what_to_install(tmp_path: Path) -> None:
    bare = {"PATH": "/nonexistent", "HOME": str(tmp_path), "CQ_BROWSER": "/nonexistent/chrome"}
    found = called("--lang", "zh", "--format", "pdf", "--page", "talent", "--to", str(tmp_path), env=bare)
    assert found.returncode == 1
    assert "/nonexistent/chrome" in found.stderr
    assert "Traceback" not in found.stderr
    assert list(tmp_path.iterdir()) == []
    assert main(["--lang", "zh", "--format", "pptx", "--page", "talent", "--to", str(tmp_path)]) == 0


GONE, FULL, BARRED = errno.ENOENT, errno.ENOSPC, errno.EACCES


@pytest.mark.parametrize(
    ("lang", "number", "said"),
    [
        ("zh", GONE, "没有这个文件或文件夹。未作任何改动。"),
        ("en", GONE, "No such file or directory. Nothing was changed."),
        ("zh", FULL, "磁盘空间不足。未作任何改动。"),
        ("en", FULL, "No space left on device. Nothing was changed."),
        ("zh", BARRED, "没有权限。未作任何改动。"),
        ("en", BARRED, "Permission denied. Nothing was changed."),
        ("zh", errno.EFBIG, "系统拒绝了这一操作（错误号27）。未作任何改动。"),
        ("en", errno.EFBIG, "File too large. Nothing was changed."),
    ],
)
def test_what_the_system_refuses_is_said_in_the_language_of_the_order(
    lang: str, number: int, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refused(_file: Path) -> bytes:
        raise OSError(number, os.strerror(number), "own.pptx")

    monkeypatch.setattr("lib.briefing.__main__.read_template", refused)
    assert main(["--lang", lang, "--page", "talent", "--template", "own.pptx", "--to", "out"]) == 1
    assert capsys.readouterr().err == f"own.pptx: {said}\n"


def test_a_template_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    none = tmp_path / "none.pptx"
    assert main(["--lang", "zh", "--page", "talent", "--template", str(none), "--to", str(tmp_path)]) == 1
    assert capsys.readouterr().err == f"{none}: 没有这个文件或文件夹。未作任何改动。\n"
    assert list(tmp_path.iterdir()) == []


def limited_to(size: int) -> Callable[[], None]:
    """A disk on which no file may grow past this size, as on one that is full."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def test_a_full_disk_leaves_what_stood_before(tmp_path: Path) -> None:
    name = "重庆服务贸易简报_人才基地_2021年1—8月.pptx"
    (tmp_path / name).write_bytes(b"before")
    found = called(
        "--lang", "zh", "--page", "talent", "--to", str(tmp_path),
        preexec_fn=limited_to(10_000), env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
    )  # fmt: skip
    assert found.returncode == 1
    assert "系统拒绝了这一操作（错误号27）。未作任何改动。" in found.stderr
    assert "Traceback" not in found.stderr
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {name: b"before"}


def test_a_folder_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    found = called("--lang", "en", "--page", "talent", "--to", str(tmp_path / "file" / "below"))
    assert found.returncode == 1
    assert str(tmp_path / "file") in found.stderr
    assert "Traceback" not in found.stderr


@pytest.mark.parametrize(
    ("choice", "form"), [("--paper a4", "PDF"), ("--slides 4:3", "PPTX"), ("--scale 1", "PNG")]
)
def test_what_belongs_to_a_format_that_is_not_asked_for_is_refused(
    choice: str, form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = {
        "zh": "{option}只用于{form}，此次没有要求这一格式。",
        "en": "{option} is for {form} only, which this call does not ask for.",
    }
    for lang, text in said.items():
        call = ["--lang", lang, "--format", "xlsx", "--page", "talent", *choice.split()]
        assert main([*call, "--to", str(tmp_path / "none")]) == 2
        assert capsys.readouterr().err.strip() == text.format(option=choice.split()[0], form=form)
    assert not (tmp_path / "none").exists()
