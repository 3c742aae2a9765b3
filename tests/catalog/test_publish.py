import errno
import os
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from lib.catalog.publish import publish

OLD = {"areas": pa.table({"a": ["old"]}), "bases": pa.table({"a": ["old"]})}
NEW = {
    "areas": pa.table({"a": ["new"]}),
    "bases": pa.table({"a": ["new"]}),
    "sources": pa.table({"a": ["new"]}),
}


def snapshot(folder):
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()}


def test_all_files_are_replaced_and_nothing_else_is_left(tmp_path):
    publish(OLD, tmp_path)
    written = publish(NEW, tmp_path)

    assert written == tuple(tmp_path / f"{name}.parquet" for name in NEW)
    assert {path.name for path in tmp_path.iterdir()} == {path.name for path in written}
    assert [pq.read_table(path)["a"].to_pylist() for path in written] == [["new"]] * 3


def test_a_full_disk_leaves_what_stood_before(tmp_path, monkeypatch):
    publish(OLD, tmp_path)
    before = snapshot(tmp_path)

    def full(_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        publish(NEW, tmp_path)

    assert snapshot(tmp_path) == before


@pytest.mark.parametrize("held", ["areas.parquet", "bases.parquet", "sources.parquet"])
def test_a_file_that_cannot_be_replaced_takes_the_others_back(tmp_path, monkeypatch, held):
    publish(OLD, tmp_path)
    before = snapshot(tmp_path)
    replace = Path.replace

    def refuse(self, target):
        if Path(target) == tmp_path / held and self.parent.name == "fresh":
            raise PermissionError(errno.EACCES, "held open by another program", str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(PermissionError):
        publish(NEW, tmp_path)

    assert snapshot(tmp_path) == before


def test_a_folder_in_the_place_of_a_file_is_refused(tmp_path):
    publish(OLD, tmp_path)
    (tmp_path / "sources.parquet").mkdir()
    before = (tmp_path / "areas.parquet").read_bytes()

    with pytest.raises(OSError, match="sources"):
        publish(NEW, tmp_path)

    assert (tmp_path / "areas.parquet").read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "areas.parquet",
        "bases.parquet",
        "sources.parquet",
    ]
