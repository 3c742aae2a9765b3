"""The data that readers see: swapped whole, taken back, refused without a trace."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from deploy.vintages import KEPT, NoVintageError, back, current, main, publish, vintages
from lib.catalog.fault import RefusedError
from lib.catalog.load import load
from tests.deploy.site import PUBLISHED
from tests.faults.data import copied

RELEASE = (
    "indicator,ref_area,counterpart,category,period,value,growth,kind,basis,source_id,confidence\n"
    "offshore_outsourcing_executed,CN-CQ,WLD,total,2021-01_2021-08,13.5亿美元,78.7%,outcome,offshore_mofcom,"
    "cns-2021-09-13,high\n"
)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with one vintage; only to be copied."""
    store = tmp_path_factory.mktemp("first") / "store"
    publish(PUBLISHED, store)
    return store


@pytest.fixture
def store(first: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(first, tmp_path / "store", symlinks=True))


def figure(store: Path) -> float:
    return load(store / "current").latest("offshore_outsourcing_executed").value


def test_a_vintage_holds_the_datasets_and_what_they_were_built_of(store):
    seen = current(store)
    assert seen.name == "0001-2026.11"
    assert load(store / "current").faults == {}
    assert {path.name for path in (seen / "published").iterdir()} == {
        path.name for path in PUBLISHED.iterdir()
    }


def test_a_release_is_laid_over_what_readers_see(store, tmp_path):
    folder = tmp_path / "release"
    folder.mkdir()
    (folder / "observations.csv").write_text(RELEASE, encoding="utf-8")
    assert main(["--store", str(store), str(folder)]) == 0
    assert (current(store).name, figure(store)) == ("0002-2026.11", 13.5)
    assert "13.5" in (current(store) / "published" / "observations.csv").read_text(encoding="utf-8")


def test_the_way_back_leads_to_what_was_seen_before_and_not_to_what_was_taken_back(store, tmp_path, capsys):
    publish(copied(tmp_path / "second", "1.21,9,USD", "1.35,9,USD"), store)
    assert back(store).name == "0001-2026.11"
    publish(copied(tmp_path / "third", "1.21,9,USD", "1.36,9,USD"), store)
    assert [path.name for path in vintages(store)] == ["0001-2026.11", "0003-2026.11"]
    assert main(["--store", str(store), "--back"]) == 0
    assert figure(store) == 1.21
    assert main(["--store", str(store), "--list"]) == 0
    assert "0001-2026.11 ← readers see this\n0003-2026.11\n" in capsys.readouterr().out
    with pytest.raises(NoVintageError):
        back(store)


def test_what_is_refused_names_its_faults_and_leaves_nothing_behind(store, tmp_path):
    with pytest.raises(RefusedError, match=r"observations\.csv, row 94"):
        publish(copied(tmp_path / "bad", "1.21,9,USD", "1.21,9,EUR"), store)
    assert [path.name for path in (store / "vintages").iterdir()] == ["0001-2026.11"]
    assert figure(store) == 1.21


def test_what_one_that_was_broken_off_left_is_cleared_away(store, tmp_path):
    (store / "vintages" / ".building-x" / "data").mkdir(parents=True)
    (store / ".current").symlink_to("nowhere")
    publish(copied(tmp_path / "second", "1.21,9,USD", "1.35,9,USD"), store)
    assert sorted(path.name for path in (store / "vintages").iterdir()) == ["0001-2026.11", "0002-2026.11"]
    assert sorted(path.name for path in store.iterdir()) == [".lock", "current", "vintages"]


def test_only_so_many_are_kept(store, monkeypatch):
    monkeypatch.setattr("deploy.vintages.KEPT", 2)
    for _ in range(2):
        publish(PUBLISHED, store)
    assert KEPT >= 2
    assert [path.name for path in vintages(store)] == ["0002-2026.11", "0003-2026.11"]


def test_a_wrong_call_is_one(store, tmp_path):
    for wrong in ([], [str(tmp_path), "--back"], [str(tmp_path / "nowhere")]):
        with pytest.raises(SystemExit) as ended:
            main(["--store", str(store), *wrong])
        assert ended.value.code == 2


def test_no_way_back_where_nothing_was_published(tmp_path, capsys):
    (tmp_path / "empty").mkdir()
    assert main(["--store", str(tmp_path / "empty"), "--back"]) == 1
    assert "publish one first" in capsys.readouterr().out


def test_a_link_that_leads_out_of_the_folder_is_refused_and_nothing_of_it_is_read(store, tmp_path, capsys):
    folder = tmp_path / "linked"
    folder.mkdir()
    (tmp_path / "secret.csv").write_text("a secret\n", encoding="utf-8")
    (folder / "observations.csv").symlink_to(tmp_path / "secret.csv")
    assert main(["--store", str(store), str(folder)]) == 1
    said = capsys.readouterr().out
    assert "a link that leads out of the folder" in said
    assert "a secret" not in said
    assert current(store).name == "0001-2026.11"
