"""Whatever is handed in broken gets a clear message, and what stood before stays to the byte."""

import hashlib
import shutil

import pytest

from lib.catalog import __main__ as command
from lib.catalog import adopt
from lib.catalog.book import read_book
from lib.words.faults import fault_lines
from lib.words.speak import Words
from tests.catalog.files.broken import KINDS
from tests.catalog.in_chinese import CHINESE, ENGLISH

WHOLE_FILE = (
    "cut_off", "bytes_flipped_in_a_packed_part", "xml_cut_off_inside", "a_part_gone_or_of_another_kind", "xml_entities",
    "locked_by_a_password_or_of_old_excel", "bombs", "nothing_in_it",
)  # fmt: skip
"""What keeps a file from being opened at all is one message."""


@pytest.fixture(scope="module")
def home(tmp_path_factory, built, published):
    """A copy of the record and of its datasets."""
    folder = tmp_path_factory.mktemp("home")
    return shutil.copytree(published, folder / "published"), shutil.copytree(built, folder / "data")


@pytest.fixture(scope="module")
def record(home):
    """What stands in the copy, which none of hundreds of files may change: read once."""
    book, faults = read_book(home[0])
    assert faults == []
    return book


@pytest.fixture
def in_chinese(monkeypatch):
    """What the last call would have said in Chinese: the same faults, which need not be found a second time."""
    said = []

    def both(faults, words):
        said[:] = fault_lines(faults, Words("zh"))
        return fault_lines(faults, words)

    monkeypatch.setattr(command, "fault_lines", both)
    return said


def state(folders):
    files = sorted(path for folder in folders for path in folder.rglob("*"))
    return [(path, hashlib.sha256(path.read_bytes()).hexdigest()) for path in files]


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_broken_file_is_told_and_changes_nothing(
    kind, home, record, in_chinese, monkeypatch, tmp_path, capsys
):
    monkeypatch.setattr(
        adopt, "read_book", lambda _: ({name: rows.copy() for name, rows in record.items()}, [])
    )
    monkeypatch.setattr(command, "PUBLISHED", home[0])
    monkeypatch.setattr(command, "DATA", home[1])
    before = state(home)
    for number, (name, data) in enumerate(KINDS[kind]()):
        source = tmp_path / str(number)
        source.mkdir()
        if data is None:
            (source / name).mkdir()
        else:
            (source / name).write_bytes(data)

        status = command.main(["build", "--from", str(source)])
        lines = capsys.readouterr().out.split("\n")[:-1]
        told = f"{kind} {number}: {lines}"
        assert status == 1, told
        assert lines, told
        assert all(line.startswith(name) for line in lines), told
        assert all(': found "' in line and "; allowed: " in line for line in lines), told
        assert all(line.isprintable() and len(line) < 1000 for line in lines), told
        assert kind not in WHOLE_FILE or len(lines) == 1, told
        chinese = list(in_chinese)
        assert len(chinese) == len(lines)
        if number == 0:
            assert command.main(["build", "--from", str(source), "--lang", "zh"]) == 1
            assert capsys.readouterr().out.split("\n")[:-1] == chinese
        assert all("：填写的是“" in line and "；应为：" in line for line in chinese), chinese
        allowed = [line.rpartition("；应为：")[2] for line in chinese]
        assert all(CHINESE.search(text) and not ENGLISH.search(text) for text in allowed), chinese
    assert state(home) == before


def test_there_are_hundreds_of_them():
    assert sum(1 for make in KINDS.values() for _ in make()) >= 200
